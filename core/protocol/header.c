/* SPDX-License-Identifier: Apache-2.0 */
/* Headers: their names do not have a case. */
#include "protocol/header.h"
#include "base/port.h"

ANVIL_COLD_FILE

static char lower(char byte) {
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

bool anvil_equal_ignoring_case(struct anvil_str a, struct anvil_str b) {
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (lower(a.ptr[i]) != lower(b.ptr[i]))
            return false;
    return true;
}

struct anvil_str anvil_header_value(const struct anvil_header *headers, size_t count,
                                    struct anvil_str name) {
    for (size_t i = 0; i < count; i++)
        if (anvil_equal_ignoring_case(headers[i].name, name))
            return headers[i].value;
    return anvil_str_of(NULL, 0);
}
