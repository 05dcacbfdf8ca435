/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the NEON kernel. */
#include "base/port.h"

#if ANVIL_HAS_NEON_KERNEL
#include "scan/kernel_neon.h"

#include "check/check_plain.h"

size_t anvil_check_plain_neon(const struct anvil_member *members, const unsigned char *base,
                              size_t index, size_t count) {
    return pass_plain_members(members, base, index, count);
}
#else
typedef int anvil_check_plain_neon_is_left_out; /* ISO C wants one declaration in every file */
#endif
