/* SPDX-License-Identifier: Apache-2.0 */
/* The check on the portable kernel. */
#include "scan/kernel_scalar.h"

#include "check/check_walk.h"

enum anvil_status anvil_check_scalar(const struct anvil_shape *shape, const void *value,
                                     unsigned checks, struct anvil_findings *findings) {
    return check_walk(shape, value, checks, findings);
}
