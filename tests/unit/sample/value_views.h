/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Where the pointers of a decoded struct lead.
 */
#ifndef UNIT_SAMPLE_VALUE_VIEWS_H
#define UNIT_SAMPLE_VALUE_VIEWS_H

#include "anvil/arena.h"
#include "anvil/shape.h"

/** Tells whether every text of a decoded struct lies in the message or in the used part of the
 * arena, and whatever had to be built in the latter; defaults lie in the tables. */
bool has_views_inside(const struct anvil_shape *shape, const void *value, struct anvil_str body,
                      const struct anvil_arena *arena);

#endif
