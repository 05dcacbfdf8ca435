/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON numbers read in the plainest way: a grammar of one line a rule, and digits in a string. The
 * reference for scanners, integers and comparisons. Knows nothing of the engine.
 */
#ifndef FUZZ_NUMBER_REFERENCE_H
#define FUZZ_NUMBER_REFERENCE_H

#include "anvil/str.h"

#include <stdint.h>

/* The length of the longest beginning of `text` that is a JSON number (RFC 8259 section 6); 0
 * without one. */
size_t naive_number_bytes(struct anvil_str text);

enum { NAIVE_DIGITS_MAX = 1024, NAIVE_EXPONENT_MAX = 100000000 };

/* A number taken apart: +-0.DIGITS * 10^point, without zeros at either end of the digits. */
struct naive_number {
    bool is_negative;
    char digits[NAIVE_DIGITS_MAX + 1]; /* terminated; empty for zero */
    long point;
};

/* Takes a JSON number apart. False when it has more digits or a greater exponent than fit. */
bool naive_number_split(struct anvil_str text, struct naive_number *out);

/* Negative, zero or positive as a is below, equal to or above b. */
int naive_number_compare(const struct naive_number *a, const struct naive_number *b);

/* Whether the number has no fraction. */
bool naive_number_is_whole(const struct naive_number *number);

/* Writes a number into the form above. */
void naive_number_of(int64_t value, struct naive_number *out);

#endif
