/* SPDX-License-Identifier: Apache-2.0 */
/* Follows the pointers of the tables from the service down. */
#include "table_walk.h"

#include <assert.h>

static void add(struct table_walk *walk, const struct anvil_shape *shape) {
    for (size_t i = 0; i < walk->count; i++)
        if (walk->shapes[i] == shape)
            return;
    assert(walk->count < TABLE_WALK_MAX);
    walk->shapes[walk->count++] = shape;
}

void table_walk(const struct anvil_operation_table *table, struct table_walk *walk) {
    walk->count = 0;
    for (size_t i = 0; i < table->count; i++) {
        const struct anvil_operation *operation = table->operations[i];
        add(walk, operation->input);
        add(walk, operation->output);
        for (size_t j = 0; j < operation->error_count; j++)
            add(walk, operation->errors[j]->shape);
    }
    /* The list grows while it is being walked: what is added is walked too. */
    for (size_t i = 0; i < walk->count; i++)
        for (size_t j = 0; j < walk->shapes[i]->member_count; j++)
            add(walk, walk->shapes[i]->members[j].target);
}
