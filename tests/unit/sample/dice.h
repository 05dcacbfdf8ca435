/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Random numbers that are the same in every run: a failure is found again by its seed.
 */
#ifndef UNIT_SAMPLE_DICE_H
#define UNIT_SAMPLE_DICE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A stream of random numbers (splitmix64). Any seed will do. */
struct dice {
    uint64_t state;
};

static inline uint64_t dice_next(struct dice *dice) {
    uint64_t z = dice->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/** A number below `count`, which is not 0. */
static inline size_t dice_below(struct dice *dice, size_t count) {
    return (size_t)(dice_next(dice) % count);
}

/** True once in `count` times. */
static inline bool dice_hits(struct dice *dice, size_t count) {
    return dice_below(dice, count) == 0;
}

#endif
