/* SPDX-License-Identifier: Apache-2.0 */
/* How long a client waits, when it stops waiting, and what it tells its log; nothing here waits. */
#include "test.h"
#include "transport/client_world.h"

#include <string.h>

/* */
TEST(waits_double_up_to_the_maximum) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_THROTTLED,
             WORLD_THROTTLED, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_OK);
    world.client.policy.max_attempts = 8;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    static const uint64_t LONGEST[] = {1000, 2000, 4000, 8000, 16000, 20000, 20000};
    assert_memory_equal(world.waits, LONGEST, sizeof LONGEST);
}

TEST(jitter_is_full) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_OK, WORLD_THROTTLED, WORLD_OK);
    world.dice = 0;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.waits[0], 0);
    world.dice = UINT32_C(1) << 31;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.waits[2], 500);
}

TEST(without_dice_the_longest_wait_is_taken) {
    struct client_world world;
    WORLD_OF(&world, WORLD_SILENT(ANVIL_FAILURE_NOT_SENT), WORLD_OK,
             WORLD_SILENT(ANVIL_FAILURE_NOT_SENT), WORLD_OK);
    world.dice = 0;
    world.dice_status = ANVIL_E_ENTROPY;
    assert_int_equal(client_world_send_text(&world), ANVIL_OK);
    assert_int_equal(world.waits[0], 1000);
    world.client.entropy = NULL;
    assert_int_equal(client_world_send_text(&world), ANVIL_OK);
    assert_int_equal(world.waits[2], 1000);
}

TEST(the_policy_sets_the_waits) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_THROTTLED, WORLD_OK);
    world.client.policy.max_attempts = 4;
    world.client.policy.base_ms = 30;
    world.client.policy.max_ms = 100;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    static const uint64_t LONGEST[] = {30, 60, 100};
    assert_memory_equal(world.waits, LONGEST, sizeof LONGEST);
}

/* The wait after one throttled answer with that header. */
static uint64_t wait_asked(const char *name, const char *value) {
    struct client_world world;
    const struct world_step steps[] = {
        {400, "{\"__type\":\"ThrottlingException\"}", name, value, 0, 0}, WORLD_OK};

    client_world_begin(&world, steps, 2);
    world.dice = 0;
    if (client_world_associate(&world) != ANVIL_OK) {
        assert_int_equal(world.end, ANVIL_CLIENT_ASKED);
        return UINT64_MAX;
    }
    return world.waits[0];
}

/* */
TEST(retry_after_is_respected) {
    assert_int_equal(wait_asked("Retry-After", "7"), 7000);
    assert_int_equal(wait_asked("retry-after", "0"), 0);
    assert_int_equal(wait_asked("Retry-After", "Sun, 06 Nov 1994 08:49:50 GMT"), 13000);
    assert_int_equal(wait_asked("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT"), 0);
    assert_int_equal(wait_asked("Retry-After", "Sun, 06 Nov 1994 08:49:20 GMT"), 0);
    assert_int_equal(wait_asked("x-amz-retry-after", "1234"), 1234);
}

TEST(a_retry_after_that_means_nothing_is_not_there) {
    static const char *const NONSENSE[] = {
        "",    "soon", "-1",         "1.5",
        "7 s", "\"",   "1994-11-06", "Sun, 06 Nov 1994 08:49:50 GMT and a very long tail"};
    for (size_t i = 0; i < sizeof NONSENSE / sizeof NONSENSE[0]; i++)
        assert_int_equal(wait_asked("Retry-After", NONSENSE[i]), 0);
}

TEST(a_service_that_asks_for_too_long_a_wait_ends_the_call) {
    assert_int_equal(wait_asked("Retry-After", "60"), 60000);
    assert_int_equal(wait_asked("Retry-After", "61"), UINT64_MAX);
    assert_int_equal(wait_asked("Retry-After", "99999999999999999999999999"), UINT64_MAX);
    assert_int_equal(wait_asked("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"), UINT64_MAX);
}

TEST(a_longer_wait_of_our_own_is_not_cut_by_retry_after) {
    struct client_world world;
    WORLD_OF(&world, {503, "", "Retry-After", "0", 0, 0}, WORLD_OK);
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.waits[0], 1000);
}

/* */
TEST(no_attempt_begins_after_the_deadline) {
    struct client_world world;
    WORLD_OF(&world, {400, "{\"__type\":\"ThrottlingException\"}", NULL, NULL, 0, 300},
             WORLD_THROTTLED);
    world.client.policy.deadline_ms = 1300;
    assert_int_equal(client_world_associate(&world), ANVIL_E_SERVICE);
    assert_int_equal(world.sent, 1);
    assert_int_equal(world.end, ANVIL_CLIENT_DEADLINE);
    assert_int_equal(world.now_ms, 5300);
    world.sent = 0;
    world.client.policy.deadline_ms = 1301;
    assert_int_equal(client_world_associate(&world), ANVIL_E_SERVICE);
    assert_int_equal(world.sent, 2);
    assert_int_equal(world.end, ANVIL_CLIENT_DEADLINE);
}

