/* SPDX-License-Identifier: Apache-2.0 */
/* Asks the service for its operations, so that a new one is tested without a word. */
#include "sample/all_shapes.h"

#include "sample/sample_bounds.h"
#include "sample/sample_defaults.h"
#include "sample/sample_kinds.h"
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
    for (size_t i = 0; i < smsv2_operations.count; i++) {
        const struct anvil_operation *operation = smsv2_operations.operations[i];
        count = add(shapes, count, operation->input);
        count = add(shapes, count, operation->output);
        for (size_t j = 0; j < operation->error_count; j++)
            count = add(shapes, count, operation->errors[j]->shape);
    }
    count = add(shapes, count, &sample_message_shape);
    count = add(shapes, count, &sample_part_shape);
    count = add(shapes, count, &sample_wide_shape);
    count = add(shapes, count, &sample_kinds_shape);
    count = add(shapes, count, &sample_bounds_shape);
    count = add(shapes, count, &sample_default_input_shape);
    count = add(shapes, count, &sample_default_output_shape);
    return add(shapes, count, &sample_empty_shape);
}

const struct anvil_shape *any_shape(struct dice *dice) {
    static const struct anvil_shape *shapes[ALL_SHAPES_MAX];
    static size_t count;
    enum { SAMPLES = 8 };
    if (count == 0)
        count = all_shapes(shapes);
    /* The samples come last. */
    return dice_hits(dice, 2) ? shapes[count - 1 - dice_below(dice, SAMPLES)]
                              : shapes[dice_below(dice, count)];
}
