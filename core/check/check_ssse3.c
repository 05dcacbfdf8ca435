/* SPDX-License-Identifier: Apache-2.0 */
/* The check on the SSSE3 kernel. */
#include "base/port.h"

#if ANVIL_HAS_SSSE3
ANVIL_BEGIN_TARGET_SSSE3
#include "scan/kernel_ssse3.h"

#include "check/check_walk.h"

enum anvil_status anvil_check_ssse3(const struct anvil_shape *shape, const void *value,
                                    unsigned checks, struct anvil_findings *findings) {
    return check_walk(shape, value, checks, findings);
}
ANVIL_END_TARGET
#else
typedef int anvil_check_ssse3_is_left_out; /* ISO C wants one declaration in every file */
#endif
