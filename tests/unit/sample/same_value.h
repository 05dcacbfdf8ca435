/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Whether two C structs say the same, wherever their text and their lists stand.
 */
#ifndef UNIT_SAMPLE_SAME_VALUE_H
#define UNIT_SAMPLE_SAME_VALUE_H

#include "anvil/shape.h"

/** Compares two structs of a structure shape. Absent is not empty; the order of maps counts. */
bool is_same_value(const struct anvil_shape *shape, const void *a, const void *b);

#endif
