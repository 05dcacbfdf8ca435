/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the SSSE3 kernel. */
#include "base/port.h"

#if ANVIL_HAS_X86_KERNELS
ANVIL_BEGIN_TARGET(ANVIL_TARGET_SSSE3)
#include "scan/kernel_ssse3.h"

#include "check/check_plain.h"

void anvil_check_plain_ssse3(const struct checker *checker, struct check_frame *frame) {
    pass_plain_members(checker, frame);
}
ANVIL_END_TARGET
#else
typedef int anvil_check_plain_ssse3_is_left_out; /* ISO C wants one declaration in every file */
#endif
