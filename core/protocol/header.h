/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing what stands in headers. */
#ifndef ANVIL_PROTOCOL_HEADER_H
#define ANVIL_PROTOCOL_HEADER_H

#include "anvil/transport.h"

/* Tells whether two texts are the same but for the case of ASCII letters. */
ANVIL_LOCAL bool anvil_equal_ignoring_case(struct anvil_str a, struct anvil_str b);

#endif
