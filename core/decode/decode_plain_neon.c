/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the NEON kernel. */
#include "base/port.h"

#if ANVIL_HAS_NEON_KERNEL
#include "scan/kernel_neon.h"

#include "decode/decode_plain.h"

enum plain_end anvil_read_plain_neon(const struct anvil_shape *shape, unsigned char *base,
                                     const unsigned char *end, bool is_checking,
                                     struct plain_state *state) {
    return read_plain_members(shape, base, end, is_checking, state);
}
#else
typedef int anvil_decode_plain_neon_is_left_out; /* ISO C wants one declaration in every file */
#endif
