/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of the kinds: which there are, and that shapes refer to the right ones. */
#include "base/kind_row.h"
#include "sample/sample_bounds.h"
#include "sample/sample_kinds.h"
#include "sample/sample_limits.h"
#include "smsv2/smsv2.h"
#include "test.h"

static bool is_container(int kind) {
    return kind == ANVIL_KIND_STRUCTURE || kind == ANVIL_KIND_UNION || kind == ANVIL_KIND_LIST ||
           kind == ANVIL_KIND_MAP;
}

/* The walks call what is in a row without asking whether it is there. */
static void assert_whole(const struct anvil_kind_row *row, bool has_steps) {
    assert_non_null(row);
    assert_true(row->read != NULL && row->write != NULL && row->visit != NULL);
    assert_int_equal(row->read_next != NULL, has_steps);
    assert_int_equal(row->write_next != NULL, has_steps);
    assert_int_equal(row->visit_next != NULL, has_steps);
    assert_int_equal(row->brackets[0] != '\0', has_steps);
    assert_int_equal(row->brackets[1] != '\0', has_steps);
}

TEST(every_kind_has_a_whole_row) {
    for (int kind = 0; kind < ANVIL_KIND_COUNT; kind++)
        for (int is_unique = 0; is_unique < 2; is_unique++)
            assert_whole(anvil_row_of_kind((enum anvil_kind)kind, is_unique != 0),
                         is_container(kind));
}

/* Uniqueness is the business of lists alone, and of those that want it. */
TEST(only_lists_can_be_unique) {
    for (int kind = 0; kind < ANVIL_KIND_COUNT; kind++) {
        bool is_list = kind == ANVIL_KIND_LIST;
        const struct anvil_kind_row *row = anvil_row_of_kind((enum anvil_kind)kind, false);
        const struct anvil_kind_row *unique = anvil_row_of_kind((enum anvil_kind)kind, true);
        assert_int_equal(row == unique, !is_list);
        assert_ptr_not_equal(row, &anvil_unique_list_row);
    }
    assert_ptr_equal(anvil_row_of_kind(ANVIL_KIND_LIST, true), &anvil_unique_list_row);
}

/* The kinds that differ in nothing but their numbers or words share a row, no others do. */
TEST(kinds_with_one_form_share_a_row) {
    static const struct {
        enum anvil_kind kind;
        const struct anvil_kind_row *row;
    } CASES[] = {
        {ANVIL_KIND_STRUCTURE, &anvil_structure_row},
        {ANVIL_KIND_UNION, &anvil_union_row},
        {ANVIL_KIND_LIST, &anvil_list_row},
        {ANVIL_KIND_MAP, &anvil_map_row},
        {ANVIL_KIND_STRING, &anvil_text_row},
        {ANVIL_KIND_ENUM, &anvil_text_row},
        {ANVIL_KIND_INT_ENUM, &anvil_integer_row},
        {ANVIL_KIND_BLOB, &anvil_blob_row},
        {ANVIL_KIND_BOOLEAN, &anvil_boolean_row},
        {ANVIL_KIND_BYTE, &anvil_integer_row},
        {ANVIL_KIND_SHORT, &anvil_integer_row},
        {ANVIL_KIND_INTEGER, &anvil_integer_row},
        {ANVIL_KIND_LONG, &anvil_integer_row},
        {ANVIL_KIND_FLOAT, &anvil_real_row},
        {ANVIL_KIND_DOUBLE, &anvil_real_row},
        {ANVIL_KIND_BIG_INTEGER, &anvil_big_number_row},
        {ANVIL_KIND_BIG_DECIMAL, &anvil_big_number_row},
        {ANVIL_KIND_TIMESTAMP, &anvil_timestamp_row},
        {ANVIL_KIND_DOCUMENT, &anvil_document_row},
    };
    assert_int_equal(sizeof CASES / sizeof CASES[0], ANVIL_KIND_COUNT);
    for (size_t i = 0; i < ANVIL_KIND_COUNT; i++)
        assert_ptr_equal(anvil_row_of_kind(CASES[i].kind, false), CASES[i].row);
}

/* Generated tables name the rows that run-time tables are given. */
TEST(generated_shapes_have_the_row_of_their_kind) {
    size_t lists = 0;
    for (size_t i = 0; i < smsv2_operations.count; i++) {
        const struct anvil_operation *operation = smsv2_operations.operations[i];
        const struct anvil_shape *shapes[] = {operation->input, operation->output};
        for (size_t k = 0; k < 2; k++) {
            assert_ptr_equal(shapes[k]->row, &anvil_structure_row);
            for (size_t m = 0; m < shapes[k]->member_count; m++) {
                const struct anvil_member *member = &shapes[k]->members[m];
                bool is_unique = member->limits != NULL && member->limits->is_unique != 0;
                assert_ptr_equal(member->target->row,
                                 anvil_row_of_kind((enum anvil_kind)member->kind, is_unique));
                lists += member->kind == ANVIL_KIND_LIST;
            }
        }
    }
    assert_true(lists > 0);
}

/* Names and values are views without terminators, in the order of the model. */
TEST(names_and_values_are_views) {
    struct anvil_str name = anvil_shape_name(&smsv2_conflict_exception_shape);
    assert_int_equal(name.len, 17);
    assert_memory_equal(name.ptr, "ConflictException", 17);
    static const char *const COLORS[3] = {"RED", "GREEN", "BLUE"};
    assert_int_equal(sample_colors.count, 3);
    for (size_t i = 0; i < 3; i++) {
        struct anvil_str value = anvil_enum_value(&sample_colors, i);
        assert_int_equal(value.len, strlen(COLORS[i]));
        assert_memory_equal(value.ptr, COLORS[i], value.len);
    }
}
