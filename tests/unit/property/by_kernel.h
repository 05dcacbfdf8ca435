/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Decoding, checking and encoding on one kernel, without the choice that the verbs make.
 */
#ifndef UNIT_PROPERTY_BY_KERNEL_H
#define UNIT_PROPERTY_BY_KERNEL_H

#include "anvil/codec.h"
#include "encode/sink.h"
#include "scan/kernel.h"

/** What the loop tells its verb. */
struct kernel_outcome {
    enum anvil_status status;
    bool is_dirty; /**< the check has to look at the struct */
    size_t at;     /**< decode: where in the body it stopped */
};

/** Tells whether this build holds a kernel and this processor runs it. */
bool has_kernel(enum anvil_kernel kernel);

/** The reading half of anvil_decode(). */
struct kernel_outcome decode_by_kernel(enum anvil_kernel kernel, const struct anvil_shape *shape,
                                       struct anvil_str body, unsigned checks,
                                       struct anvil_arena *arena, void *out,
                                       struct anvil_report *report);

/** anvil_check(). */
struct kernel_outcome check_by_kernel(enum anvil_kernel kernel, const struct anvil_shape *shape,
                                      const void *value, unsigned checks,
                                      struct anvil_report *report);

/** The writing half of anvil_encode() and anvil_encode_spans(). */
struct kernel_outcome encode_by_kernel(enum anvil_kernel kernel, const struct anvil_shape *shape,
                                       const void *value, unsigned checks, struct anvil_sink *sink,
                                       struct anvil_arena *arena, struct anvil_report *report);

#endif
