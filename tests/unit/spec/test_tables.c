/* SPDX-License-Identifier: Apache-2.0 */
/* What the engine takes for granted about the generated tables. */
#include "c_form.h"
#include "check/pattern.h"
#include "smsv2/smsv2.h"
#include "spec_fixture.h"
#include "table_walk.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static bool has(const struct anvil_class *set, unsigned byte) {
    return byte < 128 && (set->rows[byte & 15] >> (byte >> 4) & 1) != 0;
}

static bool needs_escape(unsigned byte) {
    return byte < 0x20 || byte == '"' || byte == '\\';
}

static void check_key(const struct anvil_shape *shape, const struct anvil_member *member) {
    char want[300];
    struct anvil_str name = anvil_member_name(member);
    snprintf(want, sizeof want, "\",\"%.*s\":\"", (int)name.len, name.ptr);
    assert_string_equal(member->key, want);
    assert_int_equal(name.len == 0,
                     shape->kind == ANVIL_KIND_LIST || shape->kind == ANVIL_KIND_MAP);
    for (size_t i = 0; i < name.len; i++)
        assert_false(needs_escape((unsigned char)name.ptr[i]) || (unsigned char)name.ptr[i] > 126);
}

static void check_dfa(const struct anvil_dfa *dfa, bool is_escape_free) {
    assert_true(dfa->start < dfa->state_count && dfa->start != 0);
    assert_int_equal(dfa->accepts[0], 0);
    for (unsigned byte = 0; byte < 256; byte++) {
        assert_true(dfa->columns[byte] < dfa->column_count);
        for (size_t state = 0; state < dfa->state_count; state++) {
            size_t next = fixture_next(dfa, state, dfa->columns[byte]);
            assert_true(next < dfa->state_count);
            assert_true(state != 0 || next == 0);
            assert_false(is_escape_free && needs_escape(byte) && next != 0);
        }
    }
}

static void check_pattern(const struct anvil_limits *limits) {
    const struct anvil_pattern *pattern = limits->pattern;
    assert_true((pattern->run == NULL) != (pattern->dfa == NULL));
    assert_true(pattern->source.len > 0);
    if (pattern->dfa != NULL)
        check_dfa(pattern->dfa, limits->escape_free != 0);
    else
        for (unsigned byte = 0; byte < 128; byte++)
            assert_false(limits->escape_free && needs_escape(byte) &&
                         has(&pattern->run->set, byte));
}

/* A run is a promise about every constraint: whatever it holds is tried at its bounds. */
static void check_promise(const struct anvil_run *run, const struct anvil_limits *limits) {
    static char text[512];
    uint32_t lengths[2] = {run->min, run->max < sizeof text ? run->max : (uint32_t)sizeof text};
    assert_true(limits == NULL || limits->values == NULL);
    for (unsigned byte = 0; byte < 128; byte++) {
        if (!has(&run->set, byte))
            continue;
        memset(text, (int)byte, sizeof text);
        for (size_t i = 0; i < 2 && limits != NULL; i++) {
            assert_true(lengths[i] >= limits->min && run->max <= limits->max);
            if (limits->pattern != NULL)
                assert_true(anvil_pattern_matches(limits->pattern, anvil_str_of(text, lengths[i])));
        }
    }
}

static void check_run(const struct anvil_run *run, const struct anvil_limits *limits) {
    for (unsigned byte = 0; byte < 128; byte++)
        assert_false(needs_escape(byte) && has(&run->set, byte));
    if (run->min <= run->max) {
        check_promise(run, limits);
        return;
    }
    for (size_t row = 0; row < sizeof run->set.rows; row++)
        assert_int_equal(run->set.rows[row], 0);
}

static void check_member(const struct anvil_shape *shape, const struct anvil_member *member) {
    bool is_text = member->kind == ANVIL_KIND_STRING || member->kind == ANVIL_KIND_ENUM;
    check_key(shape, member);
    assert_int_equal(member->kind, member->target->kind);
    assert_int_equal(member->run != NULL, is_text);
    assert_int_equal(member->limits != NULL && member->limits->values != NULL,
                     member->kind == ANVIL_KIND_ENUM);
    assert_int_equal(member->limits != NULL && member->limits->numbers != NULL,
                     member->kind == ANVIL_KIND_INT_ENUM);
    assert_int_equal((member->flags & ANVIL_MEMBER_DEFAULT) != 0,
                     member->limits != NULL && member->limits->default_value != NULL);
    if (member->limits != NULL) {
        assert_true(member->limits->min <= member->limits->max);
        if (member->limits->pattern != NULL)
            check_pattern(member->limits);
        else
            assert_int_equal(member->limits->escape_free, 0);
    }
    if (is_text)
        check_run(member->run, member->limits);
}

TEST(members_keep_their_promises) {
    static struct table_walk walk;
    table_walk(&smsv2_operations, &walk);
    assert_int_equal(walk.count, 583);
    for (size_t i = 0; i < walk.count; i++)
        for (size_t j = 0; j < walk.shapes[i]->member_count; j++)
            check_member(walk.shapes[i], &walk.shapes[i]->members[j]);
}

