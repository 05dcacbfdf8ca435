/* SPDX-License-Identifier: Apache-2.0 */
/* The span on the NEON kernel. */
#include "base/port.h"

#if ANVIL_HAS_NEON_KERNEL
#include "scan/kernel_neon.h"

const unsigned char *anvil_span_neon(const unsigned char *p, const unsigned char *end,
                                     const struct anvil_class *set) {
    return kernel_span(p, end, set);
}
#else
typedef int anvil_span_neon_is_left_out; /* ISO C wants one declaration in every file */
#endif
