/* SPDX-License-Identifier: Apache-2.0 */
/* The state file: what is kept, and when the seed is read. That nothing is lost when the process is
 * killed is for tests/interop/. */
#include "emulator_world.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

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
