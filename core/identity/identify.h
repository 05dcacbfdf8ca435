/* SPDX-License-Identifier: Apache-2.0 */
/* What the two classifiers, by looks and by store, have in common. */
#ifndef ANVIL_IDENTITY_IDENTIFY_H
#define ANVIL_IDENTITY_IDENTIFY_H

#include "anvil/identity.h"

/* Whether the member takes the bare form of a resource of this type. `resource` is an entry of the
 * rule's table. */
ANVIL_LOCAL bool anvil_rule_takes_bare(const struct anvil_identity_rule *rule,
                                       const struct anvil_resource *resource);

/* Whether the member takes resources of this type and no other. */
ANVIL_LOCAL bool anvil_rule_takes_only(const struct anvil_identity_rule *rule,
                                       const struct anvil_resource *resource);

/* What anvil_identify() returns, without another copy of it on the stack. */
ANVIL_LOCAL void anvil_identity_find(const struct anvil_identity_rule *rule, struct anvil_str text,
                                     struct anvil_identity *found);

/* Fills in that `text` is the bare ID or name of a `resource`, with the flags that follow. */
ANVIL_LOCAL void anvil_identity_be_bare(const struct anvil_identity_rule *rule,
                                        const struct anvil_resource *resource,
                                        struct anvil_str text, struct anvil_identity *found);

#endif
