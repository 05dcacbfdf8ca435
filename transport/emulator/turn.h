/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One request that is being worked on, and the operations that work on it. A turn runs inside a
 * transaction of the store, which is undone when the operation refuses.
 */
#ifndef EMULATOR_TURN_H
#define EMULATOR_TURN_H

#include "account_resource.h"
#include "anvil/service.h"
#include "refusal.h"

struct turn {
    const struct anvil_operation *operation;
    struct account_store *store;
    struct scratch *scratch;
    const struct anvil_identity_caller *caller; /* whose account it is */
    struct anvil_str request_id;
    struct refusal refusal;
};

/* An operation that is emulated. `act` reads the request's C struct, whose constraints hold, and
 * fills the result's, which is zeroed; or fills the refusal and returns false. */
struct emulated_operation {
    const struct anvil_operation *operation;
    bool (*act)(struct turn *turn, const void *request, void *result);
};

/* What is emulated, sorted by name, and the same as a table for whoever looks up a target. */
#define EMULATED_OPERATION_COUNT 3
extern const struct emulated_operation anvil_emulated_operations[EMULATED_OPERATION_COUNT];
extern const struct anvil_operation_table anvil_emulated_table;

bool anvil_act_associate(struct turn *turn, const void *request, void *result);
bool anvil_act_disassociate(struct turn *turn, const void *request, void *result);
bool anvil_act_register(struct turn *turn, const void *request, void *result);

/* The store failed: InternalServerException. Returns false. */
bool anvil_turn_failed(struct turn *turn);

/* A conflict about a resource. Returns false. */
bool anvil_turn_conflict(struct turn *turn, int reason, const struct account_resource *resource);

/* Reads the first column of a query that gives one number. False after anvil_turn_failed(). */
bool anvil_turn_number(struct turn *turn, sqlite3_stmt *statement, int64_t *number);

/* Whether a query that has been bound gives a row. False after anvil_turn_failed(). */
bool anvil_turn_asks(struct turn *turn, sqlite3_stmt *statement, bool *is_so);

/*
 * Checks that a resource may have one more of what a query counts: ACCOUNT_COUNT_MEMBERS or
 * ACCOUNT_COUNT_ASSOCIATED, of a type or of all when that is absent. False after a refusal with the
 * reason, whose name is that of the quota, or after anvil_turn_failed().
 */
bool anvil_turn_has_room(struct turn *turn, enum anvil_account_query count, int64_t key,
                         struct anvil_str type, int reason);

#endif
