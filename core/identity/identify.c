/* SPDX-License-Identifier: Apache-2.0 */
/* The classifier: constraints, then what is no resource, then ARN or not, then which type. Knows
 * what the member takes by its rule; knows no account, so a bare value is judged by its looks. The
 * words for kinds are the table's. */
#include "identity/identify.h"

#include "base/class.h"
#include "base/port.h"
#include "identity/arn.h"
#include "identity/bare_id.h"
#include "identity/byte_class.h"
#include "identity/no_resource.h"

ANVIL_COLD_FILE

static uint64_t resource_bit(const struct anvil_identity_rule *rule,
                             const struct anvil_resource *resource) {
    return UINT64_C(1) << (resource - rule->table->resources);
}

/* Whether the member takes resources of this type in this form. */
static bool rule_takes(const struct anvil_identity_rule *rule,
                       const struct anvil_resource *resource, enum anvil_reference_form form) {
    return (rule->forms & form) != 0 && (rule->accepts & resource_bit(rule, resource)) != 0;
}

bool anvil_rule_takes_bare(const struct anvil_identity_rule *rule,
                           const struct anvil_resource *resource) {
    return rule_takes(rule, resource, ANVIL_TAKES_ID);
}

bool anvil_rule_takes_only(const struct anvil_identity_rule *rule,
                           const struct anvil_resource *resource) {
    return rule->accepts == resource_bit(rule, resource);
}

static struct anvil_identity identity_unrecognised(enum anvil_identity_verdict verdict) {
    struct anvil_identity found = {0};
    found.verdict = verdict;
    return found;
}

/* What holds for a recognised identity in either form. */
static struct anvil_identity identity_recognised(const struct anvil_identity_rule *rule,
                                                 const struct anvil_resource *resource,
                                                 enum anvil_reference_form form,
                                                 struct anvil_str id) {
    struct anvil_identity found = {0};
    bool is_taken = rule_takes(rule, resource, form);
    found.resource = resource;
    found.id = id;
    found.kind = form == ANVIL_TAKES_ARN ? resource->arn_name : resource->id_name;
    found.verdict = is_taken ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_WRONG_TYPE;
    if (anvil_id_is_canonical(resource, id)) /* */
        found.flags |= ANVIL_IDENTITY_CANONICAL;
    if (is_taken && (rule->extensions & resource_bit(rule, resource)) != 0) /* */
        found.flags |= ANVIL_IDENTITY_EXTENSION;
    return found;
}

struct anvil_identity anvil_identity_of_bare(const struct anvil_identity_rule *rule,
                                             const struct anvil_resource *resource,
                                             struct anvil_str text) {
    struct anvil_identity found = identity_recognised(rule, resource, ANVIL_TAKES_ID, text);
    if (resource->form == ANVIL_FORM_NAME && !rule->has_country) /* */
        found.flags |= ANVIL_IDENTITY_NEEDS_COUNTRY;
    return found;
}

static struct anvil_identity identify_arn(const struct anvil_identity_rule *rule,
                                          struct anvil_str text) {
    struct anvil_arn arn;
    struct anvil_identity found = {0};
    const struct anvil_resource *resource = anvil_arn_read(rule->table, text, &arn);
    if (resource == NULL && rule->other != NULL &&
        anvil_identify_foreign(rule->other, rule->table->service, text, &found))
        return found;
    if (resource == NULL)
        return identity_unrecognised(ANVIL_IDENTITY_INVALID_ARN);
    found = identity_recognised(rule, resource, ANVIL_TAKES_ARN, arn.id);
    found.flags |= ANVIL_IDENTITY_IS_ARN;
    found.arn = arn;
    return found;
}

/* The first type of this form that the member takes, whichever way; NULL when it takes none. */
static const struct anvil_resource *accepted_of(const struct anvil_identity_rule *rule,
                                                enum anvil_identity_form form) {
    for (size_t i = 0; i < rule->table->count; i++) {
        const struct anvil_resource *resource = &rule->table->resources[i];
        if (resource->form == form && (rule->accepts & resource_bit(rule, resource)) != 0)
            return resource;
    }
    return NULL;
}

