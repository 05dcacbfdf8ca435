/* SPDX-License-Identifier: Apache-2.0 */
/* Every constraint of every member of every request of the service, violated once: exactly that
 * violation, with its path, its limit and what was found. */
#include "anvil/codec.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "smsv2/smsv2.h"
#include "test.h"

#include <string.h>

#define POOL "pool-3f9c1e7a5b2d48069ad4c7e1f0b86352"
#define PHONE "phone-7d20b4c98e6f4a13b5e2d90c41a7f836"
#define REGISTRATION "registration-a81f5d3c07e94b62a94d3be6c1720f58"

static const struct smsv2_associate_origination_identity_request ASSOCIATE = {
    .pool_id = ANVIL_STR(POOL),
    .origination_identity = ANVIL_STR(PHONE),
    .iso_country_code = ANVIL_STR("US"),
    .client_token = ANVIL_STR("token-1"),
};
static const struct smsv2_disassociate_origination_identity_request DISASSOCIATE = {
    .pool_id = ANVIL_STR(POOL),
    .origination_identity = ANVIL_STR("EXAMPLECO"),
    .iso_country_code = ANVIL_STR("DE"),
    .client_token = ANVIL_STR("\"\\"),
};
static const struct smsv2_create_registration_association_request REGISTER = {
    .registration_id = ANVIL_STR(REGISTRATION),
    .resource_id = ANVIL_STR(PHONE),
};

static const struct request {
    const struct anvil_shape *shape;
    const void *good;
    const char *members[5];
} REQUESTS[3] = {
    {&smsv2_associate_origination_identity_request_shape,
     &ASSOCIATE,
     {"PoolId", "OriginationIdentity", "IsoCountryCode", "ClientToken", NULL}},
    {&smsv2_disassociate_origination_identity_request_shape,
     &DISASSOCIATE,
     {"PoolId", "OriginationIdentity", "IsoCountryCode", "ClientToken", NULL}},
    {&smsv2_create_registration_association_request_shape,
     &REGISTER,
     {"RegistrationId", "ResourceId", NULL}},
};

static const unsigned ALL = (unsigned)ANVIL_STRICT | ANVIL_CHECK_IDENTITY;

/* Two hundred and fifty-seven of the allowed letters; shorter ones are beginnings of it. */
static struct anvil_str letters(size_t count) {
    static char text[257];
    memset(text, 'A', sizeof text);
    return anvil_str_of(text, count);
}

static const struct anvil_member *member_named(const struct anvil_shape *shape, const char *name) {
    for (size_t i = 0; i < shape->member_count; i++)
        if (anvil_str_equal(anvil_member_name(&shape->members[i]),
                            anvil_str_of(name, strlen(name))))
            return &shape->members[i];
    fail_msg("%s has no member %s", shape->name, name);
    return NULL;
}

/* Checks the good request with one member replaced. [I-10] Whether it is checked as a struct, on
 * its way out or on its way in, the report is the same. */
static void check_with(const struct request *request, const char *name, struct anvil_str text,
                       unsigned checks, struct anvil_report *report) {
    unsigned char value[256];
    unsigned char decoded[256];
    char body[2048];
    char memory[512];
    size_t bytes = 0;
    struct anvil_report other;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    memcpy(value, request->good, request->shape->size);
    memcpy(value + member_named(request->shape, name)->offset, &text, sizeof text);
    enum anvil_status status = anvil_check(request->shape, value, checks, report);
    assert_int_equal(status, report->status);
    assert_int_equal(anvil_encode(request->shape, value, checks, body, sizeof body, &bytes, &other),
                     status);
    assert_same_report(&other, report, true);
    assert_int_equal(
        anvil_encode(request->shape, value, ANVIL_OFF, body, sizeof body, &bytes, NULL), ANVIL_OK);
    assert_int_equal(
        anvil_decode(request->shape, anvil_str_of(body, bytes), checks, &arena, decoded, &other),
        status);
    assert_same_report(&other, report, false);
}

/* What is expected of a member's text, as `count` constraints in order. */
static void expect(const struct request *request, const char *name, struct anvil_str text,
                   const struct expected_violation *violations) {
    struct expected_violation expected[4] = {{0}};
    struct anvil_report report;
    char path[64] = "/";
    strcat(path, name);
    for (size_t i = 0; violations[i].path != NULL; i++) {
        expected[i] = violations[i];
        expected[i].path = path;
        expected[i].offset = ANVIL_NO_OFFSET;
    }
    check_with(request, name, text, ALL, &report);
    assert_violations(&report, expected);
}

