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

/* A C string literal with its quotes. */
void emit_literal(FILE *out, struct anvil_str text);

/* A designated initialiser of a struct anvil_str; absent text needs none and is left out. */
void emit_str_member(FILE *out, const char *name, struct anvil_str text);

/* Text inside a comment, made harmless there. */
void emit_comment_text(FILE *out, struct anvil_str text);

/* A class as a regular expression would write it, made harmless in a comment. */
void emit_class_text(FILE *out, const struct anvil_class *set);

/* An initialiser of a struct anvil_run, indented by four spaces, with its class as a comment. */
void emit_run(FILE *out, const char *declaration, const struct anvil_run *run);

/* The name of an enum anvil_kind, such as "ANVIL_KIND_STRING". */
const char *emit_kind(int kind);

/* The bare words of the snapshot and of the documentation. */
const char *emit_retry_word(uint8_t retry);

/* "1 to 64", "at least 1", "at most 64", "2"; `unit` follows. Nothing when there is no bound. */
void emit_bounds(FILE *out, const char *before, const struct anvil_limits *limits,
                 const char *unit);

#endif
