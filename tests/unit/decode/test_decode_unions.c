/* SPDX-License-Identifier: Apache-2.0 */
/* Unions: one variant, none, several, unknown ones, and what is no variant at all. */
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/sample_kinds.h"
#include "test.h"

#include <string.h>

static struct decoded decode(const char *body, unsigned checks, struct sample_kinds *kinds) {
    return decode_flush(&sample_kinds_shape, anvil_str_of(body, strlen(body)), checks, kinds);
}

/* exactly one variant, as a server and as a client reads it */
TEST(one_variant) {
    static const struct {
        const char *body;
        int32_t member;
    } CASES[] = {
        {"{\"Choice\":{\"Text\":\"a\"}}", CHOICE_TEXT},
        {"{\"Choice\":{\"Number\":-7}}", CHOICE_NUMBER},
        {"{\"Choice\":{\"Unit\":{}}}", CHOICE_UNIT},
        {"{\"Choice\":{\"Unit\":{\"ignored\":[1]}}}", CHOICE_UNIT},
        {"{\"Choice\":{\"Choice\":{\"Text\":\"\"}}}", CHOICE_CHOICE},
        {"{\"Choice\":{\"Kinds\":{}}}", CHOICE_KINDS},
        {"{\"Choice\":{\"Texts\":[]}}", CHOICE_TEXTS},
        {"{\"Choice\":{\"Map\":{}}}", CHOICE_MAP},
        {"{\"Choice\":{\"Document\":[null]}}", CHOICE_DOCUMENT},
        {"{\"Choice\":{\"Blob\":\"\"}}", CHOICE_BLOB},
        {"{\"Choice\": { \"\\u0054ext\" : \"a\" } }", CHOICE_TEXT},
        /* a null variant is none, wherever it stands */
        {"{\"Choice\":{\"Text\":null,\"Number\":1}}", CHOICE_NUMBER},
        {"{\"Choice\":{\"Number\":1,\"Text\":null,\"Kinds\":null}}", CHOICE_NUMBER},
        {"{\"Choice\":{\"Text\":null,\"Text\":\"a\"}}", CHOICE_TEXT},
        {"{\"Choice\":{\"Document\":null,\"Number\":1}}", CHOICE_NUMBER},
        {"{\"Choice\":{\"other\":null,\"Number\":1}}", CHOICE_NUMBER},
        /* [R-056] "__type" is no variant, wherever it stands and whatever it holds */
        {"{\"Choice\":{\"__type\":\"a#b\",\"Number\":1}}", CHOICE_NUMBER},
        {"{\"Choice\":{\"Number\":1,\"__type\":\"a#b\"}}", CHOICE_NUMBER},
        {"{\"Choice\":{\"Number\":1,\"\\u005f_type\":{\"a\":[]}}}", CHOICE_NUMBER},
    };
    static const unsigned CHECKS[] = {ANVIL_OFF, ANVIL_STRICT, ANVIL_LENIENT};
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        for (size_t j = 0; j < 3; j++) {
            struct sample_kinds kinds;
            struct decoded decoded = decode(CASES[i].body, CHECKS[j], &kinds);
            assert_int_equal(decoded.status, ANVIL_OK);
            assert_int_equal(kinds.choice->choice.member, CASES[i].member);
            assert_null(kinds.choice->choice.unknown_name.ptr);
            assert_null(kinds.choice->choice.unknown_value.ptr);
            decoded_free(&decoded);
        }
}

TEST(the_variant_holds_its_value) {
    struct sample_kinds kinds;
    struct decoded decoded =
        decode("{\"Choice\":{\"Choice\":{\"Number\":-9007199254740993}},"
               "\"Choices\":[{\"Text\":\"a\"},{\"Unit\":{}},{\"Texts\":[\"b\",\"c\"]}]}",
               ANVIL_STRICT, &kinds);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_int_equal(kinds.choice->value.choice->value.number.value, INT64_C(-9007199254740993));
    assert_int_equal(kinds.choices.count, 3);
    assert_text(kinds.choices.items[0].value.text, "a");
    assert_non_null(kinds.choices.items[1].value.unit);
    assert_text(kinds.choices.items[2].value.texts.items[1], "c");
    decoded_free(&decoded);
}

/* what a server refuses, and at which byte */
TEST(no_variant_or_too_many) {
    static const struct {
        const char *body;
        size_t offset;
        const char *path;
        bool is_fine_for_clients;
    } CASES[] = {
        {"{\"Choice\":{}}", 10, "/Choice", true},
        {"{\"Choice\": { }}", 11, "/Choice", true},
        {"{\"Choice\":{\"Number\":null}}", 10, "/Choice", true},
        {"{\"Choice\":{\"__type\":\"a\"}}", 10, "/Choice", true},
        {"{\"Choice\":{\"other\":null}}", 10, "/Choice", true},
        {"{\"Choice\":{\"Number\":1,\"Text\":\"a\"}}", 22, "/Choice", false},
        {"{\"Choice\":{\"Number\":1,\"Number\":1}}", 22, "/Choice", false},
        {"{\"Choice\":{\"Number\":1, \"Kinds\":{}}}", 23, "/Choice", false},
        {"{\"Choice\":{\"Number\":1,\"other\":1}}", 22, "/Choice", false},
        {"{\"Choice\":{\"other\":1,\"Number\":1}}", 11, "/Choice", false},
        {"{\"Choice\":{\"other\":1,\"another\":2}}", 11, "/Choice", false},
        {"{\"Choice\":{\"other\":1}}", 11, "/Choice", true},
        {"{\"Choice\":{\"number\":1}}", 11, "/Choice", true},
        {"{\"Choices\":[{\"Number\":1},{}]}", 25, "/Choices/1", true},
        {"{\"Choice\":{\"Choice\":{\"other\":{}}}}", 21, "/Choice/Choice", true},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_kinds kinds;
        struct decoded decoded = decode(CASES[i].body, ANVIL_STRICT, &kinds);
        assert_error(&decoded.report, ANVIL_E_UNION, CASES[i].offset, CASES[i].path);
        decoded_free(&decoded);
        decoded = decode(CASES[i].body, ANVIL_LENIENT, &kinds);
        assert_string_equal(anvil_status_name(decoded.status),
                            CASES[i].is_fine_for_clients ? "ok" : "union");
        decoded_free(&decoded);
    }
}

