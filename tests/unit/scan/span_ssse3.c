/* SPDX-License-Identifier: Apache-2.0 */
/* The SSSE3 kernel as a function. */
#include "kernel_spans.h"

#include "base/port.h"

#if ANVIL_HAS_SSSE3
ANVIL_BEGIN_TARGET_SSSE3
#include "scan/kernel_ssse3.h"

const unsigned char *span_ssse3(const unsigned char *p, const unsigned char *end,
                                const struct anvil_class *set) {
    return kernel_span(p, end, set);
}
ANVIL_END_TARGET
#else
const unsigned char *span_ssse3(const unsigned char *p, const unsigned char *end,
                                const struct anvil_class *set) {
    return span_scalar(p, end, set);
}
#endif
