/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the portable kernel. */
#include "base/port.h"

ANVIL_COLD_FILE
#include "scan/kernel_scalar.h"

#include "decode/decode_plain.h"

enum plain_end anvil_read_plain_scalar(const struct anvil_shape *shape, unsigned char *base,
                                       const unsigned char *end, bool is_checking,
                                       struct plain_state *state) {
    return read_plain_members(shape, base, end, is_checking, state);
}
