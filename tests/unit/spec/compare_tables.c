/* SPDX-License-Identifier: Apache-2.0 */
/* Walks two services side by side. Pointers may differ, facts may not. */
#include "spec_fixture.h"

#include "table_walk.h"
#include "test.h"

#include <string.h>

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
    size_t cells = a->state_count * (size_t)a->column_count;
    assert_int_equal(a->column_count, b->column_count);
    assert_int_equal(a->state_count, b->state_count);
    assert_int_equal(a->start, b->start);
    assert_memory_equal(a->columns, b->columns, 256);
    assert_memory_equal(a->accepts, b->accepts, a->state_count);
    assert_int_equal(a->narrow != NULL, a->wide == NULL);
    if (are_both(a->narrow, b->narrow))
        assert_memory_equal(a->narrow, b->narrow, cells);
    if (are_both(a->wide, b->wide))
        assert_memory_equal(a->wide, b->wide, cells * sizeof *a->wide);
}

void fixture_assert_same_pattern(const struct anvil_pattern *a, const struct anvil_pattern *b) {
    if (!are_both(a, b))
        return;
    assert_same_run(a->run, b->run);
    assert_same_dfa(a->dfa, b->dfa);
}

static void assert_same_texts(const struct anvil_str *a, const struct anvil_str *b, size_t count) {
    for (size_t i = 0; i < count; i++)
        assert_same_text(a[i], b[i]);
}

static void assert_same_enums(const struct anvil_limits *a, const struct anvil_limits *b) {
    if (are_both(a->values, b->values)) {
        assert_int_equal(a->values->count, b->values->count);
        for (size_t i = 0; i < a->values->count; i++)
            assert_same_text(anvil_enum_value(a->values, i), anvil_enum_value(b->values, i));
    }
    if (are_both(a->numbers, b->numbers)) {
        assert_int_equal(a->numbers->count, b->numbers->count);
        assert_memory_equal(a->numbers->values, b->numbers->values,
                            a->numbers->count * sizeof *a->numbers->values);
    }
}

static void assert_same_resources(const struct anvil_resource_table *a,
                                  const struct anvil_resource_table *b) {
    assert_same_text(a->service, b->service);
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        const struct anvil_resource *left = &a->resources[i];
        const struct anvil_resource *right = &b->resources[i];
        assert_same_text(left->type, right->type);
        assert_same_text(left->prefix, right->prefix);
        assert_same_text(left->id_name, right->id_name);
        assert_same_text(left->arn_name, right->arn_name);
        assert_int_equal(left->max_length, right->max_length);
        assert_int_equal(left->form, right->form);
        assert_int_equal(left->is_shareable, right->is_shareable);
    }
}

static void assert_same_other(const struct anvil_identity_other *a,
                              const struct anvil_identity_other *b) {
    if (!are_both(a, b))
        return;
    assert_int_equal(a->literal_count, b->literal_count);
    assert_int_equal(a->arn_count, b->arn_count);
    assert_int_equal(a->endpoint_count, b->endpoint_count);
    assert_int_equal(a->numbers, b->numbers);
    assert_same_texts(a->literals, b->literals, a->literal_count);
    assert_same_texts(a->arns, b->arns, a->arn_count);
    assert_same_texts(a->endpoints, b->endpoints, a->endpoint_count);
    assert_same_text(a->text, b->text);
}

static void assert_same_rule(const struct anvil_identity_rule *a,
                             const struct anvil_identity_rule *b) {
    if (!are_both(a, b))
        return;
    assert_true(a->accepts == b->accepts && a->extensions == b->extensions);
    assert_memory_equal(a->bytes.rows, b->bytes.rows, sizeof a->bytes.rows);
    assert_int_equal(a->min, b->min);
    assert_int_equal(a->max, b->max);
    assert_int_equal(a->takes_utf8, b->takes_utf8);
    assert_int_equal(a->forms, b->forms);
    assert_int_equal(a->has_country, b->has_country);
    assert_same_other(a->other, b->other);
    assert_same_resources(a->table, b->table);
}

static void assert_same_range(const struct anvil_range *a, const struct anvil_range *b) {
    if (!are_both(a, b))
        return;
    assert_same_text(a->min_text, b->min_text);
    assert_same_text(a->max_text, b->max_text);
    assert_true(a->min_integer == b->min_integer && a->max_integer == b->max_integer);
    assert_memory_equal(&a->min_real, &b->min_real, sizeof a->min_real);
    assert_memory_equal(&a->max_real, &b->max_real, sizeof a->max_real);
}

/* Text and blobs by what they point at, structs member by member: padding is nobody's. */
static void assert_same_default(int kind, const void *a, const void *b) {
    const struct anvil_blob *left = a;
    const struct anvil_blob *right = b;
    size_t set_at[ANVIL_KIND_COUNT] = {
        [ANVIL_KIND_INT_ENUM] = offsetof(struct anvil_integer, is_set),
        [ANVIL_KIND_BOOLEAN] = offsetof(struct anvil_boolean, is_set),
        [ANVIL_KIND_BYTE] = offsetof(struct anvil_byte, is_set),
        [ANVIL_KIND_SHORT] = offsetof(struct anvil_short, is_set),
        [ANVIL_KIND_INTEGER] = offsetof(struct anvil_integer, is_set),
        [ANVIL_KIND_LONG] = offsetof(struct anvil_long, is_set),
        [ANVIL_KIND_FLOAT] = offsetof(struct anvil_float, is_set),
        [ANVIL_KIND_DOUBLE] = offsetof(struct anvil_double, is_set),
        [ANVIL_KIND_TIMESTAMP] = offsetof(struct anvil_timestamp, is_set),
    };
    if (!are_both(a, b))
        return;
    if (set_at[kind] != 0) {
        assert_memory_equal(a, b, set_at[kind] + 1);
        return;
    }
    assert_int_equal(left->ptr == NULL, right->ptr == NULL);
    assert_int_equal(left->len, right->len);
    if (kind != ANVIL_KIND_LIST && kind != ANVIL_KIND_MAP && left->len != 0)
        assert_memory_equal(left->ptr, right->ptr, left->len);
}

