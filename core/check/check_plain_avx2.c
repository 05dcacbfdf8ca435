/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the AVX2 kernel. */
#include "base/port.h"

#if ANVIL_HAS_X86_KERNELS
ANVIL_BEGIN_TARGET(ANVIL_TARGET_AVX2)
#include "scan/kernel_avx2.h"

#include "check/check_plain.h"

size_t anvil_check_plain_avx2(const struct anvil_member *members, const unsigned char *base,
                              size_t index, size_t count) {
    return pass_plain_members(members, base, index, count);
}
ANVIL_END_TARGET
#else
typedef int anvil_check_plain_avx2_is_left_out; /* ISO C wants one declaration in every file */
#endif
