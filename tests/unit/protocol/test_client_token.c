/* SPDX-License-Identifier: Apache-2.0 */
/* Client tokens: when one is made, of what, and for how long it is kept. */
#include "entropy/entropy.h"
#include "protocol/fake_transport.h"
#include "smsv2/smsv2.h"
#include "test.h"

static const struct smsv2_associate_origination_identity_request WITHOUT_TOKEN = {
    .pool_id = ANVIL_STR("pool-7"),
    .origination_identity = ANVIL_STR("EXAMPLECO"),
    .iso_country_code = ANVIL_STR("DE"),
};

/* Both ends of a call, with room for it. */
struct ends {
    struct fake_transport fake;
    struct fake_entropy dice;
    struct anvil_arena arena;
    struct anvil_exchange call;
    char memory[2048];
};

static void begin(struct ends *ends, const struct anvil_operation *operation) {
    memset(&ends->call, 0, sizeof ends->call);
    fake_transport_begin(&ends->fake, 200, view_of("{}"));
    fake_entropy_begin(&ends->dice, 0);
    ends->arena = anvil_arena_of(ends->memory, sizeof ends->memory);
    ends->call.operation = operation;
    ends->call.transport = &ends->fake.transport;
    ends->call.entropy = &ends->dice.entropy;
    ends->call.arena = &ends->arena;
    ends->call.checks = ANVIL_STRICT;
}

static enum anvil_status call(struct ends *ends, const void *input, struct anvil_report *report) {
    struct smsv2_create_registration_association_result largest;
    struct anvil_error error;
    return anvil_call(&ends->call, input, &largest, &error, report);
}

/* Asserts that the token that was sent is `wanted`, or that none was. */
static void assert_sent_token(const struct ends *ends, const char *wanted) {
    struct smsv2_associate_origination_identity_request sent;
    char memory[128];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_int_equal(anvil_request_decode(&smsv2_associate_origination_identity,
                                          fake_transport_body(&ends->fake), ANVIL_OFF, &arena,
                                          &sent, NULL),
                     ANVIL_OK);
    assert_text_is(sent.client_token, wanted);
    assert_text_is(sent.pool_id, "pool-7");
}

static struct anvil_str uuid_of(unsigned char first, char out[ANVIL_TOKEN_BYTES]) {
    struct fake_entropy dice;
    fake_entropy_begin(&dice, first);
    assert_int_equal(anvil_uuid(&dice.entropy, out), ANVIL_OK);
    assert_int_equal(dice.asked, 16);
    return anvil_str_of(out, ANVIL_TOKEN_BYTES);
}

static enum anvil_status same_byte(void *context, void *bytes, size_t count) {
    memset(bytes, *(const unsigned char *)context, count);
    return ANVIL_OK;
}

/* RFC 9562 section 5.4: all bits random but the version, 4, and the variant, 10. */
TEST(a_token_is_a_uuid_of_version_4) {
    char out[ANVIL_TOKEN_BYTES];
    assert_text_is(uuid_of(0, out), FIRST_TOKEN);
    assert_text_is(uuid_of(16, out), SECOND_TOKEN);
    for (unsigned byte = 0; byte < 256; byte++) {
        static const char DIGITS[] = "0123456789abcdef";
        unsigned char value = (unsigned char)byte;
        struct anvil_entropy dice = {same_byte, &value};
        assert_int_equal(anvil_uuid(&dice, out), ANVIL_OK);
        for (size_t i = 0; i < ANVIL_TOKEN_BYTES; i++) {
            /* The places of 32 digits: pairs, but for the hyphens at 8, 13, 18 and 23. */
            size_t digit = i - (i > 8) - (i > 13) - (i > 18) - (i > 23);
            char wanted = DIGITS[digit % 2 == 0 ? byte >> 4 : byte & 15];
            if (i == 8 || i == 13 || i == 18 || i == 23)
                wanted = '-';
            if (i == 14)
                wanted = '4';
            if (i == 19)
                wanted = DIGITS[8 | (byte >> 4 & 3)];
            assert_int_equal(out[i], wanted);
        }
    }
}

