/* SPDX-License-Identifier: Apache-2.0 */
/* Where the name of an error comes from, and what is cut off it. */
#include "protocol/error_samples.h"
#include "protocol/fake_transport.h"
#include "test.h"

#include <stdio.h>

#define NS "aws.protocoltests.json10#"
#define URI ":http://internal.amazon.com/coral/#Wrong:/"

static const struct anvil_operation *const OPERATION = &smsv2_associate_origination_identity;

struct naming {
    const char *header; /* X-Amzn-Errortype, or NULL */
    const char *body;
    const char *name; /* that is found, or NULL */
};

static void assert_named(const struct naming *naming) {
    struct anvil_header headers[2];
    struct anvil_http_response response =
        error_response(418, naming->header, view_of(naming->body), headers);
    char memory[512];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct anvil_error error;
    assert_int_equal(anvil_error_decode(OPERATION, &response, &arena, &error, NULL), ANVIL_OK);
    assert_text_is(error.name, naming->name);
    bool is_conflict = naming->name != NULL && strcmp(naming->name, "ConflictException") == 0;
    assert_ptr_equal(error.type, is_conflict ? &smsv2_conflict_exception_error : NULL);
    assert_int_equal(error.value != NULL, is_conflict);
    assert_int_equal(error.http_status, 418);
    assert_text_is(error.request_id, "request-7");
}

static void assert_all_named(const struct naming *cases, size_t count) {
    for (size_t i = 0; i < count; i++)
        assert_named(&cases[i]);
}

/* [R-120] */
TEST(the_header_comes_before_type_and_type_before_code) {
    static const struct naming cases[] = {
        {"ConflictException", "{\"__type\":\"A\",\"code\":\"B\"}", "ConflictException"},
        {"A", "{\"__type\":\"ConflictException\",\"code\":\"ConflictException\"}", "A"},
        {NULL, "{\"code\":\"B\",\"__type\":\"ConflictException\"}", "ConflictException"},
        {NULL, "{\"__type\":\"A\",\"code\":\"ConflictException\"}", "A"},
        {NULL, "{\"code\":\"ConflictException\"}", "ConflictException"},
        {"ConflictException", "{}", "ConflictException"},
        {NULL, "{}", NULL},
    };
    assert_all_named(cases, sizeof cases / sizeof cases[0]);
}

/* [R-122] In each of the three places. */
TEST(namespace_and_uri_are_cut_off) {
    static const struct naming cases[] = {
        {"ConflictException", "{}", "ConflictException"},
        {"ConflictException" URI, "{}", "ConflictException"},
        {NS "ConflictException", "{}", "ConflictException"},
        {NS "ConflictException" URI, "{}", "ConflictException"},
        {"#ConflictException", "{}", "ConflictException"},
        {"ConflictException:", "{}", "ConflictException"},
        {"a#b#ConflictException", "{}", "b#ConflictException"},
        {"http://x#ConflictException", "{}", "http"},
        {":ConflictException", "{}", ""},
        {"ConflictException#", "{}", ""},
        {NULL, "{\"__type\":\"ConflictException" URI "\"}", "ConflictException"},
        {NULL, "{\"__type\":\"" NS "ConflictException\"}", "ConflictException"},
        {NULL, "{\"__type\":\"" NS "ConflictException" URI "\"}", "ConflictException"},
        {NULL, "{\"code\":\"ConflictException" URI "\"}", "ConflictException"},
        {NULL, "{\"code\":\"" NS "ConflictException\"}", "ConflictException"},
        {NULL, "{\"code\":\"" NS "ConflictException" URI "\"}", "ConflictException"},
    };
    assert_all_named(cases, sizeof cases / sizeof cases[0]);
}

/* [R-120] [R-124] [R-144] */
TEST(a_header_is_enough) {
    static const char *const bodies[] = {NULL, ""};
    for (size_t i = 0; i < 2; i++) {
        const struct naming naming = {NS "ConflictException" URI, bodies[i], "ConflictException"};
        assert_named(&naming);
    }
}

/* [R-121] */
TEST(only_a_string_at_the_top_level_is_a_type) {
    static const struct naming cases[] = {
        {NULL, "{\"__type\":7,\"code\":\"ConflictException\"}", "ConflictException"},
        {NULL, "{\"__type\":null,\"code\":\"ConflictException\"}", "ConflictException"},
        {NULL, "{\"__type\":[\"A\"],\"code\":\"ConflictException\"}", "ConflictException"},
        {NULL, "{\"__type\":{\"__type\":\"A\"},\"code\":\"ConflictException\"}",
         "ConflictException"},
        {NULL, "{\"code\":409}", NULL},
        {NULL, "{\"code\":true,\"__type\":false}", NULL},
        {NULL, "{\"Nested\":{\"__type\":\"ConflictException\",\"code\":\"A\"}}", NULL},
        {NULL, "{\"Nested\":[{\"__type\":\"A\"}],\"__type\":\"ConflictException\"}",
         "ConflictException"},
        {NULL, "[{\"__type\":\"ConflictException\"}]", NULL},
        {NULL, "\"ConflictException\"", NULL},
        {NULL, "null", NULL},
    };
    assert_all_named(cases, sizeof cases / sizeof cases[0]);
}

