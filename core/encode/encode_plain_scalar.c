/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the portable kernel. */
#include "base/port.h"

ANVIL_COLD_FILE
#include "scan/kernel_scalar.h"

#include "encode/encode_plain.h"

char *anvil_write_plain_scalar(struct plain_writing *writing, char *to, const char *end) {
    return write_plain_members(writing, to, end);
}

size_t anvil_list_plain_scalar(struct plain_writing *writing, struct anvil_str *pieces,
                               size_t capacity, size_t *bytes) {
    return list_plain_members(writing, pieces, capacity, bytes);
}
