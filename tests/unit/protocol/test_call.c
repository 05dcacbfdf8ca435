/* SPDX-License-Identifier: Apache-2.0 */
/* Calls over a transport that does as it is told: what comes back of which answer. */
#include "protocol/error_samples.h"
#include "protocol/fake_transport.h"
#include "test.h"

static const struct smsv2_associate_origination_identity_request ASSOCIATE = {
    .pool_id = ANVIL_STR("pool-7"),
    .origination_identity = ANVIL_STR("EXAMPLECO"),
    .iso_country_code = ANVIL_STR("DE"),
};
static const struct smsv2_create_registration_association_request REGISTER = {
    .registration_id = ANVIL_STR("registration-7"),
    .resource_id = ANVIL_STR("phone-7"),
};

/* Both ends of a call, and all that a call writes. */
struct ends {
    struct fake_transport fake;
    struct fake_entropy dice;
    struct anvil_arena arena;
    struct anvil_exchange call;
    struct anvil_error error;
    struct anvil_report report;
    struct anvil_header headers[2];
    char memory[2048];
};

static void begin(struct ends *ends, const struct anvil_operation *operation, int http_status,
                  const char *body) {
    memset(ends, 0, sizeof *ends);
    fake_transport_begin(&ends->fake, http_status, view_of(body));
    fake_entropy_begin(&ends->dice, 0);
    ends->arena = anvil_arena_of(ends->memory, sizeof ends->memory);
    ends->call.operation = operation;
    ends->call.transport = &ends->fake.transport;
    ends->call.entropy = &ends->dice.entropy;
    ends->call.arena = &ends->arena;
    ends->call.checks = ANVIL_STRICT;
    memset(&ends->error, 0xFF, sizeof ends->error);
    memset(&ends->report, 0xFF, sizeof ends->report);
}

static void assert_no_error(const struct ends *ends) {
    static const struct anvil_error ZEROED;
    assert_memory_equal(&ends->error, &ZEROED, sizeof ZEROED);
}

TEST(associate_answers_with_its_members) {
    static const char BODY[] = "{\"PoolArn\":\"arn:p\",\"PoolId\":\"pool-7\","
                               "\"OriginationIdentityArn\":\"arn:o\",\"OriginationIdentity\":"
                               "\"EXAMPLECO\",\"IsoCountryCode\":\"DE\"}";
    struct smsv2_associate_origination_identity_result output;
    struct ends ends;
    begin(&ends, &smsv2_associate_origination_identity, 200, BODY);
    assert_int_equal(anvil_call(&ends.call, &ASSOCIATE, &output, &ends.error, &ends.report),
                     ANVIL_OK);
    assert_text_is(output.pool_arn, "arn:p");
    assert_text_is(output.pool_id, "pool-7");
    assert_text_is(output.origination_identity_arn, "arn:o");
    assert_text_is(output.origination_identity, "EXAMPLECO");
    assert_text_is(output.iso_country_code, "DE");
    assert_text_is(fake_transport_body(&ends.fake),
                   "{\"PoolId\":\"pool-7\",\"OriginationIdentity\":\"EXAMPLECO\","
                   "\"IsoCountryCode\":\"DE\",\"ClientToken\":\"" FIRST_TOKEN "\"}");
    assert_text_is(ends.fake.request.headers[1].value,
                   "PinpointSMSVoiceV2.AssociateOriginationIdentity");
    assert_int_equal(ends.report.status, ANVIL_OK);
    assert_no_error(&ends);
}

TEST(disassociate_answers_with_its_members) {
    struct smsv2_disassociate_origination_identity_result output;
    struct ends ends;
    begin(&ends, &smsv2_disassociate_origination_identity, 200,
          "{\"IsoCountryCode\":\"DE\",\"New\":[1],\"PoolArn\":\"arn:\\u0070\",\"PoolId\":null}");
    assert_int_equal(anvil_call(&ends.call, &ASSOCIATE, &output, &ends.error, &ends.report),
                     ANVIL_OK);
    assert_text_is(output.pool_arn, "arn:p");
    assert_text_is(output.pool_id, NULL);
    assert_text_is(output.iso_country_code, "DE");
    assert_text_is(ends.fake.request.headers[1].value,
                   "PinpointSMSVoiceV2.DisassociateOriginationIdentity");
}

