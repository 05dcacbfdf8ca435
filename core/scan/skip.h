/* SPDX-License-Identifier: Apache-2.0 */
/* Passing over a value that nobody asked for, which must still be JSON. */
#ifndef ANVIL_SCAN_SKIP_H
#define ANVIL_SCAN_SKIP_H

#include "anvil/status.h"

#include <stddef.h>

/* Passes over the value whose first byte stands at p, which is below `end`; `depth` objects and
 * arrays are open around it. Iterative: the brackets that are open are bits of one word. On
 * #ANVIL_OK *next is the byte after the value; otherwise *next is the offending byte. [R-008 R-021]
 */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_skip_value(const unsigned char *p,
                                                                const unsigned char *end,
                                                                unsigned depth,
                                                                const unsigned char **next);

#endif
