/* SPDX-License-Identifier: Apache-2.0 */
/* What holds for every classified text, whatever it is. */
#ifndef UNIT_IDENTITY_ASSERT_H
#define UNIT_IDENTITY_ASSERT_H

#include "anvil/identity.h"

/* Fails the running test unless the two are the same view: same bytes at the same place. */
void assert_same_view(struct anvil_str a, struct anvil_str b);

/* Fails the running test unless `text` is the parts of `arn` with separators between them, and
 * every part lies in it. */
void assert_arn_covers(const struct anvil_arn *arn, struct anvil_str text);

/* Classifies `text` and fails the running test unless the result is consistent in itself and with
 * the rule. */
struct anvil_identity identify_and_assert(const struct anvil_identity_rule *rule,
                                          struct anvil_str text);

#endif