static void assert_same_limits(int kind, const struct anvil_limits *a,
                               const struct anvil_limits *b) {
    if (!are_both(a, b))
        return;
    assert_true(a->min == b->min && a->max == b->max);
    assert_int_equal(a->escape_free, b->escape_free);
    assert_int_equal(a->is_unique, b->is_unique);
    if (are_both(a->pattern, b->pattern))
        assert_same_text(a->pattern->source, b->pattern->source);
    fixture_assert_same_pattern(a->pattern, b->pattern);
    assert_same_enums(a, b);
    assert_same_rule(a->identity, b->identity);
    assert_same_range(a->range, b->range);
    assert_same_default(kind, a->default_value, b->default_value);
}

static void assert_same_member(const struct anvil_member *a, const struct anvil_member *b) {
    assert_string_equal(a->key, b->key);
    assert_int_equal(a->name_bytes, b->name_bytes);
    assert_int_equal(a->offset, b->offset);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->flags, b->flags);
    assert_int_equal(a->format, b->format);
    assert_same_text(anvil_shape_name(a->target), anvil_shape_name(b->target));
    assert_same_limits(a->kind, a->limits, b->limits);
    assert_same_run(a->run, b->run);
}

static void assert_same_shape(const struct anvil_shape *a, const struct anvil_shape *b) {
    assert_same_text(anvil_shape_name(a), anvil_shape_name(b));
    assert_ptr_equal(a->row, b->row);
    assert_true(a->required == b->required);
    assert_int_equal(a->size, b->size);
    assert_int_equal(a->align, b->align);
    assert_int_equal(a->item_size, b->item_size);
    assert_int_equal(a->item_align, b->item_align);
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->flags, b->flags);
    assert_int_equal(a->member_count, b->member_count);
    for (size_t i = 0; i < a->member_count; i++)
        assert_same_member(&a->members[i], &b->members[i]);
}

static void assert_same_error(const struct anvil_error_type *a, const struct anvil_error_type *b) {
    assert_same_text(anvil_shape_name(a->shape), anvil_shape_name(b->shape));
    assert_int_equal(a->http_status, b->http_status);
    assert_int_equal(a->retry, b->retry);
    assert_int_equal(a->error_class, b->error_class);
    assert_int_equal(a->reason_count, b->reason_count);
    if (are_both(a->reason, b->reason))
        assert_string_equal(a->reason->key, b->reason->key);
    for (size_t i = 0; i < a->reason_count; i++) {
        assert_same_text(a->reasons[i].reason, b->reasons[i].reason);
        assert_int_equal(a->reasons[i].error_class, b->reasons[i].error_class);
    }
}

static void assert_same_operation(const struct anvil_operation *a,
                                  const struct anvil_operation *b) {
    assert_same_text(a->name, b->name);
    assert_same_text(a->target, b->target);
    assert_same_text(anvil_shape_name(a->input), anvil_shape_name(b->input));
    assert_same_text(anvil_shape_name(a->output), anvil_shape_name(b->output));
    assert_int_equal(a->error_count, b->error_count);
    for (size_t i = 0; i < a->error_count; i++)
        assert_same_error(a->errors[i], b->errors[i]);
    if (are_both(a->token, b->token))
        assert_string_equal(a->token->key, b->token->key);
    assert_int_equal(a->is_readonly, b->is_readonly);
    assert_int_equal(a->is_idempotent, b->is_idempotent);
    assert_int_equal(a->may_double, b->may_double);
}

static void assert_same_service(const struct anvil_service *a, const struct anvil_service *b) {
    assert_same_text(a->name, b->name);
    assert_same_text(a->version, b->version);
    assert_same_text(a->name_space, b->name_space);
    assert_same_text(a->content_type, b->content_type);
    assert_same_text(a->arn_service, b->arn_service);
    assert_int_equal(a->error_count, b->error_count);
    for (size_t i = 0; i < a->error_count; i++)
        assert_same_error(a->errors[i], b->errors[i]);
}

/* Both walks meet the shapes in the same order, and shapes are compared one by one. */
void fixture_assert_same_table(const struct anvil_operation_table *a,
                               const struct anvil_operation_table *b) {
    static struct table_walk left;
    static struct table_walk right;
    assert_int_equal(a->count, b->count);
    assert_same_service(a->service, b->service);
    for (size_t i = 0; i < a->count; i++) {
        assert_same_operation(a->operations[i], b->operations[i]);
        assert_ptr_equal(a->operations[i]->service, a->service);
        assert_ptr_equal(b->operations[i]->service, b->service);
    }
    table_walk(a, &left);
    table_walk(b, &right);
    assert_int_equal(left.count, right.count);
    for (size_t i = 0; i < left.count; i++)
        assert_same_shape(left.shapes[i], right.shapes[i]);
}
