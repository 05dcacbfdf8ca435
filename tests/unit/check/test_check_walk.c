/* SPDX-License-Identifier: Apache-2.0 */
/* The walk of the check: order, depth, what stops it. */
#include "anvil/codec.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

/* length, pattern, enum, identity: all of one value, in this order. */
TEST(all_that_one_value_breaks) {
    static const struct expected_violation SLUG[] = {
        {ANVIL_CONSTRAINT_MAX, "/Slug", ANVIL_NO_OFFSET, 12, 13},
        {ANVIL_CONSTRAINT_PATTERN, "/Slug", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_MIN, "/Owner", ANVIL_NO_OFFSET, 1, 0},
        {ANVIL_CONSTRAINT_PATTERN, "/Owner", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_IDENTITY, "/Owner", ANVIL_NO_OFFSET, 0, 0},
        {0},
    };
    struct sample_message message = {
        .id = ANVIL_STR("a"), .slug = ANVIL_STR("-abc-def-ghi-"), .owner = ANVIL_STR("")};
    struct anvil_report report;
    unsigned checks = (unsigned)ANVIL_STRICT | ANVIL_CHECK_IDENTITY;
    assert_int_equal(anvil_check(&sample_message_shape, &message, checks, &report), ANVIL_E_MAX);
    assert_violations(&report, SLUG);
}

/* model order, a container before its contents, siblings one after the other; at
 * every depth; with paths of names and indices */
TEST(containers_come_before_their_contents) {
    static const struct anvil_str TAGS[] = {ANVIL_STR("long1"), ANVIL_STR("ok"), ANVIL_STR("long2"),
                                            ANVIL_STR("ok")};
    static const struct sample_part LEAVES[] = {{.code = ANVIL_STR("A")}, {.note = ANVIL_STR("")}};
    static const struct sample_part CHILD = {.code = ANVIL_STR("AA"), .parts = {LEAVES, 2}};
    static const struct sample_part PARTS[] = {{.note = ANVIL_STR("toolong"), .part = &CHILD},
                                               {.code = ANVIL_STR("BB")},
                                               {.code = ANVIL_STR("CC")},
                                               {.code = ANVIL_STR("dd")}};
    static const struct sample_message MESSAGE = {
        .tags = {TAGS, 4}, .parts = {PARTS, 4}, .part = &LEAVES[0], .in_out = ANVIL_STR("1234")};
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_REQUIRED, "/Id", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_MAX, "/Tags", ANVIL_NO_OFFSET, 3, 4},
        {ANVIL_CONSTRAINT_MAX, "/Tags/0", ANVIL_NO_OFFSET, 4, 5},
        {ANVIL_CONSTRAINT_MAX, "/Tags/2", ANVIL_NO_OFFSET, 4, 5},
        {ANVIL_CONSTRAINT_MAX, "/Parts", ANVIL_NO_OFFSET, 3, 4},
        {ANVIL_CONSTRAINT_REQUIRED, "/Parts/0/Code", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_MAX, "/Parts/0/Note", ANVIL_NO_OFFSET, 5, 7},
        {ANVIL_CONSTRAINT_MIN, "/Parts/0/Part/Parts/0/Code", ANVIL_NO_OFFSET, 2, 1},
        {ANVIL_CONSTRAINT_PATTERN, "/Parts/0/Part/Parts/0/Code", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_REQUIRED, "/Parts/0/Part/Parts/1/Code", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_PATTERN, "/Parts/3/Code", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_MIN, "/Part/Code", ANVIL_NO_OFFSET, 2, 1},
        {ANVIL_CONSTRAINT_PATTERN, "/Part/Code", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_MAX, "/In~1Out~0", ANVIL_NO_OFFSET, 3, 4},
        {0},
    };
    struct anvil_report report;
    assert_int_equal(anvil_check(&sample_message_shape, &MESSAGE, ANVIL_STRICT, &report),
                     ANVIL_E_REQUIRED);
    assert_violations(&report, EXPECTED);
}

/* A violation points at the constraints that it broke, for whoever wants to say more. */
TEST(violations_carry_their_constraints) {
    struct sample_message message = {.color = ANVIL_STR("PINK"), .title = ANVIL_STR("x")};
    struct anvil_report report;
    assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, &report),
                     ANVIL_E_REQUIRED);
    assert_int_equal(report.count, 3);
    assert_ptr_equal(report.violations[0].limits, sample_message_shape.members[SAMPLE_ID].limits);
    assert_ptr_equal(report.violations[1].limits,
                     sample_message_shape.members[SAMPLE_TITLE].limits);
    assert_ptr_equal(report.violations[2].limits,
                     sample_message_shape.members[SAMPLE_COLOR].limits);
}

