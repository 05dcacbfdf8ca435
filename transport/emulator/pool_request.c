/* SPDX-License-Identifier: Apache-2.0 */
/* The pool and the identity of a request, in the documented order of checks: the form of both ARNs,
 * then the pool, then the identity, then its country. */
#include "pool_request.h"

#include "reference.h"
#include "smsv2/smsv2.h"

static const struct anvil_str POOL = ANVIL_STR("pool");
static const struct anvil_str PHONE_NUMBER = ANVIL_STR("phone-number");
static const struct anvil_str SENDER_ID = ANVIL_STR("sender-id");
/* What stands for a country where an identity has none: RCS agents are of no country. */
static const struct anvil_str NO_COUNTRY = ANVIL_STR("ZZ");
static const struct anvil_str COUNTRY_MEMBER = ANVIL_STR("IsoCountryCode");

/* The country of the request is the identity's own, and ZZ where it has none. */
static bool check_country(struct turn *turn, const struct pool_request *request) {
    struct anvil_str country = request->identity.country;

    if (country.ptr == NULL)
        country = NO_COUNTRY;
    if (anvil_str_equal(country, request->country))
        return true;
    return anvil_refuse_field(
        &turn->refusal, turn->scratch, SMSV2_VALIDATION_EXCEPTION_REASON_COUNTRY_CODE_MISMATCH,
        COUNTRY_MEMBER, "Member must be the country of the origination identity");
}

/* PoolId and OriginationIdentity are the first two members of both requests. */
bool anvil_pool_request_find(struct turn *turn, struct pool_request *request) {
    struct reference pool;
    struct reference identity;

    if (!anvil_reference_read(turn, 0, request->pool_text, &pool) ||
        !anvil_reference_read(turn, 1, request->identity_text, &identity))
        return false;
    enum account_found found = anvil_reference_find(turn, &pool, request->country, &request->pool);
    if (!anvil_reference_accept(turn, &pool, found, POOL))
        return false;
    found = anvil_reference_find(turn, &identity, request->country, &request->identity);
    return anvil_reference_accept(turn, &identity, found, PHONE_NUMBER) &&
           check_country(turn, request);
}

bool anvil_pool_request_is_number(const struct pool_request *request) {
    return anvil_str_equal(request->identity.type, PHONE_NUMBER);
}

bool anvil_pool_request_is_sender(const struct pool_request *request) {
    return anvil_str_equal(request->identity.type, SENDER_ID);
}

bool anvil_pool_request_is_member(struct turn *turn, const struct pool_request *request,
                                  bool *is_member) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, ACCOUNT_IS_MEMBER);

    anvil_account_bind_number(statement, 1, request->pool.key);
    anvil_account_bind_number(statement, 2, request->identity.key);
    return anvil_turn_asks(turn, statement, is_member);
}

bool anvil_pool_request_change(struct turn *turn, const struct pool_request *request,
                               enum anvil_account_query change) {
    sqlite3_stmt *statement = anvil_account_query(turn->store, change);

    anvil_account_bind_number(statement, 1, request->pool.key);
    anvil_account_bind_number(statement, 2, request->identity.key);
    return anvil_account_run(statement) || anvil_turn_failed(turn);
}
