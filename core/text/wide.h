/* SPDX-License-Identifier: Apache-2.0 */
/* Products of two 64-bit numbers, in C11 and nothing else. */
#ifndef ANVIL_TEXT_WIDE_H
#define ANVIL_TEXT_WIDE_H

#include "base/port.h"

#include <stdint.h>

/* A number of 128 bits: high * 2^64 + low. */
struct anvil_wide {
    uint64_t high;
    uint64_t low;
};

/* a * b, whole. */
ANVIL_INLINE struct anvil_wide wide_product(uint64_t a, uint64_t b) {
    uint64_t a_low = a & UINT32_MAX;
    uint64_t a_high = a >> 32;
    uint64_t b_low = b & UINT32_MAX;
    uint64_t b_high = b >> 32;
    uint64_t low = a_low * b_low;
    /* None of these sums overflows: (2^32 - 1)^2 + 2 * (2^32 - 1) is 2^64 - 1. */
    uint64_t middle = a_high * b_low + (low >> 32);
    uint64_t other = a_low * b_high + (middle & UINT32_MAX);
    struct anvil_wide product = {a_high * b_high + (middle >> 32) + (other >> 32),
                                 (other << 32) | (low & UINT32_MAX)};
    return product;
}

/* a + b, modulo 2^128. */
ANVIL_INLINE struct anvil_wide wide_sum(struct anvil_wide a, uint64_t b) {
    struct anvil_wide sum = {a.high, a.low + b};
    sum.high += sum.low < b;
    return sum;
}

/* How many bits above the highest one that is set are not; `value` is not 0. */
ANVIL_INLINE unsigned leading_zeros(uint64_t value) {
    unsigned zeros = 0;
    for (unsigned step = 32; step != 0; step /= 2)
        if (value >> (64 - step) == 0) {
            value <<= step;
            zeros += step;
        }
    return zeros;
}

#endif