/* [R-020] [R-120] */
TEST(members_of_other_names_are_no_type) {
    static const char *const names[] = {"Code",      "CODE",  "__Type",  "_type",
                                        "type",      "__typ", "__type ", "__types",
                                        "errorCode", "cod",   "codes",   ""};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char body[64];
        snprintf(body, sizeof body, "{\"%s\":\"ConflictException\"}", names[i]);
        const struct naming naming = {NULL, body, NULL};
        assert_named(&naming);
    }
}

/* [R-020] [R-070] */
TEST(names_and_types_may_be_escaped) {
    static const struct naming cases[] = {
        {NULL, "{\"\\u005f_type\":\"ConflictException\"}", "ConflictException"},
        {NULL, "{\"cod\\u0065\":\"ConflictException\"}", "ConflictException"},
        {NULL, "{\"__type\":\"Conflict\\u0045xception\"}", "ConflictException"},
        {NULL, "{\"__type\":\"ns\\u0023ConflictException\\u003a\\/\\/x\"}", "ConflictException"},
        {NULL, "{\"code\":\"\\u0043onflictException\"}", "ConflictException"},
        {NULL, "{\"__type\":\"\\uD83D\\uDE00\\\"\"}", "\xF0\x9F\x98\x80\""},
        {NULL, " \t\r\n{ \"__type\" :\n\"ConflictException\" } \n", "ConflictException"},
    };
    assert_all_named(cases, sizeof cases / sizeof cases[0]);
}

/* [R-024] */
TEST(of_several_types_the_last_counts) {
    static const struct naming cases[] = {
        {NULL, "{\"__type\":\"A\",\"__type\":\"ConflictException\"}", "ConflictException"},
        {NULL, "{\"__type\":\"A\",\"code\":\"ConflictException\",\"__type\":null}",
         "ConflictException"},
        {NULL, "{\"code\":\"ConflictException\",\"code\":\"A\"}", "A"},
    };
    assert_all_named(cases, sizeof cases / sizeof cases[0]);
}

/* [R-123] */
TEST(a_name_is_matched_to_the_letter) {
    static const char *const names[] = {
        "conflictException",  "CONFLICTEXCEPTION",    "ConflictExceptio", "ConflictExceptions",
        "ConflictException ", " ConflictException",   "Conflict",         "",
        "UnknownThing",       "com.ConflictException"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct naming naming = {names[i], "{\"Message\":\"x\"}", names[i]};
        assert_named(&naming);
    }
}

/* [R-123] Disassociate does not list ServiceQuotaExceededException; its service has it. */
TEST(an_error_of_the_service_is_known_to_every_operation) {
    struct anvil_header headers[2];
    struct anvil_http_response response =
        error_response(400, "ServiceQuotaExceededException",
                       view_of("{\"Reason\":\"POOLS_PER_ACCOUNT\"}"), headers);
    const struct anvil_operation *operation = &smsv2_disassociate_origination_identity;
    char memory[256];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct anvil_error error;
    for (size_t i = 0; i < operation->error_count; i++)
        assert_ptr_not_equal(operation->errors[i], &smsv2_service_quota_exceeded_exception_error);
    assert_int_equal(anvil_error_decode(operation, &response, &arena, &error, NULL), ANVIL_OK);
    assert_ptr_equal(error.type, &smsv2_service_quota_exceeded_exception_error);
    const struct smsv2_service_quota_exceeded_exception *value = error.value;
    assert_non_null(value);
    assert_text_is(value->reason, "POOLS_PER_ACCOUNT");
}

/* What the rule says, in other words than the code's: C library calls on C strings. */
static struct anvil_str name_by_rule(char *type) {
    char *colon = strchr(type, ':');
    if (colon != NULL)
        *colon = '\0';
    char *hash = strchr(type, '#');
    return view_of(hash != NULL ? hash + 1 : type);
}

/* [R-122] [I-03] All texts of up to six of these characters, in the header and in the body. */
TEST(any_type_is_cut_by_the_rule) {
    static const char LETTERS[] = {'\0', 'a', '#', ':', '/'};
    for (unsigned number = 0; number < 15625; number++) {
        char type[7] = "";
        char body[32];
        size_t len = 0;
        for (unsigned rest = number; rest != 0; rest /= 5)
            if (rest % 5 != 0)
                type[len++] = LETTERS[rest % 5];
        snprintf(body, sizeof body, "{\"__type\":\"%s\"}", type);
        for (int place = 0; place < 2; place++) {
            struct anvil_header headers[2];
            struct anvil_http_response response = error_response(
                500, place == 0 ? type : NULL, view_of(place == 0 ? "" : body), headers);
            struct anvil_error error;
            char copy[7];
            memcpy(copy, type, sizeof copy);
            assert_int_equal(anvil_error_decode(OPERATION, &response, NULL, &error, NULL),
                             ANVIL_OK);
            assert_true(anvil_str_equal(error.name, name_by_rule(copy)));
            if (error.name.len != 0)
                assert_null(memchr(error.name.ptr, ':', error.name.len));
            assert_true(place == 0 ? lies_inside(error.name, type, len)
                                   : lies_inside(error.name, body, strlen(body)));
        }
    }
}
