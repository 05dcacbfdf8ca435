/* SPDX-License-Identifier: Apache-2.0 */
/* The verb anvil_check(). */
#include "check/check.h"

#include "anvil/codec.h"
#include "base/port.h"
#include "scan/kernel.h"

ANVIL_COLD_FILE

enum anvil_status anvil_check_into(const struct anvil_shape *shape, const void *value,
                                   unsigned checks, struct anvil_arena *arena,
                                   struct anvil_findings *findings) {
    struct checker checker;
    checker.findings = findings;
    checker.arena = arena;
    checker.checks = checks;
    checker.depth = 0;
    checker.is_at_key = false;
    checker.kernel = anvil_kernel();
    return anvil_check_walk(&checker, shape, value);
}

/* */
enum anvil_status anvil_check(const struct anvil_shape *shape, const void *value, unsigned checks,
                              struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    if (shape == NULL || shape->kind != ANVIL_KIND_STRUCTURE || value == NULL ||
        (checks & ~ANVIL_CHECK_BITS) != 0)
        return anvil_findings_fail(&findings, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, 0);
    enum anvil_status status = anvil_check_into(shape, value, checks, NULL, &findings);
    return status == ANVIL_OK ? anvil_findings_end(&findings) : status;
}
