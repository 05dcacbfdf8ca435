/* SPDX-License-Identifier: Apache-2.0 */
/* The order of text: byte by byte, and what is shorter first. */
#ifndef ANVIL_BASE_TEXT_ORDER_H
#define ANVIL_BASE_TEXT_ORDER_H

#include "anvil/str.h"

/* Negative, zero or positive as a sorts before, with or after b. */
ANVIL_LOCAL int anvil_text_compare(struct anvil_str a, struct anvil_str b);

#endif