/* */
TEST(an_absent_token_is_filled_in) {
    static const struct anvil_operation *const operations[] = {
        &smsv2_associate_origination_identity, &smsv2_disassociate_origination_identity};
    for (size_t i = 0; i < 2; i++) {
        struct ends ends;
        begin(&ends, operations[i]);
        assert_int_equal(call(&ends, &WITHOUT_TOKEN, NULL), ANVIL_OK);
        assert_sent_token(&ends, FIRST_TOKEN);
        assert_true(ends.call.has_token);
        assert_int_equal(ends.dice.asked, 16);
    }
}

TEST(the_input_is_not_changed) {
    struct smsv2_associate_origination_identity_request input = WITHOUT_TOKEN;
    struct ends ends;
    begin(&ends, &smsv2_associate_origination_identity);
    assert_int_equal(call(&ends, &input, NULL), ANVIL_OK);
    assert_memory_equal(&input, &WITHOUT_TOKEN, sizeof input);
    assert_sent_token(&ends, FIRST_TOKEN);
}

/* */
TEST(every_attempt_of_a_call_sends_the_same_token) {
    struct ends ends;
    begin(&ends, &smsv2_associate_origination_identity);
    for (size_t attempt = 1; attempt <= 5; attempt++) {
        ends.fake.status = attempt == 2 ? ANVIL_E_TRANSPORT : ANVIL_OK;
        ends.fake.answer.status = attempt == 3 ? 503 : 200;
        enum anvil_status wanted = attempt == 2   ? ANVIL_E_TRANSPORT
                                   : attempt == 3 ? ANVIL_E_SERVICE
                                                  : ANVIL_OK;
        assert_int_equal(call(&ends, &WITHOUT_TOKEN, NULL), wanted);
        assert_int_equal(ends.fake.sent, attempt);
        assert_sent_token(&ends, FIRST_TOKEN);
        assert_int_equal(ends.dice.asked, 16);
        anvil_arena_reset(&ends.arena);
    }
}

/* */
TEST(another_call_sends_another_token) {
    struct ends ends;
    begin(&ends, &smsv2_associate_origination_identity);
    assert_int_equal(call(&ends, &WITHOUT_TOKEN, NULL), ANVIL_OK);
    struct anvil_exchange second = {.operation = ends.call.operation,
                                    .transport = ends.call.transport,
                                    .entropy = ends.call.entropy,
                                    .arena = ends.call.arena,
                                    .checks = ANVIL_STRICT};
    ends.call = second;
    assert_int_equal(call(&ends, &WITHOUT_TOKEN, NULL), ANVIL_OK);
    assert_sent_token(&ends, SECOND_TOKEN);
}

/* */
TEST(a_token_that_is_set_is_sent_as_it_is) {
    static const char *const tokens[] = {"mine", "with \"quotes\" and \\", "\t\xC3\xA9"};
    for (size_t i = 0; i < sizeof tokens / sizeof tokens[0]; i++) {
        struct smsv2_associate_origination_identity_request input = WITHOUT_TOKEN;
        struct ends ends;
        begin(&ends, &smsv2_associate_origination_identity);
        ends.call.entropy = NULL;
        ends.call.checks = ANVIL_OFF;
        input.client_token = view_of(tokens[i]);
        assert_int_equal(call(&ends, &input, NULL), ANVIL_OK);
        assert_sent_token(&ends, tokens[i]);
        assert_false(ends.call.has_token);
    }
}

