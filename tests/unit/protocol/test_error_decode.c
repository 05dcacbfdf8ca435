/* SPDX-License-Identifier: Apache-2.0 */
/* What a client reads out of the body of an error, whatever stands there. */
#include "protocol/error_samples.h"
#include "protocol/fake_transport.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

#define CONFLICT "\"__type\":\"ConflictException\""

static const struct anvil_operation *const OPERATION = &smsv2_associate_origination_identity;

/* A decoded error response and everything that it points into. */
struct decoded {
    struct anvil_header headers[2];
    struct anvil_http_response response;
    struct anvil_arena arena;
    struct anvil_error error;
    struct anvil_report report;
    char memory[1024];
};

static void decode(struct decoded *decoded, int http_status, const char *header,
                   struct anvil_str body) {
    decoded->response = error_response(http_status, header, body, decoded->headers);
    decoded->arena = anvil_arena_of(decoded->memory, sizeof decoded->memory);
    memset(&decoded->error, 0xFF, sizeof decoded->error);
    memset(&decoded->report, 0xFF, sizeof decoded->report);
    assert_int_equal(anvil_error_decode(OPERATION, &decoded->response, &decoded->arena,
                                        &decoded->error, &decoded->report),
                     ANVIL_OK);
    assert_int_equal(decoded->error.http_status, http_status);
    assert_text_is(decoded->error.request_id, "request-7");
    assert_ptr_equal(decoded->error.body.ptr, body.ptr);
    assert_int_equal(decoded->error.body.len, body.len);
    assert_int_equal(decoded->arena.scratch, 0);
}

TEST(every_exception_comes_with_its_members) {
    for (size_t i = 0; i < ERROR_SAMPLES; i++) {
        const struct error_sample *sample = &error_samples[i];
        struct decoded decoded;
        decode(&decoded, sample->http_status, NULL, view_of(sample->body));
        assert_ptr_equal(decoded.error.type, sample->type);
        assert_text_is(decoded.error.name, sample->name);
        assert_int_equal(decoded.error.retry, sample->retry);
        assert_int_equal(decoded.report.status, ANVIL_OK);
        assert_same_value(sample->type->shape, decoded.error.value, sample->value);
    }
}

TEST(the_members_of_a_conflict_are_told) {
    struct decoded decoded;
    decode(&decoded, 400, "ConflictException:http://x/",
           view_of("{\"Message\":\"Reason=\\\"LAST_PHONE_NUMBER\\\"\",\"Reason\":"
                   "\"LAST_PHONE_NUMBER\",\"ResourceType\":\"phone-number\",\"ResourceId\":"
                   "\"phone-7\"}"));
    const struct smsv2_conflict_exception *value = decoded.error.value;
    assert_non_null(value);
    assert_text_is(value->message, "Reason=\"LAST_PHONE_NUMBER\"");
    assert_text_is(value->reason, "LAST_PHONE_NUMBER");
    assert_int_equal(anvil_enum_code(&smsv2_conflict_exception_reason_values, value->reason),
                     SMSV2_CONFLICT_EXCEPTION_REASON_LAST_PHONE_NUMBER);
    assert_text_is(value->resource_type, "phone-number");
    assert_text_is(value->resource_id, "phone-7");
    assert_text_is(decoded.error.message, "Reason=\"LAST_PHONE_NUMBER\"");
}

TEST(the_fields_of_a_validation_are_told) {
    struct decoded decoded;
    decode(&decoded, 400, "ValidationException",
           view_of("{\"Fields\":[{\"Name\":\"poolId\",\"Message\":\"a\"},null,{},"
                   "{\"Message\":\"b\"}],\"Reason\":\"A_NEW_ONE\"}"));
    const struct smsv2_validation_exception *value = decoded.error.value;
    assert_non_null(value);
    assert_text_is(value->message, NULL);
    assert_text_is(value->reason, "A_NEW_ONE");
    assert_int_equal(anvil_enum_code(&smsv2_validation_exception_reason_values, value->reason),
                     ANVIL_ENUM_UNKNOWN);
    assert_int_equal(value->fields.count, 3);
    assert_text_is(value->fields.items[0].name, "poolId");
    assert_text_is(value->fields.items[0].message, "a");
    assert_text_is(value->fields.items[1].name, NULL);
    assert_text_is(value->fields.items[2].message, "b");
}

