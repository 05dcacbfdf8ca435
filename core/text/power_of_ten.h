/* SPDX-License-Identifier: Apache-2.0 */
/* Powers of ten to 128 bits, for reading and for writing binary floating point: one table of 624
 * bytes instead of the ten kilobytes that all of them would take. */
#ifndef ANVIL_TEXT_POWER_OF_TEN_H
#define ANVIL_TEXT_POWER_OF_TEN_H

#include "text/wide.h"

#include <stdbool.h>

/* The powers that anvil_power_of_ten() knows. */
#define ANVIL_POWER_OF_TEN_MIN (-351)
#define ANVIL_POWER_OF_TEN_MAX 350

/* The powers of five from 0 to 26, one factor of 64 bits each. */
#define ANVIL_FIVES 27
extern ANVIL_LOCAL const uint64_t anvil_fives[ANVIL_FIVES];

/* From 10^#ANVIL_POWER_OF_TEN_MIN in strides of 27, rounded down to 192 bits of which the highest
 * is set; the most significant word comes first. Here for the test that computes it. */
#define ANVIL_STRIDES 26
extern ANVIL_LOCAL const uint64_t anvil_strides[ANVIL_STRIDES][3];

/* 10^n is (significand + theta) * 2^exponent, theta from 0 to below 1, and the highest bit of the
 * significand is set: it is the power of ten rounded down to 128 bits. */
struct anvil_power_of_ten {
    struct anvil_wide significand;
    int exponent;
    bool is_exact; /* theta is 0 */
};

/* 10^n for n from #ANVIL_POWER_OF_TEN_MIN to #ANVIL_POWER_OF_TEN_MAX. */
ANVIL_LOCAL struct anvil_power_of_ten anvil_power_of_ten(int n);

/* floor(e * log2(10)) for e from -1233 to 1233. The shifts here and below are of positive numbers,
 * because C leaves it open what becomes of negative ones. */
ANVIL_INLINE int floor_log2_of_power_of_ten(int e) {
    return (int)((((int64_t)e * 1741647) + (INT64_C(8192) << 19)) >> 19) - 8192;
}

/* floor(e * log10(2)) for e from -1500 to 1500, and floor(log10(3/4 * 2^e)) likewise. */
ANVIL_INLINE int floor_log10_of_power_of_two(int e) {
    return (int)((((int64_t)e * 1262611) + (INT64_C(8192) << 22)) >> 22) - 8192;
}

ANVIL_INLINE int floor_log10_of_three_quarters(int e) {
    return (int)((((int64_t)e * 1262611) - 524031 + (INT64_C(8192) << 22)) >> 22) - 8192;
}

/* 10^n for n from 0 to 19. */
ANVIL_INLINE uint64_t small_power_of_ten(unsigned n) {
    return anvil_fives[n] << n;
}

#endif
