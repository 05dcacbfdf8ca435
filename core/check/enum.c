/* SPDX-License-Identifier: Apache-2.0 */
/* Looking up an enum's text. */
#include "anvil/shape.h"
#include "base/port.h"

ANVIL_COLD_FILE

/* text that is not listed has a code of its own, and stays what it is */
int anvil_enum_code(const struct anvil_enum *values, struct anvil_str text) {
    if (text.ptr == NULL)
        return 0;
    for (uint16_t i = 0; i < values->count; i++)
        if (anvil_str_equal(anvil_enum_value(values, i), text))
            return i + 1;
    return ANVIL_ENUM_UNKNOWN;
}
