/* SPDX-License-Identifier: Apache-2.0 */
/* What a text is: what is no resource, then ARN or not, then which type. Knows what the member
 * takes by its rule; knows no account, so a bare value is judged by its looks. The words for kinds
 * are the table's. Constraints are identify.c's business. */
#include "identity/identify.h"

#include "base/bytes.h"
#include "base/port.h"
#include "identity/arn.h"
#include "identity/bare_id.h"
#include "identity/byte_class.h"
#include "identity/no_resource.h"

ANVIL_COLD_FILE

void anvil_identity_recognise(const struct anvil_identity_rule *rule,
                              const struct anvil_resource *resource, enum anvil_reference_form form,
                              unsigned flags, struct anvil_identity *found) {
    const struct anvil_str *kind = &resource->arn_name;
    if (form == ANVIL_TAKES_ID) {
        kind = &resource->id_name;
        if (resource->form == ANVIL_FORM_NAME && !rule->has_country) /* */
            flags |= ANVIL_IDENTITY_NEEDS_COUNTRY;
    }
    uint64_t taken = 0;
    if ((rule->forms & form) != 0)
        taken = rule->accepts & UINT64_C(1) << (resource - rule->table->resources);
    /* */
    flags |= ANVIL_IDENTITY_EXTENSION * (unsigned)((taken & rule->extensions) != 0);
    found->verdict = taken != 0 ? ANVIL_IDENTITY_OK : ANVIL_IDENTITY_WRONG_TYPE;
    found->kind = *kind;
    found->flags = flags;
    found->resource = resource;
}

/* `rest` is what follows the scheme. */
static void identify_arn(const struct anvil_identity_rule *rule, struct anvil_str text,
                         struct anvil_str rest, struct anvil_identity *found) {
    bool is_canonical = false;
    const struct anvil_resource *resource =
        anvil_arn_read(rule->table, rest, &found->arn, &is_canonical);
    if (resource != NULL) {
        found->id = found->arn.id;
        anvil_identity_recognise(
            rule, resource, ANVIL_TAKES_ARN,
            ANVIL_IDENTITY_IS_ARN | (is_canonical ? ANVIL_IDENTITY_CANONICAL : 0U), found);
    } else if (rule->other == NULL ||
               !anvil_identify_foreign(rule->other, rule->table->service, text, found)) {
        anvil_identity_be_nothing(found, ANVIL_IDENTITY_INVALID_ARN);
    }
}

/* The first type of this form that the member takes, whichever way; NULL when it takes none. */
static ANVIL_NOINLINE const struct anvil_resource *
accepted_of(const struct anvil_identity_rule *rule, enum anvil_identity_form form) {
    const struct anvil_resource *resource = rule->table->resources;
    for (uint64_t accepts = rule->accepts; accepts != 0; accepts >>= 1, resource++)
        if ((accepts & 1) != 0 && resource->form == form)
            return resource;
    return NULL;
}

/* The same where it is the only type that the member takes. */
static const struct anvil_resource *only_of(const struct anvil_identity_rule *rule,
                                            enum anvil_identity_form form) {
    return (rule->accepts & (rule->accepts - 1)) == 0 ? accepted_of(rule, form) : NULL;
}

/* Which resource a bare value is by its looks, or NULL, and the flags of its spelling: canonical,
 * or ambiguous when it looks like another resource, too. */
static const struct anvil_resource *judge_bare(const struct anvil_identity_rule *rule,
                                               struct anvil_str text, unsigned *flags) {
    const struct anvil_resource_table *table = rule->table;
    /* What the customer chose may look like an ID of another type. */
    const struct anvil_resource *named = only_of(rule, ANVIL_FORM_LABEL);
    if (named == NULL) {
        const struct anvil_resource *canonical =
            anvil_id_find_canonical(table->resources, table->count, text);
        if (canonical != NULL) { /* */
            *flags = ANVIL_IDENTITY_CANONICAL;
            return canonical;
        }
        if (anvil_id_is_name(text)) /* */
            named = accepted_of(rule, ANVIL_FORM_NAME);
    } else if (text.len > named->max_length) {
        return NULL;
    }
    if (!is_made_of(text, &anvil_words))
        return NULL;
    const struct anvil_resource *prefixed = anvil_id_find_prefixed(table, text);
    if (named != NULL) {
        *flags = prefixed != NULL ? ANVIL_IDENTITY_AMBIGUOUS : 0;
        return named;
    }
    if (prefixed != NULL) /* and the members that take names alike */
        return prefixed;
    return only_of(rule, ANVIL_FORM_OPAQUE); /* */
}

static void identify_bare(const struct anvil_identity_rule *rule, struct anvil_str text,
                          struct anvil_identity *found) {
    unsigned flags = 0;
    const struct anvil_resource *resource = judge_bare(rule, text, &flags);
    if (resource != NULL) {
        found->id = text;
        anvil_identity_recognise(rule, resource, ANVIL_TAKES_ID, flags, found);
    } else if (memchr(text.ptr, ':', text.len) != NULL || memchr(text.ptr, '/', text.len) != NULL) {
        found->verdict = ANVIL_IDENTITY_INVALID_ARN; /* */
    }
}

void anvil_identity_classify(const struct anvil_identity_rule *rule, struct anvil_str text,
                             struct anvil_identity *found) {
    enum { SCHEME_BYTES = sizeof ANVIL_ARN_SCHEME - 1 };
    const struct anvil_identity_other *other = rule->other;
    if (other != NULL && anvil_identify_word(other, text, found))
        return;
    if (text.len >= SCHEME_BYTES && load_u32(text.ptr) == load_u32(ANVIL_ARN_SCHEME)) /* */
        identify_arn(rule, text, anvil_str_of(text.ptr + SCHEME_BYTES, text.len - SCHEME_BYTES),
                     found);
    else if (other != NULL && anvil_identify_address(other, text, found))
        return;
    else if (text.ptr[0] != '+') /* */
        identify_bare(rule, text, found);
}
