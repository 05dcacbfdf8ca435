/* SPDX-License-Identifier: Apache-2.0 */
/* Bodies that may be empty, and how strictly each direction reads them. */
#include "protocol/fake_transport.h"
#include "smsv2/smsv2.h"
#include "test.h"

/* An operation whose messages both hold a list: none of the model's three does. */
static const struct anvil_operation LISTING = {
    .name = ANVIL_STR("Listing"),
    .input = &smsv2_validation_exception_shape,
    .output = &smsv2_validation_exception_shape,
    .service = &smsv2_service,
};

static struct anvil_str nothing(size_t i) {
    return i == 0 ? anvil_str_of(NULL, 0) : i == 1 ? anvil_str_of("", 0) : view_of("{}");
}

/* */
TEST(a_request_of_no_bytes_is_the_empty_message) {
    for (size_t i = 0; i < 3; i++) {
        struct smsv2_associate_origination_identity_request request;
        static const struct smsv2_associate_origination_identity_request EMPTY;
        struct anvil_report report;
        memset(&request, 0xFF, sizeof request);
        assert_int_equal(anvil_request_decode(&smsv2_associate_origination_identity, nothing(i),
                                              ANVIL_OFF, NULL, &request, &report),
                         ANVIL_OK);
        assert_memory_equal(&request, &EMPTY, sizeof EMPTY);
        assert_int_equal(anvil_request_decode(&smsv2_associate_origination_identity, nothing(i),
                                              ANVIL_STRICT, NULL, &request, &report),
                         ANVIL_E_REQUIRED);
        assert_int_equal(report.count, 3);
        assert_int_equal(report.more, 0);
        assert_text_is(anvil_report_path(&report), "");
        assert_int_equal(report.violations[0].offset, 0);
    }
}

/* */
TEST(a_response_of_no_bytes_is_the_empty_message) {
    for (size_t i = 0; i < 3; i++) {
        struct smsv2_create_registration_association_result result;
        static const struct smsv2_create_registration_association_result EMPTY;
        memset(&result, 0xFF, sizeof result);
        assert_int_equal(anvil_response_decode(&smsv2_create_registration_association, nothing(i),
                                               ANVIL_OFF, NULL, &result, NULL),
                         ANVIL_OK);
        assert_memory_equal(&result, &EMPTY, sizeof EMPTY);
    }
}

TEST(white_space_is_not_nothing) {
    struct smsv2_associate_origination_identity_request request;
    struct smsv2_associate_origination_identity_result result;
    struct anvil_report report;
    assert_int_equal(anvil_request_decode(&smsv2_associate_origination_identity, view_of(" \n"),
                                          ANVIL_OFF, NULL, &request, &report),
                     ANVIL_E_END);
    assert_int_equal(report.offset, 2);
    assert_int_equal(anvil_response_decode(&smsv2_associate_origination_identity, view_of(" \n"),
                                           ANVIL_OFF, NULL, &result, &report),
                     ANVIL_E_END);
    assert_int_equal(report.offset, 2);
}

TEST(each_direction_reads_its_own_shape) {
    struct smsv2_associate_origination_identity_request request;
    struct smsv2_associate_origination_identity_result result;
    struct anvil_str body = view_of("{\"ClientToken\":\"t\",\"PoolArn\":\"a\",\"PoolId\":\"p\"}");
    assert_int_equal(anvil_request_decode(&smsv2_associate_origination_identity, body, ANVIL_OFF,
                                          NULL, &request, NULL),
                     ANVIL_OK);
    assert_text_is(request.client_token, "t");
    assert_text_is(request.pool_id, "p");
    assert_int_equal(anvil_response_decode(&smsv2_associate_origination_identity, body, ANVIL_OFF,
                                           NULL, &result, NULL),
                     ANVIL_OK);
    assert_text_is(result.pool_arn, "a");
    assert_text_is(result.pool_id, "p");
}

/* */
TEST(a_response_is_not_refused_for_a_constraint) {
    static const char BODY[] = "{\"Later\":[{\"a\":1}],\"RegistrationArn\":null,"
                               "\"RegistrationType\":\"not one of them!\",\"PhoneNumber\":\"\","
                               "\"IsoCountryCode\":\"Germany\",\"IsoCountryCode\":\"germany\"}";
    struct smsv2_create_registration_association_result result;
    struct anvil_report report;
    assert_int_equal(anvil_response_decode(&smsv2_create_registration_association, view_of(BODY),
                                           ANVIL_OFF, NULL, &result, &report),
                     ANVIL_OK);
    assert_text_is(result.registration_arn, NULL);
    assert_text_is(result.registration_type, "not one of them!");
    assert_text_is(result.phone_number, "");
    assert_text_is(result.iso_country_code, "germany");
}

/* */
TEST(a_response_is_checked_when_the_caller_asks) {
    struct smsv2_create_registration_association_result result;
    struct anvil_report report;
    assert_int_equal(anvil_response_decode(&smsv2_create_registration_association,
                                           view_of("{\"PhoneNumber\":\"0\"}"), ANVIL_STRICT, NULL,
                                           &result, &report),
                     ANVIL_E_REQUIRED);
    assert_int_equal(report.count, 7);
    assert_int_equal(report.violations[6].constraint, ANVIL_CONSTRAINT_PATTERN);
    assert_text_is(anvil_violation_path(&report, &report.violations[6]), "/PhoneNumber");
}

/* */
TEST(only_a_client_drops_null_from_a_list) {
    static const char BODY[] = "{\"Fields\":[null,{\"Name\":\"poolId\"},null]}";
    struct smsv2_validation_exception message;
    struct anvil_report report;
    char memory[256];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    for (unsigned i = 0; i < 2; i++) {
        unsigned checks = i == 0 ? ANVIL_OFF : ANVIL_CHECK_MAX;
        assert_int_equal(
            anvil_response_decode(&LISTING, view_of(BODY), checks, &arena, &message, &report),
            ANVIL_OK);
        assert_int_equal(message.fields.count, 1);
        assert_text_is(message.fields.items[0].name, "poolId");
        assert_int_equal(
            anvil_request_decode(&LISTING, view_of(BODY), checks, &arena, &message, &report),
            ANVIL_E_NULL);
        assert_int_equal(report.offset, 11);
    }
}
