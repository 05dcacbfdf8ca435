/* SPDX-License-Identifier: Apache-2.0 */
/* JSON numbers of any size, compared by their digits. */
#ifndef ANVIL_TEXT_DECIMAL_ORDER_H
#define ANVIL_TEXT_DECIMAL_ORDER_H

#include "anvil/str.h"

/* Negative, zero or positive as the number `a` is below, equal to or above the number `b`. Both are
 * texts of the JSON grammar, of any length and exponent. Cost: linear in their lengths. */
ANVIL_LOCAL int anvil_decimal_compare(struct anvil_str a, struct anvil_str b);

#endif
