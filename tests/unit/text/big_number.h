/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Whole numbers of any size that a test needs, in the plainest way: the reference for powers of ten
 * and for decimal numbers halfway between two binary ones.
 */
#ifndef TEXT_BIG_NUMBER_H
#define TEXT_BIG_NUMBER_H

#include <stddef.h>
#include <stdint.h>

enum { BIG_NUMBER_LIMBS = 128, BIG_NUMBER_DIGITS = 1240 };

/** All limbs of 32 bits, the lowest first. */
struct big_number {
    uint32_t limbs[BIG_NUMBER_LIMBS];
};

/** The number `value`. */
struct big_number big_of(uint64_t value);

/** number *= factor. The test fails when it overflows. */
void big_multiply(struct big_number *number, uint32_t factor);

/** number = floor(number / divisor); returns the rest. */
uint32_t big_divide(struct big_number *number, uint32_t divisor);

/** number *= 2^bits */
void big_shift_left(struct big_number *number, unsigned bits);

/** How many bits there are up to the highest that is set; 0 for zero. */
unsigned big_bits(const struct big_number *number);

/** The 64 bits from bit `lowest` on; bits below bit 0 are 0. */
uint64_t big_word(const struct big_number *number, int lowest);

/** Writes the decimal digits, NUL-terminated, and returns how many. `out` has room for
 * BIG_NUMBER_DIGITS bytes. */
size_t big_decimal(struct big_number number, char *out);

#endif
