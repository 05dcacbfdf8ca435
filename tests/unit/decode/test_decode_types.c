/* SPDX-License-Identifier: Apache-2.0 */
/* Values of the wrong JSON type: malformed, not violated, at their first byte, with their path. */
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

enum { STRING, LIST, OBJECT, OTHER };
static const struct {
    const char *text;
    int type;
} VALUES[] = {
    {"\"a\"", STRING}, {"\"\"", STRING}, {"[]", LIST},    {"[\"a\"]", LIST}, {"{}", OBJECT},
    {"0", OTHER},      {"-1.5", OTHER},  {"true", OTHER}, {"false", OTHER},
};

/* every kind takes its own type and no other, without conversion */
TEST(every_kind_against_every_type) {
    static const struct {
        const char *before;
        const char *behind;
        const char *path;
        int type;
    } PLACES[] = {
        {"{\"Text\":", "}", "/Text", STRING},
        {"{\"Color\":", "}", "/Color", STRING},
        {"{\"Tags\":", "}", "/Tags", LIST},
        {"{\"Tags\":[\"a\",", "]}", "/Tags/1", STRING},
        {"{\"Rows\":[[\"a\"],", "]}", "/Rows/1", LIST},
        {"{\"Rows\":[[],[\"b\", ", "]]}", "/Rows/1/1", STRING},
        {"{\"Part\":", "}", "/Part", OBJECT},
        {"{\"Parts\":[{},{},", "]}", "/Parts/2", OBJECT},
        {"{\"Part\":{\"Part\":{\"Note\" : ", "}}}", "/Part/Part/Note", STRING},
        {"{\"In/Out~\":", "}", "/In~1Out~0", STRING}, /* */
    };
    for (size_t i = 0; i < sizeof PLACES / sizeof PLACES[0]; i++)
        for (size_t j = 0; j < sizeof VALUES / sizeof VALUES[0]; j++) {
            char body[128];
            (void)snprintf(body, sizeof body, "%s%s%s", PLACES[i].before, VALUES[j].text,
                           PLACES[i].behind);
            struct sample_message message;
            struct decoded decoded = decode_flush(
                &sample_message_shape, anvil_str_of(body, strlen(body)), ANVIL_OFF, &message);
            if (VALUES[j].type == PLACES[i].type)
                assert_int_equal(decoded.status, ANVIL_OK);
            else
                assert_error(&decoded.report, ANVIL_E_TYPE, strlen(PLACES[i].before),
                             PLACES[i].path);
            decoded_free(&decoded);
        }
}

/* at the top only an object will do */
TEST(at_the_top_only_an_object) {
    for (size_t j = 0; j < sizeof VALUES / sizeof VALUES[0]; j++) {
        char body[32];
        (void)snprintf(body, sizeof body, " %s", VALUES[j].text);
        struct sample_message message;
        struct decoded decoded = decode_flush(
            &sample_message_shape, anvil_str_of(body, strlen(body)), ANVIL_STRICT, &message);
        if (VALUES[j].type == OBJECT)
            assert_int_equal(decoded.status, ANVIL_E_REQUIRED);
        else
            assert_error(&decoded.report, ANVIL_E_TYPE, 1, "");
        decoded_free(&decoded);
    }
}

/* [R-013] [I-09] a wrong type or bad JSON beats every violation, wherever either stands */
TEST(malformed_beats_violated) {
    static const struct {
        struct anvil_str body;
        enum anvil_status status;
        const char *path;
    } CASES[] = {
        {ANVIL_STR("{\"Id\":\"TOO LONG AND BAD\",\"Text\":1}"), ANVIL_E_TYPE, "/Text"},
        {ANVIL_STR("{\"Text\":1,\"Id\":\"TOO LONG AND BAD\"}"), ANVIL_E_TYPE, "/Text"},
        {ANVIL_STR("{\"Id\":\"a\",\"Id\":\"b\",\"Text\":[]}"), ANVIL_E_TYPE, "/Text"},
        {ANVIL_STR("{\"x\":0,\"Id\":{}}"), ANVIL_E_TYPE, "/Id"},
        {ANVIL_STR("{\"Id\":null,\"Tags\":[null]}"), ANVIL_E_NULL, "/Tags/0"},
        {ANVIL_STR("{\"Color\":\"PINK\",\"x\":01}"), ANVIL_E_NUMBER, ""},
        {ANVIL_STR("{\"Color\":\"PINK\"}}"), ANVIL_E_TRAILING, ""},
        {ANVIL_STR("{\"Color\":\"PINK\""), ANVIL_E_END, ""},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, CASES[i].body,
                         (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER, &message);
        assert_string_equal(anvil_status_name(decoded.status), anvil_status_name(CASES[i].status));
        assert_text(anvil_report_path(&decoded.report), CASES[i].path);
        assert_int_equal(decoded.report.count, 0);
        assert_int_equal(decoded.report.more, 0);
        decoded_free(&decoded);
    }
}

/* An error inside a value has the path of its member, one between two members that of the object.
 */
TEST(errors_have_the_path_of_what_is_being_read) {
    static const struct {
        struct anvil_str body;
        enum anvil_status status;
        size_t offset;
        const char *path;
    } CASES[] = {
        {ANVIL_STR("{\"Text\":\"a\001\"}"), ANVIL_E_CONTROL, 10, "/Text"},
        {ANVIL_STR("{\"Text\":\"\\q\"}"), ANVIL_E_ESCAPE, 9, "/Text"},
        {ANVIL_STR("{\"Text\":nil}"), ANVIL_E_TOKEN, 9, "/Text"},
        {ANVIL_STR("{\"Text\":@}"), ANVIL_E_TOKEN, 8, "/Text"},
        {ANVIL_STR("{\"Text\":\"a\" \"b\"}"), ANVIL_E_TOKEN, 12, ""},
        {ANVIL_STR("{\"Text\" \"a\"}"), ANVIL_E_TOKEN, 8, ""},
        {ANVIL_STR("{\"Te\001xt\":\"a\"}"), ANVIL_E_CONTROL, 4, ""},
        {ANVIL_STR("{\"Tags\":[\"a\",\"\xFF\"]}"), ANVIL_E_UTF8, 14, "/Tags/1"},
        {ANVIL_STR("{\"Tags\":[\"a\" \"b\"]}"), ANVIL_E_TOKEN, 13, "/Tags/1"},
        {ANVIL_STR("{\"Parts\":[{},{\"Note\":\"\xC0\xAF\"}]}"), ANVIL_E_UTF8, 22, "/Parts/1/Note"},
        {ANVIL_STR("{\"Parts\":[{},{\"Note\":\"\",}]}"), ANVIL_E_TOKEN, 24, "/Parts/1"},
        {ANVIL_STR("{\"Part\":{\"x\":[1,}]}}"), ANVIL_E_TOKEN, 16, "/Part"},
        {ANVIL_STR("{\"Rows\":[[\"a\"],[\"b\",\"\\uD800\"]]}"), ANVIL_E_SURROGATE, 21, "/Rows/1/1"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, CASES[i].body, ANVIL_STRICT, &message);
        assert_error(&decoded.report, CASES[i].status, CASES[i].offset, CASES[i].path);
        decoded_free(&decoded);
    }
}