/* The same where it is the only type that the member takes. */
static const struct anvil_resource *only_of(const struct anvil_identity_rule *rule,
                                            enum anvil_identity_form form) {
    const struct anvil_resource *resource = accepted_of(rule, form);
    return resource != NULL && anvil_rule_takes_only(rule, resource) ? resource : NULL;
}

/* What the customer chose may look like an ID of another type. */
static struct anvil_identity identify_label(const struct anvil_identity_rule *rule,
                                            const struct anvil_resource *label,
                                            struct anvil_str text) {
    if (text.len > label->max_length || !anvil_is_made_of(text, ANVIL_BYTES_ID))
        return identity_unrecognised(ANVIL_IDENTITY_UNKNOWN);
    struct anvil_identity found = anvil_identity_of_bare(rule, label, text);
    if (anvil_id_find_prefixed(rule->table, text) != NULL)
        found.flags |= ANVIL_IDENTITY_AMBIGUOUS;
    return found;
}

static struct anvil_identity identify_bare(const struct anvil_identity_rule *rule,
                                           struct anvil_str text) {
    const struct anvil_resource *label = only_of(rule, ANVIL_FORM_LABEL);
    if (label != NULL)
        return identify_label(rule, label, text);
    const struct anvil_resource *canonical = anvil_id_find_canonical(rule->table, text);
    if (canonical != NULL) /* */
        return anvil_identity_of_bare(rule, canonical, text);
    const struct anvil_resource *prefixed = anvil_id_find_prefixed(rule->table, text);
    const struct anvil_resource *name = accepted_of(rule, ANVIL_FORM_NAME);
    if (name != NULL && anvil_id_is_name(text)) { /* */
        struct anvil_identity found = anvil_identity_of_bare(rule, name, text);
        if (prefixed != NULL)
            found.flags |= ANVIL_IDENTITY_AMBIGUOUS;
        return found;
    }
    if (prefixed != NULL) /* and the members that take names alike */
        return anvil_identity_of_bare(rule, prefixed, text);
    const struct anvil_resource *opaque = only_of(rule, ANVIL_FORM_OPAQUE);
    if (opaque != NULL && anvil_is_made_of(text, ANVIL_BYTES_ID)) /* */
        return anvil_identity_of_bare(rule, opaque, text);
    return identity_unrecognised(ANVIL_IDENTITY_UNKNOWN);
}

/* Length first: what is too long is not read. A code point has at most four bytes. */
static bool breaks_constraint(const struct anvil_identity_rule *rule, struct anvil_str text) {
    size_t code_points = 0;
    if (text.ptr == NULL || (rule->max != UINT16_MAX && text.len > (size_t)rule->max * 4))
        return true;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte < 0x80 ? !anvil_class_has(&rule->bytes, byte) : !rule->takes_utf8)
            return true;
        code_points += (byte & 0xC0) != 0x80;
    }
    return code_points < rule->min || (rule->max != UINT16_MAX && code_points > rule->max);
}

struct anvil_identity anvil_identify(const struct anvil_identity_rule *rule,
                                     struct anvil_str text) {
    static const struct anvil_str SCHEME = ANVIL_STR(ANVIL_ARN_SCHEME);
    struct anvil_identity found = {0};
    if (breaks_constraint(rule, text))
        return identity_unrecognised(ANVIL_IDENTITY_CONSTRAINT);
    if (text.len == 0)
        return identity_unrecognised(ANVIL_IDENTITY_UNKNOWN);
    if (rule->other != NULL && anvil_identify_word(rule->other, text, &found))
        return found;
    if (anvil_begins_with(text, SCHEME)) /* */
        return identify_arn(rule, text);
    if (rule->other != NULL && (anvil_identify_number(rule->other, text, &found) ||
                                anvil_identify_endpoint(rule->other, text, &found)))
        return found;
    unsigned classes = anvil_classes_in(text);
    if (text.ptr[0] == '+') /* */
        return identity_unrecognised(ANVIL_IDENTITY_UNKNOWN);
    if ((classes & ANVIL_BYTES_SEPARATOR) != 0)
        return identity_unrecognised(ANVIL_IDENTITY_INVALID_ARN);
    if ((classes & ANVIL_BYTES_OTHER) != 0)
        return identity_unrecognised(ANVIL_IDENTITY_UNKNOWN);
    return identify_bare(rule, text);
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
