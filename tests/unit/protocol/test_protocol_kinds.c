/* SPDX-License-Identifier: Apache-2.0 */
/* Calls and errors of a service of ours whose messages hold every kind, in awsJson1_1. */
#include "protocol/fake_transport.h"
#include "sample/encoded_text.h"
#include "sample/same_value.h"
#include "sample/sample_kinds.h"
#include "test.h"

#include <string.h>

static const struct anvil_error_type ERROR = {.shape = &sample_kinds_shape, .http_status = 409};
static const struct anvil_error_type *const ERRORS[] = {&ERROR};
static const struct anvil_service BARE = {.name = ANVIL_STR("Sample"),
                                          .content_type = ANVIL_STR("application/x-amz-json-1.1"),
                                          .errors = ERRORS,
                                          .error_count = 1};
static const struct anvil_service FULL = {.name = ANVIL_STR("Sample"),
                                          .name_space = ANVIL_STR("a.b"),
                                          .content_type = ANVIL_STR("application/x-amz-json-1.0"),
                                          .errors = ERRORS,
                                          .error_count = 1};
static const struct anvil_operation OPERATION = {.name = ANVIL_STR("Do"),
                                                 .target = ANVIL_STR("Sample.Do"),
                                                 .input = &sample_kinds_shape,
                                                 .output = &sample_kinds_shape,
                                                 .errors = ERRORS,
                                                 .service = &BARE,
                                                 .error_count = 1};

static struct sample_kinds kinds;
static _Alignas(16) unsigned char kinds_memory[1 << 14];

static void decode_kinds(void) {
    struct anvil_arena arena = anvil_arena_of(kinds_memory, sizeof kinds_memory);
    assert_int_equal(
        anvil_decode(&sample_kinds_shape, sample_kinds_text, ANVIL_STRICT, &arena, &kinds, NULL),
        ANVIL_OK);
}

/* awsJson1_0 wants the full identifier, awsJson1_1 the name; every kind can stand behind.
 */
