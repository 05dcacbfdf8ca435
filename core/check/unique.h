/* SPDX-License-Identifier: Apache-2.0 */
/* The uniqueItems trait: no two items of a list are equal. */
#ifndef ANVIL_CHECK_UNIQUE_H
#define ANVIL_CHECK_UNIQUE_H

#include "anvil/arena.h"
#include "anvil/shape.h"
#include "anvil/status.h"

#include <stdbool.h>

/* Tells whether the items of `list`, of the list shape `shape`, all differ. Equality is deep: text
 * by its bytes, numbers and timestamps by value, maps without regard to order, absent like absent.
 *
 * Uses the free part of `arena` for the time of the call, sixteen bytes for each item; then it
 * costs n log n for n items. Without an arena a list of more than a few items is compared pair by
 * pair. Returns #ANVIL_OK, or #ANVIL_E_ARENA with what is needed in *need. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_check_unique(const struct anvil_shape *shape,
                                                                  struct anvil_list list,
                                                                  struct anvil_arena *arena,
                                                                  bool *is_unique, size_t *need);

#endif
