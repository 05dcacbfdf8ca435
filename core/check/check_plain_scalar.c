/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the portable kernel. */
#include "base/port.h"

#if !ANVIL_HAS_X86_KERNELS && !ANVIL_HAS_NEON_KERNEL
ANVIL_COLD_FILE
#include "scan/kernel_scalar.h"

#include "check/check_plain.h"

size_t anvil_check_plain_scalar(const struct anvil_member *members, const unsigned char *base,
                                size_t index, size_t count) {
    return pass_plain_members(members, base, index, count);
}
#else
typedef int anvil_check_plain_scalar_is_left_out; /* ISO C wants one declaration in every file */
#endif
