/* SPDX-License-Identifier: Apache-2.0 */
/* Membership of one byte in a class. */
#ifndef ANVIL_BASE_CLASS_H
#define ANVIL_BASE_CLASS_H

#include "anvil/shape.h"

#include <stdbool.h>

/* Tells whether `byte` belongs to `set`; bytes of 0x80 and above never do. */
static inline bool anvil_class_has(const struct anvil_class *set, unsigned char byte) {
    return byte < 0x80 && (set->rows[byte & 15] >> (byte >> 4) & 1) != 0;
}

#endif
