/* SPDX-License-Identifier: Apache-2.0 */
/* Measure, allocate, write. */
#include "encoded.h"

#include "allocation.h"

#include <stdlib.h>

enum anvil_status cli_encode(const struct anvil_shape *shape, const void *value, unsigned checks,
                             char **text, size_t *bytes, struct anvil_report *report) {
    enum anvil_status status = anvil_encode(shape, value, checks, NULL, 0, bytes, report);

    *text = NULL;
    if (status != ANVIL_E_BUFFER)
        return status;
    size_t capacity = *bytes;
    *text = cli_allocate(capacity);
    status = anvil_encode(shape, value, checks, *text, capacity, bytes, report);
    if (status != ANVIL_OK) {
        free(*text);
        *text = NULL;
    }
    return status;
}
