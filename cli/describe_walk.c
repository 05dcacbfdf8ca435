/* SPDX-License-Identifier: Apache-2.0 */
/* Recursion cut off where it begins. */
#include "describe_walk.h"

bool cli_open_shape(struct cli_open_shapes *open, const struct anvil_shape *shape) {
    if (open->count == CLI_DESCRIBE_DEPTH)
        return false;
    for (size_t i = 0; i < open->count; i++)
        if (open->shapes[i] == shape)
            return false;
    open->shapes[open->count++] = shape;
    return true;
}
