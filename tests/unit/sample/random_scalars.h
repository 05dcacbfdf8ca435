/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Random values of the kinds that are neither text nor containers.
 */
#ifndef UNIT_SAMPLE_RANDOM_SCALARS_H
#define UNIT_SAMPLE_RANDOM_SCALARS_H

#include "sample/random_value.h"

/** Fills the slot of a number, boolean, blob, timestamp or document. In a structure a document is
 * never null, because it would be absent. */
void random_scalar(struct random_values *values, const struct anvil_member *member, void *slot,
                   bool is_item);

#endif