TEST(the_good_ones_are_good) {
    for (size_t i = 0; i < 3; i++) {
        struct anvil_report report;
        assert_int_equal(anvil_check(REQUESTS[i].shape, REQUESTS[i].good, ALL, &report), ANVIL_OK);
        assert_int_equal(report.status, ANVIL_OK);
        assert_int_equal(report.count, 0);
    }
}

/* all are required but the token */
TEST(required_members) {
    static const struct expected_violation MISSING[] = {{ANVIL_CONSTRAINT_REQUIRED, "", 0, 0, 0},
                                                        {0}};
    static const struct expected_violation NONE[] = {{0}};
    for (size_t i = 0; i < 3; i++)
        for (const char *const *name = REQUESTS[i].members; *name != NULL; name++)
            expect(&REQUESTS[i], *name, anvil_str_of(NULL, 0),
                   strcmp(*name, "ClientToken") == 0 ? NONE : MISSING);
}

/* the empty text is too short and matches no pattern, and is no ARN and no ID */
TEST(lower_bounds) {
    static const struct expected_violation COUNTRY[] = {
        {ANVIL_CONSTRAINT_MIN, "", 0, 2, 0}, {ANVIL_CONSTRAINT_PATTERN, "", 0, 0, 0}, {0}};
    static const struct expected_violation TOKEN[] = {
        {ANVIL_CONSTRAINT_MIN, "", 0, 1, 0}, {ANVIL_CONSTRAINT_PATTERN, "", 0, 0, 0}, {0}};
    static const struct expected_violation IDENTITY[] = {{ANVIL_CONSTRAINT_MIN, "", 0, 1, 0},
                                                         {ANVIL_CONSTRAINT_PATTERN, "", 0, 0, 0},
                                                         {ANVIL_CONSTRAINT_IDENTITY, "", 0, 0, 0},
                                                         {0}};
    for (size_t i = 0; i < 3; i++)
        for (const char *const *name = REQUESTS[i].members; *name != NULL; name++) {
            const struct expected_violation *expected = IDENTITY;
            if (strcmp(*name, "IsoCountryCode") == 0)
                expected = COUNTRY;
            else if (strcmp(*name, "ClientToken") == 0)
                expected = TOKEN;
            expect(&REQUESTS[i], *name, TEXT(""), expected);
        }
}

/* both bounds are inclusive */
TEST(upper_bounds) {
    for (size_t i = 0; i < 3; i++)
        for (const char *const *name = REQUESTS[i].members; *name != NULL; name++) {
            bool is_country = strcmp(*name, "IsoCountryCode") == 0;
            bool is_token = strcmp(*name, "ClientToken") == 0;
            size_t most = is_country ? 2 : is_token ? 64 : 256;
            const struct expected_violation found[] = {
                {ANVIL_CONSTRAINT_MAX, *name, ANVIL_NO_OFFSET, most, most + 1}, {0}};
            struct anvil_report report;
            check_with(&REQUESTS[i], *name, letters(most), ANVIL_STRICT, &report);
            assert_int_equal(report.status, ANVIL_OK);
            check_with(&REQUESTS[i], *name, letters(most + 1), ANVIL_CHECK_MAX, &report);
            assert_int_equal(report.count, 1);
            assert_int_equal(report.violations[0].constraint, found[0].constraint);
            assert_int_equal(report.violations[0].limit, found[0].limit);
            assert_int_equal(report.violations[0].actual, found[0].actual);
            /* The pattern of the country says its length too. */
            check_with(&REQUESTS[i], *name, letters(most + 1), ANVIL_STRICT, &report);
            assert_int_equal(report.count, is_country ? 2 : 1);
        }
}