/* */
TEST(an_empty_token_is_set_too) {
    struct smsv2_associate_origination_identity_request input = WITHOUT_TOKEN;
    struct anvil_report report;
    struct ends ends;
    begin(&ends, &smsv2_associate_origination_identity);
    input.client_token = view_of("");
    assert_int_equal(call(&ends, &input, &report), ANVIL_E_MIN);
    assert_int_equal(report.count, 2);
    assert_int_equal(report.violations[0].constraint, ANVIL_CONSTRAINT_MIN);
    assert_int_equal(report.violations[1].constraint, ANVIL_CONSTRAINT_PATTERN);
    assert_text_is(anvil_violation_path(&report, &report.violations[0]), "/ClientToken");
    assert_text_is(anvil_violation_path(&report, &report.violations[1]), "/ClientToken");
    assert_int_equal(ends.fake.sent, 0);
    ends.call.checks = ANVIL_OFF;
    assert_int_equal(call(&ends, &input, &report), ANVIL_OK);
    assert_sent_token(&ends, "");
    assert_int_equal(ends.dice.asked, 0);
}

/* */
TEST(without_entropy_nothing_is_sent) {
    struct anvil_report report;
    struct ends ends;
    begin(&ends, &smsv2_associate_origination_identity);
    ends.call.entropy = NULL;
    assert_int_equal(call(&ends, &WITHOUT_TOKEN, &report), ANVIL_E_ENTROPY);
    assert_int_equal(report.status, ANVIL_E_ENTROPY);
    assert_int_equal(ends.fake.sent, 0);
}

/* */
TEST(what_a_failing_source_says_is_passed_on) {
    static const enum anvil_status failures[] = {ANVIL_E_ENTROPY, ANVIL_E_ARGUMENT,
                                                 ANVIL_E_TRANSPORT};
    for (size_t i = 0; i < sizeof failures / sizeof failures[0]; i++) {
        struct anvil_report report;
        struct ends ends;
        char out[ANVIL_TOKEN_BYTES];
        char untouched[ANVIL_TOKEN_BYTES];
        begin(&ends, &smsv2_associate_origination_identity);
        ends.dice.status = failures[i];
        assert_int_equal(call(&ends, &WITHOUT_TOKEN, &report), failures[i]);
        assert_int_equal(report.status, failures[i]);
        assert_int_equal(ends.fake.sent, 0);
        assert_false(ends.call.has_token);
        memset(out, 0x5A, sizeof out);
        memset(untouched, 0x5A, sizeof untouched);
        assert_int_equal(anvil_uuid(&ends.dice.entropy, out), failures[i]);
        assert_memory_equal(out, untouched, sizeof out);
        ends.dice.status = ANVIL_OK;
        assert_int_equal(call(&ends, &WITHOUT_TOKEN, &report), ANVIL_OK);
        assert_sent_token(&ends, FIRST_TOKEN);
    }
}

TEST(an_operation_without_a_token_needs_no_entropy) {
    static const struct smsv2_create_registration_association_request input = {
        .registration_id = ANVIL_STR("registration-7"), .resource_id = ANVIL_STR("phone-7")};
    struct ends ends;
    begin(&ends, &smsv2_create_registration_association);
    ends.call.entropy = NULL;
    assert_int_equal(call(&ends, &input, NULL), ANVIL_OK);
    assert_text_is(fake_transport_body(&ends.fake),
                   "{\"RegistrationId\":\"registration-7\",\"ResourceId\":\"phone-7\"}");
    assert_false(ends.call.has_token);
}

/* The source is replaceable: here by the one of the operating system. */
TEST(tokens_from_the_operating_system_differ) {
    struct anvil_entropy dice = anvil_system_entropy();
    char tokens[8][ANVIL_TOKEN_BYTES];
    for (size_t i = 0; i < 8; i++) {
        assert_int_equal(anvil_uuid(&dice, tokens[i]), ANVIL_OK);
        assert_int_equal(tokens[i][14], '4');
        for (size_t j = 0; j < i; j++)
            assert_memory_not_equal(tokens[i], tokens[j], ANVIL_TOKEN_BYTES);
    }
}
