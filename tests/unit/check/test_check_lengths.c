/* SPDX-License-Identifier: Apache-2.0 */
/* Lengths: code points of text, items of lists, both bounds inclusive. */
#include "anvil/codec.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

/* Title takes 2 to 4 code points, however many bytes or UTF-16 units they are. */
TEST(text_is_measured_in_code_points) {
    static const struct {
        struct anvil_str text;
        enum anvil_status status;
        uint64_t length;
    } CASES[] = {
        {ANVIL_STR(""), ANVIL_E_MIN, 0},
        {ANVIL_STR("a"), ANVIL_E_MIN, 1},
        {ANVIL_STR("ab"), ANVIL_OK, 2},
        {ANVIL_STR("abcd"), ANVIL_OK, 4},
        {ANVIL_STR("abcde"), ANVIL_E_MAX, 5},
        {ANVIL_STR("\xC3\xA9"), ANVIL_E_MIN, 1},
        {ANVIL_STR("\xF0\x9F\x98\x80"), ANVIL_E_MIN, 1}, /* 4 bytes, 2 units, 1 character */
        {ANVIL_STR("\xF0\x9F\x98\x80\xF0\x9F\x98\x80"), ANVIL_OK, 2},
        {ANVIL_STR("\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80\xF0\x9F\x98\x80"), ANVIL_OK,
         4},
        {ANVIL_STR("\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC\xE2\x82\xAC"), ANVIL_E_MAX, 5},
        {ANVIL_STR("e\xCC\x81"), ANVIL_OK, 2}, /* what looks like one may be two */
        {ANVIL_STR("\0\0"), ANVIL_OK, 2},
        {ANVIL_STR("\"\\\n\t"), ANVIL_OK, 4}, /* as they are, not as they are escaped */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_message message = {.id = ANVIL_STR("a"), .title = CASES[i].text};
        struct anvil_report report;
        assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, &report),
                         CASES[i].status);
        if (CASES[i].status == ANVIL_OK)
            continue;
        assert_int_equal(report.count, 1);
        assert_int_equal(report.violations[0].actual, CASES[i].length);
        assert_int_equal(report.violations[0].limit, CASES[i].status == ANVIL_E_MIN ? 2 : 4);
    }
}

/* The same lengths through the bytes of a message, where they may come escaped. */
TEST(escapes_do_not_count) {
    static const struct {
        struct anvil_str body;
        enum anvil_status status;
    } CASES[] = {
        {ANVIL_STR("{\"Id\":\"a\",\"Title\":\"\\u0041\"}"), ANVIL_E_MIN},
        {ANVIL_STR("{\"Id\":\"a\",\"Title\":\"\\ud83d\\ude00\"}"), ANVIL_E_MIN},
        {ANVIL_STR("{\"Id\":\"a\",\"Title\":\"\\ud83d\\ude00\\n\"}"), ANVIL_OK},
        {ANVIL_STR("{\"Id\":\"a\",\"Title\":\"\\u0041\\u0042\\u0043\\u0044\"}"), ANVIL_OK},
        {ANVIL_STR("{\"Id\":\"a\",\"Title\":\"\\/\\/\\/\\/\\/\"}"), ANVIL_E_MAX},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_message message;
        char memory[64];
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        assert_int_equal(anvil_decode(&sample_message_shape, CASES[i].body, ANVIL_STRICT, &arena,
                                      &message, NULL),
                         CASES[i].status);
    }
}

/* a list is as long as it has items, and its items have bounds of their own */
TEST(lists_are_measured_in_items) {
    static const struct anvil_str TAGS[] = {ANVIL_STR("1"), ANVIL_STR("2"), ANVIL_STR("3"),
                                            ANVIL_STR("4"), ANVIL_STR("5")};
    static const enum anvil_status EXPECTED[] = {ANVIL_E_MIN, ANVIL_OK,    ANVIL_OK,
                                                 ANVIL_OK,    ANVIL_E_MAX, ANVIL_E_MAX};
    for (size_t count = 0; count <= 5; count++) {
        struct sample_message message = {.id = ANVIL_STR("a"), .tags = {TAGS, count}};
        struct anvil_report report;
        assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, &report),
                         EXPECTED[count]);
        assert_int_equal(report.count, EXPECTED[count] != ANVIL_OK);
        if (report.count != 0)
            assert_int_equal(report.violations[0].actual, count);
    }
}

/* the lists inside of lists too */
TEST(inner_lists_have_bounds_of_their_own) {
    static const struct anvil_str CELLS[] = {ANVIL_STR("1"), ANVIL_STR("2"), ANVIL_STR("3")};
    static const struct sample_texts ROWS[] = {{CELLS, 3}, {CELLS, 2}, {CELLS, 0}};
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_MAX, "/Rows", ANVIL_NO_OFFSET, 2, 3},
        {ANVIL_CONSTRAINT_MAX, "/Rows/0", ANVIL_NO_OFFSET, 2, 3},
        {ANVIL_CONSTRAINT_MIN, "/Rows/2", ANVIL_NO_OFFSET, 1, 0},
        {0},
    };
    struct sample_message message = {.id = ANVIL_STR("a"), .rows = {ROWS, 3}};
    struct anvil_report report;
    assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, &report),
                     ANVIL_E_MAX);
    assert_violations(&report, EXPECTED);
}

/* A text longer than any that a run can tell about. */
TEST(long_text) {
    static char text[100000];
    memset(text, 'a', sizeof text);
    struct sample_message message = {.id = anvil_str_of(text, sizeof text),
                                     .text = anvil_str_of(text, sizeof text)};
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_MAX, "/Id", ANVIL_NO_OFFSET, 8, sizeof text}, {0}};
    struct anvil_report report;
    assert_int_equal(anvil_check(&sample_message_shape, &message, ANVIL_STRICT, &report),
                     ANVIL_E_MAX);
    assert_violations(&report, EXPECTED);
}
