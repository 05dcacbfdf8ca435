/* SPDX-License-Identifier: Apache-2.0 */
/* The classifier: constraints, then ARN or not, then which kind. Knows what the member takes by its
 * rule; knows no account, so a bare value is judged by its looks. The words for kinds are the
 * table's. */
#include "identity/identify.h"
#include "identity/arn.h"
#include "identity/bare_id.h"
#include "identity/byte_class.h"

static uint64_t resource_bit(const struct anvil_identity_rule *rule,
                             const struct anvil_resource *resource) {
    return UINT64_C(1) << (resource - rule->table->resources);
}

bool anvil_rule_takes(const struct anvil_identity_rule *rule,
                      const struct anvil_resource *resource) {
    return (rule->accepts & resource_bit(rule, resource)) != 0;
}

static struct anvil_identity identity_unrecognised(enum anvil_identity_verdict verdict) {
    struct anvil_identity found = {0};
    found.verdict = verdict;
    return found;
}

/* What holds for a recognised identity in either form. */
static struct anvil_identity identity_recognised(const struct anvil_identity_rule *rule,
                                                 const struct anvil_resource *resource,
                                                 struct anvil_str id) {
    struct anvil_identity found = {0};
    found.resource = resource;
    found.id = id;
    found.verdict =
        anvil_rule_takes(rule, resource) ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_WRONG_TYPE;
    if (anvil_id_is_canonical(resource, id)) /* */
        found.flags |= ANVIL_IDENTITY_CANONICAL;
    if ((rule->accepts & rule->extensions & resource_bit(rule, resource)) != 0) /* */
        found.flags |= ANVIL_IDENTITY_EXTENSION;
    return found;
}

struct anvil_identity anvil_identity_of_bare(const struct anvil_identity_rule *rule,
                                             const struct anvil_resource *resource,
                                             struct anvil_str text) {
    struct anvil_identity found = identity_recognised(rule, resource, text);
    if (resource->form == ANVIL_FORM_NAME && !rule->has_country) /* */
        found.flags |= ANVIL_IDENTITY_NEEDS_COUNTRY;
    return found;
}

static struct anvil_identity identify_arn(const struct anvil_identity_rule *rule,
                                          struct anvil_str text) {
    struct anvil_arn arn;
    const struct anvil_resource *resource = anvil_arn_read(rule->table, text, &arn);
    if (resource == NULL)
        return identity_unrecognised(ANVIL_IDENTITY_INVALID_ARN);
    struct anvil_identity found = identity_recognised(rule, resource, arn.id);
    found.flags |= ANVIL_IDENTITY_IS_ARN;
    found.arn = arn;
    return found;
}

/* The kind of name that the member takes, the first one of the table; NULL when it takes none. */
static const struct anvil_resource *accepted_name(const struct anvil_identity_rule *rule) {
    for (size_t i = 0; i < rule->table->count; i++) {
        const struct anvil_resource *resource = &rule->table->resources[i];
        if (resource->form == ANVIL_FORM_NAME && anvil_rule_takes(rule, resource))
            return resource;
    }
    return NULL;
}

static struct anvil_identity identify_bare(const struct anvil_identity_rule *rule,
                                           struct anvil_str text) {
    const struct anvil_resource *canonical = anvil_id_find_canonical(rule->table, text);
    if (canonical != NULL) /* */
        return anvil_identity_of_bare(rule, canonical, text);
    const struct anvil_resource *prefixed = anvil_id_find_prefixed(rule->table, text);
    const struct anvil_resource *name = accepted_name(rule);
    if (name != NULL && anvil_id_is_name(text)) { /* */
        struct anvil_identity found = anvil_identity_of_bare(rule, name, text);
        if (prefixed != NULL)
            found.flags |= ANVIL_IDENTITY_AMBIGUOUS;
        return found;
    }
    if (prefixed != NULL) /* and the members that take names alike */
        return anvil_identity_of_bare(rule, prefixed, text);
    return identity_unrecognised(ANVIL_IDENTITY_UNKNOWN);
}

struct anvil_identity anvil_identify(const struct anvil_identity_rule *rule,
                                     struct anvil_str text) {
    static const struct anvil_str SCHEME = ANVIL_STR(ANVIL_ARN_SCHEME);
    /* Length first: what is too long is not read. */
    if (text.ptr == NULL || text.len < rule->min || text.len > rule->max)
        return identity_unrecognised(ANVIL_IDENTITY_CONSTRAINT);
    unsigned classes = anvil_classes_in(text);
    if ((classes & ANVIL_BYTES_OTHER) != 0)
        return identity_unrecognised(ANVIL_IDENTITY_CONSTRAINT);
    if (anvil_begins_with(text, SCHEME)) /* */
        return identify_arn(rule, text);
    if ((classes & ANVIL_BYTES_SEPARATOR) != 0)
        return identity_unrecognised(ANVIL_IDENTITY_INVALID_ARN);
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
    if (identity->resource == NULL)
        return anvil_str_of(NULL, 0);
    return (identity->flags & ANVIL_IDENTITY_IS_ARN) != 0 ? identity->resource->arn_name
                                                          : identity->resource->id_name;
}
