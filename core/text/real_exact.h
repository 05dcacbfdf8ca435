/* SPDX-License-Identifier: Apache-2.0 */
/* Where a decimal number of any length lies, exactly: for the few that text/real_read.c cannot
 * tell. */
#ifndef ANVIL_TEXT_REAL_EXACT_H
#define ANVIL_TEXT_REAL_EXACT_H

#include "text/decimal.h"

/* Below 0, 0 or above 0, as the decimal, without its sign, is less than, equal to or greater than
 * middle * 2^exponent: a number of at most 54 bits in the middle of two neighbouring doubles or
 * floats, the lower one of which is next to the decimal. Its `point` is from -323 to 309. Cost:
 * linear in the token, plus about 10^4 steps at most. */
ANVIL_LOCAL int anvil_real_compare(const struct anvil_decimal *decimal, uint64_t middle,
                                   int exponent);

#endif
