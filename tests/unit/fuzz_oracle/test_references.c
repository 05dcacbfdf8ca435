/* SPDX-License-Identifier: Apache-2.0 */
/* The naive references against cases that were worked out by hand: an oracle that errs is worse
 * than none. */
#include "identity_reference.h"
#include "model_parts.h"
#include "moment_reference.h"
#include "number_reference.h"
#include "oracle.h"
#include "test.h"

#include <string.h>

const struct fuzz_target fuzz_target = {"test_references", 0};

static struct anvil_str str(const char *text) {
    return anvil_str_of(text, strlen(text));
}

TEST(numbers_end_where_the_grammar_ends) {
    static const struct {
        const char *text;
        size_t bytes;
    } CASES[] = {{"", 0},     {"-", 0},        {"0", 1},     {"01", 1},    {"-10x", 3},
                 {"1.", 1},   {"1.5", 3},      {"1.5.2", 3}, {"1e", 1},    {"1e+", 1},
                 {"1E+5", 4}, {"1.0e-07,", 7}, {".5", 0},    {"-0.00", 5}, {"+1", 0}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_int_equal(naive_number_bytes(str(CASES[i].text)), CASES[i].bytes);
}

TEST(numbers_are_compared_by_their_value) {
    static const char *const ORDER[] = {"-1e30", "-123.5", "-123", "-0.5", "0",   "1e-40", "0.05",
                                        "0.5",   "1",      "1.5",  "2",    "9e1", "91",    "1e30"};
    size_t count = sizeof ORDER / sizeof *ORDER;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++) {
            struct naive_number a;
            struct naive_number b;
            assert_true(naive_number_split(str(ORDER[i]), &a));
            assert_true(naive_number_split(str(ORDER[j]), &b));
            int order = naive_number_compare(&a, &b);
            assert_int_equal((order > 0) - (order < 0), (i > j) - (i < j));
        }
    struct naive_number a;
    struct naive_number b;
    assert_true(naive_number_split(str("150e-2"), &a));
    assert_true(naive_number_split(str("1.50"), &b));
    assert_int_equal(naive_number_compare(&a, &b), 0);
    assert_false(naive_number_is_whole(&a));
    naive_number_of(INT64_MIN, &a);
    assert_true(naive_number_split(str("-9.223372036854775808e18"), &b));
    assert_int_equal(naive_number_compare(&a, &b), 0);
    assert_true(naive_number_is_whole(&b));
    assert_false(naive_number_split(str("1e99999999999999999"), &a));
}

static void assert_moment(enum naive_verdict verdict, struct anvil_timestamp found, int64_t seconds,
                          int32_t nanoseconds) {
    assert_int_equal(verdict, NAIVE_MOMENT);
    assert_int_equal(found.seconds, seconds);
    assert_int_equal(found.nanoseconds, nanoseconds);
}

TEST(moments_are_what_the_calendar_says) {
    struct anvil_timestamp found = {0, 0, false};
    assert_moment(naive_epoch_seconds(str("946845296.123"), &found), found, 946845296, 123000000);
    assert_moment(naive_epoch_seconds(str("-0.5"), &found), found, -1, 500000000);
    assert_moment(naive_epoch_seconds(str("-1e-10"), &found), found, -1, 999999999);
    assert_moment(naive_epoch_seconds(str("12345e-4"), &found), found, 1, 234500000);
    assert_int_equal(naive_epoch_seconds(str("1e16"), &found), NAIVE_OUT_OF_TIME);
    assert_moment(naive_date_time(str("2000-01-02T20:34:56.123Z"), false, &found), found, 946845296,
                  123000000);
    assert_moment(naive_date_time(str("1969-12-31t23:59:59z"), false, &found), found, -1, 0);
    assert_moment(naive_date_time(str("2000-01-01T00:00:00+01:30"), true, &found), found,
                  946684800 - 5400, 0);
    assert_int_equal(naive_date_time(str("2000-01-01T00:00:00+01:30"), false, &found),
                     NAIVE_NO_MOMENT);
    assert_int_equal(naive_date_time(str("2001-02-29T00:00:00Z"), false, &found), NAIVE_NO_MOMENT);
    assert_int_equal(naive_date_time(str("0000-12-31T23:59:59Z"), false, &found),
                     NAIVE_OUT_OF_TIME);
    assert_moment(naive_http_date(str("Sun, 02 Jan 2000 20:34:56 GMT"), false, &found), found,
                  946845296, 0);
    assert_moment(naive_http_date(str("Sun, 02 Jan 2000 20:34:56.5 GMT"), true, &found), found,
                  946845296, 500000000);
    assert_int_equal(naive_http_date(str("Sun, 02 Jan 2000 20:34:56.5 GMT"), false, &found),
                     NAIVE_NO_MOMENT);
    assert_int_equal(naive_http_date(str("Dec, 02 Jan 2000 20:34:56 GMT"), false, &found),
                     NAIVE_NO_MOMENT);
}

