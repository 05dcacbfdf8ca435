/* SPDX-License-Identifier: Apache-2.0 */
/* The state file: what is kept, and when the seed is read. That nothing is lost when the process is
 * killed is for tests/interop/. */
#include "emulator_world.h"
#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#define POOL "pool-3f9c1e7a5b2d48069ad4c7e1f0b86352"
#define PHONE "phone-7d20b4c98e6f4a13b5e2d90c41a7f836"

TEST(what_was_done_is_there_when_it_is_opened_again) {
    struct world world = {0};

    world_keep_state(&world);
    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_join(&world, POOL, PHONE, "t"), ANVIL_OK);
    world_close(&world);
    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_join(&world, POOL, PHONE, NULL), ANVIL_E_SERVICE);
    world_assert_error(&world, "ConflictException", "PHONE_NUMBER_ASSOCIATED_TO_POOL");
    assert_int_equal(world_join(&world, POOL, PHONE, "t"), ANVIL_OK);
    world_end(&world);
}

TEST(a_seed_is_read_into_a_new_state_only) {
    struct world world = {0};

    world_keep_state(&world);
    assert_true(
        world_open(&world, "{\"Pools\":[{\"PoolArn\":\"" WORLD_ARN "pool/pool-a\"}]}", NULL));
    world_close(&world);
    assert_true(
        world_open(&world, "{\"Pools\":[{\"PoolArn\":\"" WORLD_ARN "pool/pool-b\"}]}", NULL));
    assert_int_equal(world_join(&world, "pool-b", "phone-a", NULL), ANVIL_E_SERVICE);
    world_assert_message(&world, "ResourceId=\"pool-b\"");
    assert_int_equal(world_join(&world, "pool-a", "phone-a", NULL), ANVIL_E_SERVICE);
    world_assert_message(&world, "ResourceId=\"phone-a\"");
    world_end(&world);
}

TEST(a_seed_that_is_refused_leaves_nothing_behind) {
    struct world world = {0};

    world_keep_state(&world);
    assert_false(
        world_open(&world, "{\"Pools\":[{\"PoolArn\":\"" WORLD_ARN "pool/pool-a\"}]}{}", NULL));
    assert_true(
        world_open(&world, "{\"Pools\":[{\"PoolArn\":\"" WORLD_ARN "pool/pool-b\"}]}", NULL));
    assert_int_equal(world_join(&world, "pool-a", "phone-a", NULL), ANVIL_E_SERVICE);
    world_assert_message(&world, "ResourceId=\"pool-a\"");
    world_end(&world);
}

TEST(memory_is_fresh_each_time) {
    struct world world = {0};

    for (int i = 0; i < 2; i++) {
        assert_true(world_open(&world, NULL, NULL));
        assert_int_equal(world_join(&world, POOL, PHONE, "t"), ANVIL_OK);
        world_close(&world);
    }
    world_end(&world);
}

TEST(what_is_grouped_is_kept_once_it_is_settled) {
    struct world world = {0};

    world_keep_state(&world);
    world.options.is_grouped = true;
    for (int i = 0; i < 2; i++) {
        assert_true(world_open(&world, NULL, NULL));
        assert_int_equal(world_join_unsettled(&world, POOL, PHONE), 200);
        /* What is asked meanwhile sees it, but it is lost with the process. */
        assert_int_equal(world_join_unsettled(&world, POOL, PHONE), 400);
        if (i == 1)
            assert_true(anvil_emulator_settle(world.emulator));
        world_close(&world);
    }
    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_join(&world, POOL, PHONE, NULL), ANVIL_E_SERVICE);
    world_assert_error(&world, "ConflictException", "PHONE_NUMBER_ASSOCIATED_TO_POOL");
    world_end(&world);
}

TEST(what_the_disk_does_not_take_is_not_acknowledged) {
    struct world world = {0};
    struct rlimit before;
    struct rlimit none;

    /* Writing beyond the limit then fails instead of ending the process. */
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    none = before;
    none.rlim_cur = 0;
    world_keep_state(&world);
    for (int i = 0; i < 2; i++) {
        world.options.is_grouped = i == 1;
        assert_true(world_open(&world, NULL, NULL));
        setrlimit(RLIMIT_FSIZE, &none);
        enum anvil_status status = world_join(&world, POOL, PHONE, "t");
        setrlimit(RLIMIT_FSIZE, &before);
        assert_int_equal(status, ANVIL_E_SERVICE);
        world_assert_error(&world, "InternalServerException", NULL);
        assert_int_equal(world_leave(&world, POOL, PHONE, NULL), ANVIL_E_SERVICE);
        world_assert_error(&world, "ConflictException", "PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL");
        world_close(&world);
    }
    assert_true(world_open(&world, NULL, NULL));
    assert_int_equal(world_join(&world, POOL, PHONE, "t"), ANVIL_OK);
    world_end(&world);
}

TEST(a_state_that_is_no_database_is_named) {
    struct world world = {0};

    world_keep_state(&world);
    FILE *file = fopen(world.state_path, "wb");
    assert_non_null(file);
    for (int i = 0; i < 200; i++)
        fputs("this is no database\n", file);
    assert_int_equal(fclose(file), 0);
    assert_false(world_open(&world, NULL, NULL));
    assert_non_null(strstr(world.problem, world.state_path));
    assert_non_null(strstr(world.problem, "not a database"));
    world_end(&world);
}

TEST(a_state_that_cannot_be_made_is_named) {
    struct world world = {.options = {.state = "/nonexistent/state"}};

    assert_false(world_open(&world, NULL, NULL));
    assert_non_null(strstr(world.problem, "/nonexistent/state: "));
    world_end(&world);
}
