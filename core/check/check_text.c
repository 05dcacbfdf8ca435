/* SPDX-License-Identifier: Apache-2.0 */
/* Strings and enums. Every broken constraint of a value is told, not only the first: text
 * that is too long and breaks its pattern breaks both. */
#include "check/check_kinds.h"

#include "base/port.h"
#include "check/clean.h"
#include "check/pattern.h"
#include "identity/identify.h"
#include "text/utf8.h"

ANVIL_COLD_FILE

/* In a function of its own, because what is found out about an identity is large. */
static ANVIL_COLD bool is_identity_good(const struct anvil_identity_rule *rule,
                                        struct anvil_str text) {
    struct anvil_identity found;
    anvil_identity_find(rule, text, &found);
    return found.verdict == ANVIL_IDENTITY_OK;
}

/* Tells which constraints text breaks that is not surely good, if any. */
static inline enum anvil_status
look_at_text(struct checker *checker, const struct anvil_limits *limits, struct anvil_str text) {
    /* the length of a string is its number of Unicode scalar values */
    size_t code_points = 0;
    if (!anvil_utf8_count(text.ptr, text.len, &code_points))
        return anvil_checker_fail(checker, ANVIL_E_UTF8, 0);
    if (limits == NULL)
        return ANVIL_OK;
    anvil_checker_begin_path(checker);
    anvil_checker_tell_length(checker, limits, code_points);
    if (limits->pattern != NULL && !anvil_pattern_matches(limits->pattern, text))
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_PATTERN, limits, 0, 0);
    /* */
    if (limits->values != NULL && anvil_enum_code(limits->values, text) == ANVIL_ENUM_UNKNOWN)
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_ENUM, limits, 0, 0);
    if ((checker->checks & ANVIL_CHECK_IDENTITY) != 0 && limits->identity != NULL &&
        !is_identity_good(limits->identity, text))
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_IDENTITY, limits, 0, 0);
    return ANVIL_OK;
}

enum anvil_status anvil_check_text(struct checker *checker, const struct anvil_member *member,
                                   const unsigned char *slot) {
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    /* Whether an identity fits its member is more than its bytes tell. */
    if (ANVIL_LIKELY((checker->checks & ANVIL_CHECK_IDENTITY) == 0 &&
                     is_clean(checker->kernel, member->run, text)))
        return ANVIL_OK;
    return look_at_text(checker, member->limits, text);
}
