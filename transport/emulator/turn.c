/* SPDX-License-Identifier: Apache-2.0 */
/* What the operations have in common: asking the store, and the refusals that they share. */
#include "turn.h"

#include "smsv2/smsv2.h"

#define ASSOCIATE &smsv2_associate_origination_identity
#define REGISTER &smsv2_create_registration_association
#define DISASSOCIATE &smsv2_disassociate_origination_identity

const struct emulated_operation emulated_operations[EMULATED_OPERATION_COUNT] = {
    {ASSOCIATE, act_associate},
    {REGISTER, act_register},
    {DISASSOCIATE, act_disassociate},
};

static const struct anvil_operation *const OPERATIONS[EMULATED_OPERATION_COUNT] = {
    ASSOCIATE, REGISTER, DISASSOCIATE};

const struct anvil_operation_table emulated_table = {&smsv2_service, OPERATIONS,
                                                     EMULATED_OPERATION_COUNT};

bool turn_failed(struct turn *turn) {
    return refuse_failure(&turn->refusal, turn->request_id);
}

bool turn_conflict(struct turn *turn, int reason, const struct account_resource *resource) {
    return refuse_conflict(&turn->refusal, turn->scratch, reason, resource->type, resource->id);
}

bool turn_number(struct turn *turn, sqlite3_stmt *statement, int64_t *number) {
    if (account_step(statement) <= 0)
        return turn_failed(turn);
    *number = sqlite3_column_int64(statement, 0);
    return true;
}

bool turn_asks(struct turn *turn, sqlite3_stmt *statement, bool *is_so) {
    int step = account_step(statement);

    *is_so = step > 0;
    return step >= 0 || turn_failed(turn);
}

bool turn_within_quota(struct turn *turn, int reason, int64_t count) {
    sqlite3_stmt *statement = account_query(turn->store, ACCOUNT_QUOTA);
    bool is_limited;

    account_bind_text(statement, 1,
                      smsv2_service_quota_exceeded_exception_reason_values.values[reason - 1]);
    if (!turn_asks(turn, statement, &is_limited))
        return false;
    if (!is_limited || count < sqlite3_column_int64(statement, 0))
        return true;
    return refuse_quota(&turn->refusal, turn->scratch, reason);
}
