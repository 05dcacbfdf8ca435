/* SPDX-License-Identifier: Apache-2.0 */
/* The uniqueItems trait: no two items of a list are equal. */
#ifndef ANVIL_CHECK_UNIQUE_H
#define ANVIL_CHECK_UNIQUE_H

#include "check/checker.h"

#include <stdbool.h>

/* Tells whether the items of `list`, of the list shape `shape`, all differ, see check/equal.h.
 *
 * Uses the free part of the checker's arena for the time of the call, sixteen bytes for each item;
 * then it costs n log n for n items. Without an arena a list of more than a few items is compared
 * pair by pair. Returns #ANVIL_OK, or #ANVIL_E_ARENA with what is needed in *need. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_check_unique(struct checker *checker,
                                                                  const struct anvil_shape *shape,
                                                                  struct anvil_list list,
                                                                  bool *is_unique, size_t *need);

#endif
