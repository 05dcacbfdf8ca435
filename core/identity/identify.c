/* SPDX-License-Identifier: Apache-2.0 */
/* The door of the classifier: constraints around classify.c, and what comes out. Compiled for
 * speed, as clearing and copying what comes out would else take longer than finding it. */
#include "identity/identify.h"

#include "base/bytes.h"
#include "base/class.h"
#include "base/port.h"
#include "identity/byte_class.h"
#include "scan/kernel.h"

ANVIL_NOINLINE void anvil_identity_be_nothing(struct anvil_identity *found,
                                              enum anvil_identity_verdict verdict) {
    static const struct anvil_str ABSENT = {NULL, 0};
    static const struct anvil_arn NO_ARN = {0};
    found->verdict = verdict;
    found->flags = 0;
    found->resource = NULL;
    found->kind = ABSENT;
    found->id = ABSENT;
    found->arn = NO_ARN;
}

/* Whether the member's pattern can hold every byte of an ARN, an ID or a name of the service. */
static bool takes_identity_bytes(const struct anvil_identity_rule *rule) {
    static const struct anvil_class ALL = {{0xA8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8,
                                            0xF8, 0xF8, 0x50, 0x50, 0x54, 0x50, 0x74}};
    const uint8_t *rows = rule->bytes.rows;
    return ((~load_u64(rows) & load_u64(ALL.rows)) |
            (~load_u64(rows + 8) & load_u64(ALL.rows + 8))) == 0;
}

/* The bytes of a recognised resource are known: another pass over them is for the few
 * members that do not take them all. */
static bool keeps_constraint(const struct anvil_identity_rule *rule, struct anvil_str text,
                             bool is_resource) {
    size_t i = text.len;
    if (!is_resource || !takes_identity_bytes(rule))
        i = anvil_leading(text, &rule->bytes);
    size_t code_points = i;
    for (; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte < 0x80 ? !anvil_class_has(&rule->bytes, byte) : !rule->takes_utf8)
            return false;
        code_points += (byte & 0xC0) != 0x80;
    }
    return code_points >= rule->min && (code_points <= rule->max || rule->max == UINT16_MAX);
}

void anvil_identity_find(const struct anvil_identity_rule *rule, struct anvil_str text,
                         struct anvil_identity *found) {
    anvil_identity_be_nothing(found, ANVIL_IDENTITY_UNKNOWN);
    /* Length first: what is too long is not read. A code point has at most four bytes. */
    if (text.ptr != NULL && (rule->max == UINT16_MAX || text.len <= (size_t)rule->max * 4)) {
        if (text.len != 0)
            anvil_identity_classify(rule, text, found);
        if (keeps_constraint(rule, text, found->resource != NULL))
            return;
    }
    anvil_identity_be_nothing(found, ANVIL_IDENTITY_CONSTRAINT);
}

struct anvil_identity anvil_identify(const struct anvil_identity_rule *rule,
                                     struct anvil_str text) {
    struct anvil_identity found;
    /* Those below go by what has been chosen. */
    (void)anvil_kernel();
    anvil_identity_find(rule, text, &found);
    return found;
}

const char *anvil_identity_verdict_name(enum anvil_identity_verdict verdict) {
    switch (verdict) {
    case ANVIL_IDENTITY_OK:
        return "ok";
    case ANVIL_IDENTITY_CONSTRAINT:
        return "constraint";
    case ANVIL_IDENTITY_INVALID_ARN:
        return "invalid-arn";
    case ANVIL_IDENTITY_WRONG_TYPE:
        return "wrong-type";
    case ANVIL_IDENTITY_UNKNOWN:
        break;
    }
    return "unknown";
}

struct anvil_str anvil_identity_kind(const struct anvil_identity *identity) {
    return identity->kind;
}
