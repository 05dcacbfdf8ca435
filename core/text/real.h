/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of JSON as IEEE 754 binary64 and binary32, and back. All of it is done with whole
 * numbers: no rounding mode, no excess precision and no locale changes a result. Knows neither
 * members nor the range trait. */
#ifndef ANVIL_TEXT_REAL_H
#define ANVIL_TEXT_REAL_H

#include "anvil/status.h"
#include "anvil/str.h"

#include <stdbool.h>
#include <stddef.h>

/* The most bytes that anvil_double_write() and anvil_float_write() write. */
#define ANVIL_REAL_TEXT_MAX 25

/* Reads the number token [begin, end) into the float or double at `value`: the nearest one,
 * of two that are equally near the one with an even significand, whatever the number of digits. A
 * float is rounded once, from the text. What is too small becomes 0 or subnormal; -0 keeps its
 * sign.
 *
 * #ANVIL_E_RANGE_OF_TYPE when it rounds to infinity; *value is then not written. Cost: linear in
 * the token, and at most some thousands of steps more when it lies close to the middle of two. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_real_read(const unsigned char *begin, const unsigned char *end, bool is_float, void *value);

/* The same for each. */
static inline enum anvil_status anvil_double_read(const unsigned char *begin,
                                                  const unsigned char *end, double *value) {
    return anvil_real_read(begin, end, false, value);
}
static inline enum anvil_status anvil_float_read(const unsigned char *begin,
                                                 const unsigned char *end, float *value) {
    return anvil_real_read(begin, end, true, value);
}

/* Writes the finite number with the fewest digits that read back as the same double or
 * float, of several such texts the one nearest to it, and returns how many bytes that took. As in
 * ECMAScript: plain digits for 1e-6 up to below 1e21, `1.5e+21` and `1e-7` outside, no `.0` behind
 * whole numbers; unlike there, minus zero is `-0`. */
ANVIL_LOCAL size_t anvil_double_write(double value, char *out);
ANVIL_LOCAL size_t anvil_float_write(float value, char *out);

/* The text of what is no JSON number, to be written as a string: NaN, Infinity or
 * -Infinity; absent for a finite number. Static memory. A float has that of its double. */
ANVIL_LOCAL struct anvil_str anvil_double_special(double value);

/* Reads one of these three texts, after unescaping. False, and nothing written, for any
 * other. */
ANVIL_LOCAL bool anvil_double_special_read(const unsigned char *begin, const unsigned char *end,
                                           double *value);

#endif