/* Members stand one behind the other, or, in a union, in one place. */
static void check_places(const struct anvil_shape *shape) {
    size_t end = shape->kind == ANVIL_KIND_UNION ? sizeof(struct anvil_union) : 0;
    uint64_t required = 0;
    for (size_t j = 0; j < shape->member_count; j++) {
        const struct anvil_member *member = &shape->members[j];
        struct c_form form = spec_c_form(member->kind);
        assert_true(member->offset >= end);
        assert_int_equal(member->offset % form.align, 0);
        assert_true(member->offset + form.size <= shape->size);
        if (shape->kind == ANVIL_KIND_STRUCTURE)
            end = member->offset + form.size;
        if ((member->flags & ANVIL_MEMBER_REQUIRED) != 0 && j < 64)
            required |= UINT64_C(1) << j;
    }
    assert_true(required == shape->required);
    assert_int_equal(shape->size % shape->align, 0);
}

TEST(structs_hold_their_members) {
    static struct table_walk walk;
    table_walk(&smsv2_operations, &walk);
    for (size_t i = 0; i < walk.count; i++)
        if (walk.shapes[i]->kind == ANVIL_KIND_STRUCTURE ||
            walk.shapes[i]->kind == ANVIL_KIND_UNION)
            check_places(walk.shapes[i]);
}

static void check_items(const struct anvil_shape *shape) {
    const struct anvil_member *item = &shape->members[shape->member_count - 1];
    bool is_struct = item->kind == ANVIL_KIND_STRUCTURE || item->kind == ANVIL_KIND_UNION;
    size_t bytes = is_struct && (shape->flags & ANVIL_SHAPE_SPARSE) == 0
                       ? item->target->size
                       : spec_c_form(item->kind).size;
    assert_int_equal(shape->member_count, shape->kind == ANVIL_KIND_LIST ? 1 : 2);
    assert_int_equal(shape->size, sizeof(struct anvil_list));
    assert_int_equal(shape->members[0].offset, 0);
    assert_int_equal(shape->item_size % shape->item_align, 0);
    assert_true(item->offset + bytes <= shape->item_size);
    assert_true(shape->kind == ANVIL_KIND_LIST || item->offset >= sizeof(struct anvil_str));
}

TEST(lists_have_one_item_maps_two_and_others_no_members) {
    static struct table_walk walk;
    table_walk(&smsv2_operations, &walk);
    for (size_t i = 0; i < walk.count; i++) {
        const struct anvil_shape *shape = walk.shapes[i];
        if (shape->kind == ANVIL_KIND_LIST || shape->kind == ANVIL_KIND_MAP) {
            check_items(shape);
        } else if (shape->kind != ANVIL_KIND_STRUCTURE && shape->kind != ANVIL_KIND_UNION) {
            assert_int_equal(shape->member_count, 0);
            assert_int_equal(shape->size, spec_c_form(shape->kind).size);
        }
    }
}

TEST(operations_are_sorted_and_know_their_service) {
    struct anvil_str before = ANVIL_STR("");
    assert_int_equal(smsv2_operations.count, 109);
    assert_ptr_equal(smsv2_operations.service, &smsv2_service);
    for (size_t i = 0; i < smsv2_operations.count; i++) {
        const struct anvil_operation *operation = smsv2_operations.operations[i];
        char target[200];
        assert_true(strcmp(before.ptr, operation->name.ptr) < 0);
        before = operation->name;
        assert_ptr_equal(operation->service, &smsv2_service);
        snprintf(target, sizeof target, "%s.%s", smsv2_service.name.ptr, operation->name.ptr);
        assert_string_equal(operation->target.ptr, target);
        assert_int_equal(operation->target.len, strlen(target));
        assert_int_equal(operation->name.len, strlen(operation->name.ptr));
        assert_int_equal(operation->input->flags & ANVIL_SHAPE_INPUT, ANVIL_SHAPE_INPUT);
        assert_int_equal(operation->output->flags & ANVIL_SHAPE_INPUT, 0);
        if (operation->token != NULL) {
            assert_true(operation->token >= operation->input->members);
            assert_true(operation->token <
                        operation->input->members + operation->input->member_count);
            assert_int_equal(operation->token->flags & ANVIL_MEMBER_TOKEN, ANVIL_MEMBER_TOKEN);
            assert_int_equal(operation->is_idempotent, 1);
        }
        assert_false(operation->may_double && operation->is_idempotent);
    }
}

TEST(enum_values_differ) {
    static struct table_walk walk;
    table_walk(&smsv2_operations, &walk);
    for (size_t i = 0; i < walk.count; i++) {
        for (size_t j = 0; j < walk.shapes[i]->member_count; j++) {
            const struct anvil_limits *limits = walk.shapes[i]->members[j].limits;
            if (limits == NULL || limits->values == NULL)
                continue;
            for (int k = 0; k < limits->values->count; k++)
                assert_int_equal(
                    anvil_enum_code(limits->values, anvil_enum_value(limits->values, (size_t)k)),
                    k + 1);
        }
    }
}

/* The tables were written from descriptors in memory; here both are compared. */
TEST(the_tables_are_the_model) {
    struct fixture fixture;
    fixture_compile_file(&fixture, "spec/model/pinpoint-sms-voice-v2.json", NULL);
    assert_true(fixture.is_good);
    fixture_assert_same_table(fixture.program.table, &smsv2_operations);
    fixture_free(&fixture);
}
