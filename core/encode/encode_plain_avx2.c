/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the AVX2 kernel. */
#include "base/port.h"

#if ANVIL_HAS_X86_KERNELS
ANVIL_BEGIN_TARGET(ANVIL_TARGET_AVX2)
#include "scan/kernel_avx2.h"

#include "encode/encode_plain.h"

char *anvil_write_plain_avx2(struct plain_writing *writing, char *to, const char *end) {
    return write_plain_members(writing, to, end);
}
ANVIL_END_TARGET
#else
typedef int anvil_encode_plain_avx2_is_left_out; /* ISO C wants one declaration in every file */
#endif
