/* SPDX-License-Identifier: Apache-2.0 */
#include "transport/client_world.h"

#include "test.h"

#include <string.h>

static struct anvil_str text_of(const char *text) {
    return anvil_str_of(text, text != NULL ? strlen(text) : 0);
}

/* Keeps the piece that has the length of a token. */
static void keep_token(struct client_world *world, const struct anvil_http_request *request) {
    for (size_t i = 0; i < request->body_count; i++)
        if (request->body[i].len == ANVIL_TOKEN_BYTES)
            memcpy(world->tokens[world->sent], request->body[i].ptr, ANVIL_TOKEN_BYTES);
}

static enum anvil_status send_step(void *context, const struct anvil_http_request *request,
                                   struct anvil_http_response *response) {
    struct client_world *world = context;
    const struct world_step *step = &world->steps[world->sent];

    assert_true(world->sent < world->step_count);
    keep_token(world, request);
    world->sent++;
    world->now_ms += step->takes_ms;
    if (step->http_status == 0)
        return ANVIL_E_TRANSPORT;
    response->status = step->http_status;
    response->body = text_of(step->body);
    if (step->header != NULL) {
        world->header.name = text_of(step->header);
        world->header.value = text_of(step->value);
        response->headers = &world->header;
        response->header_count = 1;
    }
    return ANVIL_OK;
}

static enum anvil_failure tell_failure(void *context) {
    struct client_world *world = context;
    return world->steps[world->sent - 1].failure;
}

static void set_limit(void *context, uint64_t milliseconds) {
    struct client_world *world = context;
    assert_true(world->limit_count < WORLD_STEPS_MAX);
    world->limits[world->limit_count++] = milliseconds;
}

static uint64_t tell_time(void *context) {
    struct client_world *world = context;
    return world->now_ms;
}

static void pass_time(void *context, uint64_t milliseconds) {
    struct client_world *world = context;
    assert_true(world->sent > 0);
    world->waits[world->sent - 1] += milliseconds;
    world->now_ms += milliseconds;
}

/* 06 Nov 1994 08:49:37 GMT, the date of the examples in RFC 9110. */
static int64_t tell_date(void *context) {
    (void)context;
    return 784111777;
}

static bool is_cancelled(void *context) {
    struct client_world *world = context;
    return world->now_ms >= world->cancel_after_ms;
}

/* Bytes that read as the dice, whatever the order of bytes here, and as a token. */
static enum anvil_status roll(void *context, void *bytes, size_t count) {
    struct client_world *world = context;

    if (world->dice_status != ANVIL_OK)
        return world->dice_status;
    if (count == sizeof world->dice)
        memcpy(bytes, &world->dice, count);
    else
        memset(bytes, (int)(0x10 + world->sent), count);
    return ANVIL_OK;
}

static void keep_event(void *context, const struct anvil_client_event *event) {
    struct client_world *world = context;
    assert_true(world->event_count < WORLD_STEPS_MAX);
    world->events[world->event_count++] = *event;
}

void client_world_begin(struct client_world *world, const struct world_step *steps, size_t count) {
    memset(world, 0, sizeof *world);
    world->steps = steps;
    world->step_count = count;
    world->cancel_after_ms = SIZE_MAX;
    world->dice = UINT32_MAX;
    world->now_ms = 5000;
    world->transport = (struct anvil_transport){send_step, world};
    world->entropy = (struct anvil_entropy){roll, world};
    world->clock = (struct anvil_client_clock){tell_time, pass_time, tell_date, world};
    world->arena = anvil_arena_of(world->memory, sizeof world->memory);
    world->client = (struct anvil_client){.transport = &world->transport,
                                          .clock = &world->clock,
                                          .entropy = &world->entropy,
                                          .failure = tell_failure,
                                          .limit = set_limit,
                                          .is_cancelled = is_cancelled,
                                          .cancel_context = world,
                                          .log = keep_event,
                                          .log_context = world};
}

static enum anvil_status call(struct client_world *world, const struct anvil_operation *operation,
                              const void *input, void *output) {
    memset(&world->call, 0, sizeof world->call);
    world->call.operation = operation;
    world->call.entropy = &world->entropy;
    world->call.arena = &world->arena;
    world->call.checks = ANVIL_STRICT;
    return anvil_client_call(&world->client, &world->call, input, output, &world->error, NULL,
                             &world->end);
}

enum anvil_status client_world_associate(struct client_world *world) {
    static const struct smsv2_associate_origination_identity_request REQUEST = {
        .pool_id = ANVIL_STR("pool-1"),
        .origination_identity = ANVIL_STR("phone-2"),
        .iso_country_code = ANVIL_STR("DE"),
    };
    struct smsv2_associate_origination_identity_result result;
    return call(world, &smsv2_associate_origination_identity, &REQUEST, &result);
}

enum anvil_status client_world_send_text(struct client_world *world) {
    static const struct smsv2_send_text_message_request REQUEST = {
        .destination_phone_number = ANVIL_STR("+491700000000"),
        .message_body = ANVIL_STR("a message"),
    };
    struct smsv2_send_text_message_result result;
    return call(world, &smsv2_send_text_message, &REQUEST, &result);
}
