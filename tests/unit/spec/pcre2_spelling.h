/* SPDX-License-Identifier: Apache-2.0 */
/* ECMA-262's patterns in PCRE2's spelling, so that PCRE2 can be asked what they mean. The two
 * differ in a handful of escapes; test_pattern_differences.c shows each of them. */
#ifndef UNIT_SPEC_PCRE2_SPELLING_H
#define UNIT_SPEC_PCRE2_SPELLING_H

#include <stddef.h>

/* The longest result, with its terminator. */
#define PCRE2_SPELLING_MAX 4096

/* Rewrites `source`, a pattern that the compiler takes: `\s`, `\S`, `\v`, the dot and `[]` become
 * what ECMA-262 means by them. The result is static and lives until the next call. */
const char *pcre2_spelling(const char *source);

#endif
