/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the portable kernel. */
#include "base/port.h"

ANVIL_COLD_FILE
#include "scan/kernel_scalar.h"

#include "decode/decode_plain.h"

bool anvil_read_plain_scalar(struct decoder *decoder, struct decode_frame *frame) {
    return read_plain_members(decoder, frame);
}
