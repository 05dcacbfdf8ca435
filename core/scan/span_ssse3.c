/* SPDX-License-Identifier: Apache-2.0 */
/* The span on the SSSE3 kernel. */
#include "base/port.h"

#if ANVIL_HAS_X86_KERNELS
ANVIL_BEGIN_TARGET(ANVIL_TARGET_SSSE3)
#include "scan/kernel_ssse3.h"

const unsigned char *anvil_span_ssse3(const unsigned char *p, const unsigned char *end,
                                      const struct anvil_class *set) {
    return span_16(p, end, set);
}
ANVIL_END_TARGET
#else
typedef int anvil_span_ssse3_is_left_out; /* ISO C wants one declaration in every file */
#endif