TEST(create_registration_association_answers_with_its_members) {
    struct smsv2_create_registration_association_result output;
    struct ends ends;
    begin(&ends, &smsv2_create_registration_association, 200,
          "{\"RegistrationArn\":\"1\",\"RegistrationId\":\"2\",\"RegistrationType\":\"3\","
          "\"ResourceArn\":\"4\",\"ResourceId\":\"5\",\"ResourceType\":\"6\",\"IsoCountryCode\":"
          "\"7\",\"PhoneNumber\":\"8\"}");
    assert_int_equal(anvil_call(&ends.call, &REGISTER, &output, &ends.error, NULL), ANVIL_OK);
    assert_text_is(output.registration_arn, "1");
    assert_text_is(output.registration_id, "2");
    assert_text_is(output.registration_type, "3");
    assert_text_is(output.resource_arn, "4");
    assert_text_is(output.resource_id, "5");
    assert_text_is(output.resource_type, "6");
    assert_text_is(output.iso_country_code, "7");
    assert_text_is(output.phone_number, "8");
    assert_text_is(fake_transport_body(&ends.fake),
                   "{\"RegistrationId\":\"registration-7\",\"ResourceId\":\"phone-7\"}");
}

/* */
TEST(success_is_200_to_299) {
    for (int http_status = -1; http_status < 700; http_status++) {
        struct smsv2_create_registration_association_result output;
        struct ends ends;
        bool is_success = http_status >= 200 && http_status <= 299;
        begin(&ends, &smsv2_create_registration_association, http_status,
              "{\"__type\":\"ConflictException\",\"ResourceId\":\"x\"}");
        assert_int_equal(anvil_call(&ends.call, &REGISTER, &output, &ends.error, &ends.report),
                         is_success ? ANVIL_OK : ANVIL_E_SERVICE);
        assert_int_equal(ends.fake.sent, 1);
        if (is_success) {
            assert_text_is(output.resource_id, "x");
            assert_no_error(&ends);
        } else {
            assert_ptr_equal(ends.error.type, &smsv2_conflict_exception_error);
            assert_int_equal(ends.error.http_status, http_status);
        }
    }
}

/* */
TEST(success_may_have_no_body) {
    static const struct smsv2_create_registration_association_result EMPTY;
    struct smsv2_create_registration_association_result output;
    struct ends ends;
    begin(&ends, &smsv2_create_registration_association, 204, NULL);
    memset(&output, 0xFF, sizeof output);
    assert_int_equal(anvil_call(&ends.call, &REGISTER, &output, &ends.error, NULL), ANVIL_OK);
    assert_memory_equal(&output, &EMPTY, sizeof EMPTY);
}

TEST(what_the_transport_says_is_passed_on) {
    static const enum anvil_status failures[] = {ANVIL_E_TRANSPORT, ANVIL_E_ARENA, ANVIL_E_ARGUMENT,
                                                 (enum anvil_status)77};
    for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++) {
        struct smsv2_create_registration_association_result output;
        struct ends ends;
        begin(&ends, &smsv2_create_registration_association, 200, "{}");
        ends.fake.status = failures[i];
        assert_int_equal(anvil_call(&ends.call, &REGISTER, &output, &ends.error, &ends.report),
                         failures[i]);
        assert_int_equal(ends.report.status, failures[i]);
        assert_int_equal(ends.fake.sent, 1);
        assert_int_equal(ends.call.response.status, 0);
        assert_no_error(&ends);
    }
}

