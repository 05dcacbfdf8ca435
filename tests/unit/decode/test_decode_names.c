/* SPDX-License-Identifier: Apache-2.0 */
/* Names of members: known ones however they are written, unknown ones, ones given twice. A caret in
 * a comment stands under the reported byte. */
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

/* names are compared byte for byte after unescaping */
TEST(names_are_what_they_mean) {
    static const struct {
        struct anvil_str body;
        bool is_known;
    } CASES[] = {
        {ANVIL_STR("{\"Text\":\"v\"}"), true},
        {ANVIL_STR("{\"\\u0054ext\":\"v\"}"), true},
        {ANVIL_STR("{\"Tex\\u0074\":\"v\"}"), true},
        {ANVIL_STR("{\"\\u0054\\u0065\\u0078\\u0074\":\"v\"}"), true},
        {ANVIL_STR("{\"Text\" :\"v\"}"), true},
        {ANVIL_STR("{\"text\":\"v\"}"), false},
        {ANVIL_STR("{\"TEXT\":\"v\"}"), false},
        {ANVIL_STR("{\"Tex\":\"v\"}"), false},
        {ANVIL_STR("{\"Texts\":\"v\"}"), false},
        {ANVIL_STR("{\" Text\":\"v\"}"), false},
        {ANVIL_STR("{\"Text \":\"v\"}"), false},
        {ANVIL_STR("{\"Text\\u0000\":\"v\"}"), false},
        {ANVIL_STR("{\"\":\"v\"}"), false},
        {ANVIL_STR("{\"Te\\u200Bxt\":\"v\"}"), false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, CASES[i].body, ANVIL_OFF, &message);
        assert_int_equal(decoded.status, ANVIL_OK);
        assert_int_equal(message.text.ptr != NULL, CASES[i].is_known);
        decoded_free(&decoded);
    }
}

/* whatever their value is; only that it is JSON matters, which tests/suites/json looks at
 */
TEST(unknown_members_are_skipped) {
    static const char *const VALUES[] = {"null",
                                         "true",
                                         "-1.5e3",
                                         "\"a\\u0041\"",
                                         "[]",
                                         "{}",
                                         "[[1,[2]],{\"Id\":\"b2\",\"Text\":[]}]",
                                         "{\"Id\":\"b2\"}"};
    for (size_t i = 0; i < sizeof VALUES / sizeof VALUES[0]; i++) {
        char body[256] = "{\"__type\":";
        strcat(body, VALUES[i]);
        strcat(body, ",\"Id\":\"a1\",\"id\":");
        strcat(body, VALUES[i]);
        strcat(body, "}");
        static const struct sample_message EXPECTED = {.id = ANVIL_STR("a1")};
        struct sample_message message;
        struct decoded decoded = decode_flush(
            &sample_message_shape, anvil_str_of(body, strlen(body)), ANVIL_STRICT, &message);
        assert_int_equal(decoded.status, ANVIL_OK);
        assert_true(is_same_value(&sample_message_shape, &message, &EXPECTED));
        assert_int_equal(decoded.arena.used, 0);
        decoded_free(&decoded);
    }
}

/* at the opening quote of the name; with ~ and / escaped; no profile asks for it */
TEST(unknown_members_can_be_violations) {
    static const struct anvil_str BODY =
        ANVIL_STR("{\"Id\":\"a1\",\"id\":1,\"Part\":{\"Code\":\"AA\",\"a/b~c\":[{\"deep\":1}]},"
                  "\"\":2,\"Parts\":[{\"Code\":\"BB\",\"\\u0041\\n\":3}]}");
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_UNKNOWN_MEMBER, "/id", 11, 0, 0},
        {ANVIL_CONSTRAINT_UNKNOWN_MEMBER, "/Part/a~1b~0c", 38, 0, 0},
        {ANVIL_CONSTRAINT_UNKNOWN_MEMBER, "/", 60, 0, 0},
        {ANVIL_CONSTRAINT_UNKNOWN_MEMBER, "/Parts/0/A\n", 87, 0, 0},
        {0},
    };
    struct sample_message message;
    struct decoded decoded = decode_flush(
        &sample_message_shape, BODY, (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER, &message);
    assert_violations(&decoded.report, EXPECTED);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(decoded.body.ptr[EXPECTED[i].offset], '"');
    decoded_free(&decoded);
    decoded = decode_flush(&sample_message_shape, BODY, ANVIL_STRICT, &message);
    assert_int_equal(decoded.status, ANVIL_OK);
    decoded_free(&decoded);
}

/* at the opening quote of the repetition, however either name is written */
TEST(duplicates_are_violations_where_asked_for) {
    static const struct {
        struct anvil_str body;
        size_t offset;
    } CASES[] = {
        {ANVIL_STR("{\"Id\":\"a1\",\"Id\":\"b2\"}"), 11},
        /*            {"Id":"a1",^ */
        {ANVIL_STR("{\"Id\":\"a1\", \"\\u0049d\":\"b2\"}"), 12},
        /*            {"Id":"a1", ^ */
        {ANVIL_STR("{\"\\u0049d\":\"a1\",\"Id\":\"b2\"}"), 16},
        /*            {"\u0049d":"a1",^ */
        {ANVIL_STR("{\"Id\":null,\"Id\":\"b2\"}"), 11},
        /*            {"Id":null,^ */
        {ANVIL_STR("{\"Id\":\"a1\",\"Text\":\"\",\"x\":0,\"Id\":\"a1\"}"), 27},
        /*            {"Id":"a1","Text":"","x":0,^ */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        const struct expected_violation expected[] = {
            {ANVIL_CONSTRAINT_DUPLICATE, "/Id", CASES[i].offset, 0, 0}, {0}};
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, CASES[i].body, ANVIL_STRICT, &message);
        assert_violations(&decoded.report, expected);
        assert_int_equal(decoded.body.ptr[CASES[i].offset], '"');
        decoded_free(&decoded);
        decoded = decode_flush(&sample_message_shape, CASES[i].body, ANVIL_OFF, &message);
        assert_int_equal(decoded.status, ANVIL_OK);
        decoded_free(&decoded);
    }
}

