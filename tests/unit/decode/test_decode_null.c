/* SPDX-License-Identifier: Apache-2.0 */
/* null, absence, and what is neither. */
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "sample/sample_shapes.h"
#include "test.h"

static const struct sample_message NOTHING = {.id = {NULL, 0}};

/* of every kind */
TEST(null_is_absent) {
    static const struct anvil_str BODIES[] = {
        ANVIL_STR("{\"Text\":null}"),  ANVIL_STR("{\"Color\":null}"), ANVIL_STR("{\"Tags\":null}"),
        ANVIL_STR("{\"Part\":null}"),  ANVIL_STR("{\"Id\" : null }"), ANVIL_STR("{\"Rows\":null}"),
        ANVIL_STR("{\"Parts\":null}"),
    };
    for (size_t i = 0; i < sizeof BODIES / sizeof BODIES[0]; i++) {
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, BODIES[i], ANVIL_OFF, &message);
        assert_int_equal(decoded.status, ANVIL_OK);
        assert_memory_equal(&message, &NOTHING, sizeof message);
        decoded_free(&decoded);
    }
}

/* null is missing at the null; absence is missing at the object that lacks it */
TEST(a_required_member_is_missing_where_it_should_be) {
    static const struct {
        struct anvil_str body;
        const char *path;
        size_t offset;
    } CASES[] = {
        {ANVIL_STR("{}"), "/Id", 0},
        {ANVIL_STR(" \n{}"), "/Id", 2},
        {ANVIL_STR("{\"Id\":null}"), "/Id", 6},
        {ANVIL_STR("{\"Text\":\"a\", \"Id\" : null}"), "/Id", 20},
        {ANVIL_STR("{\"Id\":\"a\",\"Part\":{}}"), "/Part/Code", 17},
        {ANVIL_STR("{\"Id\":\"a\",\"Part\":{\"Code\":null}}"), "/Part/Code", 25},
        {ANVIL_STR("{\"Id\":\"a\",\"Parts\":[{\"Code\":\"AA\"}, {\"Note\":\"\"}]}"),
         "/Parts/1/Code", 34},
        {ANVIL_STR("{\"Id\":\"a\",\"Parts\":[{\"Code\":\"AA\",\"Part\":{\"Code\":null}}]}"),
         "/Parts/0/Part/Code", 47},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        const struct expected_violation expected[] = {
            {ANVIL_CONSTRAINT_REQUIRED, CASES[i].path, CASES[i].offset, 0, 0}, {0}};
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, CASES[i].body, ANVIL_STRICT, &message);
        assert_violations(&decoded.report, expected);
        assert_int_equal(decoded.status, ANVIL_E_REQUIRED);
        decoded_free(&decoded);
    }
}

/* a list holds no null, at the null */
TEST(null_items_are_refused) {
    static const struct {
        struct anvil_str body;
        const char *path;
        size_t offset;
    } CASES[] = {
        {ANVIL_STR("{\"Tags\":[null]}"), "/Tags/0", 9},
        {ANVIL_STR("{\"Tags\":[\"a\", null,\"b\"]}"), "/Tags/1", 14},
        {ANVIL_STR("{\"Rows\":[[\"a\"],null]}"), "/Rows/1", 15},
        {ANVIL_STR("{\"Rows\":[[\"a\"],[null]]}"), "/Rows/1/0", 16},
        {ANVIL_STR("{\"Parts\":[{},null]}"), "/Parts/1", 13},
    };
    static const unsigned CHECKS[] = {ANVIL_OFF, ANVIL_SDK, ANVIL_STRICT};
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        for (size_t j = 0; j < 3; j++) {
            struct sample_message message;
            struct decoded decoded =
                decode_flush(&sample_message_shape, CASES[i].body, CHECKS[j], &message);
            assert_error(&decoded.report, ANVIL_E_NULL, CASES[i].offset, CASES[i].path);
            decoded_free(&decoded);
        }
}

