/* SPDX-License-Identifier: Apache-2.0 */
/* Sets of Unicode code points as sorted ranges: what a class of a regular expression means. */
#ifndef SPEC_CODE_SET_H
#define SPEC_CODE_SET_H

#include "spec.h"

#include <stdint.h>

/* The greatest code point. */
#define CODE_POINT_MAX 0x10FFFFu

/* From `first` to `last`, both included. */
struct code_range {
    uint32_t first;
    uint32_t last;
};

/* A set; unsorted while it is being filled, sorted and disjoint after code_set_finish(). */
struct code_set {
    struct spec_array ranges; /* of struct code_range */
};

/* The classes that ECMA-262 names. */
enum code_class {
    CODE_DIGIT, /* \d: 0-9 */
    CODE_WORD,  /* \w: A-Z a-z 0-9 _ */
    CODE_SPACE, /* \s: WhiteSpace and LineTerminator, so also U+00A0, U+FEFF and category Zs */
    CODE_LINE,  /* LineTerminator: LF CR U+2028 U+2029, what the dot leaves out */
    CODE_ANY    /* every code point */
};

/* Adds a range. */
bool code_set_add(struct spec *spec, struct code_set *set, uint32_t first, uint32_t last);

/* Adds a named class, or everything outside it. */
bool code_set_add_class(struct spec *spec, struct code_set *set, enum code_class name,
                        bool inverted);

/* Sorts and joins the ranges; complements them when `inverted`; leaves out the surrogates, which
 * UTF-8 cannot write. */
bool code_set_finish(struct spec *spec, struct code_set *set, bool inverted);

#endif
