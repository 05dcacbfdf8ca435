/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What AssociateOriginationIdentity and DisassociateOriginationIdentity have in common: a pool and
 * an origination identity, named in three members, and a result that echoes both.
 */
#ifndef EMULATOR_POOL_REQUEST_H
#define EMULATOR_POOL_REQUEST_H

#include "turn.h"

struct pool_request {
    struct anvil_str pool_text;
    struct anvil_str identity_text;
    struct anvil_str country;
    struct account_resource pool;
    struct account_resource identity;
};

/* Finds both. False after a refusal. */
bool anvil_pool_request_find(struct turn *turn, struct pool_request *request);

/* Tells the type of the identity. */
bool anvil_pool_request_is_number(const struct pool_request *request);
bool anvil_pool_request_is_sender(const struct pool_request *request);

/* Whether the identity is in the pool. False after anvil_turn_failed(). */
bool anvil_pool_request_is_member(struct turn *turn, const struct pool_request *request,
                                  bool *is_member);

/* Runs an insertion into or a deletion from the pool's members. False after anvil_turn_failed(). */
bool anvil_pool_request_change(struct turn *turn, const struct pool_request *request,
                               enum anvil_account_query change);

#endif
