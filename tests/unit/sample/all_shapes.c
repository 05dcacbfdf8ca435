/* SPDX-License-Identifier: Apache-2.0 */
/* Asks the service for its operations, so that a new one is tested without a word. */
#include "sample/all_shapes.h"

#include "sample/sample_shapes.h"
#include "smsv2/smsv2.h"

#include <stdlib.h>

static size_t add(const struct anvil_shape *shapes[ALL_SHAPES_MAX], size_t count,
                  const struct anvil_shape *shape) {
    for (size_t i = 0; i < count; i++)
        if (shapes[i] == shape)
            return count;
    if (count == ALL_SHAPES_MAX)
        abort();
    shapes[count] = shape;
    return count + 1;
}

size_t all_shapes(const struct anvil_shape *shapes[ALL_SHAPES_MAX]) {
    size_t count = 0;
    for (size_t i = 0; i < smsv2_service.operation_count; i++) {
        const struct anvil_operation *operation = smsv2_service.operations[i];
        count = add(shapes, count, operation->input);
        count = add(shapes, count, operation->output);
        for (size_t j = 0; j < operation->error_count; j++)
            count = add(shapes, count, operation->errors[j]->shape);
    }
    count = add(shapes, count, &sample_message_shape);
    count = add(shapes, count, &sample_part_shape);
    count = add(shapes, count, &sample_wide_shape);
    return add(shapes, count, &sample_empty_shape);
}
