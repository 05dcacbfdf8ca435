/* SPDX-License-Identifier: Apache-2.0 */
/* The service's operations and the samples, side by side. */
#include "message_shapes.h"

#include "sample/sample_bounds.h"
#include "sample/sample_defaults.h"
#include "sample/sample_kinds.h"
#include "sample/sample_shapes.h"
#include "smsv2/smsv2.h"

static const struct anvil_shape *const SAMPLES[] = {
    &sample_message_shape,       &sample_kinds_shape,         &sample_bounds_shape,
    &sample_wide_shape,          &sample_part_shape,          &sample_empty_shape,
    &sample_default_input_shape, &sample_default_output_shape};
#define SAMPLE_COUNT (sizeof SAMPLES / sizeof *SAMPLES)

size_t message_shape_count(void) {
    return smsv2_operations.count + SAMPLE_COUNT;
}

const struct anvil_operation *message_operation(size_t index) {
    return smsv2_operations.operations[index % message_shape_count() % smsv2_operations.count];
}

static const struct anvil_shape *sample_of(size_t index) {
    size_t at = index % message_shape_count();
    return at < smsv2_operations.count ? NULL : SAMPLES[at - smsv2_operations.count];
}

const struct anvil_shape *message_request_shape(size_t index) {
    const struct anvil_shape *sample = sample_of(index);
    return sample != NULL ? sample : message_operation(index)->input;
}

const struct anvil_shape *message_response_shape(size_t index) {
    const struct anvil_shape *sample = sample_of(index);
    return sample != NULL ? sample : message_operation(index)->output;
}
