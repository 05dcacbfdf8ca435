/* SPDX-License-Identifier: Apache-2.0 */
/* What the files of the classifier, by looks and by store, have in common. */
#ifndef ANVIL_IDENTITY_IDENTIFY_H
#define ANVIL_IDENTITY_IDENTIFY_H

#include "anvil/identity.h"

/* What anvil_identify() returns, without another copy of it on the stack. */
ANVIL_LOCAL void anvil_identity_find(const struct anvil_identity_rule *rule, struct anvil_str text,
                                     struct anvil_identity *found);

/* Sets `verdict` and clears all else. */
ANVIL_LOCAL void anvil_identity_be_nothing(struct anvil_identity *found,
                                           enum anvil_identity_verdict verdict);

/* What the text, one or more bytes, is, into *found, which is nothing yet; R-100 is not asked. */
ANVIL_LOCAL void anvil_identity_classify(const struct anvil_identity_rule *rule,
                                         struct anvil_str text, struct anvil_identity *found);

/* Fills in what follows from `resource` being what the text names in this form, all but the text's
 * own views; `flags` are those of its spelling. */
ANVIL_LOCAL void anvil_identity_recognise(const struct anvil_identity_rule *rule,
                                          const struct anvil_resource *resource,
                                          enum anvil_reference_form form, unsigned flags,
                                          struct anvil_identity *found);

#endif
