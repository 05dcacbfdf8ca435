/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing text. */
#include "base/text_order.h"

#include "base/port.h"

ANVIL_COLD_FILE

int anvil_text_compare(struct anvil_str a, struct anvil_str b) {
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter != 0 ? memcmp(a.ptr, b.ptr, shorter) : 0;
    if (order != 0 || a.len == b.len)
        return order;
    return a.len < b.len ? -1 : 1;
}