/* a client drops them; what is left keeps its order */
TEST(null_items_are_dropped_by_lenient_readers) {
    static const struct anvil_str TAGS[] = {ANVIL_STR("a"), ANVIL_STR("b")};
    static const struct sample_texts ROWS[] = {{TAGS, 1}, {TAGS + 1, 1}};
    static const struct sample_part PARTS[] = {{.code = ANVIL_STR("AA")}, {.note = ANVIL_STR("n")}};
    static const struct sample_message TWO_TAGS = {.tags = {TAGS, 2}};
    static const struct sample_message NO_TAGS = {.tags = {TAGS, 0}};
    static const struct sample_message TWO_ROWS = {.rows = {ROWS, 2}};
    static const struct sample_message TWO_PARTS = {.parts = {PARTS, 2}};
    static const struct {
        struct anvil_str body;
        const struct sample_message *expected;
    } CASES[] = {
        {ANVIL_STR("{\"Tags\":[null,\"a\",null,null,\"b\",null]}"), &TWO_TAGS},
        {ANVIL_STR("{\"Tags\":[null]}"), &NO_TAGS},
        {ANVIL_STR("{\"Rows\":[null,[null,\"a\"],null,[\"b\",null]]}"), &TWO_ROWS},
        {ANVIL_STR("{\"Parts\":[{\"Code\":\"AA\"}, null , {\"Note\":\"n\"}]}"), &TWO_PARTS},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, CASES[i].body, ANVIL_LENIENT, &message);
        assert_int_equal(decoded.status, ANVIL_OK);
        assert_true(is_same_value(&sample_message_shape, &message, CASES[i].expected));
        decoded_free(&decoded);
    }
}

/* Indices and offsets are those of the items that were kept. */
TEST(dropped_items_do_not_count_in_paths) {
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_MAX, "/Tags/1", 32, 4, 5},
        {ANVIL_CONSTRAINT_REQUIRED, "/Parts/0/Code", 55, 0, 0},
        {0},
    };
    struct sample_message message;
    struct decoded decoded = decode_flush(
        &sample_message_shape,
        TEXT("{\"Id\":\"a\",\"Tags\":[null,\"a\",null,\"abcde\"],\"Parts\":[null,{}]}"),
        (unsigned)ANVIL_STRICT | ANVIL_LENIENT, &message);
    assert_violations(&decoded.report, EXPECTED);
    decoded_free(&decoded);
}

/* [R-033] [R-038] "" and [] and {} are values: present, kept, checked */
TEST(empty_is_not_absent) {
    struct sample_message message;
    struct decoded decoded = decode_flush(
        &sample_message_shape,
        TEXT("{\"Id\":\"\",\"Text\":\"\",\"Tags\":[],\"Rows\":[[]],\"Parts\":[],\"Part\":{}}"),
        ANVIL_OFF, &message);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_text(message.id, "");
    assert_text(message.text, "");
    assert_non_null(message.tags.items);
    assert_int_equal(message.tags.count, 0);
    assert_non_null(message.rows.items[0].items);
    assert_int_equal(message.rows.items[0].count, 0);
    assert_non_null(message.parts.items);
    assert_int_equal(message.parts.count, 0);
    assert_non_null(message.part);
    decoded_free(&decoded);
}

TEST(empty_is_checked) {
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_MIN, "/Id", 6, 1, 0},      {ANVIL_CONSTRAINT_PATTERN, "/Id", 6, 0, 0},
        {ANVIL_CONSTRAINT_ENUM, "/Color", 17, 0, 0}, {ANVIL_CONSTRAINT_MIN, "/Tags", 27, 1, 0},
        {ANVIL_CONSTRAINT_MIN, "/Rows/0", 38, 1, 0}, {0},
    };
    struct sample_message message;
    struct decoded decoded = decode_flush(
        &sample_message_shape, TEXT("{\"Id\":\"\",\"Color\":\"\",\"Tags\":[],\"Rows\":[[]]}"),
        ANVIL_STRICT, &message);
    assert_violations(&decoded.report, EXPECTED);
    decoded_free(&decoded);
}

/* Pointers to empty lists can be used like any other: they are aligned for every item. [I-04] */
TEST(the_pointer_of_an_empty_list_is_aligned) {
    struct sample_message message;
    struct decoded decoded = decode_flush(&sample_message_shape, TEXT("{\"Parts\":[],\"Tags\":[]}"),
                                          ANVIL_OFF, &message);
    assert_int_equal((uintptr_t)message.parts.items % _Alignof(struct sample_part), 0);
    assert_int_equal((uintptr_t)message.tags.items % _Alignof(struct anvil_str), 0);
    decoded_free(&decoded);
}
