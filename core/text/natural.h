/* SPDX-License-Identifier: Apache-2.0 */
/* Whole numbers of a few hundred digits on the stack, with just what comparing a decimal number
 * with a binary one takes. */
#ifndef ANVIL_TEXT_NATURAL_H
#define ANVIL_TEXT_NATURAL_H

#include "base/port.h"

#include <stddef.h>
#include <stdint.h>

/* 2624 bits; text/real_exact.c tells why no more are needed. Whatever goes beyond is dropped, so
 * that a mistake in that reckoning would be a wrong digit and not a wrong write. */
#define ANVIL_NATURAL_LIMBS 82

/* `count` limbs of 32 bits, the lowest first, the highest not 0; zero has none. */
struct anvil_natural {
    uint32_t limbs[ANVIL_NATURAL_LIMBS];
    size_t count;
};

ANVIL_LOCAL void anvil_natural_set(struct anvil_natural *number, uint64_t value);

/* number * 5^exponent */
ANVIL_LOCAL void anvil_natural_multiply_fives(struct anvil_natural *number, unsigned exponent);

/* number * 2^exponent */
ANVIL_LOCAL void anvil_natural_multiply_twos(struct anvil_natural *number, unsigned exponent);

/* Divides in place and returns the remainder. */
ANVIL_LOCAL uint32_t anvil_natural_divide(struct anvil_natural *number, uint32_t divisor);

#endif
