/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Every message that there is, for tests that follow the descriptors: those of the service and
 * those of the sample.
 */
#ifndef UNIT_SAMPLE_ALL_SHAPES_H
#define UNIT_SAMPLE_ALL_SHAPES_H

#include "anvil/shape.h"
#include "sample/dice.h"

/** More than there are. */
#define ALL_SHAPES_MAX 512

/** Fills `shapes` with all structures that are messages, each once; gives their number. */
size_t all_shapes(const struct anvil_shape *shapes[ALL_SHAPES_MAX]);

/** One of them; every other time one of the sample, which has all that a service may have. */
const struct anvil_shape *any_shape(struct dice *dice);

#endif
