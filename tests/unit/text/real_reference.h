/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Doubles and floats as bits, for tests that compare them with the C library's.
 */
#ifndef TEXT_REAL_REFERENCE_H
#define TEXT_REAL_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The bits of a double, and the double of bits; likewise for float. */
uint64_t bits_of_double(double value);
double double_of_bits(uint64_t bits);
uint32_t bits_of_float(float value);
float float_of_bits(uint32_t bits);

/** Reads the NUL-terminated token with anvil_double_read() and anvil_float_read() and with strtod()
 * and strtof(); fails the test unless both say the same, infinity being an error. */
void check_reading(const char *token);

/** Writes the decimal number in the middle between the magnitude with these bits and the next one,
 * as a number token, exactly. `fraction_bits` is 52 or 23, `least_exponent` -1074 or -149. The
 * token ends with an exponent and has no point; it is NUL-terminated and below 1300 bytes. Returns
 * the number of its digits. */
size_t middle_above(uint64_t bits, int fraction_bits, int least_exponent, char *token);

/** Writes the finite number with anvil_double_write() and fails the test unless the text is a JSON
 * number that reads back to the same, no text is shorter in digits, and of those with as many
 * digits it is the nearest. Likewise for float. */
void check_double_writing(double value);
void check_float_writing(float value);

#endif
