/* SPDX-License-Identifier: Apache-2.0 */
/* Choosing a kernel. */
#include "scan/kernel.h"

#if ANVIL_HAS_SSSE3
#include <cpuid.h>
#include <stdatomic.h>

static bool has_ssse3(void) {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_SSSE3) != 0;
}

enum anvil_kernel anvil_kernel(void) {
    /* [I-08] The one object of the library that is ever written, and it goes from 0 to its final
     * value once: asking the processor takes microseconds under a hypervisor, too long to ask each
     * time. Every thread would write the same value, so relaxed order is enough. */
    static _Atomic unsigned char chosen;
    unsigned char kernel = atomic_load_explicit(&chosen, memory_order_relaxed);
    if (ANVIL_LIKELY(kernel != 0))
        return (enum anvil_kernel)(kernel - 1);
    unsigned char none = 0;
    kernel = (unsigned char)(1 + (has_ssse3() ? ANVIL_KERNEL_SSSE3 : ANVIL_KERNEL_SCALAR));
    atomic_compare_exchange_strong_explicit(&chosen, &none, kernel, memory_order_relaxed,
                                            memory_order_relaxed);
    return (enum anvil_kernel)(kernel - 1);
}
#else
enum anvil_kernel anvil_kernel(void) {
    return ANVIL_KERNEL_SCALAR;
}
#endif

/* 0x20 to 0x7F are the high halves 2 to 7, bits 0xFC; the quote is 0x22, the backslash 0x5C. */
const struct anvil_run anvil_plain_run = {
    {{0xFC, 0xFC, 0xF8, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xFC, 0xDC, 0xFC, 0xFC,
      0xFC}},
    0,
    UINT32_MAX,
};

anvil_span *const anvil_spans[ANVIL_KERNEL_COUNT] = {
    [ANVIL_KERNEL_SCALAR] = anvil_span_scalar,
    [ANVIL_KERNEL_SSSE3] = ANVIL_SSSE3_ENTRY(anvil_span_ssse3),
};
