/* SPDX-License-Identifier: Apache-2.0 */
/* What fuzz targets make of bytes, and of other messages: by examples that can be read. */
#include "anvil/codec.h"
#include "known_message.h"
#include "message_shapes.h"
#include "oracle.h"
#include "other_form.h"
#include "reports.h"
#include "sample/sample_shapes.h"
#include "table_soundness.h"
#include "test.h"
#include "typed_value.h"

#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_target = {"test_messages_made", 0};

static void assert_other_form(const char *json, bool reverses, const char *wanted) {
    char out[512];
    char squeezed[512];
    size_t len = other_form(anvil_str_of(json, strlen(json)), reverses, out);
    size_t kept = 0;
    assert_true(len <= OTHER_FORM_BYTES(strlen(json)));
    for (size_t i = 0; i < len; i++)
        if (strchr(" \t\r\n", out[i]) == NULL)
            squeezed[kept++] = out[i];
    squeezed[kept] = '\0';
    assert_string_equal(squeezed, wanted);
}

TEST(the_other_form_says_the_same) {
    assert_other_form("{}", true, "{}");
    assert_other_form(" [1 ,2,{ }]\n", true, "[1,2,{}]");
    assert_other_form("{\"a\":1,\"b\":{\"c\":[{\"d\":true,\"e\":null}],\"f\":\"\\\"},\"}}", true,
                      "{\"b\":{\"f\":\"\\\"},\",\"c\":[{\"e\":null,\"d\":true}]},\"a\":1}");
    assert_other_form("{\"a\":1,\"b\":-2.5e3}", false, "{\"a\":1,\"b\":-2.5e3}");
}

static void make(struct known_message *made, const struct anvil_shape *shape, const char *genome,
                 size_t len) {
    struct fuzz_input input = fuzz_input_of((const uint8_t *)genome, len);
    known_message_begin(made, shape, &input);
}

/* No bytes at all: what has to be there, and nothing wrong with it. */
TEST(an_empty_genome_is_the_least_valid_message) {
    struct known_message made;
    make(&made, &sample_part_shape, "", 0);
    assert_int_equal(made.of_struct.count + made.of_bytes.count, 0);
    assert_memory_equal(made.bytes, "{\"Code\":\"", 9);
    assert_int_equal(made.len, strlen("{\"Code\":\"AA\"}"));
    known_message_free(&made);
}

/* The first byte of a member with all of 0x1E leaves a required one out. */
TEST(a_genome_can_leave_out_what_is_required) {
    struct known_message made;
    make(&made, &sample_part_shape, "\x1E\0\0\0\0", 5);
    assert_int_equal(made.len, 2);
    assert_int_equal(made.of_struct.count, 1);
    const struct known_violation *known = &made.of_struct.items[0];
    assert_int_equal(known->constraint, ANVIL_CONSTRAINT_REQUIRED);
    assert_int_equal(known->offset, 0);
    assert_memory_equal(known->path, "/Code", known->path_bytes);
    known_message_free(&made);
}

/* The byte behind all members adds one that the shape does not have, at its key. */
TEST(a_genome_can_add_what_is_unknown) {
    struct known_message made;
    make(&made, &sample_empty_shape, "\xFF", 1);
    assert_int_equal(made.of_bytes.count, 1);
    const struct known_violation *known = &made.of_bytes.items[0];
    assert_int_equal(known->constraint, ANVIL_CONSTRAINT_UNKNOWN_MEMBER);
    assert_int_equal(known->path_bytes, strlen("/Zz~0~1"));
    assert_memory_equal(known->path, "/Zz~0~1", known->path_bytes);
    assert_int_equal(made.bytes[known->offset], '"');
    known_message_free(&made);
}

TEST(typed_values_need_no_bytes) {
    struct fuzz_input input = fuzz_input_of(NULL, 0);
    struct typed_value made;
    static const unsigned char zeros[sizeof(struct sample_message)];
    typed_value_begin(&made, &sample_message_shape, &input);
    assert_memory_equal(made.value, zeros, sizeof zeros);
    typed_value_free(&made);
}

TEST(every_index_is_a_message) {
    assert_in_range(message_shape_count(), 2, 256);
    for (size_t i = 0; i < 256; i++) {
        assert_int_equal(message_request_shape(i)->kind, ANVIL_KIND_STRUCTURE);
        assert_int_equal(message_response_shape(i)->kind, ANVIL_KIND_STRUCTURE);
        assert_true(is_sound_shape(message_request_shape(i)));
        assert_ptr_equal(message_request_shape(i),
                         message_request_shape(i + message_shape_count()));
    }
}

TEST(unsound_tables_are_noticed) {
    struct anvil_shape shape = sample_part_shape;
    struct anvil_member members[4];
    memcpy(members, sample_part_shape.members, sizeof members);
    shape.members = members;
    assert_true(is_sound_shape(&shape));
    members[1].offset = shape.size;
    assert_false(is_sound_shape(&shape));
    members[1] = sample_part_shape.members[1];
    members[1].name_bytes++;
    assert_false(is_sound_shape(&shape));
    members[1] = sample_part_shape.members[1];
    shape.required ^= 2;
    assert_false(is_sound_shape(&shape));

    static const uint8_t columns[256] = {1};
    static const uint8_t next[4] = {0, 0, 1, 2};
    static const uint8_t accepts[2] = {0, 1};
    struct anvil_dfa dfa = {columns, next, NULL, accepts, 2, 2, 1};
    struct anvil_pattern pattern = {ANVIL_STR("x"), NULL, &dfa};
    assert_false(is_sound_pattern(&pattern));
    static const uint8_t good[4] = {0, 0, 1, 0};
    dfa.narrow = good;
    assert_true(is_sound_pattern(&pattern));
    dfa.start = 2;
    assert_false(is_sound_pattern(&pattern));
}

static struct anvil_report report_of(const char *body, unsigned checks) {
    static unsigned char memory[4096];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct sample_message out;
    struct anvil_report report;
    enum anvil_status status = anvil_decode(&sample_message_shape, anvil_str_of(body, strlen(body)),
                                            checks, &arena, &out, &report);
    assert_int_equal(status, report.status);
    return report;
}

TEST(reports_are_told_apart) {
    static struct anvil_report a;
    static struct anvil_report b;
    a = report_of("{\"Id\":\"NO\",\"Color\":\"x\"}", ANVIL_STRICT);
    b = report_of("{\"Color\":\"x\",\"Id\":\"NO\"}", ANVIL_STRICT);
    assert_int_equal(a.count, 2);
    assert_true(reports_same_set(&a, &b));
    assert_true(reports_are_joined(&a, &b, NULL));
    assert_true(report_tells(&a, ANVIL_CONSTRAINT_ENUM));
    assert_false(report_tells(&a, ANVIL_CONSTRAINT_MAX));
    assert_true(report_adds_up(&a, 25));
    assert_false(report_adds_up(&a, 8));
    b.violations[1].constraint = ANVIL_CONSTRAINT_MAX;
    assert_false(reports_same_set(&a, &b));
    assert_false(reports_are_joined(&a, &b, NULL));
    b.count = 1;
    assert_false(reports_same_set(&a, &b));
    b.status = ANVIL_OK;
    assert_false(report_adds_up(&b, 25));
    a = report_of("{\"Id\":1}", ANVIL_STRICT);
    assert_true(report_adds_up(&a, 8));
    assert_false(report_adds_up(&a, 5));
    b = a;
    assert_true(reports_same_error(&a, &b));
    b.offset++;
    assert_false(reports_same_error(&a, &b));
}
