/* SPDX-License-Identifier: Apache-2.0 */
/* Finding operations. The service's table is sorted by name. */
#include "anvil/protocol.h"
#include "base/port.h"
#include "base/text_order.h"

ANVIL_COLD_FILE

const struct anvil_operation *anvil_operation_by_name(const struct anvil_operation_table *table,
                                                      struct anvil_str name) {
    size_t low = 0;
    size_t high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = anvil_text_compare(name, table->operations[middle]->name);
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
