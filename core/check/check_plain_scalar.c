/* SPDX-License-Identifier: Apache-2.0 */
/* Runs of plain members on the portable kernel. */
#include "base/port.h"

ANVIL_COLD_FILE
#include "scan/kernel_scalar.h"

#include "check/check_plain.h"

void anvil_check_plain_scalar(const struct checker *checker, struct check_frame *frame) {
    pass_plain_members(checker, frame);
}
