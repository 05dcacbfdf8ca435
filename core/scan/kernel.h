/* SPDX-License-Identifier: Apache-2.0 */
/* The kernels: the primitives that the hot path is made of, in one form for each kind of processor.
 *
 *   kernel_span(p, end, set)         the first byte of [p, end) that is not in `set`, or `end`
 *   kernel_text(p, end, set)         the first quote of [p, end), when no byte before it is outside
 *                                    `set`; else NULL
 *   kernel_copy_all(to, from, bytes, set)
 *                                    whether none of the `bytes` bytes is outside `set`, which it
 *                                    copies meanwhile; at least one
 *   kernel_equal(a, b, bytes)        whether the bytes at a and b are the same; for names
 *
 * Every kernel gives the same answer for the same bytes [I-11] and reads nothing outside [p, end)
 * [I-01]. Only kernel_text reads before p: the 32 bytes before `end` must be there.
 *
 * What pays is compiled with the primitives inlined: the runs of plain members in
 * decode/decode_plain.h and encode/encode_plain.h. A file such as
 * decode/decode_plain_avx2.c selects the kernel and includes the loop. A build has one such loop,
 * for its best kernel. Everything else asks for the span as a function. Which kernel runs is asked
 * once a call: anvil_kernel(). */
#ifndef ANVIL_SCAN_KERNEL_H
#define ANVIL_SCAN_KERNEL_H

#include "anvil/shape.h"
#include "base/port.h"

#if ANVIL_HAS_X86_KERNELS
#include <stdatomic.h>
#endif

enum anvil_kernel {
    ANVIL_KERNEL_SCALAR, /* portable C */
    ANVIL_KERNEL_SSSE3,  /* x86-64 with SSSE3: sixteen bytes at a time */
    ANVIL_KERNEL_AVX2,   /* x86-64 with AVX2, BMI and BMI2: thirty-two */
    ANVIL_KERNEL_NEON,   /* 64-bit ARM: sixteen */
    ANVIL_KERNEL_COUNT
};

#if ANVIL_HAS_X86_KERNELS
/* [I-08] The one object of the library that is ever written, and it goes from 0 to 1 + the kernel
 * once: asking the processor takes microseconds under a hypervisor, too long to ask each time.
 * Every thread would write the same value, so relaxed order is enough. */
ANVIL_LOCAL extern _Atomic unsigned char anvil_chosen_kernel;

/* Asks the processor. */
ANVIL_LOCAL ANVIL_COLD enum anvil_kernel anvil_choose_kernel(void);
#endif

/* The best kernel that this build holds and this processor runs. Cost: one relaxed load after the
 * first call of the process. */
static inline enum anvil_kernel anvil_kernel(void) {
#if ANVIL_HAS_X86_KERNELS
    unsigned char chosen = atomic_load_explicit(&anvil_chosen_kernel, memory_order_relaxed);
    return ANVIL_LIKELY(chosen != 0) ? (enum anvil_kernel)(chosen - 1) : anvil_choose_kernel();
#elif ANVIL_HAS_NEON_KERNEL
    return ANVIL_KERNEL_NEON;
#else
    return ANVIL_KERNEL_SCALAR;
#endif
}

/* The same without asking the processor, for code below a call that has: the portable kernel until
 * somebody has asked. */
static inline enum anvil_kernel anvil_chosen(void) {
#if ANVIL_HAS_X86_KERNELS
    unsigned char chosen = atomic_load_explicit(&anvil_chosen_kernel, memory_order_relaxed);
    return chosen != 0 ? (enum anvil_kernel)(chosen - 1) : ANVIL_KERNEL_SCALAR;
#else
    return anvil_kernel();
#endif
}

/* The span as a function. */
typedef const unsigned char *anvil_span(const unsigned char *p, const unsigned char *end,
                                        const struct anvil_class *set);
ANVIL_LOCAL anvil_span anvil_span_scalar;
ANVIL_LOCAL anvil_span anvil_span_ssse3;
ANVIL_LOCAL anvil_span anvil_span_neon;

/* By enum anvil_kernel; NULL for a kernel that this build does not hold, which is never chosen. */
ANVIL_LOCAL extern anvil_span *const anvil_spans[ANVIL_KERNEL_COUNT];

/* Text that needs no second look in JSON and is not constrained: ASCII without control bytes, quote
 * and backslash, of any length. */
ANVIL_LOCAL extern const struct anvil_run anvil_plain_run;

#endif
