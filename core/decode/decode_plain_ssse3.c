/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the SSSE3 kernel. */
#include "base/port.h"

#if ANVIL_HAS_SSSE3
ANVIL_BEGIN_TARGET_SSSE3
#include "scan/kernel_ssse3.h"

#include "decode/decode_plain.h"

bool anvil_read_plain_ssse3(struct decoder *decoder, struct decode_frame *frame) {
    return read_plain_members(decoder, frame);
}
ANVIL_END_TARGET
#else
typedef int anvil_decode_plain_ssse3_is_left_out; /* ISO C wants one declaration in every file */
#endif
