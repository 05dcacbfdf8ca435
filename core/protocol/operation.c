/* SPDX-License-Identifier: Apache-2.0 */
/* Finding operations. The service's table is sorted by name. */
#include "anvil/protocol.h"
#include "base/port.h"

ANVIL_COLD_FILE

/* Negative, zero or positive as a sorts before, with or after b, byte by byte. */
static int compare(struct anvil_str a, struct anvil_str b) {
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter != 0 ? memcmp(a.ptr, b.ptr, shorter) : 0;
    if (order != 0 || a.len == b.len)
        return order;
    return a.len < b.len ? -1 : 1;
}

const struct anvil_operation *anvil_operation_by_name(const struct anvil_operation_table *table,
                                                      struct anvil_str name) {
    size_t low = 0;
    size_t high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(name, table->operations[middle]->name);
        if (order == 0)
            return table->operations[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* service name, dot, operation name, and nothing else */
const struct anvil_operation *anvil_operation_by_target(const struct anvil_operation_table *table,
                                                        struct anvil_str target) {
    size_t prefix = table->service->name.len + 1;
    if (target.ptr == NULL || target.len <= prefix ||
        memcmp(target.ptr, table->service->name.ptr, table->service->name.len) != 0 ||
        target.ptr[table->service->name.len] != '.')
        return NULL;
    return anvil_operation_by_name(table, anvil_str_of(target.ptr + prefix, target.len - prefix));
}
