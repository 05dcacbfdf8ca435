/* SPDX-License-Identifier: Apache-2.0 */
/* What a client puts around the body of a request. */
#include "protocol/fake_transport.h"
#include "smsv2/smsv2.h"
#include "test.h"

static const struct smsv2_associate_origination_identity_request ASSOCIATE = {
    .pool_id = ANVIL_STR("pool-7"),
    .origination_identity = ANVIL_STR("EXAMPLECO"),
    .iso_country_code = ANVIL_STR("DE"),
    .client_token = ANVIL_STR("a \"quoted\" \\ token"),
};
static const struct smsv2_create_registration_association_request REGISTER = {
    .registration_id = ANVIL_STR("registration-7"),
    .resource_id = ANVIL_STR("phone-7"),
};

/* A call with room for a request and nobody to carry it. */
struct prepared {
    struct anvil_exchange call;
    struct anvil_arena arena;
    char memory[1024];
    char body[1024];
};

static enum anvil_status prepare(struct prepared *prepared, const struct anvil_operation *operation,
                                 const void *input, unsigned checks, struct anvil_report *report) {
    memset(&prepared->call, 0, sizeof prepared->call);
    prepared->arena = anvil_arena_of(prepared->memory, sizeof prepared->memory);
    prepared->call.operation = operation;
    prepared->call.arena = &prepared->arena;
    prepared->call.checks = checks;
    return anvil_call_prepare(&prepared->call, input, report);
}

static struct anvil_str body_of(struct prepared *prepared) {
    return join_pieces(&prepared->call.request, prepared->body, sizeof prepared->body);
}

