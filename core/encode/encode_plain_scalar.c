/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the portable kernel. */
#include "base/port.h"

#if !ANVIL_HAS_X86_KERNELS && !ANVIL_HAS_NEON_KERNEL
ANVIL_COLD_FILE
#include "scan/kernel_scalar.h"

#include "encode/encode_plain.h"

char *anvil_write_plain_scalar(struct plain_writing *writing, char *to, const char *end) {
    return write_plain_members(writing, to, end);
}
#else
typedef int anvil_encode_plain_scalar_is_left_out; /* ISO C wants one declaration in every file */
#endif