/* Any rule that takes pools and nothing besides resources. */
static const struct anvil_identity_rule *pool_rule(void) {
    for (size_t i = 0; i < model_rule_count(); i++) {
        const struct anvil_identity_rule *rule = model_rule(i);
        for (size_t j = 0; j < rule->table->count; j++)
            if (anvil_str_equal(rule->table->resources[j].type, str("pool")) &&
                rule->accepts == UINT64_C(1) << j && rule->other == NULL && rule->forms == 3)
                return rule;
    }
    fail_msg("no member takes pools only");
    return NULL;
}

/* [R-100] */
TEST(identities_are_judged_by_the_rules) {
    static const struct {
        const char *text;
        enum anvil_identity_verdict verdict;
    } CASES[] = {
        {"pool-0123", ANVIL_IDENTITY_OK},
        {"pool-", ANVIL_IDENTITY_UNKNOWN},
        {"phone-0123", ANVIL_IDENTITY_WRONG_TYPE},
        {"EXAMPLECO", ANVIL_IDENTITY_UNKNOWN},
        {"pool/x", ANVIL_IDENTITY_INVALID_ARN},
        {"a b", ANVIL_IDENTITY_CONSTRAINT},
        {"arn:aws:sms-voice:eu-central-1:123456789012:pool/pool-1", ANVIL_IDENTITY_OK},
        {"arn:aws-x:sms-voice:eu-central-1:123456789012:pool/pool-1", ANVIL_IDENTITY_OK},
        {"arn:aws-:sms-voice:eu-central-1:123456789012:pool/pool-1", ANVIL_IDENTITY_INVALID_ARN},
        {"arn:aws:sms-voice:eu-central-1:12345678901:pool/pool-1", ANVIL_IDENTITY_INVALID_ARN},
        {"arn:aws:sms-voice:eu-central-1:123456789012:phone-number/p-1", ANVIL_IDENTITY_WRONG_TYPE},
        {"arn:aws:sns:eu-central-1:123456789012:topic", ANVIL_IDENTITY_INVALID_ARN},
    };
    const struct anvil_identity_rule *rule = pool_rule();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (naive_identity(rule, str(CASES[i].text)) != CASES[i].verdict)
            fail_msg("%s: %s", CASES[i].text,
                     anvil_identity_verdict_name(naive_identity(rule, str(CASES[i].text))));
    assert_false(naive_identity_can_judge(str("caf\xC3\xA9")));
    assert_false(naive_identity_can_judge(anvil_str_of("a\0b", 3)));
}

TEST(arns_have_six_parts) {
    struct anvil_str parts[6];
    assert_true(naive_arn_parts(str("arn:a::b:c:d:e/f"), parts));
    assert_int_equal(parts[2].len, 0);
    assert_true(anvil_str_equal(parts[5], str("d:e/f")));
    assert_false(naive_arn_parts(str("arn:a:b:c:d"), parts));
    assert_false(naive_arn_parts(str("arx:a:b:c:d:e"), parts));
    assert_true(naive_arn_parts(str("arn:::::"), parts));
}
