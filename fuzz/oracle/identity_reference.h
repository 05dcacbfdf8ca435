/* SPDX-License-Identifier: Apache-2.0 */
/* The verdict of spec/identity-rules.md on a value, rule by rule on terminated strings. Knows the
 * descriptors and nothing of the classifier. */
#ifndef FUZZ_IDENTITY_REFERENCE_H
#define FUZZ_IDENTITY_REFERENCE_H

#include "anvil/identity.h"

/* Whether the reference can judge the text: ASCII without NUL, shorter than this. */
enum { NAIVE_IDENTITY_MAX = 2048 };
bool naive_identity_can_judge(struct anvil_str text);

/* The verdict on a text that it can judge. */
enum anvil_identity_verdict naive_identity(const struct anvil_identity_rule *rule,
                                           struct anvil_str value);

/* Splits at the first five colons. Returns where each of the six parts begins and how long
 * it is; false when there are fewer. */
bool naive_arn_parts(struct anvil_str text, struct anvil_str parts[6]);

#endif
