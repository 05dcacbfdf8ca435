/* SPDX-License-Identifier: Apache-2.0 */
/* The verb anvil_decode(): bytes to struct, then, only if something was not surely good, the check.
 */
#include "decode/decode.h"

#include "base/port.h"
#include "check/check.h"

/* a struct does not know where its values stood, the bytes do */
static ANVIL_COLD void locate_violations(const struct anvil_shape *shape,
                                         struct anvil_report *report, struct anvil_str body,
                                         bool skips_null) {
    for (uint16_t i = 0; i < report->count; i++) {
        struct anvil_violation *violation = &report->violations[i];
        if (violation->offset == ANVIL_NO_OFFSET)
            violation->offset =
                anvil_locate(shape, body, anvil_violation_path(report, violation), skips_null);
    }
}

static ANVIL_COLD enum anvil_status check_message(const struct anvil_shape *shape,
                                                  struct anvil_str body, unsigned checks,
                                                  struct anvil_arena *arena, const void *out,
                                                  struct anvil_findings *findings) {
    struct anvil_report *report = findings->report;
    enum anvil_status status =
        anvil_check_into(shape, out, checks & ANVIL_CHECK_BITS, arena, findings);
    if (status == ANVIL_OK && report != NULL)
        locate_violations(shape, report, body, (checks & ANVIL_LENIENT) != 0);
    return status;
}

enum anvil_status anvil_decode(const struct anvil_shape *shape, struct anvil_str body,
                               unsigned checks, struct anvil_arena *arena, void *out,
                               struct anvil_report *report) {
    if (ANVIL_LIKELY(anvil_read_plain_message(shape, body, checks, out)))
        return anvil_findings_none(report);
    struct anvil_findings findings = {.report = report};
    size_t used = arena != NULL ? arena->used : 0;
    /* the whole message first, then what the struct shows */
    enum anvil_status status = anvil_read_message(shape, body, checks, arena, out, &findings);
    if (ANVIL_UNLIKELY(findings.wants_check)) {
        status = check_message(shape, body, checks, arena, out, &findings);
        /* [I-16] as above */
        if (status != ANVIL_OK && arena != NULL)
            arena->used = used;
    }
    return status == ANVIL_OK ? anvil_findings_end(&findings) : status;
}
