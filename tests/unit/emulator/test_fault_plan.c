/* SPDX-License-Identifier: Apache-2.0 */
/* Plans of faults: how they are read, what each does to calls, and that dice are the same each
 * time. */
#include "emulator/fault_plan.h"
#include "emulator_world.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

#define POOL "pool-3f9c1e7a5b2d48069ad4c7e1f0b86352"
#define SENDER "EXAMPLECO"

TEST(a_plan_is_read_part_by_part) {
    struct fault_plan plan;
    const char *wrong;
    size_t bytes;

    assert_true(anvil_fault_plan_read(
        &plan, "throttle=0.1,5xx=0.05,delay=50ms,reset=0.01,garbage=1,rate=2,seed=7", &wrong,
        &bytes));
    assert_int_equal((int)(plan.throttle * 1000 + 0.5), 100);
    assert_int_equal((int)(plan.failure * 1000 + 0.5), 50);
    assert_int_equal((int)(plan.reset * 1000 + 0.5), 10);
    assert_int_equal((int)(plan.garbage * 1000 + 0.5), 1000);
    assert_int_equal(plan.delay_ms, 50);
    assert_int_equal(plan.rate, 2);
    assert_int_equal(plan.state, 7);
    assert_true(anvil_fault_plan_read(&plan, "delay=2s", &wrong, &bytes));
    assert_int_equal(plan.delay_ms, 2000);
    assert_true(anvil_fault_plan_read(&plan, NULL, &wrong, &bytes));
    assert_int_equal(plan.delay_ms, 0);
}

TEST(what_is_no_fault_is_pointed_at) {
    static const char *const WRONG[] = {
        "throttle",   "throttle=", "throttle=2",   "throttle=1.1", "throttle=-1", "throttle=a",
        "delay=50",   "delay=ms",  "delay=50m",    "delay=2h",     "rate=a",      "rate=1001",
        "delay=2hs",  "seed=1x",   "nothing=1",    "=1",           "5xx=0.5 ",    "delay=3601s",
        "reset=0.5x", "Reset=0.5", "garbage=1e-1",
    };
    struct fault_plan plan;

    for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++) {
        char text[64];
        const char *wrong = NULL;
        size_t bytes = 0;
        snprintf(text, sizeof text, "seed=1,%s,seed=2", WRONG[i]);
        if (anvil_fault_plan_read(&plan, text, &wrong, &bytes))
            fail_msg("%s was read", text);
        assert_ptr_equal(wrong, text + 7);
        assert_int_equal(bytes, strlen(WRONG[i]));
    }
}

TEST(chances_are_kept) {
    struct fault_plan plan;
    const char *wrong;
    size_t bytes;
    size_t throttled = 0;
    size_t resets = 0;

    assert_true(anvil_fault_plan_read(&plan, "throttle=0.25,reset=0.5", &wrong, &bytes));
    for (int i = 0; i < 4000; i++) {
        struct fault fault = anvil_fault_plan_roll(&plan);
        throttled += fault.is_throttled;
        resets += fault.is_reset;
        assert_false(fault.is_failure || fault.is_garbage);
    }
    assert_in_range(throttled, 900, 1100);
    assert_in_range(resets, 1850, 2150);
}

TEST(the_emulator_refuses_a_plan_that_it_cannot_read) {
    struct world world = {0};

    assert_false(world_open(&world, NULL, "throttle=0.1,typo=1"));
    assert_non_null(strstr(world.problem, "'typo=1'"));
    world_end(&world);
}

TEST(throttling_may_be_tried_again_and_keeps_the_request_from_being_done) {
    struct world world = {0};

    assert_true(world_open(&world, NULL, "throttle=1"));
    assert_int_equal(world_join(&world, POOL, SENDER, NULL), ANVIL_E_SERVICE);
    world_assert_error(&world, "ThrottlingException", NULL);
    assert_int_equal(world.error.retry, ANVIL_RETRY_THROTTLE);
    world_end(&world);
}

TEST(a_reset_fails_the_transport_after_the_request_was_done) {
    struct world world = {0};

    world_keep_state(&world);
    assert_true(world_open(&world, NULL, "reset=1"));
    assert_int_equal(world_join(&world, POOL, SENDER, "t"), ANVIL_E_TRANSPORT);
    world_close(&world);
    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_join(&world, POOL, SENDER, "other"), ANVIL_E_SERVICE);
    world_assert_error(&world, "ConflictException", "SENDER_ID_ASSOCIATED_TO_POOL");
    assert_int_equal(world_join(&world, POOL, SENDER, "t"), ANVIL_OK);
    world_end(&world);
}

TEST(a_delay_is_waited_for_with_the_clock_that_was_given) {
    struct world world = {0};

    assert_true(world_open(&world, NULL, "delay=1500ms"));
    assert_int_equal(world_join(&world, POOL, SENDER, NULL), ANVIL_OK);
    assert_int_equal(world.waited_ms, 1500);
    world_end(&world);
}

TEST(a_rate_counts_each_operation_for_itself) {
    struct world world = {0};

    assert_true(world_open(&world, NULL, "rate=1"));
    assert_int_equal(world_join(&world, POOL, SENDER, NULL), ANVIL_OK);
    assert_int_equal(world_leave(&world, POOL, SENDER, NULL), ANVIL_OK);
    world.now_ms += 999;
    assert_int_equal(world_join(&world, POOL, SENDER, NULL), ANVIL_E_SERVICE);
    world_assert_error(&world, "ThrottlingException", NULL);
    world.now_ms += 1;
    assert_int_equal(world_join(&world, POOL, SENDER, NULL), ANVIL_OK);
    world_end(&world);
}

TEST(garbage_is_survived) {
    struct world world = {0};
    size_t pages = 0;
    size_t halves = 0;

    assert_true(world_open(&world, NULL, "garbage=1"));
    for (int i = 0; i < 40; i++) {
        enum anvil_status status = world_join(&world, POOL, SENDER, "t");
        if (status == ANVIL_E_SERVICE && world.error.http_status == 502)
            pages++;
        else if (anvil_status_group(status) == ANVIL_GROUP_BYTES)
            halves++;
        else
            fail_msg("%s", anvil_status_name(status));
    }
    assert_true(pages > 0 && halves > 0);
    world_end(&world);
}
