/* SPDX-License-Identifier: Apache-2.0 */
/* The verb anvil_check(). */
#include "check/check.h"

#include "anvil/codec.h"
#include "base/port.h"
#include "check/clean.h"
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
    checker.kernel = anvil_chosen();
    return anvil_check_walk(&checker, shape, value);
}

/* Tells whether all members of the struct are clean text, or absent and not required: the case that
 * pays, without any of the state that others need. Whether an identity fits its member is more than
 * its bytes tell. */
static inline bool is_plain(const struct anvil_shape *shape, const unsigned char *base,
                            unsigned checks) {
    enum anvil_kernel kernel = anvil_kernel();
    if ((checks & ANVIL_CHECK_IDENTITY) != 0)
        return false;
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        struct anvil_str text;
        if (!is_text(member->kind))
            return false;
        memcpy(&text, base + member->offset, sizeof text);
        if (text.ptr == NULL ? (member->flags & ANVIL_MEMBER_REQUIRED) != 0
                             : !is_clean(kernel, member->run, text))
            return false;
    }
    return true;
}

/* */
enum anvil_status anvil_check(const struct anvil_shape *shape, const void *value, unsigned checks,
                              struct anvil_report *report) {
    bool is_known = shape != NULL && shape->kind == ANVIL_KIND_STRUCTURE && value != NULL &&
                    (checks & ~ANVIL_CHECK_BITS) == 0;
    if (ANVIL_LIKELY(is_known && is_plain(shape, value, checks)))
        return anvil_findings_none(report);
    struct anvil_findings findings = anvil_findings_of(report);
    if (!is_known)
        return anvil_findings_fail(&findings, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, 0);
    enum anvil_status status = anvil_check_into(shape, value, checks, NULL, &findings);
    return status == ANVIL_OK ? anvil_findings_end(&findings) : status;
}
