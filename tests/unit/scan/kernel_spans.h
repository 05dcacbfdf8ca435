/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * kernel_span() of every kernel as functions that can be compared. Each is compiled in a file of
 * its own, as the loops of the engine are.
 */
#ifndef UNIT_SCAN_KERNEL_SPANS_H
#define UNIT_SCAN_KERNEL_SPANS_H

#include "anvil/shape.h"

#include <stddef.h>

/** The first byte of [p, end) that is not in `set`, or `end`. */
typedef const unsigned char *span_of_kernel(const unsigned char *p, const unsigned char *end,
                                            const struct anvil_class *set);

span_of_kernel span_scalar;
/** Exists everywhere; where the build has no SSSE3 it is span_scalar(). */
span_of_kernel span_ssse3;

/** Gives the kernels that this build holds and this processor runs, and how many. */
size_t spans_of_kernels(span_of_kernel *spans[2]);

#endif
