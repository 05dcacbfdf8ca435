/* SPDX-License-Identifier: Apache-2.0 */
/* A pool has no capabilities of its own: those of the numbers in it are what a new one is held to.
 */
#include "pool_fit.h"

#include "smsv2/smsv2.h"

static const struct anvil_str RCS_AGENT = ANVIL_STR("rcs-agent");

/* Absent and empty configuration is the same. */
static bool is_same(struct anvil_str a, struct anvil_str b) {
    return (a.len == 0 && b.len == 0) || anvil_str_equal(a, b);
}

/* The capabilities of the numbers in the pool; absent when there is none. */
static bool read_capabilities(struct turn *turn, const struct pool_request *request,
                              struct anvil_str *capabilities) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_NUMBER_OF_POOL);
    bool is_there;

    anvil_account_bind_number(statement, 1, request->pool.key);
    if (!anvil_turn_asks(turn, statement, &is_there))
        return false;
    *capabilities = is_there ? anvil_account_column_text(statement, 0) : anvil_str_of(NULL, 0);
    return true;
}

/* The reason why a number does not fit, or 0. */
static int number_mismatch(const struct pool_request *request, struct anvil_str capabilities) {
    const struct account_resource *pool = &request->pool;
    const struct account_resource *number = &request->identity;

    if (capabilities.ptr != NULL && !is_same(capabilities, number->capabilities))
        return SMSV2_CONFLICT_EXCEPTION_REASON_NUMBER_CAPABILITIES_MISMATCH;
    if (!is_same(pool->two_way, number->two_way))
        return SMSV2_CONFLICT_EXCEPTION_REASON_TWO_WAY_CONFIG_MISMATCH;
    if (!is_same(pool->self_managed, number->self_managed))
        return SMSV2_CONFLICT_EXCEPTION_REASON_SELF_MANAGED_OPT_OUTS_MISMATCH;
    if (!is_same(pool->opt_out_list, number->opt_out_list))
        return SMSV2_CONFLICT_EXCEPTION_REASON_OPT_OUT_LIST_MISMATCH;
    if (!is_same(pool->keywords, number->keywords))
        return SMSV2_CONFLICT_EXCEPTION_REASON_KEYWORD_MISMATCH;
    return 0;
}

/* A pool has one message type, with a space around it as in a list; a sender ID may have two. */
static bool has_message_type(const struct pool_request *request) {
    struct anvil_str wanted = request->pool.message_types;

    if (anvil_str_equal(request->identity.type, RCS_AGENT) || wanted.len < 2)
        return true;
    return anvil_account_has_word(request->identity.message_types,
                                  anvil_str_of(wanted.ptr + 1, wanted.len - 2));
}

bool anvil_pool_fit_check(struct turn *turn, const struct pool_request *request) {
    struct anvil_str capabilities;

    if (!has_message_type(request))
        return anvil_turn_conflict(turn, SMSV2_CONFLICT_EXCEPTION_REASON_MESSAGE_TYPE_MISMATCH,
                                   &request->identity);
    if (!anvil_pool_request_is_number(request))
        return true;
    if (!read_capabilities(turn, request, &capabilities))
        return false;
    int reason = number_mismatch(request, capabilities);
    return reason == 0 || anvil_turn_conflict(turn, reason, &request->identity);
}
