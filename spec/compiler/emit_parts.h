/* SPDX-License-Identifier: Apache-2.0 */
/* What the emitters share: banners, literals, comments, names. */
#ifndef SPEC_EMIT_PARTS_H
#define SPEC_EMIT_PARTS_H

#include "emit.h"

/* What a source is generated from, and that it must not be edited. */
void emit_banner(FILE *out, const struct spec_emission *emission, const char *about);

/* Refuses to compile against descriptors of another version. */
void emit_version_guard(FILE *out);

/* The beginning of a source: banner, includes and version guard. */
void emit_source_head(FILE *out, const struct spec_emission *emission, const char *about);

/* `_Alignas(TYPE) const TYPE `: what every table begins with. Left alone, compilers align large
 * objects for vector loads, which costs more than the tables are worth. */
void emit_const(FILE *out, const char *type);

/* A C string literal with its quotes. */
void emit_literal(FILE *out, struct anvil_str text);

/* A designated initialiser of a struct anvil_str; absent text needs none and is left out. */
void emit_str_member(FILE *out, const char *name, struct anvil_str text);

/* Text as an object of its own, `static const char PREFIX_SYMBOL_WHAT[]`, which goes when what
 * refers to it goes; linkers keep or drop literals by the file. */
void emit_text_object(FILE *out, const struct spec_emission *emission, const char *symbol,
                      const char *what, struct anvil_str text);

/* A designated initialiser that refers to such an object. */
void emit_text_member(FILE *out, const struct spec_emission *emission, const char *symbol,
                      const char *what, struct anvil_str text);

/* `BEFORE = &PREFIX_SYMBOLSUFFIX` when the descriptor is in the list; nothing when it is NULL. */
void emit_reference(FILE *out, const struct spec_emission *emission, const char *before,
                    const struct spec_array *list, const void *descriptor, const char *suffix);

/* A constant of the type, as C writes it. */
void emit_int64(FILE *out, int64_t value);
void emit_int32(FILE *out, int32_t value);

/* Text inside a comment, made harmless there. */
void emit_comment_text(FILE *out, struct anvil_str text);

/* A class as a regular expression would write it, made harmless in a comment. */
void emit_class_text(FILE *out, const struct anvil_class *set);

/* An initialiser of a struct anvil_class. */
void emit_class(FILE *out, const struct anvil_class *set);

/* A struct anvil_run called PREFIX_SYMBOL, static if it is, with its class as a comment. */
void emit_run(FILE *out, const struct spec_emission *emission, bool is_static, const char *symbol,
              const struct anvil_run *run);

/* The words of constants: "STRING" of ANVIL_KIND_STRING, and so on. */
const char *emit_kind_word(int kind);
const char *emit_row_word(int kind, bool is_unique); /* "list" of anvil_list_row */
const char *emit_format_word(int format);
const char *emit_retry_word(int retry);
const char *emit_class_word(int error_class);
const char *emit_form_word(int form);

/* The same in small letters, for people. At most 31 bytes are written to `buffer`. */
const char *emit_small(const char *word, char buffer[32]);

/* "1 to 64", "at least 1", "at most 64", "2"; `unit` follows. Nothing when there is no bound. */
void emit_bounds(FILE *out, const char *before, const struct anvil_limits *limits,
                 const char *unit);

#endif
