/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the SSSE3 kernel. */
#include "base/port.h"

#if ANVIL_HAS_X86_KERNELS
ANVIL_BEGIN_TARGET(ANVIL_TARGET_SSSE3)
#include "scan/kernel_ssse3.h"

#include "encode/encode_plain.h"

void anvil_write_plain_ssse3(struct encoder *encoder, struct encode_frame *frame) {
    write_plain_members(encoder, frame);
}
ANVIL_END_TARGET
#else
typedef int anvil_encode_plain_ssse3_is_left_out; /* ISO C wants one declaration in every file */
#endif
