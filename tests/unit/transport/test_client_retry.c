/* SPDX-License-Identifier: Apache-2.0 */
/* What a client tries again, how often, with which token, and what it spends on it. */
#include "test.h"
#include "transport/client_world.h"

#include <string.h>

TEST(an_answer_ends_the_call) {
    struct client_world world;
    WORLD_OF(&world, WORLD_OK);
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.sent, 1);
    assert_int_equal(world.end, ANVIL_CLIENT_ANSWERED);
    assert_int_equal(world.now_ms, 5000);
}

/* */
TEST(a_throttled_call_is_tried_three_times) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_THROTTLED);
    assert_int_equal(client_world_associate(&world), ANVIL_E_SERVICE);
    assert_int_equal(world.sent, 3);
    assert_int_equal(world.end, ANVIL_CLIENT_ATTEMPTS);
    assert_int_equal(world.error.retry, ANVIL_RETRY_THROTTLE);
}

TEST(the_policy_says_how_often) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_OK);
    world.client.policy.max_attempts = 5;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.sent, 5);
    world.sent = 0;
    world.client.policy.max_attempts = 1;
    assert_int_equal(client_world_associate(&world), ANVIL_E_SERVICE);
    assert_int_equal(world.sent, 1);
}

/* */
TEST(every_attempt_has_the_same_token_and_every_call_its_own) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_SILENT(ANVIL_FAILURE_UNCLEAR), WORLD_OK, WORLD_OK);
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(strlen(world.tokens[0]), ANVIL_TOKEN_BYTES);
    assert_string_equal(world.tokens[0], world.tokens[1]);
    assert_string_equal(world.tokens[0], world.tokens[2]);
    assert_string_not_equal(world.tokens[0], world.tokens[3]);
}

TEST(what_a_retry_would_not_change_is_not_tried_again) {
    struct client_world world;
    WORLD_OF(&world, {400, "{\"__type\":\"ConflictException\"}", NULL, NULL, 0, 0});
    assert_int_equal(client_world_associate(&world), ANVIL_E_SERVICE);
    assert_int_equal(world.sent, 1);
    assert_int_equal(world.end, ANVIL_CLIENT_ANSWERED);
}

/* */
TEST(a_success_that_cannot_be_read_is_not_fetched_again) {
    struct client_world world;
    WORLD_OF(&world, {200, "{", NULL, NULL, 0, 0});
    assert_int_equal(client_world_associate(&world), ANVIL_E_END);
    assert_int_equal(world.sent, 1);
    assert_int_equal(world.end, ANVIL_CLIENT_ANSWERED);
}

TEST(a_request_that_breaks_a_constraint_is_not_sent) {
    struct client_world world;
    struct smsv2_associate_origination_identity_request request = {.pool_id = ANVIL_STR("pool-1")};
    struct smsv2_associate_origination_identity_result result;
    WORLD_OF(&world, WORLD_OK);
    world.call.operation = &smsv2_associate_origination_identity;
    world.call.entropy = &world.entropy;
    world.call.arena = &world.arena;
    world.call.checks = ANVIL_STRICT;
    assert_int_equal(anvil_client_call(&world.client, &world.call, &request, &result, &world.error,
                                       NULL, &world.end),
                     ANVIL_E_REQUIRED);
    assert_int_equal(world.sent, 0);
    assert_int_equal(world.end, ANVIL_CLIENT_REFUSED);
}

TEST(a_call_without_an_arena_is_refused) {
    struct client_world world;
    struct smsv2_associate_origination_identity_request request = {0};
    struct smsv2_associate_origination_identity_result result;
    WORLD_OF(&world, WORLD_OK);
    world.call.operation = &smsv2_associate_origination_identity;
    assert_int_equal(
        anvil_client_call(&world.client, &world.call, &request, &result, &world.error, NULL, NULL),
        ANVIL_E_ARGUMENT);
    assert_int_equal(world.sent, 0);
}

