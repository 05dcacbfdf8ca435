/* SPDX-License-Identifier: Apache-2.0 */
/* Choosing a kernel. */
#include "scan/kernel.h"

#if ANVIL_HAS_X86_KERNELS
#include <cpuid.h>
#include <immintrin.h>
#include <stdbool.h>

ANVIL_BEGIN_TARGET("xsave")
/* Tells whether the operating system keeps the registers of AVX for each thread. */
static bool keeps_avx_registers(void) {
    const unsigned sse_and_avx = 6;
    return (_xgetbv(0) & sse_and_avx) == sse_and_avx;
}

static enum anvil_kernel best_kernel(void) {
    const unsigned avx = bit_OSXSAVE | bit_AVX;
    const unsigned avx2 = bit_AVX2 | bit_BMI | bit_BMI2;
    unsigned a = 0, b = 0, c = 0, d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSSE3) == 0)
        return ANVIL_KERNEL_SCALAR;
    if ((c & avx) != avx || !keeps_avx_registers() ||
        __get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (b & avx2) != avx2)
        return ANVIL_KERNEL_SSSE3;
    return ANVIL_KERNEL_AVX2;
}

_Atomic unsigned char anvil_chosen_kernel;

enum anvil_kernel anvil_choose_kernel(void) {
    enum anvil_kernel kernel = best_kernel();
    unsigned char none = 0;
    atomic_compare_exchange_strong_explicit(&anvil_chosen_kernel, &none,
                                            (unsigned char)(kernel + 1), memory_order_relaxed,
                                            memory_order_relaxed);
    return kernel;
}
ANVIL_END_TARGET
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
    [ANVIL_KERNEL_SSSE3] = ANVIL_X86_ENTRY(anvil_span_ssse3),
    [ANVIL_KERNEL_AVX2] = ANVIL_X86_ENTRY(anvil_span_ssse3),
    [ANVIL_KERNEL_NEON] = ANVIL_NEON_ENTRY(anvil_span_neon),
};
