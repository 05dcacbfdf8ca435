/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of JSON as 64-bit integers and back. Knows neither members nor the range trait. */
#ifndef ANVIL_TEXT_INTEGER_H
#define ANVIL_TEXT_INTEGER_H

#include "anvil/status.h"

#include <stddef.h>
#include <stdint.h>

/* The most bytes that anvil_integer_write() writes: those of INT64_MIN. */
#define ANVIL_INTEGER_TEXT_MAX 20

/* Reads the number token [begin, end) into *value, exactly. 1.0, 1e3 and 1.50e1 are the
 * integers 1, 1000 and 15, and -0 is 0: what counts is the number and not how it is written.
 *
 * #ANVIL_E_WHOLE when the number is none, such as 1.5 or 1e-1; #ANVIL_E_RANGE_OF_TYPE when it is
 * not from `min` to `max`. *value is then not written. Cost: linear in the token. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_integer_read(const unsigned char *begin,
                                                                  const unsigned char *end,
                                                                  int64_t min, int64_t max,
                                                                  int64_t *value);

/* Writes the number in decimal, 1 to 20 bytes, and returns how many. */
ANVIL_LOCAL size_t anvil_integer_write(int64_t value, char *out);

#endif
