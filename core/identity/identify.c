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

/* What holds for a recognised identity in either form. */
static void recognise(const struct anvil_identity_rule *rule, const struct anvil_resource *resource,
                      enum anvil_reference_form form, struct anvil_str id,
                      struct anvil_identity *found) {
    bool is_taken = rule_takes(rule, resource, form);
    found->resource = resource;
    found->id = id;
    found->kind = form == ANVIL_TAKES_ARN ? resource->arn_name : resource->id_name;
    found->verdict = is_taken ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_WRONG_TYPE;
    if (anvil_id_is_canonical(resource, id)) /* */
        found->flags |= ANVIL_IDENTITY_CANONICAL;
    if (is_taken && (rule->extensions & resource_bit(rule, resource)) != 0) /* */
        found->flags |= ANVIL_IDENTITY_EXTENSION;
}

void anvil_identity_be_bare(const struct anvil_identity_rule *rule,
                            const struct anvil_resource *resource, struct anvil_str text,
                            struct anvil_identity *found) {
    recognise(rule, resource, ANVIL_TAKES_ID, text, found);
    if (resource->form == ANVIL_FORM_NAME && !rule->has_country) /* */
        found->flags |= ANVIL_IDENTITY_NEEDS_COUNTRY;
}

static void identify_arn(const struct anvil_identity_rule *rule, struct anvil_str text,
                         struct anvil_identity *found) {
    static const struct anvil_arn NO_ARN = {0};
    const struct anvil_resource *resource = anvil_arn_read(rule->table, text, &found->arn);
    if (resource != NULL) {
        found->flags = ANVIL_IDENTITY_IS_ARN;
        recognise(rule, resource, ANVIL_TAKES_ARN, found->arn.id, found);
    } else if (rule->other == NULL ||
               !anvil_identify_foreign(rule->other, rule->table->service, text, found)) {
        found->arn = NO_ARN;
        found->verdict = ANVIL_IDENTITY_INVALID_ARN;
    }
}

/* The first type of this form that the member takes, whichever way; NULL when it takes none. */
static ANVIL_NOINLINE const struct anvil_resource *
accepted_of(const struct anvil_identity_rule *rule, enum anvil_identity_form form) {
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

/* Which resource a bare value is by its looks, or NULL; *is_ambiguous when it looks like another
 * one, too. */
static ANVIL_NOINLINE const struct anvil_resource *
judge_bare(const struct anvil_identity_rule *rule, struct anvil_str text, bool *is_ambiguous) {
    const struct anvil_resource *label = only_of(rule, ANVIL_FORM_LABEL);
    if (label != NULL) { /* what the customer chose may look like an ID of another type */
        *is_ambiguous = anvil_id_find_prefixed(rule->table, text) != NULL;
        bool is_label = text.len <= label->max_length && anvil_is_made_of(text, ANVIL_BYTES_ID);
        return is_label ? label : NULL;
    }
    const struct anvil_resource *canonical = anvil_id_find_canonical(rule->table, text);
    if (canonical != NULL) /* */
        return canonical;
    const struct anvil_resource *prefixed = anvil_id_find_prefixed(rule->table, text);
    const struct anvil_resource *name = accepted_of(rule, ANVIL_FORM_NAME);
    if (name != NULL && anvil_id_is_name(text)) { /* */
        *is_ambiguous = prefixed != NULL;
        return name;
    }
    if (prefixed != NULL) /* and the members that take names alike */
        return prefixed;
    if (!anvil_is_made_of(text, ANVIL_BYTES_ID))
        return NULL;
    return only_of(rule, ANVIL_FORM_OPAQUE); /* */
}

static void identify_bare(const struct anvil_identity_rule *rule, struct anvil_str text,
                          struct anvil_identity *found) {
    bool is_ambiguous = false;
    const struct anvil_resource *resource = judge_bare(rule, text, &is_ambiguous);
    if (resource == NULL)
        return;
    anvil_identity_be_bare(rule, resource, text, found);
    if (is_ambiguous)
        found->flags |= ANVIL_IDENTITY_AMBIGUOUS;
}

/* Length first: what is too long is not read. A code point has at most four bytes. */
static ANVIL_NOINLINE bool breaks_constraint(const struct anvil_identity_rule *rule,
                                             struct anvil_str text) {
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

void anvil_identity_find(const struct anvil_identity_rule *rule, struct anvil_str text,
                         struct anvil_identity *found) {
    static const struct anvil_str SCHEME = ANVIL_STR(ANVIL_ARN_SCHEME);
    static const struct anvil_identity NOTHING = {.verdict = ANVIL_IDENTITY_UNKNOWN};
    *found = NOTHING;
    if (breaks_constraint(rule, text)) {
        found->verdict = ANVIL_IDENTITY_CONSTRAINT;
        return;
    }
    if (text.len == 0 || (rule->other != NULL && anvil_identify_word(rule->other, text, found)))
        return;
    if (anvil_begins_with(text, SCHEME)) { /* */
        identify_arn(rule, text, found);
        return;
    }
    if (rule->other != NULL && (anvil_identify_number(rule->other, text, found) ||
                                anvil_identify_endpoint(rule->other, text, found)))
        return;
    if (text.ptr[0] == '+') /* */
        return;
    unsigned classes = anvil_classes_in(text);
    if ((classes & ANVIL_BYTES_SEPARATOR) != 0)
        found->verdict = ANVIL_IDENTITY_INVALID_ARN;
    else if ((classes & ANVIL_BYTES_OTHER) == 0)
        identify_bare(rule, text, found);
}

struct anvil_identity anvil_identify(const struct anvil_identity_rule *rule,
                                     struct anvil_str text) {
    struct anvil_identity found;
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
