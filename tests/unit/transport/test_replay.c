/* SPDX-License-Identifier: Apache-2.0 */
/* Playing a recording: what matches, what does not, and what is said about it. */
#include "replay_sample.h"
#include "test.h"

#include <string.h>

static const char GOOD[] = "{\"Name\":\"a\",\n\"Token\":\"1234\",\"End\":\"z\"}";

static void assert_text(struct anvil_str text, const char *expected) {
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
}

/* Sends a body that must not match, and the good one after it, which must. */
static void assert_differs(const char *body, const char *problem) {
    struct anvil_replay replay = replay_sample_open(REPLAY_SAMPLE);
    struct anvil_http_response response;

    assert_int_equal(replay_sample_send(&replay, body, &response), ANVIL_E_TRANSPORT);
    assert_string_equal(replay.problem, problem);
    assert_int_equal(response.status, 0);
    assert_int_equal(replay.played, 0);
    assert_int_equal(replay_sample_send(&replay, GOOD, &response), ANVIL_OK);
    assert_string_equal(replay.problem, "");
    anvil_replay_close(&replay);
}

TEST(the_recorded_answers_come_in_order) {
    struct anvil_replay replay = replay_sample_open(REPLAY_SAMPLE);
    struct anvil_http_response response;

    assert_int_equal(replay.count, 2);
    assert_int_equal(replay_sample_send(&replay, GOOD, &response), ANVIL_OK);
    assert_int_equal(response.status, 200);
    assert_int_equal(response.header_count, 2);
    assert_text(response.headers[0].name, "Content-Type");
    assert_text(response.headers[0].value, "application/json");
    assert_text(response.headers[1].value, "1");
    assert_text(response.body, "{\"Answer\":1}");
    assert_int_equal(replay_sample_send(&replay, "{}", &response), ANVIL_OK);
    assert_int_equal(response.status, 503);
    assert_int_equal(response.header_count, 0);
    assert_int_equal(response.body.len, 0);
    assert_int_equal(replay.played, 2);
    anvil_replay_close(&replay);
}

TEST(an_answer_lives_until_the_recording_is_closed) {
    struct anvil_replay replay = replay_sample_open(REPLAY_SAMPLE);
    struct anvil_http_response first;
    struct anvil_http_response second;

    assert_int_equal(replay_sample_send(&replay, GOOD, &first), ANVIL_OK);
    assert_int_equal(replay_sample_send(&replay, "", &second), ANVIL_OK);
    assert_text(first.body, "{\"Answer\":1}");
    anvil_replay_close(&replay);
}

TEST(there_is_no_answer_after_the_last_one) {
    struct anvil_replay replay = replay_sample_open(">>>\nPOST / HTTP/1.1\n<<<\nHTTP/1.1 200 OK\n");
    struct anvil_http_response response;

    assert_int_equal(replay_sample_send(&replay, "{}", &response), ANVIL_OK);
    assert_int_equal(replay_sample_send(&replay, "{}", &response), ANVIL_E_TRANSPORT);
    assert_string_equal(replay.problem,
                        "sample: all 1 exchanges have been played, and here is one more request");
    anvil_replay_close(&replay);
}

TEST(the_wildcard_stands_for_any_text_up_to_the_quote) {
    static const char *const BODIES[] = {
        "{\"Name\":\"a\",\n\"Token\":\"\",\"End\":\"z\"}",
        "{\"Name\":\"a\",\n\"Token\":\"***\",\"End\":\"z\"}",
        "{\"Name\":\"a\",\n\"Token\":\"a\\\"b\\\\\",\"End\":\"z\"}",
    };
    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
        struct anvil_replay replay = replay_sample_open(REPLAY_SAMPLE);
        struct anvil_http_response response;
        assert_int_equal(replay_sample_send(&replay, BODIES[i], &response), ANVIL_OK);
        anvil_replay_close(&replay);
    }
}

TEST(another_body_is_refused_with_its_place) {
    assert_differs("{\"Name\":\"b\",\n\"Token\":\"1\",\"End\":\"z\"}",
                   "sample:7: byte 9 of the request's body is not as recorded in exchange 1");
    assert_differs("{\"Name\":\"a\",\n\"Token\":\"1\",\"End\":\"y\"}",
                   "sample:8: byte 32 of the request's body is not as recorded in exchange 1");
    assert_differs("{\"Name\":\"a\",\n\"Token\":\"1\",\"End\":\"z\"}}",
                   "sample:8: byte 35 of the request's body is not as recorded in exchange 1");
    assert_differs("{\"Name\":\"a\",\n\"Token\":\"1",
                   "sample:8: byte 23 of the request's body is not as recorded in exchange 1, the "
                   "body ends there");
    assert_differs("", "sample:7: byte 0 of the request's body is not as recorded in exchange 1, "
                       "the body ends there");
}

TEST(another_target_method_or_path_is_refused) {
    struct anvil_replay replay = replay_sample_open(REPLAY_SAMPLE);
    struct anvil_http_response response;

    assert_int_equal(replay_sample_send_as(&replay, "POST", "/", "Service.Other", GOOD, &response),
                     ANVIL_E_TRANSPORT);
    assert_string_equal(replay.problem, "sample:5: the request has another value than the header "
                                        "'X-Amz-Target: Service.Operation', as recorded in "
                                        "exchange 1");
    assert_int_equal(
        replay_sample_send_as(&replay, "GET", "/", "Service.Operation", GOOD, &response),
        ANVIL_E_TRANSPORT);
    assert_string_equal(replay.problem,
                        "sample:4: the request is not 'POST /', as recorded in exchange 1");
    assert_int_equal(
        replay_sample_send_as(&replay, "POST", "/a", "Service.Operation", GOOD, &response),
        ANVIL_E_TRANSPORT);
    anvil_replay_close(&replay);
}

TEST(a_header_that_is_not_there_is_missed) {
    struct anvil_replay replay =
        replay_sample_open(">>>\nPOST / HTTP/1.1\nX-Signed: yes\n<<<\nHTTP/1.1 200 OK\n");
    struct anvil_http_response response;

    assert_int_equal(replay_sample_send(&replay, "{}", &response), ANVIL_E_TRANSPORT);
    assert_string_equal(replay.problem, "sample:3: the request has no header 'X-Signed: yes', as "
                                        "recorded in exchange 1");
    anvil_replay_close(&replay);
}
