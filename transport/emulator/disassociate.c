/* SPDX-License-Identifier: Apache-2.0 */
/* DisassociateOriginationIdentity. The order of the checks is that of README.md beside this file.
 */
#include "pool_request.h"
#include "smsv2/smsv2.h"

/* There is a Reason for numbers only: any other identity is not found in the pool. */
static bool check_member(struct turn *turn, const struct pool_request *request) {
    bool is_member;

    if (!anvil_pool_request_is_member(turn, request, &is_member))
        return false;
    if (is_member)
        return true;
    if (anvil_pool_request_is_number(request))
        return anvil_turn_conflict(
            turn, SMSV2_CONFLICT_EXCEPTION_REASON_PHONE_NUMBER_NOT_ASSOCIATED_TO_POOL,
            &request->identity);
    return anvil_refuse_missing_resource(&turn->refusal, turn->scratch, request->identity.type,
                                         request->identity.id);
}

/* A pool keeps its last number. */
static bool check_last(struct turn *turn, const struct pool_request *request) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_COUNT_MEMBERS);
    int64_t count;

    if (!anvil_pool_request_is_number(request))
        return true;
    anvil_account_bind_number(statement, 1, request->pool.key);
    anvil_account_bind_text(statement, 2, request->identity.type);
    anvil_account_bind_number(statement, 3, 2);
    if (!anvil_turn_number(turn, statement, &count))
        return false;
    return count > 1 || anvil_turn_conflict(turn, SMSV2_CONFLICT_EXCEPTION_REASON_LAST_PHONE_NUMBER,
                                            &request->identity);
}

bool anvil_act_disassociate(struct turn *turn, const void *request, void *result) {
    const struct smsv2_disassociate_origination_identity_request *asked = request;
    struct smsv2_disassociate_origination_identity_result *given = result;
    struct pool_request both = {.pool_text = asked->pool_id,
                                .identity_text = asked->origination_identity,
                                .country = asked->iso_country_code};

    if (!anvil_pool_request_find(turn, &both))
        return false;
    if (!anvil_account_text_is(both.pool.status, "ACTIVE"))
        return anvil_turn_conflict(turn, SMSV2_CONFLICT_EXCEPTION_REASON_RESOURCE_NOT_ACTIVE,
                                   &both.pool);
    if (!check_member(turn, &both) || !check_last(turn, &both) ||
        !anvil_pool_request_change(turn, &both, ACCOUNT_REMOVE_MEMBER))
        return false;
    given->pool_arn = both.pool.arn;
    given->pool_id = both.pool.id;
    given->origination_identity_arn = both.identity.arn;
    given->origination_identity = both.identity.id;
    given->iso_country_code = asked->iso_country_code;
    return true;
}
