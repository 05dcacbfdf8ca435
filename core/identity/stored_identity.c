/* SPDX-License-Identifier: Apache-2.0 */
/* What exists beats what a value looks like. Knows how to ask a store, not what is in it. */
#include "base/port.h"
#include "identity/identify.h"

ANVIL_COLD_FILE

/* Whether the store may be asked for a `resource` under a bare value. */
static bool is_lookup_candidate(const struct anvil_identity_rule *rule,
                                const struct anvil_resource *resource) {
    /* Opaque IDs are recognised only where nothing else is taken, held or not. */
    return anvil_rule_takes_bare(rule, resource) &&
           (resource->form != ANVIL_FORM_OPAQUE || anvil_rule_takes_only(rule, resource));
}

struct anvil_identity anvil_identify_stored(const struct anvil_identity_rule *rule,
                                            const struct anvil_identity_store *store,
                                            struct anvil_str text) {
    struct anvil_identity looks = anvil_identify(rule, text);
    if (looks.verdict == ANVIL_IDENTITY_CONSTRAINT || looks.verdict == ANVIL_IDENTITY_INVALID_ARN ||
        (looks.flags & ANVIL_IDENTITY_IS_ARN) != 0 || text.len == 0 ||
        (looks.verdict == ANVIL_IDENTITY_OK && looks.resource == NULL))
        return looks;

    /* */
    const struct anvil_resource *held = NULL;
    size_t held_count = 0;
    for (size_t i = 0; i < rule->table->count; i++) {
        const struct anvil_resource *resource = &rule->table->resources[i];
        if (!is_lookup_candidate(rule, resource) || !store->holds(store->context, resource, text))
            continue;
        if (held == NULL || resource == looks.resource)
            held = resource;
        held_count++;
    }
    if (held == NULL)
        return looks;
    struct anvil_identity found = anvil_identity_of_bare(rule, held, text);
    if (held_count > 1)
        found.flags |= ANVIL_IDENTITY_AMBIGUOUS;
    return found;
}
