/* SPDX-License-Identifier: Apache-2.0 */
/* Whether an error makes sense to be tried again. */
#include "protocol/error_samples.h"
#include "protocol/fake_transport.h"
#include "test.h"

static enum anvil_retry retry_of(const char *name, int http_status) {
    struct anvil_header headers[2];
    struct anvil_http_response response = error_response(http_status, name, view_of(""), headers);
    struct anvil_error error;
    char memory[256];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_int_equal(
        anvil_error_decode(&smsv2_associate_origination_identity, &response, &arena, &error, NULL),
        ANVIL_OK);
    return error.retry;
}

TEST(the_model_says_it_for_its_own_errors) {
    for (size_t i = 0; i < ERROR_SAMPLES; i++) {
        assert_int_equal(retry_of(error_samples[i].name, 400), error_samples[i].retry);
        assert_int_equal(retry_of(error_samples[i].name, error_samples[i].http_status),
                         error_samples[i].retry);
    }
    assert_int_equal(retry_of("ThrottlingException", 503), ANVIL_RETRY_THROTTLE);
    assert_int_equal(retry_of("InternalServerException", 429), ANVIL_RETRY_TRANSIENT);
}

TEST(well_known_names_say_it_whatever_the_status) {
    static const struct {
        const char *name;
        enum anvil_retry retry;
    } cases[] = {
        {"Throttling", ANVIL_RETRY_THROTTLE},
        {"ThrottlingException", ANVIL_RETRY_THROTTLE},
        {"ThrottledException", ANVIL_RETRY_THROTTLE},
        {"RequestThrottled", ANVIL_RETRY_THROTTLE},
        {"RequestThrottledException", ANVIL_RETRY_THROTTLE},
        {"TooManyRequestsException", ANVIL_RETRY_THROTTLE},
        {"ProvisionedThroughputExceededException", ANVIL_RETRY_THROTTLE},
        {"TransactionInProgressException", ANVIL_RETRY_THROTTLE},
        {"RequestLimitExceeded", ANVIL_RETRY_THROTTLE},
        {"BandwidthLimitExceeded", ANVIL_RETRY_THROTTLE},
        {"LimitExceededException", ANVIL_RETRY_THROTTLE},
        {"SlowDown", ANVIL_RETRY_THROTTLE},
        {"PriorRequestNotComplete", ANVIL_RETRY_THROTTLE},
        {"EC2ThrottledException", ANVIL_RETRY_THROTTLE},
        {"com.amazon.coral.availability#ThrottlingException:http://x/", ANVIL_RETRY_THROTTLE},
        {"RequestTimeout", ANVIL_RETRY_TRANSIENT},
        {"RequestTimeoutException", ANVIL_RETRY_TRANSIENT},
    };
    static const int statuses[] = {400, 408, 429, 500, 503};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (size_t j = 0; j < sizeof statuses / sizeof statuses[0]; j++)
            assert_int_equal(retry_of(cases[i].name, statuses[j]), cases[i].retry);
}

TEST(other_names_say_nothing) {
    static const char *const names[] = {"throttling",
                                        "Throttlin",
                                        "Throttlings",
                                        "RequestTimeoutt",
                                        "AccessDenied",
                                        "UnrecognizedClientException",
                                        "ExpiredTokenException",
                                        "IncompleteSignature",
                                        "UnknownOperationException",
                                        "SerializationException",
                                        ""};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_int_equal(retry_of(names[i], 400), ANVIL_RETRY_NEVER);
        assert_int_equal(retry_of(names[i], 403), ANVIL_RETRY_NEVER);
        assert_int_equal(retry_of(names[i], 503), ANVIL_RETRY_TRANSIENT);
    }
}

TEST(else_the_status_code_says_it) {
    for (int http_status = -1; http_status < 1000; http_status++) {
        enum anvil_retry wanted = ANVIL_RETRY_NEVER;
        if (http_status == 429)
            wanted = ANVIL_RETRY_THROTTLE;
        if (http_status == 500 || (http_status >= 502 && http_status <= 504))
            wanted = ANVIL_RETRY_TRANSIENT;
        assert_int_equal(retry_of(NULL, http_status), wanted);
        assert_int_equal(retry_of("Whatever", http_status), wanted);
        assert_int_equal(retry_of("ConflictException", http_status), wanted);
    }
}