TEST(errors_behind_their_type) {
    static const struct anvil_str NO_TEXT[1] = {ANVIL_STR("")};
    static const struct {
        struct sample_kinds value;
        const char *rest;
    } CASES[] = {
        {{.end = {NULL, 0}}, "\"}"},
        {{.end = ANVIL_STR("x")}, "\",\"End\":\"x\"}"},
        {{.byte = {-1, true}}, "\",\"Byte\":-1}"},
        {{.boolean = {true, true}, .end = ANVIL_STR("")}, "\",\"Boolean\":true,\"End\":\"\"}"},
        {{.blob = BLOB("a")}, "\",\"Blob\":\"YQ==\"}"},
        {{.date_time = {0, 0, true}}, "\",\"DateTime\":\"1970-01-01T00:00:00Z\"}"},
        {{.document = ANVIL_STR("[]")}, "\",\"Document\":[]}"},
        {{.sparse = {NO_TEXT, 1}}, "\",\"SparseTexts\":[\"\"]}"},
        {{.texts = {(const struct sample_text_entry *)(const void *)NO_TEXT, 0}},
         "\",\"Texts\":{}}"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        for (int full = 0; full < 2; full++) {
            char expected[128] = "{\"__type\":\"";
            char buffer[128];
            size_t bytes = 0;
            strcat(expected, full != 0 ? "a.b#Kinds" : "Kinds");
            strcat(expected, CASES[i].rest);
            assert_int_equal(anvil_error_encode(full != 0 ? &FULL : &BARE, &ERROR, &CASES[i].value,
                                                ANVIL_STRICT, buffer, sizeof buffer, &bytes, NULL),
                             ANVIL_OK);
            assert_text_is(anvil_str_of(buffer, bytes), expected);
        }
}

/* and back, with all members */
TEST(an_error_with_every_kind) {
    static char body[4096];
    static unsigned char memory[1 << 14];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct anvil_http_response response = {.status = 409};
    struct anvil_error error;
    struct anvil_report report;
    size_t bytes = 0;
    decode_kinds();
    assert_int_equal(
        anvil_error_encode(&BARE, &ERROR, &kinds, ANVIL_STRICT, body, sizeof body, &bytes, NULL),
        ANVIL_OK);
    response.body = anvil_str_of(body, bytes);
    assert_int_equal(anvil_error_decode(&OPERATION, &response, &arena, &error, &report), ANVIL_OK);
    assert_ptr_equal(error.type, &ERROR);
    assert_non_null(error.value);
    assert_true(is_same_value(&sample_kinds_shape, error.value, &kinds));
}

/* A request: the pieces and the text of its numbers share the arena. With
 * every size of it: enough, or what is needed is told and nothing is left behind. [I-16] */
TEST(a_request_in_an_arena_of_every_size) {
    static _Alignas(16) unsigned char memory[1 << 14];
    static char joined[4096];
    size_t enough = 0;
    decode_kinds();
    for (size_t room = 0; room < 8192; room += room < 600 ? 1 : 7) {
        struct anvil_arena arena = anvil_arena_of(memory, room);
        struct anvil_exchange call = {
            .operation = &OPERATION, .arena = &arena, .checks = ANVIL_STRICT};
        struct anvil_report report;
        enum anvil_status status = anvil_call_prepare(&call, &kinds, &report);
        if (status != ANVIL_OK) {
            assert_int_equal(status, ANVIL_E_ARENA);
            assert_int_equal(enough, 0);
            assert_true(report.need > room);
            assert_int_equal(arena.used, 0);
            continue;
        }
        enough = enough == 0 ? room : enough;
        size_t len = 0;
        for (size_t i = 0; i < call.request.body_count; i++) {
            memcpy(joined + len, call.request.body[i].ptr, call.request.body[i].len);
            len += call.request.body[i].len;
        }
        assert_int_equal(len, call.request.body_bytes);
        assert_true(anvil_str_equal(anvil_str_of(joined, len), sample_kinds_text));
        assert_text_is(call.request.headers[0].value, "application/x-amz-json-1.1");
        assert_text_is(call.request.headers[1].value, "Sample.Do");
    }
    assert_true(enough != 0);
}

/* A response is read leniently: nulls dropped, unknown variants kept, offsets taken. */
TEST(a_response_is_read_leniently) {
    static const struct anvil_str BODY =
        ANVIL_STR("{\"Longs\":[null,1],\"Texts\":{\"a\":null},\"Choice\":{\"later\":[]},"
                  "\"DateTime\":\"1970-01-01T01:00:00+01:00\",\"Level\":99}");
    char memory[512];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct sample_kinds out;
    assert_int_equal(anvil_response_decode(&OPERATION, BODY, ANVIL_OFF, &arena, &out, NULL),
                     ANVIL_OK);
    assert_int_equal(out.longs.count, 1);
    assert_int_equal(out.texts.count, 0);
    assert_int_equal(out.choice->choice.member, ANVIL_UNION_UNKNOWN);
    assert_int_equal(out.date_time.seconds, 0);
    assert_int_equal(out.level.value, 99);
    static const struct anvil_str PARTS[] = {
        ANVIL_STR("{\"Longs\":[null,1]}"), ANVIL_STR("{\"Texts\":{\"a\":null}}"),
        ANVIL_STR("{\"Choice\":{\"later\":[]}}"),
        ANVIL_STR("{\"DateTime\":\"1970-01-01T01:00:00+01:00\"}")};
    for (size_t i = 0; i < sizeof PARTS / sizeof PARTS[0]; i++) {
        enum anvil_status status =
            anvil_request_decode(&OPERATION, PARTS[i], ANVIL_STRICT, &arena, &out, NULL);
        assert_int_equal(anvil_status_group(status), ANVIL_GROUP_DECODE);
        assert_text_is(anvil_refusal_of(status).name, "SerializationException");
    }
}
