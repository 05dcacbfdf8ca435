/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PCRE2, asked what a pattern matches. Patterns are ECMA-262's, in PCRE2's spelling
 * (spec/pcre2_spelling.h). Where PCRE2 gives no answer there is no verdict, and that is counted.
 */
#ifndef FUZZ_PATTERN_ORACLE_H
#define FUZZ_PATTERN_ORACLE_H

#include "anvil/shape.h"

#include <stdint.h>

enum pattern_silence {
    PATTERN_NOT_COMPILED, /* PCRE2 refuses the spelling */
    PATTERN_OVER_LIMIT,   /* the match took more steps than it is allowed */
    PATTERN_NOT_UTF8, /* the subject is no UTF-8: the engine matches nothing, PCRE2 says nothing */
    PATTERN_SILENCE_COUNT
};

/* How often each was met in this process. */
extern uint64_t pattern_silences[PATTERN_SILENCE_COUNT];

struct pattern_oracle;

/* Compiles a terminated pattern; NULL when PCRE2 refuses it, or in a build without it. End with
 * pattern_oracle_free(). */
struct pattern_oracle *pattern_oracle_of(const char *source);
void pattern_oracle_free(struct pattern_oracle *oracle);

/* pcre2_agrees: it matches the text exactly when `is_match`. NULL asks nothing. */
void expect_pcre2_agrees(const struct pattern_oracle *oracle, struct anvil_str text, bool is_match);

#endif
