/* SPDX-License-Identifier: Apache-2.0 */
/* The verb anvil_check(). */
#include "check/check.h"

#include "anvil/codec.h"
#include "base/port.h"
#include "scan/kernel.h"

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

/* Tells whether all members of the struct are plain: then there is nothing to say about it. */
static inline bool is_plain_message(const struct anvil_shape *shape, const void *value,
                                    unsigned checks) {
    return (checks & ANVIL_CHECK_IDENTITY) == 0 &&
           anvil_plain_checks[anvil_kernel()](shape->members, value, 0, shape->member_count) ==
               shape->member_count;
}

/* */
enum anvil_status anvil_check(const struct anvil_shape *shape, const void *value, unsigned checks,
                              struct anvil_report *report) {
    bool is_known = shape != NULL && shape->kind == ANVIL_KIND_STRUCTURE && value != NULL &&
                    (checks & ~ANVIL_CHECK_BITS) == 0;
    if (ANVIL_LIKELY(is_known && is_plain_message(shape, value, checks)))
        return anvil_findings_none(report);
    struct anvil_findings findings = anvil_findings_of(report);
    if (!is_known)
        return anvil_findings_fail(&findings, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, 0);
    enum anvil_status status = anvil_check_into(shape, value, checks, NULL, &findings);
    return status == ANVIL_OK ? anvil_findings_end(&findings) : status;
}
