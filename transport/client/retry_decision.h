/* SPDX-License-Identifier: Apache-2.0 */
/* Whether an attempt that has ended is worth another one, what that costs and how long it waits.
 * Internal to the client; neither waits nor sends. */
#ifndef TRANSPORT_CLIENT_RETRY_DECISION_H
#define TRANSPORT_CLIENT_RETRY_DECISION_H

#include "client.h"

/* What comes after an attempt. */
struct anvil_retry_decision {
    bool is_again;             /* try again */
    enum anvil_client_end end; /* else why not */
    unsigned cost;             /* of trying again, in units of the quota */
    uint64_t wait_ms;          /* before trying again */
};

/* An attempt that has ended. */
struct anvil_attempt {
    unsigned number; /* from 1 */
    enum anvil_status status;
    const struct anvil_exchange *call;
    const struct anvil_error *error;
    uint64_t left_ms; /* until the deadline; UINT64_MAX without one */
};

/* The policy with the standard values in the place of zeros. */
struct anvil_client_policy anvil_client_policy_of(const struct anvil_client *client);

/* Decides, without spending anything. */
struct anvil_retry_decision anvil_retry_decide(const struct anvil_client *client,
                                               const struct anvil_attempt *attempt);

#endif
