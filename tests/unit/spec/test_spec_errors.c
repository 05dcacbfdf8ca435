/* SPDX-License-Identifier: Apache-2.0 */
/* What errors mean, by their name and reason, and whether operations can be sent again: as
 * spec/errors.md has it. */
#include "smsv2/smsv2.h"
#include "spec_fixture.h"
#include "test.h"

#include <string.h>

static int class_of(const struct anvil_error_type *error, struct anvil_str reason) {
    for (size_t i = 0; i < error->reason_count; i++)
        if (anvil_str_equal(error->reasons[i].reason, reason))
            return error->reasons[i].error_class;
    return error->error_class;
}

TEST(reasons_have_the_classes_of_the_document) {
    static const struct {
        const struct anvil_error_type *error;
        const char *reason;
        int error_class;
    } cases[] = {
        {&smsv2_access_denied_exception_error, "ACCOUNT_DISABLED", ANVIL_CLASS_REQUEST},
        {&smsv2_conflict_exception_error, "DESTINATION_PHONE_NUMBER_OPTED_OUT",
         ANVIL_CLASS_RECIPIENT},
        {&smsv2_conflict_exception_error, "DESTINATION_PHONE_NUMBER_NOT_VERIFIED",
         ANVIL_CLASS_RECIPIENT},
        {&smsv2_conflict_exception_error, "RESOURCE_NOT_ACTIVE", ANVIL_CLASS_TRANSIENT},
        {&smsv2_conflict_exception_error, "RESOURCE_NOT_EMPTY", ANVIL_CLASS_REQUEST},
        {&smsv2_conflict_exception_error, "NOBODY_KNOWS_YET", ANVIL_CLASS_REQUEST},
        {&smsv2_service_quota_exceeded_exception_error, "POOLS_PER_ACCOUNT", ANVIL_CLASS_QUOTA},
        {&smsv2_validation_exception_error, "DESTINATION_COUNTRY_BLOCKED", ANVIL_CLASS_RECIPIENT},
        {&smsv2_validation_exception_error, "OTHER", ANVIL_CLASS_REQUEST},
        {&smsv2_throttling_exception_error, "", ANVIL_CLASS_THROTTLE},
        {&smsv2_internal_server_exception_error, "", ANVIL_CLASS_TRANSIENT},
        {&smsv2_resource_not_found_exception_error, "", ANVIL_CLASS_REQUEST},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(
            class_of(cases[i].error, anvil_str_of(cases[i].reason, strlen(cases[i].reason))),
            cases[i].error_class);
}

/* 114 values: 79 request, 28 quota, 6 recipient, 1 transient. */
TEST(the_classes_of_all_reasons_add_up) {
    static const struct {
        const struct anvil_error_type *error;
        const struct anvil_enum *reasons;
    } errors[] = {
        {&smsv2_access_denied_exception_error, &smsv2_access_denied_exception_reason_values},
        {&smsv2_conflict_exception_error, &smsv2_conflict_exception_reason_values},
        {&smsv2_service_quota_exceeded_exception_error,
         &smsv2_service_quota_exceeded_exception_reason_values},
        {&smsv2_validation_exception_error, &smsv2_validation_exception_reason_values}};
    unsigned counts[ANVIL_CLASS_RECIPIENT + 1] = {0};
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < errors[i].reasons->count; j++)
            counts[class_of(errors[i].error, anvil_enum_value(errors[i].reasons, j))]++;
    assert_int_equal(counts[ANVIL_CLASS_REQUEST], 79);
    assert_int_equal(counts[ANVIL_CLASS_QUOTA], 28);
    assert_int_equal(counts[ANVIL_CLASS_RECIPIENT], 6);
    assert_int_equal(counts[ANVIL_CLASS_TRANSIENT], 1);
}

TEST(the_reason_is_the_member_with_classes) {
    assert_ptr_equal(smsv2_conflict_exception_error.reason,
                     &smsv2_conflict_exception_shape.members[1]);
    assert_null(smsv2_throttling_exception_error.reason);
}

/* 30 read, 49 are idempotent by trait and 15 by token, one of them both; 7 act twice. */
TEST(operations_tell_whether_to_send_them_again) {
    unsigned readonly = 0;
    unsigned idempotent = 0;
    unsigned doubling = 0;
    for (size_t i = 0; i < smsv2_operations.count; i++) {
        const struct anvil_operation *operation = smsv2_operations.operations[i];
        readonly += operation->is_readonly;
        idempotent += operation->is_idempotent;
        doubling += operation->may_double;
    }
    assert_int_equal(readonly, 30);
    assert_int_equal(idempotent, 49 + 15 - 1);
    assert_int_equal(doubling, 7);
    assert_int_equal(smsv2_send_text_message.may_double, 1);
    assert_int_equal(smsv2_describe_pools.is_readonly, 1);
    assert_int_equal(smsv2_create_pool.is_idempotent, 1);
    assert_int_equal(smsv2_carrier_lookup.is_idempotent, 0);
    assert_int_equal(smsv2_carrier_lookup.may_double, 0);
}

/* A model without the traits of our own: what Smithy's retryable says. */
TEST(classes_of_other_services_come_from_retryable) {
    static const struct {
        const char *name;
        int status;
        int retry;
        int error_class;
    } want[] = {
        {"BrokenPipeError", 500, ANVIL_RETRY_TRANSIENT, ANVIL_CLASS_TRANSIENT},
        {"CodedError", 400, ANVIL_RETRY_NEVER, ANVIL_CLASS_UNKNOWN},
        {"MemberlessError", 503, ANVIL_RETRY_NEVER, ANVIL_CLASS_UNKNOWN},
        {"MixedInError", 400, ANVIL_RETRY_TRANSIENT, ANVIL_CLASS_TRANSIENT},
        {"SlowDownError", 429, ANVIL_RETRY_THROTTLE, ANVIL_CLASS_THROTTLE},
        {"TeapotError", 418, ANVIL_RETRY_NEVER, ANVIL_CLASS_UNKNOWN},
    };
    struct fixture fixture;
    fixture_compile_file(&fixture, "spec/model/examples/kitchen-sink.json", NULL);
    assert_true(fixture.is_good);
    /* SlowDownError is the service's alone. */
    const struct anvil_service *service = fixture.program.service;
    assert_int_equal(service->error_count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(service->errors[i]->shape->name, want[i].name);
        assert_int_equal(service->errors[i]->http_status, want[i].status);
        assert_int_equal(service->errors[i]->retry, want[i].retry);
        assert_int_equal(service->errors[i]->error_class, want[i].error_class);
        assert_null(service->errors[i]->reason);
    }
    fixture_free(&fixture);
}