/* a client keeps the name and the text of a variant of a later time */
TEST(an_unknown_variant_is_kept) {
    struct sample_kinds kinds;
    struct decoded decoded =
        decode("{\"Choice\":{\"la\\u0074er\" : {\"a\" : [1, null]} ,\"x\":null},"
               "\"Choices\":[{\"other\":\"\\u0061\"},{\"Number\":3},{}]}",
               ANVIL_LENIENT, &kinds);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_int_equal(kinds.choice->choice.member, ANVIL_UNION_UNKNOWN);
    assert_text(kinds.choice->choice.unknown_name, "later");
    assert_true(is_in_arena(&decoded, kinds.choice->choice.unknown_name));
    assert_text(kinds.choice->choice.unknown_value, "{\"a\" : [1, null]}");
    assert_true(is_in_body(&decoded, kinds.choice->choice.unknown_value));
    assert_int_equal(kinds.choices.items[0].choice.member, ANVIL_UNION_UNKNOWN);
    assert_text(kinds.choices.items[0].choice.unknown_name, "other");
    assert_true(is_in_body(&decoded, kinds.choices.items[0].choice.unknown_name));
    assert_text(kinds.choices.items[0].choice.unknown_value, "\"\\u0061\"");
    assert_int_equal(kinds.choices.items[1].value.number.value, 3);
    assert_int_equal(kinds.choices.items[2].choice.member, 0);
    decoded_free(&decoded);
}

/* with UNKNOWN_MEMBER a variant that the union does not have is told like any other */
TEST(an_unknown_variant_may_be_told) {
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_UNKNOWN_MEMBER, "/Choice/o~1", 11, 0, 0}, {0}};
    struct sample_kinds kinds;
    struct decoded decoded = decode("{\"Choice\":{\"o/\":1}}",
                                    (unsigned)ANVIL_LENIENT | ANVIL_CHECK_UNKNOWN_MEMBER, &kinds);
    assert_violations(&decoded.report, EXPECTED);
    decoded_free(&decoded);
}

TEST(what_is_no_union) {
    static const struct {
        const char *body;
        enum anvil_status status;
        size_t offset;
        const char *path;
    } CASES[] = {
        {"{\"Choice\":[]}", ANVIL_E_TYPE, 10, "/Choice"},
        {"{\"Choice\":\"Text\"}", ANVIL_E_TYPE, 10, "/Choice"},
        {"{\"Choice\":{\"Text\":1}}", ANVIL_E_TYPE, 18, "/Choice/Text"},
        {"{\"Choice\":{\"Unit\":[]}}", ANVIL_E_TYPE, 18, "/Choice/Unit"},
        {"{\"Choice\":{\"Kinds\":{\"Byte\":[]}}}", ANVIL_E_TYPE, 27, "/Choice/Kinds/Byte"},
        {"{\"Choice\":{\"Choice\":{\"Number\":1.5}}}", ANVIL_E_WHOLE, 30, "/Choice/Choice/Number"},
        {"{\"Choice\":{\"Text\":\"\" \"\"}}", ANVIL_E_TOKEN, 21, "/Choice"},
        {"{\"Choice\":{\"Text\":\"\",}}", ANVIL_E_TOKEN, 21, "/Choice"},
        {"{\"Choice\":{\"Text\"}}", ANVIL_E_TOKEN, 17, "/Choice"},
        {"{\"Choice\":{\"other\":01}}", ANVIL_E_NUMBER, 20, "/Choice"},
        {"{\"Choice\":{\"Text\":\"a\"", ANVIL_E_END, 21, "/Choice"},
        {"{\"Choice\":{\"Text\":nil}}", ANVIL_E_TOKEN, 19, "/Choice/Text"},
        {"{\"Choices\":[null]}", ANVIL_E_NULL, 12, "/Choices/0"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_kinds kinds;
        struct decoded decoded = decode(CASES[i].body, ANVIL_STRICT, &kinds);
        assert_error(&decoded.report, CASES[i].status, CASES[i].offset, CASES[i].path);
        decoded_free(&decoded);
    }
}

/* null is no union at all */
TEST(null_is_absent) {
    struct sample_kinds kinds;
    struct decoded decoded = decode("{\"Choice\":null}", ANVIL_STRICT, &kinds);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_null(kinds.choice);
    decoded_free(&decoded);
}