/* */
TEST(every_operation_has_the_same_envelope_but_for_its_target) {
    static const struct {
        const struct anvil_operation *operation;
        const void *input;
        const char *target;
    } cases[] = {
        {&smsv2_associate_origination_identity, &ASSOCIATE,
         "PinpointSMSVoiceV2.AssociateOriginationIdentity"},
        {&smsv2_disassociate_origination_identity, &ASSOCIATE,
         "PinpointSMSVoiceV2.DisassociateOriginationIdentity"},
        {&smsv2_create_registration_association, &REGISTER,
         "PinpointSMSVoiceV2.CreateRegistrationAssociation"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct prepared prepared;
        assert_int_equal(prepare(&prepared, cases[i].operation, cases[i].input, ANVIL_SDK, NULL),
                         ANVIL_OK);
        const struct anvil_http_request *request = &prepared.call.request;
        assert_text_is(request->method, "POST");
        assert_text_is(request->path, "/");
        assert_int_equal(request->header_count, 2);
        assert_text_is(request->headers[0].name, "Content-Type");
        assert_text_is(request->headers[0].value, "application/x-amz-json-1.0");
        assert_text_is(request->headers[1].name, "X-Amz-Target");
        assert_text_is(request->headers[1].value, cases[i].target);
    }
}

/* */
TEST(the_pieces_are_the_body) {
    struct prepared prepared;
    assert_int_equal(
        prepare(&prepared, &smsv2_associate_origination_identity, &ASSOCIATE, ANVIL_SDK, NULL),
        ANVIL_OK);
    assert_text_is(body_of(&prepared),
                   "{\"PoolId\":\"pool-7\",\"OriginationIdentity\":\"EXAMPLECO\","
                   "\"IsoCountryCode\":\"DE\",\"ClientToken\":\"a \\\"quoted\\\" \\\\ token\"}");
    assert_int_equal(prepared.call.request.body_bytes, body_of(&prepared).len);
    assert_int_equal(
        prepare(&prepared, &smsv2_create_registration_association, &REGISTER, ANVIL_STRICT, NULL),
        ANVIL_OK);
    assert_text_is(body_of(&prepared),
                   "{\"RegistrationId\":\"registration-7\",\"ResourceId\":\"phone-7\"}");
    assert_int_equal(prepared.call.request.body_bytes, body_of(&prepared).len);
}

/* */
TEST(a_body_with_nothing_set_is_an_empty_object) {
    static const struct smsv2_create_registration_association_request EMPTY;
    struct prepared prepared;
    assert_int_equal(
        prepare(&prepared, &smsv2_create_registration_association, &EMPTY, ANVIL_OFF, NULL),
        ANVIL_OK);
    assert_text_is(body_of(&prepared), "{}");
    assert_int_equal(prepared.call.request.body_bytes, 2);
}

/* [R-084] [I-03] */
TEST(the_callers_text_is_sent_from_where_it_stands) {
    struct prepared prepared;
    assert_int_equal(
        prepare(&prepared, &smsv2_associate_origination_identity, &ASSOCIATE, ANVIL_OFF, NULL),
        ANVIL_OK);
    const struct anvil_http_request *request = &prepared.call.request;
    size_t found = 0;
    for (size_t i = 0; i < request->body_count; i++) {
        assert_false(lies_inside(request->body[i], prepared.memory, sizeof prepared.memory));
        if (request->body[i].ptr == ASSOCIATE.pool_id.ptr)
            found++;
        if (request->body[i].ptr == ASSOCIATE.origination_identity.ptr)
            found++;
    }
    assert_int_equal(found, 2);
    assert_true((const void *)request->body >= (const void *)prepared.memory);
    assert_true((const char *)(request->body + request->body_count) <=
                prepared.memory + prepared.arena.used);
}

/* */
TEST(a_bad_request_is_told_and_not_made) {
    struct smsv2_associate_origination_identity_request input = ASSOCIATE;
    struct prepared prepared;
    struct anvil_report report;
    input.pool_id = anvil_str_of(NULL, 0);
    input.iso_country_code = view_of("Germany");
    assert_int_equal(
        prepare(&prepared, &smsv2_associate_origination_identity, &input, ANVIL_STRICT, &report),
        ANVIL_E_REQUIRED);
    assert_int_equal(report.status, ANVIL_E_REQUIRED);
    assert_int_equal(report.count, 4);
    assert_text_is(anvil_violation_path(&report, &report.violations[0]), "/PoolId");
    assert_text_is(anvil_violation_path(&report, &report.violations[1]), "/IsoCountryCode");
    assert_int_equal(report.violations[1].constraint, ANVIL_CONSTRAINT_MAX);
    assert_int_equal(report.violations[2].constraint, ANVIL_CONSTRAINT_PATTERN);
    assert_text_is(anvil_violation_path(&report, &report.violations[3]), "/ClientToken");
    assert_int_equal(prepared.call.request.body_count, 0);
    assert_null(prepared.call.request.body);
    assert_int_equal(prepared.arena.used, 0);
}

/* */
TEST(text_that_is_not_utf8_is_not_made_a_request) {
    struct smsv2_associate_origination_identity_request input = ASSOCIATE;
    struct prepared prepared;
    struct anvil_report report;
    input.client_token = view_of("\xC3");
    assert_int_equal(
        prepare(&prepared, &smsv2_associate_origination_identity, &input, ANVIL_OFF, &report),
        ANVIL_E_UTF8);
    assert_text_is(anvil_report_path(&report), "/ClientToken");
}

TEST(what_a_call_needs_must_be_there) {
    struct prepared prepared;
    struct anvil_report report;
    const struct anvil_operation *operation = &smsv2_create_registration_association;
    assert_int_equal(prepare(&prepared, NULL, &REGISTER, ANVIL_OFF, &report), ANVIL_E_ARGUMENT);
    assert_int_equal(report.status, ANVIL_E_ARGUMENT);
    assert_int_equal(prepare(&prepared, operation, NULL, ANVIL_OFF, &report), ANVIL_E_ARGUMENT);
    assert_int_equal(prepare(&prepared, operation, &REGISTER, ANVIL_LENIENT, &report),
                     ANVIL_E_ARGUMENT);
    prepared.call.checks = ANVIL_OFF;
    prepared.call.arena = NULL;
    assert_int_equal(anvil_call_prepare(&prepared.call, &REGISTER, &report), ANVIL_E_ARGUMENT);
    prepared.call.arena = &prepared.arena;
    assert_int_equal(anvil_call_prepare(&prepared.call, &REGISTER, &report), ANVIL_OK);
    assert_int_equal(report.status, ANVIL_OK);
}
