/* SPDX-License-Identifier: Apache-2.0 */
/* The names and status codes are those of the standard retry mode of the AWS SDKs, plus 429, which
 * RFC 6585 made for the purpose. */
#include "protocol/retry.h"
#include "base/port.h"

ANVIL_COLD_FILE

static const struct anvil_str THROTTLING[] = {
    ANVIL_STR("Throttling"),
    ANVIL_STR("ThrottlingException"),
    ANVIL_STR("ThrottledException"),
    ANVIL_STR("RequestThrottled"),
    ANVIL_STR("RequestThrottledException"),
    ANVIL_STR("TooManyRequestsException"),
    ANVIL_STR("ProvisionedThroughputExceededException"),
    ANVIL_STR("TransactionInProgressException"),
    ANVIL_STR("RequestLimitExceeded"),
    ANVIL_STR("BandwidthLimitExceeded"),
    ANVIL_STR("LimitExceededException"),
    ANVIL_STR("SlowDown"),
    ANVIL_STR("PriorRequestNotComplete"),
    ANVIL_STR("EC2ThrottledException"),
};
static const struct anvil_str TRANSIENT[] = {
    ANVIL_STR("RequestTimeout"),
    ANVIL_STR("RequestTimeoutException"),
};

static bool is_one_of(const struct anvil_str *names, size_t count, struct anvil_str name) {
    for (size_t i = 0; i < count; i++)
        if (anvil_str_equal(names[i], name))
            return true;
    return false;
}

static enum anvil_retry class_of_status(int http_status) {
    if (http_status == 429)
        return ANVIL_RETRY_THROTTLE;
    return http_status == 500 || http_status == 502 || http_status == 503 || http_status == 504
               ? ANVIL_RETRY_TRANSIENT
               : ANVIL_RETRY_NEVER;
}

enum anvil_retry anvil_retry_of(const struct anvil_error_type *type, struct anvil_str name,
                                int http_status) {
    if (type != NULL && type->retry != ANVIL_RETRY_NEVER)
        return (enum anvil_retry)type->retry;
    if (is_one_of(THROTTLING, sizeof THROTTLING / sizeof THROTTLING[0], name))
        return ANVIL_RETRY_THROTTLE;
    if (is_one_of(TRANSIENT, sizeof TRANSIENT / sizeof TRANSIENT[0], name))
        return ANVIL_RETRY_TRANSIENT;
    return class_of_status(http_status);
}
