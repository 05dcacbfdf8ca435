/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the NEON kernel. */
#include "base/port.h"

#if ANVIL_HAS_NEON_KERNEL
#include "scan/kernel_neon.h"

#include "encode/encode_plain.h"

char *anvil_write_plain_neon(struct plain_writing *writing, char *to, const char *end) {
    return write_plain_members(writing, to, end);
}
#else
typedef int anvil_encode_plain_neon_is_left_out; /* ISO C wants one declaration in every file */
#endif
