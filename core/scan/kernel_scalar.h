/* SPDX-License-Identifier: Apache-2.0 */
/* The portable kernel: a byte at a time. The reference for all others. */
#ifndef ANVIL_SCAN_KERNEL_SCALAR_H
#define ANVIL_SCAN_KERNEL_SCALAR_H

#include "base/class.h"
#include "scan/kernel.h"

ANVIL_INLINE const unsigned char *kernel_span(const unsigned char *p, const unsigned char *end,
                                              const struct anvil_class *set) {
    while (p != end && anvil_class_has(set, *p))
        p++;
    return p;
}

#endif
