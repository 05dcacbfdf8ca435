/* SPDX-License-Identifier: Apache-2.0 */
/* The syntax tree of a regular expression, and its parser. */
#ifndef SPEC_REGEX_H
#define SPEC_REGEX_H

#include "code_set.h"
#include "spec.h"

#include <stdint.h>

/* How deep groups may nest. */
#define REGEX_DEPTH_MAX 64

/* The greatest count in braces. */
#define REGEX_COUNT_MAX 4096

/* No upper count. */
#define REGEX_UNBOUNDED UINT32_MAX

enum regex_type {
    REGEX_SET,      /* one code point of `set` */
    REGEX_SEQUENCE, /* `parts` one after the other; none: the empty text */
    REGEX_CHOICE,   /* one of `parts` */
    REGEX_REPEAT,   /* parts[0], `min` to `max` times */
    REGEX_START,    /* nothing, at the beginning of the text */
    REGEX_END,      /* nothing, at the very end of the text */
    REGEX_AHEAD,    /* nothing, where parts[0] follows; or does not, if `is_negative` */
    REGEX_BEHIND    /* nothing, where parts[0] has just been; or has not */
};

struct regex {
    enum regex_type type;
    struct code_set set;
    struct spec_array parts; /* of struct regex * */
    uint32_t min;
    uint32_t max;
    bool is_negative;
};

/* Parses the ECMA-262 subset that the compiler can prove (README.md lists it). NULL with a fault
 * that names `shape`, the pattern and the column, counted from 1 in code points. */
struct regex *regex_parse(struct spec *spec, const char *shape, const char *pattern);

#endif