/* byte for byte */
TEST(enum_values_are_compared_byte_for_byte) {
    static const struct {
        struct anvil_str text;
        bool is_good;
    } CASES[] = {
        {ANVIL_STR("RED"), true},   {ANVIL_STR("BLUE"), true},   {ANVIL_STR("red"), false},
        {ANVIL_STR("REDD"), false}, {ANVIL_STR("RE"), false},    {ANVIL_STR(""), false},
        {ANVIL_STR(" RED"), false}, {ANVIL_STR("RED\0"), false}, {ANVIL_STR("GREENBLUE"), false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_message message = {.id = ANVIL_STR("a"), .color = CASES[i].text};
        assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, NULL),
                         CASES[i].is_good ? ANVIL_OK : ANVIL_E_ENUM);
        assert_int_equal(anvil_check(&sample_message_shape, &message,
                                     (unsigned)ANVIL_STRICT & ~(unsigned)ANVIL_CHECK_ENUM, NULL),
                         ANVIL_OK);
    }
}

/* text that no JSON could carry ends the check, whatever was found before and whatever is
 * asked for; the path tells where */
TEST(text_that_is_not_utf8) {
    static const struct anvil_str BAD = ANVIL_STR("a\xC3");
    struct sample_part part = {.code = ANVIL_STR("AA"), .note = BAD};
    struct sample_texts row = {&BAD, 1};
    static const unsigned CHECKS[] = {ANVIL_OFF, ANVIL_SDK, ANVIL_STRICT, ANVIL_CHECK_IDENTITY};
    const struct {
        struct sample_message message;
        const char *path;
    } CASES[] = {
        {{.text = BAD}, "/Text"},
        {{.id = BAD}, "/Id"},
        {{.color = BAD}, "/Color"},
        {{.slug = BAD}, "/Slug"},
        {{.owner = BAD}, "/Owner"},
        {{.rows = {&row, 1}}, "/Rows/0/0"},
        {{.parts = {&part, 1}}, "/Parts/0/Note"},
        {{.part = &part}, "/Part/Note"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        for (size_t j = 0; j < sizeof CHECKS / sizeof CHECKS[0]; j++) {
            struct anvil_report report;
            assert_int_equal(
                anvil_check(&sample_message_shape, &CASES[i].message, CHECKS[j], &report),
                ANVIL_E_UTF8);
            assert_error(&report, ANVIL_E_UTF8, ANVIL_NO_OFFSET, CASES[i].path);
        }
}

/* [R-008] [I-06] a struct nested too deep, or in a circle, is an error with a path */
TEST(structs_nested_too_deep) {
    struct sample_part circle = {.code = ANVIL_STR("AA"), .part = &circle};
    struct sample_message message = {.id = ANVIL_STR("a"), .part = &circle};
    struct anvil_report report;
    assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, &report),
                     ANVIL_E_DEPTH);
    assert_int_equal(report.status, ANVIL_E_DEPTH);
    assert_int_equal(report.path_bytes, 5 * ANVIL_DEPTH_MAX);
    struct sample_part parts[ANVIL_DEPTH_MAX];
    for (size_t i = 0; i < ANVIL_DEPTH_MAX; i++) {
        parts[i] = circle;
        parts[i].part = i + 1 < ANVIL_DEPTH_MAX ? &parts[i + 1] : NULL;
    }
    message.part = &parts[0]; /* the message and 32 more */
    assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, &report),
                     ANVIL_E_DEPTH);
    message.part = &parts[1]; /* the message and 31 more */
    assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, &report), ANVIL_OK);
}

/* an item without a pointer is null, which such a list cannot hold: it could not be sent */
TEST(an_absent_item_is_null) {
    static const struct anvil_str ITEMS[] = {ANVIL_STR("a"), {NULL, 0}};
    struct sample_texts rows[] = {{ITEMS, 1}, {NULL, 0}};
    struct sample_message message = {.id = ANVIL_STR("TOO LONG"), .tags = {ITEMS, 2}};
    struct anvil_report report;
    size_t bytes = 99;
    assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, &report),
                     ANVIL_E_NULL);
    assert_error(&report, ANVIL_E_NULL, ANVIL_NO_OFFSET, "/Tags/1");
    assert_int_equal(
        anvil_encode(&sample_message_shape, &message, ANVIL_OFF, NULL, 0, &bytes, &report),
        ANVIL_E_NULL);
    assert_error(&report, ANVIL_E_NULL, ANVIL_NO_OFFSET, "/Tags/1");
    assert_int_equal(bytes, 0);
    message.tags.count = 1;
    message.rows.items = rows;
    message.rows.count = 2;
    assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_OFF, &report),
                     ANVIL_E_NULL);
    assert_error(&report, ANVIL_E_NULL, ANVIL_NO_OFFSET, "/Rows/1");
}