/* */
TEST(a_malformed_success_is_an_error_with_its_place) {
    static const struct {
        const char *body;
        enum anvil_status status;
        size_t offset;
    } cases[] = {
        {"{\"ResourceId\":\"x\"", ANVIL_E_END, 17},
        {"<html>", ANVIL_E_TOKEN, 0},
        {"[]", ANVIL_E_TYPE, 0},
        {"{\"ResourceId\":7}", ANVIL_E_TYPE, 14},
        {"{\"ResourceId\":\"\xC0\x80\"}", ANVIL_E_UTF8, 15},
        {"{} {}", ANVIL_E_TRAILING, 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct smsv2_create_registration_association_result output;
        struct ends ends;
        begin(&ends, &smsv2_create_registration_association, 200, cases[i].body);
        assert_int_equal(anvil_call(&ends.call, &REGISTER, &output, &ends.error, &ends.report),
                         cases[i].status);
        assert_int_equal(ends.report.status, cases[i].status);
        assert_int_equal(ends.report.offset, cases[i].offset);
        assert_no_error(&ends);
    }
}

/* The status does not choose the shape: every error comes with every status. */
TEST(every_exception_comes_through_a_call) {
    static const int statuses[] = {400, 403, 500, 503};
    for (size_t i = 0; i < ERROR_SAMPLES; i++) {
        for (size_t j = 0; j < sizeof statuses / sizeof statuses[0]; j++) {
            const struct error_sample *sample = &error_samples[i];
            struct smsv2_disassociate_origination_identity_result output;
            struct ends ends;
            begin(&ends, &smsv2_disassociate_origination_identity, statuses[j], sample->body);
            ends.fake.answer =
                error_response(statuses[j], NULL, view_of(sample->body), ends.headers);
            assert_int_equal(anvil_call(&ends.call, &ASSOCIATE, &output, &ends.error, &ends.report),
                             ANVIL_E_SERVICE);
            assert_ptr_equal(ends.error.type, sample->type);
            assert_text_is(ends.error.name, sample->name);
            assert_int_equal(ends.error.http_status, statuses[j]);
            assert_text_is(ends.error.request_id, "request-7");
            assert_ptr_equal(ends.error.body.ptr, sample->body);
            assert_same_value(sample->type->shape, ends.error.value, sample->value);
        }
    }
}

/* */
TEST(a_bad_request_is_not_sent) {
    struct smsv2_associate_origination_identity_request input = ASSOCIATE;
    struct smsv2_associate_origination_identity_result output;
    struct ends ends;
    begin(&ends, &smsv2_associate_origination_identity, 200, "{}");
    input.iso_country_code = view_of("DEU");
    assert_int_equal(anvil_call(&ends.call, &input, &output, &ends.error, &ends.report),
                     ANVIL_E_MAX);
    assert_int_equal(ends.report.count, 2);
    assert_int_equal(ends.fake.sent, 0);
    assert_no_error(&ends);
    ends.call.checks = ANVIL_SDK;
    assert_int_equal(anvil_call(&ends.call, &input, &output, &ends.error, &ends.report), ANVIL_OK);
}

TEST(what_a_call_needs_must_be_there) {
    struct smsv2_create_registration_association_result output;
    struct ends ends;
    begin(&ends, &smsv2_create_registration_association, 200, "{}");
    assert_int_equal(anvil_call(&ends.call, NULL, &output, &ends.error, &ends.report),
                     ANVIL_E_ARGUMENT);
    assert_int_equal(anvil_call(&ends.call, &REGISTER, NULL, &ends.error, &ends.report),
                     ANVIL_E_ARGUMENT);
    ends.call.transport = NULL;
    assert_int_equal(anvil_call(&ends.call, &REGISTER, &output, &ends.error, &ends.report),
                     ANVIL_E_ARGUMENT);
    assert_int_equal(ends.report.status, ANVIL_E_ARGUMENT);
    assert_int_equal(ends.fake.sent, 0);
    assert_no_error(&ends);
}

/* An attempt knows nothing of the answer to the one before. */
TEST(the_same_object_is_called_again) {
    struct smsv2_associate_origination_identity_request bad = ASSOCIATE;
    struct smsv2_associate_origination_identity_result output;
    struct ends ends;
    begin(&ends, &smsv2_associate_origination_identity, 503, "<html>");
    assert_int_equal(anvil_call(&ends.call, &ASSOCIATE, &output, &ends.error, &ends.report),
                     ANVIL_E_SERVICE);
    assert_int_equal(ends.error.retry, ANVIL_RETRY_TRANSIENT);
    assert_int_equal(ends.call.response.status, 503);
    bad.pool_id = view_of("");
    assert_int_equal(anvil_call(&ends.call, &bad, &output, &ends.error, &ends.report), ANVIL_E_MIN);
    assert_int_equal(ends.call.response.status, 0);
    assert_no_error(&ends);
    ends.fake.answer.status = 200;
    ends.fake.answer.body = view_of("{\"PoolId\":\"again\"}");
    assert_int_equal(anvil_call(&ends.call, &ASSOCIATE, &output, &ends.error, &ends.report),
                     ANVIL_OK);
    assert_text_is(output.pool_id, "again");
    assert_int_equal(ends.fake.sent, 2);
    assert_int_equal(ends.dice.asked, 16);
}
