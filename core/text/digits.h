/* SPDX-License-Identifier: Apache-2.0 */
/* Decimal digits of whole numbers without a sign. */
#ifndef ANVIL_TEXT_DIGITS_H
#define ANVIL_TEXT_DIGITS_H

#include "base/port.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The most bytes that anvil_digits_write() writes. */
#define ANVIL_DIGITS_MAX 20

/* "00", "01" to "99", side by side. */
extern ANVIL_LOCAL const char anvil_digit_pairs[200];

/* Writes the two digits of a number below 100. */
ANVIL_INLINE void put_pair(char *out, unsigned value) {
    memcpy(out, anvil_digit_pairs + (size_t)2 * value, 2);
}

/* Tells whether `byte` is one of 0 to 9. */
ANVIL_INLINE bool is_decimal_digit(unsigned char byte) {
    return (unsigned)byte - '0' <= 9;
}

/* Writes a number without leading zeros, 1 to 20 bytes, and returns how many. */
ANVIL_LOCAL size_t anvil_digits_write(uint64_t value, char *out);

/* Writes exactly `count` digits, with zeros in front. The number must have no more. */
ANVIL_LOCAL void anvil_digits_pad(uint64_t value, char *out, size_t count);

#endif