TEST(a_deadline_that_ran_out_during_an_attempt_ends_the_call) {
    struct client_world world;
    WORLD_OF(&world, {0, NULL, NULL, NULL, ANVIL_FAILURE_UNCLEAR, 100});
    world.dice = 0;
    world.client.policy.deadline_ms = 100;
    assert_int_equal(client_world_associate(&world), ANVIL_E_TRANSPORT);
    assert_int_equal(world.end, ANVIL_CLIENT_DEADLINE);
}

TEST(each_attempt_is_limited_to_what_is_left) {
    struct client_world world;
    WORLD_OF(&world, {400, "{\"__type\":\"ThrottlingException\"}", NULL, NULL, 0, 200}, WORLD_OK,
             WORLD_OK, WORLD_OK);
    world.client.policy.deadline_ms = 3000;
    world.client.policy.attempt_ms = 2500;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.limits[0], 2500);
    assert_int_equal(world.limits[1], 3000 - 200 - 1000);
    world.client.policy.deadline_ms = 0;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.limits[2], 2500);
    world.client.policy.attempt_ms = 0;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.limits[3], 0);
}

TEST(a_call_can_be_cancelled_before_it_begins) {
    struct client_world world;
    WORLD_OF(&world, WORLD_OK);
    world.cancel_after_ms = 0;
    assert_int_equal(client_world_associate(&world), ANVIL_E_TRANSPORT);
    assert_int_equal(world.sent, 0);
    assert_int_equal(world.end, ANVIL_CLIENT_CANCELLED);
    assert_int_equal(world.events[0].attempt, 0);
}

/* */
TEST(a_wait_can_be_cancelled) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED);
    world.cancel_after_ms = 5250;
    assert_int_equal(client_world_associate(&world), ANVIL_E_SERVICE);
    assert_int_equal(world.sent, 1);
    assert_int_equal(world.end, ANVIL_CLIENT_CANCELLED);
    assert_int_equal(world.now_ms, 5300);
}

TEST(an_attempt_that_was_cancelled_is_the_last) {
    struct client_world world;
    WORLD_OF(&world, WORLD_SILENT(ANVIL_FAILURE_CANCELLED));
    assert_int_equal(client_world_associate(&world), ANVIL_E_TRANSPORT);
    assert_int_equal(world.end, ANVIL_CLIENT_CANCELLED);
}

TEST(hooks_are_optional) {
    struct client_world world;
    WORLD_OF(&world, WORLD_THROTTLED, WORLD_OK);
    world.client.log = NULL;
    world.client.limit = NULL;
    world.client.failure = NULL;
    world.client.is_cancelled = NULL;
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.waits[0], 1000);
    assert_int_equal(world.limit_count, 0);
}

static void assert_event(const struct client_world *world, size_t index, const char *expected) {
    char text[ANVIL_CLIENT_TEXT_BYTES];
    assert_true(index < world->event_count);
    assert_string_equal(anvil_client_event_text(&world->events[index], text), expected);
}

TEST(the_log_hears_of_every_attempt) {
    struct client_world world;
    WORLD_OF(&world, {400, "{\"__type\":\"ThrottlingException\"}", NULL, NULL, 0, 12},
             {0, NULL, NULL, NULL, ANVIL_FAILURE_NOT_SENT, 3}, {200, "{}", NULL, NULL, 0, 4});
    assert_int_equal(client_world_associate(&world), ANVIL_OK);
    assert_int_equal(world.event_count, 3);
    assert_event(&world, 0,
                 "AssociateOriginationIdentity: attempt 1 of 3, 12 ms: ThrottlingException (HTTP "
                 "400); again in 1000 ms");
    assert_event(&world, 1,
                 "AssociateOriginationIdentity: attempt 2 of 3, 3 ms: the transport failed before "
                 "there was an answer; again in 2000 ms");
    assert_true(world.events[2].is_last);
    assert_int_equal(world.events[2].http_status, 200);
}

/* Names of errors that the model does not have come from the wire, as everything else that
 * a log must not repeat. */
TEST(the_log_repeats_nothing_of_a_message) {
    struct client_world world;
    char text[ANVIL_CLIENT_TEXT_BYTES];
    WORLD_OF(&world, {400, "{\"__type\":\"secret-1\",\"Message\":\"secret-2\"}", "x-amzn-requestid",
                      "secret-3", 0, 0});
    assert_int_equal(client_world_send_text(&world), ANVIL_E_SERVICE);
    anvil_client_event_text(&world.events[0], text);
    assert_null(strstr(text, "secret"));
    assert_null(strstr(text, "+4917"));
    assert_null(strstr(text, "a message"));
    assert_non_null(strstr(text, "HTTP 400"));
}

TEST(every_end_is_explained) {
    for (int i = ANVIL_CLIENT_ANSWERED; i <= ANVIL_CLIENT_CANCELLED; i++)
        for (int j = ANVIL_CLIENT_ANSWERED; j < i; j++)
            assert_string_not_equal(anvil_client_end_text((enum anvil_client_end)i),
                                    anvil_client_end_text((enum anvil_client_end)j));
}

TEST(the_system_clock_runs_and_waits) {
    struct anvil_client_clock clock = anvil_client_system_clock();
    uint64_t before = clock.now_ms(clock.context);
    clock.wait_ms(clock.context, 2);
    assert_true(clock.now_ms(clock.context) >= before + 1);
    assert_true(clock.unix_seconds(clock.context) > 1700000000);
}