/* every repetition is one, at every depth; unknown members may repeat */
TEST(every_repetition_is_a_duplicate) {
    static const struct anvil_str BODY =
        ANVIL_STR("{\"Id\":\"a\",\"Id\":\"b\",\"x\":1,\"x\":2,\"Parts\":[{\"Code\":\"AA\","
                  "\"Code\":\"AB\"}],\"Id\":\"c\",\"Part\":{\"Code\":\"BB\"},\"Part\":null}");
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_DUPLICATE, "/Id", 10, 0, 0},
        {ANVIL_CONSTRAINT_DUPLICATE, "/Parts/0/Code", 53, 0, 0},
        {ANVIL_CONSTRAINT_DUPLICATE, "/Id", 67, 0, 0},
        {ANVIL_CONSTRAINT_DUPLICATE, "/Part", 97, 0, 0},
        {0},
    };
    struct sample_message message;
    struct decoded decoded = decode_flush(&sample_message_shape, BODY, ANVIL_STRICT, &message);
    assert_violations(&decoded.report, EXPECTED);
    decoded_free(&decoded);
}

/* of every kind the last one wins, also when it is null */
TEST(the_last_of_several_wins) {
    static const struct anvil_str TAG = ANVIL_STR("z");
    static const struct sample_part NOTE = {.note = ANVIL_STR("n")};
    static const struct sample_message LAST_TEXT = {.text = ANVIL_STR("z")};
    static const struct sample_message LAST_TAGS = {.tags = {&TAG, 1}};
    static const struct sample_message LAST_PART = {.part = &NOTE};
    static const struct sample_message NO_TAGS = {.tags = {&TAG, 0}};
    static const struct sample_message NOTHING = {.id = {NULL, 0}};
    static const struct {
        struct anvil_str body;
        const struct sample_message *expected;
    } CASES[] = {
        {ANVIL_STR("{\"Text\":\"a\",\"Text\":\"z\"}"), &LAST_TEXT},
        {ANVIL_STR("{\"Text\":\"a\\n\",\"Text\":\"b\",\"Text\":\"\\u007a\"}"), &LAST_TEXT},
        {ANVIL_STR("{\"Text\":null,\"Text\":\"z\"}"), &LAST_TEXT},
        {ANVIL_STR("{\"Text\":\"a\",\"Text\":null}"), &NOTHING},
        {ANVIL_STR("{\"Tags\":[\"a\",\"b\"],\"Tags\":[\"z\"]}"), &LAST_TAGS},
        {ANVIL_STR("{\"Tags\":[\"a\",\"b\"],\"Tags\":[]}"), &NO_TAGS},
        {ANVIL_STR("{\"Tags\":[\"a\",\"b\"],\"Tags\":null}"), &NOTHING},
        {ANVIL_STR("{\"Part\":{\"Code\":\"AA\"},\"Part\":{\"Note\":\"n\"}}"), &LAST_PART},
        {ANVIL_STR("{\"Part\":{\"Code\":\"AA\"},\"Part\":null}"), &NOTHING},
        {ANVIL_STR("{\"Rows\":[[\"a\"]],\"Text\":\"z\",\"Rows\":null}"), &LAST_TEXT},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, CASES[i].body, ANVIL_OFF, &message);
        assert_int_equal(decoded.status, ANVIL_OK);
        assert_true(is_same_value(&sample_message_shape, &message, CASES[i].expected));
        assert_int_equal(decoded.arena.scratch, 0);
        decoded_free(&decoded);
    }
}

/* the value that won is the one that is checked, at its own place */
TEST(only_the_winner_is_checked) {
    static const unsigned CHECKS = (unsigned)ANVIL_STRICT & ~(unsigned)ANVIL_CHECK_DUPLICATE;
    static const struct expected_violation NONE[] = {{0}};
    static const struct expected_violation LATE[] = {{ANVIL_CONSTRAINT_PATTERN, "/Id", 16, 0, 0},
                                                     {0}};
    static const struct expected_violation MISSING[] = {
        {ANVIL_CONSTRAINT_REQUIRED, "/Id", 16, 0, 0}, {0}};
    struct sample_message message;
    struct decoded decoded = decode_flush(&sample_message_shape,
                                          TEXT("{\"Id\":\"A1\",\"Id\":\"a1\"}"), CHECKS, &message);
    assert_violations(&decoded.report, NONE);
    decoded_free(&decoded);
    decoded = decode_flush(&sample_message_shape, TEXT("{\"Id\":\"a1\",\"Id\":\"A1\"}"), CHECKS,
                           &message);
    assert_violations(&decoded.report, LATE);
    decoded_free(&decoded);
    decoded =
        decode_flush(&sample_message_shape, TEXT("{\"Id\":\"a1\",\"Id\":null}"), CHECKS, &message);
    assert_violations(&decoded.report, MISSING);
    decoded_free(&decoded);
}
