/* SPDX-License-Identifier: Apache-2.0 */
/* The small tokens of JSON: white space, literals, numbers (RFC 8259 sections 2, 3 and 6). */
#ifndef ANVIL_SCAN_TOKEN_H
#define ANVIL_SCAN_TOKEN_H

#include "anvil/status.h"
#include "base/port.h"

#include <stdbool.h>
#include <stddef.h>

/* Tells whether a byte is white space between tokens. */
ANVIL_INLINE bool is_space(unsigned char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* The first byte of [p, end) that is not white space, or `end`. */
ANVIL_LOCAL const unsigned char *anvil_skip_space(const unsigned char *p, const unsigned char *end);

/* The same; most often there is none, and the first byte tells. */
ANVIL_INLINE const unsigned char *skip_space(const unsigned char *p, const unsigned char *end) {
    return p == end || *p > ' ' ? p : anvil_skip_space(p, end);
}

/* Tells whether a JSON value can begin with this byte. */
static inline bool begins_value(unsigned char byte) {
    return byte == '{' || byte == '[' || byte == '"' || byte == '-' || byte == 't' || byte == 'f' ||
           byte == 'n' || (byte >= '0' && byte <= '9');
}

/* Reads one of true, false, null, whose first letter stands at p, or the number whose first digit
 * or minus stands there. On #ANVIL_OK *next is the byte after it; otherwise *next is the offending
 * byte. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_scan_literal(const unsigned char *p, const unsigned char *end, const unsigned char **next);
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_scan_number(const unsigned char *p, const unsigned char *end, const unsigned char **next);

#endif
