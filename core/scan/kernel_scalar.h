/* SPDX-License-Identifier: Apache-2.0 */
/* The portable kernel: a byte at a time. The reference for all others. */
#ifndef ANVIL_SCAN_KERNEL_SCALAR_H
#define ANVIL_SCAN_KERNEL_SCALAR_H

#include "base/bytes.h"
#include "base/class.h"
#include "scan/kernel.h"

ANVIL_INLINE const unsigned char *kernel_span(const unsigned char *p, const unsigned char *end,
                                              const struct anvil_class *set) {
    while (p != end && anvil_class_has(set, *p))
        p++;
    return p;
}

ANVIL_INLINE const unsigned char *kernel_text(const unsigned char *p, const unsigned char *end,
                                              const struct anvil_class *set) {
    const unsigned char *quote = kernel_span(p, end, set);
    return quote != end && *quote == '"' ? quote : NULL;
}

ANVIL_INLINE bool kernel_copy_all(char *to, const char *from, size_t bytes,
                                  const struct anvil_class *set) {
    const unsigned char *begin = (const unsigned char *)from;
    copy_bytes(to, from, bytes);
    return kernel_span(begin, begin + bytes, set) == begin + bytes;
}

ANVIL_INLINE bool kernel_equal(const unsigned char *a, const unsigned char *b, size_t bytes) {
    return equal_bytes(a, b, bytes);
}

#endif
