/* SPDX-License-Identifier: Apache-2.0 */
/* An identity next to the call that carries it: whose resource it is, and whether the countries
 * agree. Reports; which error a service makes of it is not decided here. */
#include "anvil/identity.h"
#include "base/port.h"

ANVIL_COLD_FILE

/* An unknown part of the caller differs from nothing. */
static bool differs_from_caller(struct anvil_str part, struct anvil_str callers) {
    return callers.ptr != NULL && !anvil_str_equal(part, callers);
}

enum anvil_identity_scope anvil_identity_scope_of(const struct anvil_identity *identity,
                                                  const struct anvil_identity_caller *caller) {
    /* */
    if (identity->resource == NULL)
        return ANVIL_SCOPE_NONE;
    if ((identity->flags & ANVIL_IDENTITY_IS_ARN) == 0)
        return ANVIL_SCOPE_OWN;
    const struct anvil_arn *arn = &identity->arn;
    if (differs_from_caller(arn->partition, caller->partition))
        return ANVIL_SCOPE_OTHER_PARTITION;
    if (differs_from_caller(arn->region, caller->region))
        return ANVIL_SCOPE_OTHER_REGION;
    return differs_from_caller(arn->account, caller->account) ? ANVIL_SCOPE_OTHER_ACCOUNT
                                                              : ANVIL_SCOPE_OWN;
}

enum anvil_identity_country anvil_identity_compare_country(const struct anvil_identity *identity,
                                                           struct anvil_str country) {
    /* */
    struct anvil_str own = identity->arn.country;
    if (own.ptr == NULL || country.ptr == NULL)
        return ANVIL_COUNTRY_NONE;
    return anvil_str_equal(own, country) ? ANVIL_COUNTRY_SAME : ANVIL_COUNTRY_OTHER;
}
