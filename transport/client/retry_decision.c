/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The standard retry mode of the AWS SDKs (AWS SDKs and Tools Reference Guide, "Retry behavior"):
 * three attempts, full jitter over doubling waits of at most 20 seconds, a quota of 500 of which a
 * retry takes 5, or 10 when there was no answer. Ours is what happens to operations that may act
 * twice: after an unclear failure they are left alone.
 */
#include "retry_decision.h"
#include "retry_after.h"

#define COST_OF_RETRY 5
#define COST_OF_RETRY_WITHOUT_ANSWER 10

static uint32_t or_standard(uint32_t value, uint32_t standard) {
    return value != 0 ? value : standard;
}

struct anvil_client_policy anvil_client_policy_of(const struct anvil_client *client) {
    struct anvil_client_policy policy = client->policy;

    policy.max_attempts = or_standard(policy.max_attempts, 3);
    policy.base_ms = or_standard(policy.base_ms, 1000);
    policy.max_ms = or_standard(policy.max_ms, 20000);
    policy.max_asked_ms = or_standard(policy.max_asked_ms, 60000);
    policy.quota = or_standard(policy.quota, 500);
    return policy;
}

static struct anvil_retry_decision ends(enum anvil_client_end end) {
    struct anvil_retry_decision decision = {false, end, 0, 0};
    return decision;
}

static struct anvil_retry_decision again(unsigned cost) {
    struct anvil_retry_decision decision = {true, ANVIL_CLIENT_ANSWERED, cost, 0};
    return decision;
}

/* Whether another attempt could help and do no harm, whatever the policy. */
static struct anvil_retry_decision judge(const struct anvil_client *client,
                                         const struct anvil_attempt *attempt) {
    bool may_double = attempt->call->operation->may_double != 0;

    if (attempt->status == ANVIL_E_SERVICE) {
        if (attempt->error->retry == ANVIL_RETRY_NEVER)
            return ends(ANVIL_CLIENT_ANSWERED);
        /* A throttled request was turned away; whoever answered that something broke may
         * have acted before it did. */
        if (attempt->error->retry != ANVIL_RETRY_THROTTLE && may_double)
            return ends(ANVIL_CLIENT_UNCLEAR);
        return again(COST_OF_RETRY);
    }
    if (attempt->call->response.status != 0)
        return ends(ANVIL_CLIENT_ANSWERED);
    if (attempt->status != ANVIL_E_TRANSPORT)
        return ends(ANVIL_CLIENT_REFUSED);
    enum anvil_failure failure = client->failure != NULL
                                     ? client->failure(client->transport->context)
                                     : ANVIL_FAILURE_UNCLEAR;
    if (failure == ANVIL_FAILURE_CANCELLED)
        return ends(ANVIL_CLIENT_CANCELLED);
    if (failure == ANVIL_FAILURE_FINAL)
        return ends(ANVIL_CLIENT_FINAL);
    if (failure == ANVIL_FAILURE_UNCLEAR && may_double)
        return ends(ANVIL_CLIENT_UNCLEAR);
    return again(COST_OF_RETRY_WITHOUT_ANSWER);
}

/* A random number from 0 to `most`, each as likely; `most` itself without dice. */
static uint64_t jitter(const struct anvil_client *client, uint64_t most) {
    uint32_t random = 0;

    if (client->entropy == NULL ||
        client->entropy->fill(client->entropy->context, &random, sizeof random) != ANVIL_OK)
        return most;
    return (random * (most + 1)) >> 32;
}

/* The longest wait after attempt `number`: base, twice that, four times ... up to the
 * maximum. */
static uint64_t backoff(const struct anvil_client_policy *policy, unsigned number) {
    uint64_t wait_ms = policy->base_ms;

    for (unsigned i = 1; i < number && wait_ms < policy->max_ms; i++)
        wait_ms *= 2;
    return wait_ms < policy->max_ms ? wait_ms : policy->max_ms;
}

struct anvil_retry_decision anvil_retry_decide(const struct anvil_client *client,
                                               const struct anvil_attempt *attempt) {
    const struct anvil_client_policy policy = anvil_client_policy_of(client);
    const struct anvil_http_response *response = &attempt->call->response;
    struct anvil_retry_decision decision = judge(client, attempt);

    if (!decision.is_again)
        return decision;
    /* */
    if (attempt->left_ms == 0)
        return ends(ANVIL_CLIENT_DEADLINE);
    if (attempt->number >= policy.max_attempts)
        return ends(ANVIL_CLIENT_ATTEMPTS);
    /* */
    if (client->spent > policy.quota || policy.quota - client->spent < decision.cost)
        return ends(ANVIL_CLIENT_QUOTA);
    decision.wait_ms = jitter(client, backoff(&policy, attempt->number));
    uint64_t asked_ms = anvil_retry_after_ms(response->headers, response->header_count,
                                             client->clock->unix_seconds(client->clock->context));
    if (asked_ms > policy.max_asked_ms)
        return ends(ANVIL_CLIENT_ASKED);
    if (asked_ms > decision.wait_ms)
        decision.wait_ms = asked_ms;
    if (decision.wait_ms >= attempt->left_ms)
        return ends(ANVIL_CLIENT_DEADLINE);
    return decision;
}
