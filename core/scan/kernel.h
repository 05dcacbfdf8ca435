/* SPDX-License-Identifier: Apache-2.0 */
/* The kernels: the one primitive that the hot path is made of, in one form for each kind of
 * processor.
 *
 * kernel_span(p, end, set) finds the first byte of [p, end) that is not in `set`, or `end`. Plain
 * text, text of a pattern's class and the search for a closing quote are all this one question.
 * Every kernel gives the same answer for the same bytes [I-11] and reads nothing outside
 * [p, end) [I-01].
 *
 * What pays is compiled once for each kernel, with the primitive inlined: the runs of plain members
 * in decode/decode_plain.h, check/check_plain.h and encode/encode_plain.h. A file such as
 * decode/plain_ssse3.c selects the kernel and includes the loop. Everything else asks for the
 * primitive as a function. Which kernel runs is asked once a call: anvil_kernel(). */
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

/* The primitive as a function. */
typedef const unsigned char *anvil_span(const unsigned char *p, const unsigned char *end,
                                        const struct anvil_class *set);
ANVIL_LOCAL anvil_span anvil_span_scalar;
ANVIL_LOCAL anvil_span anvil_span_ssse3;

/* By enum anvil_kernel; NULL for a kernel that this build does not hold, which is never chosen. */
ANVIL_LOCAL extern anvil_span *const anvil_spans[ANVIL_KERNEL_COUNT];

/* Text that needs no second look in JSON and is not constrained: ASCII without control bytes, quote
 * and backslash, of any length. */
ANVIL_LOCAL extern const struct anvil_run anvil_plain_run;

#endif
