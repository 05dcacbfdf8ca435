/* SPDX-License-Identifier: Apache-2.0 */
/* AssociateOriginationIdentity. The order of the checks is that of README.md beside this file. */
#include "pool_fit.h"
#include "smsv2/smsv2.h"

static bool check_active(struct turn *turn, const struct pool_request *request) {
    if (!anvil_account_text_is(request->pool.status, "ACTIVE"))
        return anvil_turn_conflict(turn, SMSV2_CONFLICT_EXCEPTION_REASON_RESOURCE_NOT_ACTIVE,
                                   &request->pool);
    if (!anvil_account_text_is(request->identity.status, "ACTIVE"))
        return anvil_turn_conflict(turn, SMSV2_CONFLICT_EXCEPTION_REASON_RESOURCE_NOT_ACTIVE,
                                   &request->identity);
    return true;
}

/* A number and an RCS agent are in one pool at most, a sender ID in each pool once. */
static bool check_free(struct turn *turn, const struct pool_request *request) {
    int reason = SMSV2_CONFLICT_EXCEPTION_REASON_RCS_AGENT_ASSOCIATED_TO_POOL;
    bool is_taken;

    if (anvil_pool_request_is_sender(request)) {
        reason = SMSV2_CONFLICT_EXCEPTION_REASON_SENDER_ID_ASSOCIATED_TO_POOL;
        if (!anvil_pool_request_is_member(turn, request, &is_taken))
            return false;
    } else {
        if (anvil_pool_request_is_number(request))
            reason = SMSV2_CONFLICT_EXCEPTION_REASON_PHONE_NUMBER_ASSOCIATED_TO_POOL;
        sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_POOL_OF);
        anvil_account_bind_number(statement, 1, request->identity.key);
        if (!anvil_turn_asks(turn, statement, &is_taken))
            return false;
    }
    return !is_taken || anvil_turn_conflict(turn, reason, &request->identity);
}

static bool check_room(struct turn *turn, const struct pool_request *request) {
    return anvil_turn_has_room(
        turn, ACCOUNT_COUNT_MEMBERS, request->pool.key, anvil_str_of(NULL, 0),
        SMSV2_SERVICE_QUOTA_EXCEEDED_EXCEPTION_REASON_ORIGINATION_IDENTITIES_PER_POOL);
}

bool anvil_act_associate(struct turn *turn, const void *request, void *result) {
    const struct smsv2_associate_origination_identity_request *asked = request;
    struct smsv2_associate_origination_identity_result *given = result;
    struct pool_request both = {.pool_text = asked->pool_id,
                                .identity_text = asked->origination_identity,
                                .country = asked->iso_country_code};

    if (!anvil_pool_request_find(turn, &both) || !check_active(turn, &both) ||
        !check_free(turn, &both) || !anvil_pool_fit_check(turn, &both) ||
        !check_room(turn, &both) || !anvil_pool_request_change(turn, &both, ACCOUNT_ADD_MEMBER))
        return false;
    given->pool_arn = both.pool.arn;
    given->pool_id = both.pool.id;
    given->origination_identity_arn = both.identity.arn;
    given->origination_identity = both.identity.id;
    given->iso_country_code = asked->iso_country_code;
    return true;
}
