/* SPDX-License-Identifier: Apache-2.0 */
/* Every broken constraint of a value is told, not only the first: text that is too long and
 * breaks its pattern breaks both. */
#include "check/text.h"

#include "anvil/identity.h"
#include "base/port.h"
#include "check/pattern.h"
#include "text/utf8.h"

ANVIL_COLD_FILE

static void add(enum anvil_constraint constraint, const struct anvil_limits *limits, uint64_t limit,
                uint64_t actual, struct anvil_findings *findings) {
    struct anvil_violation violation = {constraint, 0, 0, ANVIL_NO_OFFSET, limit, actual, limits};
    anvil_findings_add(findings, &violation);
}

void anvil_check_length(const struct anvil_limits *limits, uint64_t actual, unsigned checks,
                        struct anvil_findings *findings) {
    if ((checks & ANVIL_CHECK_MIN) != 0 && actual < limits->min)
        add(ANVIL_CONSTRAINT_MIN, limits, limits->min, actual, findings);
    if ((checks & ANVIL_CHECK_MAX) != 0 && actual > limits->max)
        add(ANVIL_CONSTRAINT_MAX, limits, limits->max, actual, findings);
}

enum anvil_status anvil_check_text(const struct anvil_limits *limits, struct anvil_str text,
                                   unsigned checks, struct anvil_findings *findings) {
    /* the length of a string is its number of Unicode scalar values */
    size_t code_points = 0;
    if (!anvil_utf8_count(text.ptr, text.len, &code_points))
        return ANVIL_E_UTF8;
    if (limits == NULL)
        return ANVIL_OK;
    anvil_check_length(limits, code_points, checks, findings);
    if ((checks & ANVIL_CHECK_PATTERN) != 0 && limits->pattern != NULL &&
        !anvil_pattern_matches(limits->pattern, text))
        add(ANVIL_CONSTRAINT_PATTERN, limits, 0, 0, findings);
    /* */
    if ((checks & ANVIL_CHECK_ENUM) != 0 && limits->values != NULL &&
        anvil_enum_code(limits->values, text) == ANVIL_ENUM_UNKNOWN)
        add(ANVIL_CONSTRAINT_ENUM, limits, 0, 0, findings);
    if ((checks & ANVIL_CHECK_IDENTITY) != 0 && limits->identity != NULL) {
        struct anvil_identity identity = anvil_identify(limits->identity, text);
        if (identity.verdict != ANVIL_IDENTITY_OK)
            add(ANVIL_CONSTRAINT_IDENTITY, limits, 0, 0, findings);
    }
    return ANVIL_OK;
}
