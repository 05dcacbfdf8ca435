/* SPDX-License-Identifier: Apache-2.0 */
/* Collects pointers into constant tables. */
#include "model_parts.h"

#include "sample/sample_bounds.h"
#include "sample/sample_shapes.h"
#include "smsv2/smsv2.h"
#include "spec/table_walk.h"

#include <assert.h>

static const struct anvil_pattern *patterns[MODEL_PATTERNS_MAX];
static const struct anvil_identity_rule *rules[MODEL_RULES_MAX];
static size_t pattern_count;
static size_t rule_count;

static void add(const void **list, size_t *count, size_t most, const void *item) {
    for (size_t i = 0; i < *count; i++)
        if (list[i] == item)
            return;
    assert(*count < most);
    list[(*count)++] = item;
}

static void add_members(const struct anvil_shape *shape) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_limits *limits = shape->members[i].limits;
        if (limits != NULL && limits->pattern != NULL)
            add((const void **)patterns, &pattern_count, MODEL_PATTERNS_MAX, limits->pattern);
        if (limits != NULL && limits->identity != NULL)
            add((const void **)rules, &rule_count, MODEL_RULES_MAX, limits->identity);
    }
}

static void collect(void) {
    static struct table_walk walk;
    if (pattern_count != 0)
        return;
    table_walk(&smsv2_operations, &walk);
    for (size_t i = 0; i < walk.count; i++)
        add_members(walk.shapes[i]);
    add_members(&sample_message_shape);
    add_members(&sample_bounds_shape);
}

size_t model_pattern_count(void) {
    collect();
    return pattern_count;
}

const struct anvil_pattern *model_pattern(size_t index) {
    return patterns[index % model_pattern_count()];
}

size_t model_rule_count(void) {
    collect();
    return rule_count;
}

const struct anvil_identity_rule *model_rule(size_t index) {
    collect();
    return rules[index % rule_count];
}
