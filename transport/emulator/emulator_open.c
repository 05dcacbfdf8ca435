/* SPDX-License-Identifier: Apache-2.0 */
/* Opening and closing: the store, a seed where the store is empty, and whose account it is. */
#include "emulator_state.h"
#include "entropy/entropy.h"
#include "seed.h"
#include "system_clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool fail(const struct anvil_emulator *emulator, const char *path, char *problem) {
    snprintf(problem, ANVIL_EMULATOR_PROBLEM_BYTES, "%s: %s", path != NULL ? path : "memory",
             anvil_account_store_problem(&emulator->store));
    return false;
}

/* Whether there is an account in the store already; -1 when it cannot be read. */
static int is_seeded(struct anvil_emulator *emulator) {
    int step = anvil_account_step(anvil_account_query(&emulator->store, ACCOUNT_IS_SEEDED));

    anvil_account_store_rest(&emulator->store);
    return step;
}

/* Fills an empty store, all or nothing, so that a seed that is cut short by a crash is read again.
 */
static bool fill(struct anvil_emulator *emulator, const struct anvil_emulator_options *options,
                 char *problem) {
    struct account_store *store = &emulator->store;

    if (!anvil_account_run(anvil_account_query(store, ACCOUNT_BEGIN)))
        return fail(emulator, options->state, problem);
    int was_seeded = is_seeded(emulator);
    if (was_seeded < 0)
        return fail(emulator, options->state, problem);
    if (was_seeded == 0 && !anvil_seed_load(store, options->seed, problem))
        return false;
    anvil_account_store_rest(store);
    return anvil_account_run(anvil_account_query(store, ACCOUNT_COMMIT)) ||
           fail(emulator, options->state, problem);
}

/* Copies a setting out of the store; absent when there is none. */
static struct anvil_str setting(struct anvil_emulator *emulator, const char *name,
                                char copy[EMULATOR_PLACE_BYTES]) {
    sqlite3_stmt *statement = anvil_account_query(&emulator->store, ACCOUNT_SETTING);
    struct anvil_str value = {NULL, 0};

    anvil_account_bind_text(statement, 1, anvil_str_of(name, strlen(name)));
    if (anvil_account_step(statement) > 0)
        value = anvil_account_column_text(statement, 0);
    if (value.ptr != NULL && value.len <= EMULATOR_PLACE_BYTES)
        value.ptr = memcpy(copy, value.ptr, value.len);
    else
        value = anvil_str_of(NULL, 0);
    anvil_account_store_rest(&emulator->store);
    return value;
}

static bool open_all(struct anvil_emulator *emulator, const struct anvil_emulator_options *options,
                     char *problem) {
    const char *wrong;
    size_t bytes;

    if (!anvil_fault_plan_read(&emulator->plan, options->faults, &wrong, &bytes)) {
        snprintf(problem, ANVIL_EMULATOR_PROBLEM_BYTES,
                 "not a fault: '%.*s'; there are throttle, 5xx, reset and garbage from 0 to 1, "
                 "delay in ms or s, rate and seed",
                 (int)bytes, wrong);
        return false;
    }
    if (!anvil_account_store_open(&emulator->store, options->state))
        return fail(emulator, options->state, problem);
    if (!fill(emulator, options, problem))
        return false;
    emulator->caller.partition = setting(emulator, "partition", emulator->place[0]);
    emulator->caller.region = setting(emulator, "region", emulator->place[1]);
    emulator->caller.account = setting(emulator, "account", emulator->place[2]);
    emulator->denied = setting(emulator, "ACCESS_DENIED", emulator->denied_text);
    return true;
}

struct anvil_emulator *anvil_emulator_open(const struct anvil_emulator_options *options,
                                           char problem[ANVIL_EMULATOR_PROBLEM_BYTES]) {
    struct anvil_emulator *emulator = calloc(1, sizeof *emulator);

    problem[0] = '\0';
    if (emulator == NULL) {
        snprintf(problem, ANVIL_EMULATOR_PROBLEM_BYTES, "out of memory");
        return NULL;
    }
    emulator->is_grouped = options->is_grouped;
    emulator->entropy = options->entropy != NULL ? *options->entropy : anvil_system_entropy();
    emulator->clock = options->clock != NULL ? *options->clock : anvil_emulator_system_clock;
    if (open_all(emulator, options, problem))
        return emulator;
    anvil_emulator_close(emulator);
    return NULL;
}

void anvil_emulator_close(struct anvil_emulator *emulator) {
    if (emulator == NULL)
        return;
    anvil_account_store_close(&emulator->store);
    free(emulator);
}
