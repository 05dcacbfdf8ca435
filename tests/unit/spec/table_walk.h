/* SPDX-License-Identifier: Apache-2.0 */
/* Every shape of the compiled tables, without a list by hand. */
#ifndef UNIT_SPEC_TABLE_WALK_H
#define UNIT_SPEC_TABLE_WALK_H

#include "anvil/protocol.h"

/* More shapes than the service has; the walk fails the test when they do not fit. */
#define TABLE_WALK_MAX 1024

/* The shapes that the messages of a service reach, each once. */
struct table_walk {
    const struct anvil_shape *shapes[TABLE_WALK_MAX];
    size_t count;
};

/* Collects the inputs, outputs, errors and all that they are made of. */
void table_walk(const struct anvil_operation_table *table, struct table_walk *walk);

#endif
