/* SPDX-License-Identifier: Apache-2.0 */
/* What exists beats what a value looks like. Knows how to ask a store, not what is in it. */
#include "base/port.h"
#include "identity/bare_id.h"
#include "identity/identify.h"

ANVIL_COLD_FILE

/* Whether the store may be asked for resources of type `i` under a bare value. */
static bool is_lookup_candidate(const struct anvil_identity_rule *rule, size_t i) {
    uint64_t bit = UINT64_C(1) << i;
    /* Opaque IDs are recognised only where nothing else is taken, held or not. */
    return (rule->forms & ANVIL_TAKES_ID) != 0 && (rule->accepts & bit) != 0 &&
           (rule->table->resources[i].form != ANVIL_FORM_OPAQUE || rule->accepts == bit);
}

/* Whether the looks of a value decide, whatever is held. */
static bool is_settled(const struct anvil_identity *looks, struct anvil_str text) {
    return looks->verdict == ANVIL_IDENTITY_CONSTRAINT ||
           looks->verdict == ANVIL_IDENTITY_INVALID_ARN ||
           (looks->flags & ANVIL_IDENTITY_IS_ARN) != 0 || text.len == 0 ||
           (looks->verdict == ANVIL_IDENTITY_OK && looks->resource == NULL);
}

struct anvil_identity anvil_identify_stored(const struct anvil_identity_rule *rule,
                                            const struct anvil_identity_store *store,
                                            struct anvil_str text) {
    struct anvil_identity found = anvil_identify(rule, text);
    if (is_settled(&found, text))
        return found;

    /* */
    const struct anvil_resource *held = NULL;
    size_t held_count = 0;
    for (size_t i = 0; i < rule->table->count; i++) {
        const struct anvil_resource *resource = &rule->table->resources[i];
        if (!is_lookup_candidate(rule, i) || !store->holds(store->context, resource, text))
            continue;
        if (held == NULL || resource == found.resource)
            held = resource;
        held_count++;
    }
    if (held == NULL)
        return found;
    anvil_identity_be_nothing(&found, ANVIL_IDENTITY_UNKNOWN);
    unsigned flags = anvil_id_find_canonical(held, 1, text) != NULL ? ANVIL_IDENTITY_CANONICAL : 0;
    if (held_count > 1)
        flags |= ANVIL_IDENTITY_AMBIGUOUS;
    found.id = text;
    anvil_identity_recognise(rule, held, ANVIL_TAKES_ID, flags, &found);
    return found;
}
