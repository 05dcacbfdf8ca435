/* SPDX-License-Identifier: Apache-2.0 */
/* The names and status codes are those of the standard retry mode of the AWS SDKs, plus 429, which
 * RFC 6585 made for the purpose. */
#include "protocol/retry.h"
#include "base/port.h"

ANVIL_COLD_FILE

/* Names, each with a terminator; the last one is empty. */
static const char THROTTLING[] = "Throttling\0"
                                 "ThrottlingException\0"
                                 "ThrottledException\0"
                                 "RequestThrottled\0"
                                 "RequestThrottledException\0"
                                 "TooManyRequestsException\0"
                                 "ProvisionedThroughputExceededException\0"
                                 "TransactionInProgressException\0"
                                 "RequestLimitExceeded\0"
                                 "BandwidthLimitExceeded\0"
                                 "LimitExceededException\0"
                                 "SlowDown\0"
                                 "PriorRequestNotComplete\0"
                                 "EC2ThrottledException\0";
static const char TRANSIENT[] = "RequestTimeout\0"
                                "RequestTimeoutException\0";

static bool is_one_of(const char *names, struct anvil_str name) {
    while (*names != '\0') {
        size_t same = 0;
        while (same < name.len && names[same] != '\0' && names[same] == name.ptr[same])
            same++;
        if (same == name.len && names[same] == '\0')
            return true;
        for (names += same; *names != '\0'; names++)
            continue;
        names++;
    }
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
    if (is_one_of(THROTTLING, name))
        return ANVIL_RETRY_THROTTLE;
    if (is_one_of(TRANSIENT, name))
        return ANVIL_RETRY_TRANSIENT;
    return class_of_status(http_status);
}
