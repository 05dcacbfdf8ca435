/* SPDX-License-Identifier: Apache-2.0 */
/* The patterns and the identity rules of the service and of the samples, each once: found by
 * walking the tables at the first call, and the same in every run. */
#ifndef FUZZ_MODEL_PARTS_H
#define FUZZ_MODEL_PARTS_H

#include "anvil/identity_rule.h"
#include "anvil/shape.h"

enum { MODEL_PATTERNS_MAX = 256, MODEL_RULES_MAX = 256 };

size_t model_pattern_count(void);
const struct anvil_pattern *model_pattern(size_t index);

size_t model_rule_count(void);
const struct anvil_identity_rule *model_rule(size_t index);

#endif
