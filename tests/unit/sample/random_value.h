/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Random C structs of any shape: valid ones, ones at the edge of their constraints and ones beyond,
 * with text that is hard on a JSON writer.
 */
#ifndef UNIT_SAMPLE_RANDOM_VALUE_H
#define UNIT_SAMPLE_RANDOM_VALUE_H

#include "anvil/shape.h"
#include "sample/dice.h"

/** What makes the structs, and the memory that they stand in. */
struct random_values {
    struct dice dice;
    bool has_bad_utf8; /**< text may also be no UTF-8 */
    bool is_valid;     /**< only what breaks no constraint, as far as the runs tell */
    size_t used;       /**< bytes of `memory` */
    _Alignas(16) unsigned char memory[1 << 18];
};

/** Takes zeroed memory for a part of a struct; lives as long as that. */
void *random_take(struct random_values *values, size_t bytes);

/** A random struct of a structure shape; lives until the next call. */
void *random_value(struct random_values *values, const struct anvil_shape *shape);

#endif