/* A header, not the member of the same name. */
TEST(the_identifier_of_the_request_is_a_header) {
    static const char *const names[] = {"x-amzn-requestid", "X-Amzn-RequestId", "x-amzn-request-id",
                                        "RequestId"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct anvil_header header = {view_of(names[i]), ANVIL_STR("the-header")};
        struct anvil_http_response response = {
            500, &header, 1,
            ANVIL_STR("{\"__type\":\"InternalServerException\",\"RequestId\":\"the-member\"}")};
        struct decoded decoded;
        decoded.arena = anvil_arena_of(decoded.memory, sizeof decoded.memory);
        assert_int_equal(
            anvil_error_decode(OPERATION, &response, &decoded.arena, &decoded.error, NULL),
            ANVIL_OK);
        assert_text_is(decoded.error.request_id, i < 2 ? "the-header" : NULL);
        const struct smsv2_internal_server_exception *value = decoded.error.value;
        assert_non_null(value);
        assert_text_is(value->request_id, "the-member");
    }
}

/* */
TEST(the_message_is_found_in_either_spelling) {
    static const struct {
        const char *body, *message, *typed;
    } cases[] = {
        {"{" CONFLICT ",\"Message\":\"large\"}", "large", "large"},
        {"{" CONFLICT ",\"message\":\"small\"}", "small", NULL},
        {"{" CONFLICT ",\"Message\":\"large\",\"message\":\"small\"}", "small", "large"},
        {"{" CONFLICT ",\"message\":7,\"Message\":\"large\"}", "large", "large"},
        {"{" CONFLICT ",\"message\":null,\"Message\":null}", NULL, NULL},
        {"{" CONFLICT ",\"Message\":\"\"}", "", ""},
        {"{" CONFLICT ",\"MESSAGE\":\"x\",\"errorMessage\":\"y\"}", NULL, NULL},
        {"{" CONFLICT ",\"Nested\":{\"Message\":\"x\"}}", NULL, NULL},
        {"{" CONFLICT ",\"message\":\"a\\u0000\\ud83d\\ude00\\n\"}", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct decoded decoded;
        decode(&decoded, 400, NULL, view_of(cases[i].body));
        const struct smsv2_conflict_exception *value = decoded.error.value;
        assert_non_null(value);
        assert_text_is(value->message, cases[i].typed);
        if (i + 1 < sizeof cases / sizeof cases[0])
            assert_text_is(decoded.error.message, cases[i].message);
        else
            assert_true(
                anvil_str_equal(decoded.error.message, anvil_str_of("a\0\xF0\x9F\x98\x80\n", 7)));
    }
}

/* */
TEST(a_body_that_is_no_json_object_is_survived) {
    static const char *const bodies[] = {
        "",
        " ",
        "<html><body>503 Service Temporarily Unavailable</body></html>",
        "<UnknownOperationException/>\n",
        "upstream connect error",
        "null",
        "true",
        "0",
        "\"__type\"",
        "[]",
        "[{\"__type\":\"ConflictException\"}]",
        "{",
        "{\"",
        "{\"__type",
        "{\"__type\"",
        "{\"__type\":",
        "{\"__type\":\"Conflict",
        "{\"__type\" \"ConflictException\"}",
        "{\"__type\":Conflict}",
        "{'__type':'ConflictException'}",
        "{,\"__type\":\"ConflictException\"}",
        "\xEF\xBB\xBF{\"__type\":\"ConflictException\"}",
        "\xFF\xFE{",
        "{\"x\":\"\xC3\x28\",\"__type\":\"ConflictException\"}",
        "{\"\xED\xA0\x80\":1,\"__type\":\"ConflictException\"}",
        "{\"x\":\"\\ud800\",\"__type\":\"ConflictException\"}",
        "{\"x\":01,\"__type\":\"ConflictException\"}",
        "{\"x\":tru,\"__type\":\"ConflictException\"}",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof bodies[0]; i++) {
        struct decoded decoded;
        decode(&decoded, 503, NULL, view_of(bodies[i]));
        assert_text_is(decoded.error.name, NULL);
        assert_text_is(decoded.error.message, NULL);
        assert_null(decoded.error.type);
        assert_null(decoded.error.value);
        assert_int_equal(decoded.error.retry, ANVIL_RETRY_TRANSIENT);
        assert_int_equal(decoded.arena.used, 0);
        assert_int_equal(decoded.report.status, ANVIL_OK);
        decode(&decoded, 400, "ConflictException", view_of(bodies[i]));
        assert_ptr_equal(decoded.error.type, &smsv2_conflict_exception_error);
        assert_int_equal(decoded.error.value != NULL, bodies[i][0] == '\0');
    }
}

/* The type is known and the members are not: the report says why. */
TEST(a_body_that_does_not_fit_keeps_what_could_be_read) {
    static const struct {
        const char *body;
        enum anvil_status status;
        size_t offset;
        const char *path;
        const char *message;
    } cases[] = {
        {"{" CONFLICT ",\"Message\":7}", ANVIL_E_TYPE, 40, "/Message", NULL},
        {"{" CONFLICT ",\"Reason\":[\"a\"],\"Message\":\"m\"}", ANVIL_E_TYPE, 39, "/Reason", "m"},
        {"{" CONFLICT ",\"ResourceId\":true}", ANVIL_E_TYPE, 43, "/ResourceId", NULL},
        {"{" CONFLICT ",\"ResourceType\":{}}", ANVIL_E_TYPE, 45, "/ResourceType", NULL},
        {"{" CONFLICT ",\"Message\":\"m\",\"Reason\":\"cut o", ANVIL_E_END, 59, "/Reason", "m"},
        {"{" CONFLICT, ANVIL_E_END, 29, "", NULL},
        {"{" CONFLICT ",", ANVIL_E_END, 30, "", NULL},
        {"{" CONFLICT ",\"Message\":\"m\"}}", ANVIL_E_TRAILING, 44, "", "m"},
        {"{" CONFLICT ",\"Message\":\"m\",}", ANVIL_E_TOKEN, 44, "", "m"},
        {"{" CONFLICT ",\"Message\":\"m\",\"Reason\":\"\xFF\"}", ANVIL_E_UTF8, 54, "/Reason", "m"},
        {"{" CONFLICT ",\"Message\":\"\\x\"}", ANVIL_E_ESCAPE, 41, "/Message", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct decoded decoded;
        decode(&decoded, 400, NULL, view_of(cases[i].body));
        assert_text_is(decoded.error.name, "ConflictException");
        assert_ptr_equal(decoded.error.type, &smsv2_conflict_exception_error);
        assert_null(decoded.error.value);
        assert_text_is(decoded.error.message, cases[i].message);
        assert_int_equal(decoded.report.status, cases[i].status);
        assert_int_equal(decoded.report.offset, cases[i].offset);
        assert_text_is(anvil_report_path(&decoded.report), cases[i].path);
        assert_int_equal(decoded.arena.used, 0);
    }
}

/* `depth` arrays around nothing, as the first member, with the type behind it. */
static struct anvil_str nested(char *buffer, size_t capacity, size_t depth) {
    size_t bytes = (size_t)snprintf(buffer, capacity, "{\"deep\":");
    memset(buffer + bytes, '[', depth);
    memset(buffer + bytes + depth, ']', depth);
    bytes += 2 * depth;
    bytes += (size_t)snprintf(buffer + bytes, capacity - bytes, "," CONFLICT "}");
    return anvil_str_of(buffer, bytes);
}

/* [R-008] [R-124] [I-07] */
TEST(nesting_is_skipped_as_deep_as_any_message_may_go) {
    char buffer[256];
    struct decoded decoded;
    decode(&decoded, 400, NULL, nested(buffer, sizeof buffer, ANVIL_DEPTH_MAX - 1));
    assert_text_is(decoded.error.name, "ConflictException");
    assert_non_null(decoded.error.value);
    decode(&decoded, 400, NULL, nested(buffer, sizeof buffer, ANVIL_DEPTH_MAX));
    assert_text_is(decoded.error.name, NULL);
    assert_null(decoded.error.value);
    decode(&decoded, 400, "ConflictException", nested(buffer, sizeof buffer, ANVIL_DEPTH_MAX));
    assert_null(decoded.error.value);
    assert_int_equal(decoded.report.status, ANVIL_E_DEPTH);
}

/* [R-124] [I-06] */
TEST(a_huge_body_is_survived) {
    enum { HUGE_BYTES = 1 << 20 };
    static const char *const starts[] = {"<html>", "{\"deep\":", "{" CONFLICT ",\"Message\":\"",
                                         "{" CONFLICT ",\"Message\":7,\"x\":[[[", "{\"x\":-1"};
    static const char FILLERS[] = {'x', '[', 'm', ' ', '0'};
    char *body = malloc(HUGE_BYTES);
    assert_non_null(body);
    for (size_t i = 0; i < sizeof FILLERS; i++) {
        struct decoded decoded;
        size_t start = strlen(starts[i]);
        memset(body, FILLERS[i], HUGE_BYTES);
        memcpy(body, starts[i], start);
        decode(&decoded, 502, NULL, anvil_str_of(body, HUGE_BYTES));
        assert_text_is(decoded.error.name, i == 2 || i == 3 ? "ConflictException" : NULL);
        assert_null(decoded.error.value);
        assert_int_equal(decoded.error.retry, ANVIL_RETRY_TRANSIENT);
    }
    memcpy(body + HUGE_BYTES - 2, "\"}", 2);
    memset(body, 'm', HUGE_BYTES - 2);
    memcpy(body, starts[2], strlen(starts[2]));
    struct decoded decoded;
    decode(&decoded, 502, NULL, anvil_str_of(body, HUGE_BYTES));
    assert_non_null(decoded.error.value);
    assert_int_equal(decoded.error.message.len, HUGE_BYTES - 2 - strlen(starts[2]));
    free(body);
}

/* [R-070] [I-03] */
TEST(text_points_into_the_response_or_into_the_arena) {
    struct decoded decoded;
    struct anvil_str body = view_of("{\"__type\":\"Conflict\\u0045xception\",\"Message\":\"a\\/b\","
                                    "\"Reason\":\"plain\",\"message\":\"plain too\"}");
    decode(&decoded, 400, NULL, body);
    const struct smsv2_conflict_exception *value = decoded.error.value;
    assert_non_null(value);
    assert_true(lies_inside(decoded.error.name, decoded.memory, decoded.arena.used));
    assert_true(lies_inside(decoded.error.message, body.ptr, body.len));
    assert_true(lies_inside(value->message, decoded.memory, decoded.arena.used));
    assert_true(lies_inside(value->reason, body.ptr, body.len));
    assert_true(lies_inside(anvil_str_of((const char *)value, sizeof *value), decoded.memory,
                            decoded.arena.used));
    decode(&decoded, 400, NULL, view_of("{\"code\":\"\\u0041\\/\",\"message\":\"\\t\\u00e9\"}"));
    assert_int_equal(decoded.arena.used, 5); /* the logical text and nothing else */
    decode(&decoded, 400, "ns#ConflictException:x", body);
    assert_true(lies_inside(decoded.error.name, decoded.headers[1].value.ptr, 22));
    assert_true(lies_inside(decoded.error.request_id, decoded.headers[0].value.ptr, 9));
}