TEST(an_operation_that_a_token_makes_idempotent_survives_anything_passing) {
    struct client_world world;
    WORLD_OF(&world, WORLD_BROKEN, WORLD_SILENT(ANVIL_FAILURE_UNCLEAR),
             WORLD_SILENT(ANVIL_FAILURE_NOT_SENT), {503, "<html>", NULL, NULL, 0, 0}, WORLD_OK);
    world.client.policy.max_attempts = 5;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.sent, 5);
}

/* */
TEST(an_operation_that_may_act_twice_is_tried_again_when_it_cannot_have_acted) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_SILENT(ANVIL_FAILURE_NOT_SENT), WORLD_OK);
    assert_true(smsv2_send_text_message.may_double);
    assert_int_equal(client_world_send_text(&world), ANVIL_OK);
    assert_int_equal(world.sent, 3);
}

/* */
TEST(an_operation_that_may_act_twice_is_left_alone_when_it_may_have_acted) {
    static const struct world_step UNCLEAR[] = {
        WORLD_BROKEN,
        WORLD_SILENT(ANVIL_FAILURE_UNCLEAR),
        {503, "{\"__type\":\"ServiceUnavailable\"}", NULL, NULL, 0, 0},
        {504, "", NULL, NULL, 0, 0}};
    for (size_t i = 0; i < sizeof UNCLEAR / sizeof UNCLEAR[0]; i++) {
        struct client_world world;
        client_world_begin(&world, &UNCLEAR[i], 1);
        assert_int_not_equal(client_world_send_text(&world), ANVIL_OK);
        assert_int_equal(world.sent, 1);
        assert_int_equal(world.end, ANVIL_CLIENT_UNCLEAR);
    }
}

TEST(a_transport_that_cannot_tell_is_taken_to_have_sent) {
    struct client_world world;
    WORLD_OF(&world, WORLD_SILENT(ANVIL_FAILURE_NOT_SENT));
    world.client.failure = NULL;
    assert_int_equal(client_world_send_text(&world), ANVIL_E_TRANSPORT);
    assert_int_equal(world.end, ANVIL_CLIENT_UNCLEAR);
}

TEST(a_final_failure_is_not_tried_again) {
    struct client_world world;
    WORLD_OF(&world, WORLD_SILENT(ANVIL_FAILURE_FINAL));
    assert_int_equal(client_world_associate(&world), ANVIL_E_TRANSPORT);
    assert_int_equal(world.end, ANVIL_CLIENT_FINAL);
}

/* */
TEST(the_quota_is_spent_by_retries_and_earned_back_by_successes) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_SILENT(ANVIL_FAILURE_UNCLEAR), WORLD_OK, WORLD_OK);
    world.client.spent = 20;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    /* 5 for a retry after an answer, 10 after silence; the last of them comes back */
    assert_int_equal(world.client.spent, 20 + 5 + 10 - 10);
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.client.spent, 24);
}

TEST(the_quota_never_holds_more_than_at_the_beginning) {
    struct client_world world;
    WORLD_OF(&world, WORLD_OK);
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.client.spent, 0);
}

TEST(without_quota_nothing_is_tried_again) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_THROTTLED);
    world.client.spent = 495;
    assert_int_equal(client_world_associate(&world), ANVIL_E_SERVICE);
    assert_int_equal(world.sent, 2);
    assert_int_equal(world.end, ANVIL_CLIENT_QUOTA);
    assert_int_equal(world.client.spent, 500);
}

TEST(the_policy_sets_the_quota) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED);
    world.client.policy.quota = 4;
    assert_int_equal(client_world_associate(&world), ANVIL_E_SERVICE);
    assert_int_equal(world.end, ANVIL_CLIENT_QUOTA);
}

TEST(attempts_do_not_pile_up_in_the_arena) {
    struct client_world world;
    size_t once;
    WORLD_OF(&world, WORLD_OK, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_OK);
    world.arena.used = 64;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    once = world.arena.used;
    assert_true(once > 64);
    world.arena.used = 64;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.arena.used, once);
}
