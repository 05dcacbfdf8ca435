/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Numbers that look random and are the same in every run.
 */
#ifndef TEXT_PSEUDO_RANDOM_H
#define TEXT_PSEUDO_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/** The generator's state. Any value will do as the first. */
struct pseudo_random {
    uint64_t state;
};

/** The next 64 bits. */
uint64_t random_bits(struct pseudo_random *random);

/** A number from 0 to `bound` - 1. */
uint64_t random_below(struct pseudo_random *random, uint64_t bound);

/** Writes a JSON number token that no two readers should disagree about: a sign or none, 1 to
 * `digits` digits with or without a point, an exponent or none from -`exponent` to `exponent`.
 * NUL-terminated; `out` has room for `digits` + 16 bytes. Returns the length. */
size_t random_number_token(struct pseudo_random *random, size_t digits, unsigned exponent,
                           char *out);

#endif
