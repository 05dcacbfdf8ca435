/* SPDX-License-Identifier: Apache-2.0 */
/* JSON strings (RFC 8259 section 7) in full generality: UTF-8, escapes, surrogate pairs. The
 * kernels deal with the plain ones; what they do not like comes here. */
#ifndef ANVIL_SCAN_STRING_H
#define ANVIL_SCAN_STRING_H

#include "anvil/status.h"
#include "anvil/str.h"

/* A string's text between the quotes, still escaped. */
struct anvil_raw_string {
    const unsigned char *begin; /* first byte after the opening quote */
    const unsigned char *end;   /* the closing quote */
    bool is_escaped;            /* it holds at least one backslash */
};

/* Validates the string whose opening quote stands at begin - 1, looking from `from` on; the bytes
 * between `begin` and `from` are known to be plain. On an error *at is the offending byte: the
 * backslash of a bad escape or lone surrogate, the first byte of what is no UTF-8, a raw control
 * byte, `end` when the text ends first. [R-004 R-005 R-006 R-007] */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_string_scan(const unsigned char *begin, const unsigned char *from, const unsigned char *end,
                  struct anvil_raw_string *out, const unsigned char **at);

/* Takes one piece of the logical text of a scanned string, beginning at *p, which lies below
 * raw->end: the meaning of one escape, or one byte as it stands. Writes 1 to 4 bytes to `piece`,
 * moves *p behind what was read, and returns the number of bytes written. */
ANVIL_LOCAL size_t anvil_string_next(const struct anvil_raw_string *raw, const unsigned char **p,
                                     char piece[4]);

/* Writes the logical text of a scanned string to `out`, which has room for as many bytes as the raw
 * text (the logical text is never longer), and returns its length in bytes. */
ANVIL_LOCAL size_t anvil_string_unescape(const struct anvil_raw_string *raw, char *out);

/* Tells whether the logical text of a scanned string is `text`, without unescaping it anywhere. */
ANVIL_LOCAL bool anvil_string_is(const struct anvil_raw_string *raw, struct anvil_str text);

#endif
