/* SPDX-License-Identifier: Apache-2.0 */
/* The primitive on the portable kernel. */
#include "base/port.h"

ANVIL_COLD_FILE
#include "scan/kernel_scalar.h"

const unsigned char *anvil_span_scalar(const unsigned char *p, const unsigned char *end,
                                       const struct anvil_class *set) {
    return kernel_span(p, end, set);
}
