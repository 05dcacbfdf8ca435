/* SPDX-License-Identifier: Apache-2.0 */
/* The attempts of a call, one after the other. What is worth another one is decided elsewhere. */
#include "client.h"
#include "retry_decision.h"

#include <string.h>

/* How often somebody who wants to cancel is asked. */
#define SLICE_MS 100

/* A call under way. */
struct run {
    struct anvil_client *client;
    struct anvil_exchange *call;
    struct anvil_client_policy policy;
    uint64_t began_ms;
    size_t arena_used;               /* before the call */
    unsigned last_cost;              /* of the retry before this attempt; 0 at the first */
    struct anvil_client_event event; /* of the last attempt */
};

static uint64_t now(const struct run *run) {
    return run->client->clock->now_ms(run->client->clock->context);
}

static uint64_t left_ms(const struct run *run) {
    uint64_t elapsed = now(run) - run->began_ms;

    if (run->policy.deadline_ms == 0)
        return UINT64_MAX;
    return elapsed < run->policy.deadline_ms ? run->policy.deadline_ms - elapsed : 0;
}

static bool is_cancelled(const struct run *run) {
    return run->client->is_cancelled != NULL &&
           run->client->is_cancelled(run->client->cancel_context);
}

/* Waits in slices; false when it was cancelled meanwhile. */
static bool wait_patiently(const struct run *run, uint64_t wait_ms) {
    const struct anvil_client_clock *clock = run->client->clock;

    while (wait_ms > 0 && !is_cancelled(run)) {
        uint64_t slice =
            run->client->is_cancelled != NULL && wait_ms > SLICE_MS ? SLICE_MS : wait_ms;
        clock->wait_ms(clock->context, slice);
        wait_ms -= slice;
    }
    return !is_cancelled(run);
}

static void tell(struct run *run) {
    if (run->client->log != NULL)
        run->client->log(run->client->log_context, &run->event);
}

static enum anvil_status end_call(struct run *run, enum anvil_client_end why,
                                  enum anvil_client_end *end) {
    run->event.is_last = true;
    run->event.end = why;
    run->event.wait_ms = 0;
    tell(run);
    if (end != NULL)
        *end = why;
    return run->event.status;
}

static void limit_attempt(const struct run *run) {
    uint64_t limit = left_ms(run);

    if (run->client->limit == NULL)
        return;
    if (run->policy.attempt_ms != 0 && run->policy.attempt_ms < limit)
        limit = run->policy.attempt_ms;
    run->client->limit(run->client->transport->context, limit != UINT64_MAX ? limit : 0);
}

/* A success gives back what the retry before it took, or a little. */
static void earn(struct run *run) {
    unsigned back = run->last_cost != 0 ? run->last_cost : 1;

    run->client->spent -= back < run->client->spent ? back : run->client->spent;
}

/* Makes one attempt and decides what comes after it. */
static struct anvil_retry_decision attempt_once(struct run *run, const void *input, void *output,
                                                struct anvil_error *error,
                                                struct anvil_report *report) {
    struct anvil_exchange *call = run->call;
    struct anvil_client_event *event = &run->event;
    uint64_t began_ms = now(run);

    call->arena->used = run->arena_used;
    call->arena->scratch = 0;
    limit_attempt(run);
    event->status = anvil_call(call, input, output, error, report);
    event->attempt++;
    event->http_status = call->response.status;
    event->error = error->type;
    event->took_ms = now(run) - began_ms;
    if (event->status == ANVIL_OK)
        earn(run);
    const struct anvil_attempt attempt = {event->attempt, event->status, call, error, left_ms(run)};
    if (event->status != ANVIL_OK)
        return anvil_retry_decide(run->client, &attempt);
    const struct anvil_retry_decision done = {false, ANVIL_CLIENT_ANSWERED, 0, 0};
    return done;
}

enum anvil_status anvil_client_call(struct anvil_client *client, struct anvil_exchange *call,
                                    const void *input, void *output, struct anvil_error *error,
                                    struct anvil_report *report, enum anvil_client_end *end) {
    struct run run = {.client = client, .call = call, .policy = anvil_client_policy_of(client)};

    memset(error, 0, sizeof *error);
    call->transport = client->transport;
    run.began_ms = now(&run);
    run.arena_used = call->arena != NULL ? call->arena->used : 0;
    run.event.operation = call->operation;
    run.event.max_attempts = run.policy.max_attempts;
    run.event.status = ANVIL_E_TRANSPORT;
    if (call->operation == NULL || call->arena == NULL) {
        run.event.status = ANVIL_E_ARGUMENT;
        return end_call(&run, ANVIL_CLIENT_REFUSED, end);
    }
    if (is_cancelled(&run))
        return end_call(&run, ANVIL_CLIENT_CANCELLED, end);
    for (;;) {
        struct anvil_retry_decision next = attempt_once(&run, input, output, error, report);
        if (!next.is_again)
            return end_call(&run, next.end, end);
        client->spent += next.cost;
        run.last_cost = next.cost;
        run.event.wait_ms = next.wait_ms;
        tell(&run);
        if (!wait_patiently(&run, next.wait_ms))
            return end_call(&run, ANVIL_CLIENT_CANCELLED, end);
    }
}
