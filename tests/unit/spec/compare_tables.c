/* SPDX-License-Identifier: Apache-2.0 */
/* Walks two services side by side. Pointers may differ, facts may not. */
#include "spec_fixture.h"

#include "anvil/identity.h"
#include "test.h"

#include <string.h>

/* Deep enough for every shape of the models that are compared; the walk stops at it. */
#define DEPTH_MAX 8

static void assert_same_text(struct anvil_str a, struct anvil_str b) {
    if (!anvil_str_equal(a, b))
        fail_msg("\"%.*s\" is not \"%.*s\"", (int)a.len, a.ptr == NULL ? "" : a.ptr, (int)b.len,
                 b.ptr == NULL ? "" : b.ptr);
}

/* Tells whether both are there; one alone is a difference. */
static bool are_both(const void *a, const void *b) {
    assert_int_equal(a == NULL, b == NULL);
    return a != NULL && b != NULL;
}

static void assert_same_run(const struct anvil_run *a, const struct anvil_run *b) {
    if (!are_both(a, b))
        return;
    assert_memory_equal(a->set.rows, b->set.rows, sizeof a->set.rows);
    assert_int_equal(a->min, b->min);
    assert_int_equal(a->max, b->max);
}

static void assert_same_dfa(const struct anvil_dfa *a, const struct anvil_dfa *b) {
    if (!are_both(a, b))
        return;
    assert_int_equal(a->column_count, b->column_count);
    assert_int_equal(a->state_count, b->state_count);
    assert_int_equal(a->start, b->start);
    assert_memory_equal(a->columns, b->columns, 256);
    assert_memory_equal(a->accepts, b->accepts, a->state_count);
    assert_memory_equal(a->next, b->next,
                        sizeof *a->next * a->state_count * (size_t)a->column_count);
}

void fixture_assert_same_pattern(const struct anvil_pattern *a, const struct anvil_pattern *b) {
    if (!are_both(a, b))
        return;
    assert_same_run(a->run, b->run);
    assert_same_dfa(a->dfa, b->dfa);
}

static void assert_same_enum(const struct anvil_enum *a, const struct anvil_enum *b) {
    if (!are_both(a, b))
        return;
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++)
        assert_same_text(a->values[i], b->values[i]);
}

static void assert_same_rule(const struct anvil_identity_rule *a,
                             const struct anvil_identity_rule *b) {
    if (!are_both(a, b))
        return;
    assert_true(a->accepts == b->accepts && a->extensions == b->extensions);
    assert_int_equal(a->min, b->min);
    assert_int_equal(a->max, b->max);
    assert_int_equal(a->has_country, b->has_country);
    assert_same_text(a->table->service, b->table->service);
    assert_int_equal(a->table->count, b->table->count);
    for (size_t i = 0; i < a->table->count; i++) {
        const struct anvil_resource *left = &a->table->resources[i];
        const struct anvil_resource *right = &b->table->resources[i];
        assert_same_text(left->type, right->type);
        assert_same_text(left->prefix, right->prefix);
        assert_same_text(left->id_name, right->id_name);
        assert_same_text(left->arn_name, right->arn_name);
        assert_int_equal(left->form, right->form);
    }
}

static void assert_same_limits(const struct anvil_limits *a, const struct anvil_limits *b) {
    if (!are_both(a, b))
        return;
    assert_true(a->min == b->min && a->max == b->max);
    assert_int_equal(a->escape_free, b->escape_free);
    if (are_both(a->pattern, b->pattern))
        assert_same_text(a->pattern->source, b->pattern->source);
    fixture_assert_same_pattern(a->pattern, b->pattern);
    assert_same_enum(a->values, b->values);
    assert_same_rule(a->identity, b->identity);
}

static void assert_same_shape(const struct anvil_shape *a, const struct anvil_shape *b,
                              unsigned depth) {
    assert_same_text(a->name, b->name);
    assert_true(a->required == b->required);
    assert_int_equal(a->size, b->size);
    assert_int_equal(a->align, b->align);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->member_count, b->member_count);
    for (size_t i = 0; i < a->member_count && depth < DEPTH_MAX; i++) {
        const struct anvil_member *left = &a->members[i];
        const struct anvil_member *right = &b->members[i];
        assert_string_equal(left->key, right->key);
        assert_int_equal(left->name_bytes, right->name_bytes);
        assert_int_equal(left->offset, right->offset);
        assert_int_equal(left->kind, right->kind);
        assert_int_equal(left->flags, right->flags);
        assert_same_limits(left->limits, right->limits);
        assert_same_run(left->run, right->run);
        assert_same_shape(left->target, right->target, depth + 1);
    }
}

static void assert_same_operation(const struct anvil_operation *a,
                                  const struct anvil_operation *b) {
    assert_same_text(a->name, b->name);
    assert_same_text(a->target, b->target);
    assert_same_shape(a->input, b->input, 0);
    assert_same_shape(a->output, b->output, 0);
    assert_int_equal(a->error_count, b->error_count);
    for (size_t i = 0; i < a->error_count; i++) {
        assert_same_shape(a->errors[i]->shape, b->errors[i]->shape, 0);
        assert_int_equal(a->errors[i]->http_status, b->errors[i]->http_status);
        assert_int_equal(a->errors[i]->retry, b->errors[i]->retry);
    }
    if (are_both(a->token, b->token))
        assert_string_equal(a->token->key, b->token->key);
}

void fixture_assert_same_service(const struct anvil_service *a, const struct anvil_service *b) {
    assert_same_text(a->name, b->name);
    assert_same_text(a->version, b->version);
    assert_same_text(a->name_space, b->name_space);
    assert_same_text(a->content_type, b->content_type);
    assert_same_text(a->arn_service, b->arn_service);
    assert_int_equal(a->operation_count, b->operation_count);
    for (size_t i = 0; i < a->operation_count; i++) {
        assert_same_operation(a->operations[i], b->operations[i]);
        assert_ptr_equal(a->operations[i]->service, a);
        assert_ptr_equal(b->operations[i]->service, b);
    }
}
