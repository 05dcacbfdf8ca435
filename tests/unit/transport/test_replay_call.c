/* SPDX-License-Identifier: Apache-2.0 */
/* Whole calls over the replay transport, from the recordings in spec/examples/. */
#include "anvil/anvil.h"
#include "entropy/entropy.h"
#include "replay/replay.h"
#include "smsv2/smsv2.h"
#include "test.h"

#include <string.h>

#define POOL_ARN                                                                                   \
    "arn:aws:sms-voice:us-east-1:111122223333:pool/pool-3f9c1e7a5b2d48069ad4c7e1f0b86352"
#define PHONE_ID "phone-7d20b4c98e6f4a13b5e2d90c41a7f836"

/* All that a call needs. */
struct fixture {
    struct anvil_replay replay;
    struct anvil_transport transport;
    struct anvil_entropy entropy;
    struct anvil_arena arena;
    unsigned char memory[8192];
    struct anvil_exchange call;
    struct smsv2_associate_origination_identity_result result;
    struct anvil_error error;
    struct anvil_report report;
};

static const struct smsv2_associate_origination_identity_request REQUEST = {
    .pool_id = ANVIL_STR(POOL_ARN),
    .origination_identity = ANVIL_STR(PHONE_ID),
    .iso_country_code = ANVIL_STR("US"),
};

static void open_call(struct fixture *fixture, const char *recording) {
    memset(fixture, 0, sizeof *fixture);
    if (!anvil_replay_open(&fixture->replay, recording))
        fail_msg("%s", fixture->replay.problem);
    fixture->transport = anvil_replay_transport(&fixture->replay);
    fixture->entropy = anvil_system_entropy();
    fixture->arena = anvil_arena_of(fixture->memory, sizeof fixture->memory);
    fixture->call.operation = &smsv2_associate_origination_identity;
    fixture->call.transport = &fixture->transport;
    fixture->call.entropy = &fixture->entropy;
    fixture->call.arena = &fixture->arena;
    fixture->call.checks = ANVIL_STRICT;
}

static enum anvil_status call_once(struct fixture *fixture) {
    return anvil_call(&fixture->call, &REQUEST, &fixture->result, &fixture->error,
                      &fixture->report);
}

static void assert_text(struct anvil_str text, const char *expected) {
    assert_int_equal(text.len, strlen(expected));
    assert_memory_equal(text.ptr, expected, text.len);
}

TEST(a_recorded_response_is_decoded) {
    struct fixture fixture;

    open_call(&fixture, "spec/examples/recorded/associate.txt");
    assert_int_equal(call_once(&fixture), ANVIL_OK);
    assert_text(fixture.result.pool_arn, POOL_ARN);
    assert_text(fixture.result.origination_identity, PHONE_ID);
    assert_text(fixture.result.iso_country_code, "US");
    anvil_replay_close(&fixture.replay);
}

TEST(a_recorded_conflict_is_decoded) {
    struct fixture fixture;

    open_call(&fixture, "spec/examples/recorded/conflict.txt");
    assert_int_equal(call_once(&fixture), ANVIL_E_SERVICE);
    assert_ptr_equal(fixture.error.type, &smsv2_conflict_exception_error);
    assert_int_equal(fixture.error.retry, ANVIL_RETRY_NEVER);
    const struct smsv2_conflict_exception *conflict = fixture.error.value;
    assert_int_equal(anvil_enum_code(&smsv2_conflict_exception_reason_values, conflict->reason),
                     SMSV2_CONFLICT_EXCEPTION_REASON_PHONE_NUMBER_ASSOCIATED_TO_POOL);
    assert_text(conflict->resource_id, PHONE_ID);
    assert_text(fixture.error.request_id, "6fa3e2b8-7c10-45d9-92eb-03d8c4f71a56");
    anvil_replay_close(&fixture.replay);
}

TEST(an_answer_that_is_no_json_is_survived) {
    struct fixture fixture;

    open_call(&fixture, "spec/examples/recorded/unavailable.txt");
    assert_int_equal(call_once(&fixture), ANVIL_E_SERVICE);
    assert_null(fixture.error.type);
    assert_int_equal(fixture.error.http_status, 503);
    assert_int_equal(fixture.error.retry, ANVIL_RETRY_TRANSIENT);
    anvil_replay_close(&fixture.replay);
}

/* */
TEST(the_second_attempt_carries_the_token_of_the_first) {
    struct fixture fixture;
    char token[ANVIL_TOKEN_BYTES];

    open_call(&fixture, "spec/examples/recorded/throttled.txt");
    assert_int_equal(call_once(&fixture), ANVIL_E_SERVICE);
    assert_int_equal(fixture.error.retry, ANVIL_RETRY_THROTTLE);
    assert_true(fixture.call.has_token);
    memcpy(token, fixture.call.token, sizeof token);
    assert_int_equal(call_once(&fixture), ANVIL_OK);
    assert_memory_equal(fixture.call.token, token, sizeof token);
    size_t found = 0;
    for (size_t i = 0; i < fixture.call.request.body_count; i++) {
        struct anvil_str piece = fixture.call.request.body[i];
        found += piece.len == sizeof token && memcmp(piece.ptr, token, sizeof token) == 0;
    }
    assert_int_equal(found, 1);
    assert_int_equal(fixture.replay.played, fixture.replay.count);
    anvil_replay_close(&fixture.replay);
}

TEST(a_refused_request_is_not_sent) {
    struct fixture fixture;
    struct smsv2_associate_origination_identity_request bad = REQUEST;

    bad.iso_country_code = anvil_str_of("us", 2);
    open_call(&fixture, "spec/examples/recorded/associate.txt");
    assert_int_equal(
        anvil_call(&fixture.call, &bad, &fixture.result, &fixture.error, &fixture.report),
        ANVIL_E_PATTERN);
    assert_int_equal(fixture.replay.played, 0);
    anvil_replay_close(&fixture.replay);
}
