/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the pattern parser share: the place in the pattern and how to complain. */
#ifndef SPEC_REGEX_READER_H
#define SPEC_REGEX_READER_H

#include "code_set.h"
#include "spec.h"

#include <stddef.h>
#include <stdint.h>

/* No more code points; no code point has this value. */
#define REGEX_AT_END UINT32_MAX

struct regex_reader {
    struct spec *spec;
    const char *shape;
    const char *pattern;   /* UTF-8, terminated */
    size_t at;             /* bytes read */
    unsigned depth;        /* open groups */
    unsigned behind_depth; /* look-behinds among them */
};

/* The next code point, or REGEX_AT_END; nothing is consumed. */
uint32_t regex_peek(const struct regex_reader *reader);

/* Consumes and returns the next code point, or REGEX_AT_END. */
uint32_t regex_take(struct regex_reader *reader);

/* Consumes `code` when it is next. */
bool regex_skip(struct regex_reader *reader, char code);

/* Records a fault at byte `at` of the pattern; returns false. */
bool regex_fail(struct regex_reader *reader, size_t at, const char *reason);

/* Reads what follows a backslash (already consumed) as a set; *single is its only code point, or
 * REGEX_AT_END when it is a class. `in_class` admits what stands only between brackets. */
bool regex_escape(struct regex_reader *reader, bool in_class, struct code_set *set,
                  uint32_t *single);

/* Reads a class whose opening bracket is already consumed. */
bool regex_class(struct regex_reader *reader, struct code_set *set);

#endif
