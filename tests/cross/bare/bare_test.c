/* SPDX-License-Identifier: Apache-2.0 */
/* The library at work without libc, operating system or heap: what a firmware would do with it. The
 * entry point is in bare_start.S; the code that the program ends with is 0, or the number of the
 * step that failed. */
#include <anvil/anvil.h>
#include <smsv2/smsv2.h>

#include <string.h>

/* Runs all steps; the program's exit code. */
int bare_test(void);

#define REQUEST                                                                                    \
    "{\"PoolId\":\"pool-0123456789abcdef0123456789abcdef\",\"OriginationIdentity\":\"EXAMPLECO\"," \
    "\"IsoCountryCode\":\"DE\"}"
#define POOL "{\"PoolId\":\"p\\u00fc\",\"CreatedTimestamp\":1750000000.25}"

static bool is(struct anvil_str text, struct anvil_str expected) {
    return anvil_str_equal(text, expected);
}

static const struct smsv2_associate_origination_identity_request request = {
    .pool_id = ANVIL_STR("pool-0123456789abcdef0123456789abcdef"),
    .origination_identity = ANVIL_STR("EXAMPLECO"),
    .iso_country_code = ANVIL_STR("DE"),
};
static const struct anvil_shape *const shape = &smsv2_associate_origination_identity_request_shape;
static struct anvil_report report;

static bool encodes_to_an_exact_fit(void) {
    const struct anvil_str expected = ANVIL_STR(REQUEST);
    char body[sizeof REQUEST - 1];
    size_t bytes;
    return anvil_encode(shape, &request, ANVIL_STRICT, body, sizeof body, &bytes, &report) ==
               ANVIL_OK &&
           is(anvil_str_of(body, bytes), expected);
}

static bool tells_what_a_short_buffer_lacks(void) {
    char body[8];
    size_t bytes;
    return anvil_encode(shape, &request, ANVIL_STRICT, body, sizeof body, &bytes, &report) ==
               ANVIL_E_BUFFER &&
           bytes == sizeof REQUEST - 1;
}

static bool decodes_what_it_wrote(void) {
    const struct anvil_str body = ANVIL_STR(REQUEST);
    struct smsv2_associate_origination_identity_request back;
    return anvil_decode(shape, body, ANVIL_STRICT, NULL, &back, &report) == ANVIL_OK &&
           is(back.pool_id, request.pool_id) &&
           is(back.origination_identity, request.origination_identity) &&
           is(back.iso_country_code, request.iso_country_code) && back.client_token.ptr == NULL;
}

static bool reports_every_violation(void) {
    struct smsv2_associate_origination_identity_request bad = request;
    const struct anvil_str country = ANVIL_STR("de");
    bad.pool_id = anvil_str_of(NULL, 0);
    bad.iso_country_code = country;
    return anvil_check(shape, &bad, ANVIL_STRICT, &report) == ANVIL_E_REQUIRED &&
           report.count == 2 && report.violations[1].constraint == ANVIL_CONSTRAINT_PATTERN;
}

static bool finds_the_malformed_byte(void) {
    const struct anvil_str body = ANVIL_STR("{\"PoolId\":\"a\"]");
    struct smsv2_associate_origination_identity_request back;
    return anvil_decode(shape, body, ANVIL_OFF, NULL, &back, &report) == ANVIL_E_TOKEN &&
           report.offset == body.len - 1;
}

static bool reads_and_writes_text_and_time(void) {
    const struct anvil_str body = ANVIL_STR(POOL);
    const struct anvil_str pool = ANVIL_STR("p\xC3\xBC");
    unsigned char memory[64];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct smsv2_create_pool_result answer;
    return anvil_decode(&smsv2_create_pool_result_shape, body, ANVIL_LENIENT, &arena, &answer,
                        &report) == ANVIL_OK &&
           is(answer.pool_id, pool) && answer.created_timestamp.seconds == 1750000000 &&
           answer.created_timestamp.nanoseconds == 250000000;
}

static bool tells_arns_from_ids(void) {
    const struct anvil_str text = ANVIL_STR("arn:aws:sms-voice:eu-central-1:111122223333:pool/p-1");
    const struct anvil_str account = ANVIL_STR("111122223333");
    struct anvil_arn arn;
    return anvil_arn_parse(text, &arn) == ANVIL_OK && is(arn.account, account) &&
           anvil_arn_parse(account, &arn) == ANVIL_E_IDENTITY;
}

int bare_test(void) {
    static bool (*const STEPS[])(void) = {
        encodes_to_an_exact_fit, tells_what_a_short_buffer_lacks, decodes_what_it_wrote,
        reports_every_violation, finds_the_malformed_byte,        reads_and_writes_text_and_time,
        tells_arns_from_ids,
    };
    for (size_t i = 0; i < sizeof STEPS / sizeof STEPS[0]; i++)
        if (!STEPS[i]())
            return (int)i + 1;
    return 0;
}
