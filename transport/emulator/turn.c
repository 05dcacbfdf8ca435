/* SPDX-License-Identifier: Apache-2.0 */
/* What the operations have in common: asking the store, and the refusals that they share. */
#include "turn.h"

#include "smsv2/smsv2.h"

#define ASSOCIATE &smsv2_associate_origination_identity
#define REGISTER &smsv2_create_registration_association
#define DISASSOCIATE &smsv2_disassociate_origination_identity

const struct emulated_operation anvil_emulated_operations[EMULATED_OPERATION_COUNT] = {
    {ASSOCIATE, anvil_act_associate},
    {REGISTER, anvil_act_register},
    {DISASSOCIATE, anvil_act_disassociate},
};

static const struct anvil_operation *const OPERATIONS[EMULATED_OPERATION_COUNT] = {
    ASSOCIATE, REGISTER, DISASSOCIATE};

const struct anvil_operation_table anvil_emulated_table = {&smsv2_service, OPERATIONS,
                                                           EMULATED_OPERATION_COUNT};

bool anvil_turn_failed(struct turn *turn) {
    return anvil_refuse_failure(&turn->refusal, turn->request_id);
}

bool anvil_turn_conflict(struct turn *turn, int reason, const struct account_resource *resource) {
    return anvil_refuse_conflict(&turn->refusal, turn->scratch, reason, resource->type,
                                 resource->id);
}

bool anvil_turn_number(struct turn *turn, sqlite3_stmt *statement, int64_t *number) {
    if (anvil_account_step(statement) <= 0)
        return anvil_turn_failed(turn);
    *number = sqlite3_column_int64(statement, 0);
    return true;
}

bool anvil_turn_asks(struct turn *turn, sqlite3_stmt *statement, bool *is_so) {
    int step = anvil_account_step(statement);

    *is_so = step > 0;
    return step >= 0 || anvil_turn_failed(turn);
}

/* The quota of that name; INT64_MAX when there is none. */
static bool read_quota(struct turn *turn, struct anvil_str name, int64_t *most) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_QUOTA);
    bool is_limited;

    anvil_account_bind_text(statement, 1, name);
    if (!anvil_turn_asks(turn, statement, &is_limited))
        return false;
    *most = is_limited ? sqlite3_column_int64(statement, 0) : INT64_MAX;
    return true;
}

bool anvil_turn_has_room(struct turn *turn, enum anvil_account_query count, int64_t key,
                         struct anvil_str type, int reason) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, count);
    int64_t most = 0;
    int64_t found = 0;

    struct anvil_str quota =
        anvil_enum_value(&smsv2_service_quota_exceeded_exception_reason_values, (size_t)reason - 1);
    if (!read_quota(turn, quota, &most))
        return false;
    if (most == INT64_MAX)
        return true;
    anvil_account_bind_number(statement, 1, key);
    anvil_account_bind_text(statement, 2, type);
    anvil_account_bind_number(statement, 3, most);
    if (!anvil_turn_number(turn, statement, &found))
        return false;
    return found < most || anvil_refuse_quota(&turn->refusal, turn->scratch, reason);
}