/* anchored at both ends: one wrong byte in front, inside, behind */
TEST(patterns) {
    static const struct {
        const char *name;
        struct anvil_str texts[6];
    } CASES[] = {
        {"PoolId",
         {ANVIL_STR(" pool"), ANVIL_STR("po ol"), ANVIL_STR("pool\n"), ANVIL_STR("p\\l"),
          ANVIL_STR("po\0l"), ANVIL_STR("p\xC3\xB6l")}},
        {"OriginationIdentity",
         {ANVIL_STR("+49"), ANVIL_STR("a.b"), ANVIL_STR("a\n"), ANVIL_STR("\"a"),
          ANVIL_STR("a\x7F"), ANVIL_STR("a=b")}},
        {"IsoCountryCode",
         {ANVIL_STR("us"), ANVIL_STR("U1"), ANVIL_STR("Us"), ANVIL_STR("U\n"),
          ANVIL_STR("U\xC3\x9C"), ANVIL_STR("  ")}},
        {"ClientToken",
         {ANVIL_STR(" "), ANVIL_STR("a b"), ANVIL_STR("a\n"), ANVIL_STR("\x7F"), ANVIL_STR("a\0"),
          ANVIL_STR("\xC3\xA9")}},
    };
    for (size_t i = 0; i < 2; i++)
        for (size_t c = 0; c < sizeof CASES / sizeof CASES[0]; c++)
            for (size_t t = 0; t < 6; t++) {
                struct anvil_report report;
                check_with(&REQUESTS[i], CASES[c].name, CASES[c].texts[t], ANVIL_STRICT, &report);
                assert_int_equal(report.status, ANVIL_E_PATTERN);
                assert_int_equal(report.count, 1);
            }
    for (size_t t = 0; t < 6; t++)
        for (size_t m = 0; m < 2; m++) {
            struct anvil_report report;
            check_with(&REQUESTS[2], REQUESTS[2].members[m], CASES[0].texts[t], ANVIL_STRICT,
                       &report);
            assert_int_equal(report.status, ANVIL_E_PATTERN);
            assert_int_equal(report.count, 1);
        }
}

/* an identity of the wrong kind is a violation only when that was asked for */
TEST(identities) {
    static const struct {
        size_t request;
        const char *name;
        struct anvil_str text;
    } CASES[] = {
        {0, "PoolId", ANVIL_STR(PHONE)},
        {0, "PoolId", ANVIL_STR("arn:aws:sms-voice:us-east-1:111122223333:phone-number/" PHONE)},
        {0, "PoolId", ANVIL_STR("arn:aws:s3:us-east-1:111122223333:pool/" POOL)},
        {0, "OriginationIdentity", ANVIL_STR(POOL)},
        {1, "OriginationIdentity", ANVIL_STR(REGISTRATION)},
        {1, "PoolId", ANVIL_STR("EXAMPLECO")},
        {2, "RegistrationId", ANVIL_STR(POOL)},
        {2, "ResourceId", ANVIL_STR(POOL)},
    };
    static const struct expected_violation WRONG[] = {{ANVIL_CONSTRAINT_IDENTITY, "", 0, 0, 0},
                                                      {0}};
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        const struct request *request = &REQUESTS[CASES[i].request];
        struct anvil_report report;
        expect(request, CASES[i].name, CASES[i].text, WRONG);
        check_with(request, CASES[i].name, CASES[i].text, ANVIL_STRICT, &report);
        assert_int_equal(report.status, ANVIL_OK);
        check_with(request, CASES[i].name, CASES[i].text, ANVIL_CHECK_IDENTITY, &report);
        assert_int_equal(report.status, ANVIL_E_IDENTITY);
    }
}

/* a response breaks nothing unless somebody asks, and then its own constraints hold */
TEST(responses_are_checked_when_asked) {
    struct smsv2_create_registration_association_result result = {
        .registration_type = ANVIL_STR("no spaces"), .phone_number = ANVIL_STR("+0123")};
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_REQUIRED, "/RegistrationArn", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_REQUIRED, "/RegistrationId", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_PATTERN, "/RegistrationType", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_REQUIRED, "/ResourceArn", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_REQUIRED, "/ResourceId", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_REQUIRED, "/ResourceType", ANVIL_NO_OFFSET, 0, 0},
        {ANVIL_CONSTRAINT_PATTERN, "/PhoneNumber", ANVIL_NO_OFFSET, 0, 0},
        {0},
    };
    struct anvil_report report;
    const struct anvil_shape *shape = &smsv2_create_registration_association_result_shape;
    assert_int_equal(anvil_check(shape, &result, ANVIL_OFF, &report), ANVIL_OK);
    assert_int_equal(anvil_check(shape, &result, ANVIL_STRICT, &report), ANVIL_E_REQUIRED);
    assert_violations(&report, EXPECTED);
    struct anvil_arena arena = anvil_arena_of(NULL, 0);
    assert_int_equal(anvil_decode(shape, TEXT("{\"PhoneNumber\":\"+0123\"}"), ANVIL_LENIENT, &arena,
                                  &result, &report),
                     ANVIL_OK);
    assert_text(result.phone_number, "+0123");
}
