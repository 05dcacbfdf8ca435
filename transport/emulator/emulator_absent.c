/* SPDX-License-Identifier: Apache-2.0 */
/* The emulator of a build without SQLite: it cannot be opened, and says why. */
#include "emulator.h"

#include <stdio.h>

static enum anvil_status send_nothing(void *context, const struct anvil_http_request *request,
                                      struct anvil_http_response *response) {
    (void)context;
    (void)request;
    (void)response;
    return ANVIL_E_TRANSPORT;
}

struct anvil_emulator *anvil_emulator_open(const struct anvil_emulator_options *options,
                                           char problem[ANVIL_EMULATOR_PROBLEM_BYTES]) {
    (void)options;
    snprintf(
        problem, ANVIL_EMULATOR_PROBLEM_BYTES,
        "this anvil was built without the emulator: it needs SQLite (libsqlite3-dev) when it is "
        "built");
    return NULL;
}

void anvil_emulator_answer(struct anvil_emulator *emulator,
                           const struct anvil_http_request *request,
                           struct anvil_emulator_answer *answer) {
    (void)emulator;
    (void)request;
    answer->is_reset = true;
}

bool anvil_emulator_settle(struct anvil_emulator *emulator) {
    return emulator == NULL;
}

void anvil_emulator_fail(struct anvil_emulator *emulator, struct anvil_emulator_answer *answer) {
    (void)emulator;
    answer->is_reset = true;
}

struct anvil_transport anvil_emulator_transport(struct anvil_emulator *emulator) {
    struct anvil_transport transport = {send_nothing, emulator};
    return transport;
}

void anvil_emulator_close(struct anvil_emulator *emulator) {
    (void)emulator;
}
