/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the portable kernel. */
#include "base/port.h"

ANVIL_COLD_FILE
#include "scan/kernel_scalar.h"

#include "encode/encode_plain.h"

void anvil_write_plain_scalar(struct encoder *encoder, struct encode_frame *frame) {
    write_plain_members(encoder, frame);
}
