/* SPDX-License-Identifier: Apache-2.0 */
/* The world of a client under the test's control: a transport that plays a list of answers, a clock
 * that only runs when it is waited for, dice that always fall the same way, a log that is kept. */
#ifndef UNIT_TRANSPORT_CLIENT_WORLD_H
#define UNIT_TRANSPORT_CLIENT_WORLD_H

#include "anvil/anvil.h"
#include "client/client.h"
#include "smsv2/smsv2.h"

#define WORLD_STEPS_MAX 16
#define WORLD_TOKEN_BYTES 64

/* What comes of one attempt. */
struct world_step {
    int http_status;            /* 0: no answer */
    const char *body;           /* of the answer */
    const char *header;         /* name of one header of the answer, or NULL */
    const char *value;          /* its value */
    enum anvil_failure failure; /* without an answer */
    uint64_t takes_ms;          /* how long the attempt takes */
};

#define WORLD_OK                                                                                   \
    { 200, "{}", NULL, NULL, 0, 0 }
#define WORLD_THROTTLED                                                                            \
    { 400, "{\"__type\":\"ThrottlingException\"}", NULL, NULL, 0, 0 }
#define WORLD_BROKEN                                                                               \
    { 500, "{\"__type\":\"InternalServerException\"}", NULL, NULL, 0, 0 }
#define WORLD_SILENT(failure)                                                                      \
    { 0, NULL, NULL, NULL, failure, 0 }

struct client_world {
    struct anvil_client client;
    struct anvil_client_clock clock;
    struct anvil_transport transport;
    struct anvil_entropy entropy;
    struct anvil_exchange call;
    struct anvil_arena arena;
    unsigned char memory[4096];
    struct anvil_error error;
    enum anvil_client_end end;

    const struct world_step *steps; /* `step_count` of them */
    size_t step_count;
    size_t sent;
    struct anvil_header header; /* of the last answer */
    char tokens[WORLD_STEPS_MAX]
               [WORLD_TOKEN_BYTES];   /* the body's piece that is a token, each time */
    uint64_t limits[WORLD_STEPS_MAX]; /* as set before each attempt */
    size_t limit_count;
    uint64_t now_ms;
    uint64_t waits[WORLD_STEPS_MAX]; /* between attempts, slices together */
    size_t cancel_after_ms;          /* cancelled from then on; SIZE_MAX: never */
    uint32_t dice;                   /* what they show */
    enum anvil_status dice_status;
    struct anvil_client_event events[WORLD_STEPS_MAX];
    size_t event_count;
};

/* A world whose attempts end as `steps` says; every hook of the client is set. */
void client_world_begin(struct client_world *world, const struct world_step *steps, size_t count);
#define WORLD_OF(world, ...)                                                                       \
    static const struct world_step world_steps[] = {__VA_ARGS__};                                  \
    client_world_begin(world, world_steps, sizeof world_steps / sizeof world_steps[0])

/* Calls AssociateOriginationIdentity, which a token makes idempotent. */
enum anvil_status client_world_associate(struct client_world *world);

/* Calls SendTextMessage, which may act twice. */
enum anvil_status client_world_send_text(struct client_world *world);

#endif
