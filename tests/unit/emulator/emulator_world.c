/* SPDX-License-Identifier: Apache-2.0 */
/* The fixture of the emulator's tests. */
#include "emulator_world.h"

#include "entropy/entropy.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint64_t now_ms(void *context) {
    return ((const struct world *)context)->now_ms;
}

static void wait_ms(void *context, uint64_t time) {
    struct world *world = context;
    world->waited_ms += time;
    world->now_ms += time;
}

/* Makes the folder of the test, once. */
static void make_folder(struct world *world) {
    if (world->folder[0] != '\0')
        return;
    snprintf(world->folder, sizeof world->folder, "/tmp/anvil-emulator-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    snprintf(world->seed_path, sizeof world->seed_path, "%s/seed", world->folder);
    snprintf(world->state_path, sizeof world->state_path, "%s/state", world->folder);
}

void world_write_seed(struct world *world, const char *seed) {
    make_folder(world);
    FILE *file = fopen(world->seed_path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(seed, 1, strlen(seed), file), strlen(seed));
    assert_int_equal(fclose(file), 0);
    world->options.seed = world->seed_path;
}

void world_keep_state(struct world *world) {
    make_folder(world);
    world->options.state = world->state_path;
}

bool world_open(struct world *world, const char *seed, const char *faults) {
    struct anvil_emulator_clock clock = {now_ms, wait_ms, world};

    world->clock = clock;
    world->options.clock = &world->clock;
    world->options.faults = faults;
    if (seed != NULL)
        world_write_seed(world, seed);
    world->emulator = anvil_emulator_open(&world->options, world->problem);
    if (world->emulator != NULL)
        world->transport = anvil_emulator_transport(world->emulator);
    else
        assert_true(world->problem[0] != '\0');
    return world->emulator != NULL;
}

void world_close(struct world *world) {
    anvil_emulator_close(world->emulator);
    world->emulator = NULL;
}

void world_end(struct world *world) {
    static const char *const SUFFIXES[] = {"", "-wal", "-shm"};
    char path[128];

    world_close(world);
    if (world->folder[0] == '\0')
        return;
    unlink(world->seed_path);
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s%s", world->state_path, SUFFIXES[i]);
        unlink(path);
    }
    assert_int_equal(rmdir(world->folder), 0);
}

enum anvil_status world_call(struct world *world, const struct anvil_operation *operation,
                             const void *request, void *result) {
    struct anvil_entropy entropy = anvil_system_entropy();
    struct anvil_arena arena = anvil_arena_of(world->memory, sizeof world->memory);
    struct anvil_exchange call = {.operation = operation,
                                  .transport = &world->transport,
                                  .entropy = &entropy,
                                  .arena = &arena,
                                  .checks = ANVIL_OFF};

    return anvil_call(&call, request, result, &world->error, NULL);
}

static struct anvil_str view(const char *text) {
    return anvil_str_of(text, text != NULL ? strlen(text) : 0);
}

static struct anvil_str country_of(const char *identity) {
    return strstr(identity, "phone") != NULL ? view("US") : view("DE");
}

enum anvil_status world_join(struct world *world, const char *pool, const char *identity,
                             const char *token) {
    struct smsv2_associate_origination_identity_request request = {
        .pool_id = view(pool),
        .origination_identity = view(identity),
        .iso_country_code = country_of(identity),
        .client_token = view(token),
    };
    struct smsv2_associate_origination_identity_result result;
    return world_call(world, &smsv2_associate_origination_identity, &request, &result);
}

enum anvil_status world_leave(struct world *world, const char *pool, const char *identity,
                              const char *token) {
    struct smsv2_disassociate_origination_identity_request request = {
        .pool_id = view(pool),
        .origination_identity = view(identity),
        .iso_country_code = country_of(identity),
        .client_token = view(token),
    };
    struct smsv2_disassociate_origination_identity_result result;
    return world_call(world, &smsv2_disassociate_origination_identity, &request, &result);
}

int world_join_unsettled(struct world *world, const char *pool, const char *number) {
    struct smsv2_associate_origination_identity_request request = {
        .pool_id = view(pool),
        .origination_identity = view(number),
        .iso_country_code = view("US"),
    };
    struct anvil_operation operation = smsv2_associate_origination_identity;
    struct anvil_arena arena = anvil_arena_of(world->memory, sizeof world->memory);
    struct anvil_exchange call = {.operation = &operation, .arena = &arena, .checks = ANVIL_OFF};
    struct anvil_emulator_answer answer;

    operation.token = NULL;
    assert_int_equal(anvil_call_prepare(&call, &request, NULL), ANVIL_OK);
    anvil_emulator_answer(world->emulator, &call.request, &answer);
    return answer.response.status;
}

/* The Reason member of an error whose shape has one. */
static struct anvil_str reason_of(const struct anvil_error *error) {
    struct anvil_str reason;
    if (error->type == NULL || error->type->reason == NULL || error->value == NULL)
        return anvil_str_of(NULL, 0);
    memcpy(&reason, (const char *)error->value + error->type->reason->offset, sizeof reason);
    return reason;
}

void world_assert_error(const struct world *world, const char *name, const char *reason) {
    if (!anvil_str_equal(world->error.name, view(name)))
        fail_msg("the error is %.*s: %.*s", (int)world->error.name.len, world->error.name.ptr,
                 (int)world->error.message.len, world->error.message.ptr);
    if (!anvil_str_equal(reason_of(&world->error), view(reason)))
        fail_msg("%.*s", (int)world->error.message.len, world->error.message.ptr);
}

void world_assert_message(const struct world *world, const char *text) {
    char message[512];

    snprintf(message, sizeof message, "%.*s", (int)world->error.message.len,
             world->error.message.ptr);
    if (strstr(message, text) == NULL)
        fail_msg("the message is %s", message);
}
