/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Texts that a compiled pattern takes, or refuses, of a length that is asked for: found by walking
 * its class or its automaton. Knows the tables and nothing of regular expressions.
 */
#ifndef PROPERTY_PATTERN_TEXT_H
#define PROPERTY_PATTERN_TEXT_H

#include "anvil/shape.h"

#include <stdbool.h>
#include <stddef.h>

/* The most code points that are ever asked for. */
#define PATTERN_TEXT_MAX ((size_t)8192)
/* The most bytes of one code point. */
#define PATTERN_TEXT_BYTES 4

/* Whether the pattern takes the text. Steps through the tables by itself. NULL takes everything. */
bool pattern_takes(const struct anvil_pattern *pattern, struct anvil_str text);

/*
 * The length, in code points, nearest to `from` on the way to `to` (either may be the greater) in
 * which there is a text that the pattern takes, or refuses when `takes` is false. SIZE_MAX when
 * there is none.
 */
size_t pattern_length(const struct anvil_pattern *pattern, bool takes, size_t from, size_t to);

/*
 * Writes the text number `turn` of `length` code points that the pattern takes, or refuses;
 * different numbers give different texts as long as there are any. `length` comes from
 * pattern_length(). Returns the bytes written, at most PATTERN_TEXT_BYTES * length.
 */
size_t pattern_text(const struct anvil_pattern *pattern, bool takes, size_t length, size_t turn,
                    char *out);

/* Forgets every pattern that it has seen: before their tables go away. */
void pattern_forget(void);

#endif
