/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The half of model coverage that reads structs: every value of a message that was found good.
 */
#ifndef FUZZ_COVERAGE_MODEL_WALK_H
#define FUZZ_COVERAGE_MODEL_WALK_H

#include "anvil/shape.h"

/** Marks what holds in a struct of which `checks` found nothing wrong; lengths that stand at their
 * very bound are marked as such. Cost: linear in the number of values. */
void model_walk(const struct anvil_shape *shape, const void *value, unsigned checks);

#endif
