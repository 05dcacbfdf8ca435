/* SPDX-License-Identifier: Apache-2.0 */
/* The portable kernel as a function, and the list of all. */
#include "scan/kernel_scalar.h"

#include "kernel_spans.h"

const unsigned char *span_scalar(const unsigned char *p, const unsigned char *end,
                                 const struct anvil_class *set) {
    return kernel_span(p, end, set);
}

size_t spans_of_kernels(span_of_kernel *spans[2]) {
    spans[0] = span_scalar;
    spans[1] = span_ssse3;
    return anvil_kernel() == ANVIL_KERNEL_SSSE3 ? 2 : 1;
}
