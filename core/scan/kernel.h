/* SPDX-License-Identifier: Apache-2.0 */
/* The kernels: the one primitive that the hot path is made of, in one form for each kind of
 * processor.
 *
 * kernel_span(p, end, set) finds the first byte of [p, end) that is not in `set`, or `end`. Plain
 * text, text of a pattern's class and the search for a closing quote are all this one question.
 * Every kernel gives the same answer for the same bytes [I-11] and reads nothing outside
 * [p, end) [I-01].
 *
 * The loops of decode, check and encode are compiled once for each kernel: a file such as
 * decode/decode_ssse3.c selects the kernel, then includes the loop, so that the primitive is
 * inlined into it. Which of the compiled loops runs is asked once a call: anvil_kernel(). */
#ifndef ANVIL_SCAN_KERNEL_H
#define ANVIL_SCAN_KERNEL_H

#include "anvil/shape.h"
#include "base/port.h"

enum anvil_kernel {
    ANVIL_KERNEL_SCALAR, /* portable C */
    ANVIL_KERNEL_SSSE3,  /* x86-64 with SSSE3: sixteen bytes at a time */
    ANVIL_KERNEL_COUNT
};

/* The best kernel that this build holds and this processor runs. Cost: one relaxed load after the
 * first call of the process. */
ANVIL_LOCAL enum anvil_kernel anvil_kernel(void);

/* Of the loops compiled for each kernel, the one to run. A build without a kernel does not name its
 * loop, so that nothing has to exist for it. */
#if ANVIL_HAS_SSSE3
#define ANVIL_FOR_KERNEL(scalar, ssse3)                                                            \
    (ANVIL_LIKELY(anvil_kernel() == ANVIL_KERNEL_SSSE3) ? (ssse3) : (scalar))
#else
#define ANVIL_FOR_KERNEL(scalar, ssse3) (scalar)
#endif

/* Text that needs no second look in JSON and is not constrained: ASCII without control bytes, quote
 * and backslash, of any length. */
ANVIL_LOCAL extern const struct anvil_run anvil_plain_run;

#endif
