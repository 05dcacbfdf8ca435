/* SPDX-License-Identifier: Apache-2.0 */
/* Splitting ARNs of any service. */
#include "guard_page.h"
#include "identity_assert.h"
#include "identity_vectors.h"
#include "test.h"

static void assert_part_is(struct anvil_str part, const char *wanted) {
    assert_true(anvil_str_equal(part, wanted == NULL ? anvil_str_of(NULL, 0) : text_of(wanted)));
}

static void assert_no_parts(const struct anvil_arn *arn) {
    static const struct anvil_arn NO_ARN = {0};
    assert_memory_equal(arn, &NO_ARN, sizeof NO_ARN);
}

TEST(splits_an_arn_into_its_parts) {
    static const struct {
        const char *text, *partition, *service, *region, *account, *resource, *type, *id;
    } cases[] = {
        {OWNER "pool/pool-7", "aws", "sms-voice", "eu-west-1", "444455556666", "pool/pool-7",
         "pool", "pool-7"},
        {OWNER "sender-id/SHOP/FR", "aws", "sms-voice", "eu-west-1", "444455556666",
         "sender-id/SHOP/FR", "sender-id", "SHOP/FR"},
        {"arn:aws:s3:::bricks/red/1", "aws", "s3", "", "", "bricks/red/1", "bricks", "red/1"},
        {"arn:aws-cn:sns:cn-north-1:444455556666:alarm:7", "aws-cn", "sns", "cn-north-1",
         "444455556666", "alarm:7", NULL, NULL},
        {"arn:aws:logs:eu-west-1:444455556666:log-group:/kiln/x:*", "aws", "logs", "eu-west-1",
         "444455556666", "log-group:/kiln/x:*", "log-group:", "kiln/x:*"},
        {"arn:aws:iam::444455556666:/", "aws", "iam", "", "444455556666", "/", "", ""},
        {"arn:::::", "", "", "", "", "", NULL, NULL},
        {"arn::::::", "", "", "", "", ":", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct anvil_arn arn;
        struct anvil_str text = text_of(cases[i].text);
        assert_int_equal(anvil_arn_parse(text, &arn), ANVIL_OK);
        assert_part_is(arn.partition, cases[i].partition);
        assert_part_is(arn.service, cases[i].service);
        assert_part_is(arn.region, cases[i].region);
        assert_part_is(arn.account, cases[i].account);
        assert_part_is(arn.resource, cases[i].resource);
        assert_part_is(arn.type, cases[i].type);
        assert_part_is(arn.id, cases[i].id);
        assert_part_is(arn.country, NULL);
        assert_arn_covers(&arn, text);
    }
}

TEST(refuses_what_is_no_arn) {
    static const char *const cases[] = {
        "",          "a",
        "arn",       "arn:",
        "arn::::",   "ARN:::::",
        "Arn:::::",  "xarn:::::",
        " arn:::::", "arn/:::::",
        "arn :::::", ":arn::::",
        "urn:::::",  "arn:aws:sms-voice:eu-west-1:444455556666",
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct anvil_arn arn;
        memset(&arn, 0xFF, sizeof arn);
        assert_int_equal(anvil_arn_parse(text_of(cases[i]), &arn), ANVIL_E_IDENTITY);
        assert_no_parts(&arn);
    }
}

TEST(absent_text_is_no_arn) {
    struct anvil_arn arn;
    memset(&arn, 0xFF, sizeof arn);
    assert_int_equal(anvil_arn_parse(anvil_str_of(NULL, 0), &arn), ANVIL_E_IDENTITY);
    assert_no_parts(&arn);
}

TEST(every_truncation_is_an_arn_from_the_fifth_colon_on) {
    static const char WHOLE[] = OWNER "sender-id/SHOP/FR";
    const size_t whole = sizeof WHOLE - 1, owner = sizeof OWNER - 1;
    struct guard_page page = guard_page_of(WHOLE, whole);
    for (size_t len = whole + 1; len-- > 0;) {
        struct anvil_arn arn;
        guard_page_put(&page, WHOLE, len);
        struct anvil_str text = anvil_str_of(page.ptr, len);
        enum anvil_status wanted = len >= owner ? ANVIL_OK : ANVIL_E_IDENTITY;
        assert_int_equal(anvil_arn_parse(text, &arn), wanted);
        if (wanted != ANVIL_OK) {
            assert_no_parts(&arn);
            continue;
        }
        assert_int_equal(arn.resource.len, len - owner);
        assert_int_equal(arn.type.ptr != NULL, len >= owner + sizeof "sender-id");
        if (arn.type.ptr != NULL)
            assert_ptr_equal(arn.id.ptr + arn.id.len, text.ptr + len);
    }
    guard_page_free(&page);
}

TEST(reads_nothing_in_front_of_the_text) {
    static const char WHOLE[] = OWNER "pool/pool-7";
    struct guard_page page = guard_page_after(WHOLE, sizeof WHOLE - 1);
    struct anvil_arn arn;
    assert_int_equal(anvil_arn_parse(anvil_str_of(page.ptr, page.len), &arn), ANVIL_OK);
    assert_arn_covers(&arn, anvil_str_of(page.ptr, page.len));
    guard_page_free(&page);
}

TEST(any_byte_is_kept_in_any_part) {
    static const char TEMPLATE[] = "arn:p.:s.:r.:a.:t./i.";
    const size_t bytes = sizeof TEMPLATE - 1;
    for (size_t at = 5; at < bytes; at++) {
        if (TEMPLATE[at] != '.')
            continue;
        for (int byte = 0; byte < 256; byte++) {
            char copy[sizeof TEMPLATE];
            memcpy(copy, TEMPLATE, sizeof copy);
            copy[at] = (char)byte;
            struct anvil_arn arn;
            assert_int_equal(anvil_arn_parse(anvil_str_of(copy, bytes), &arn), ANVIL_OK);
            assert_arn_covers(&arn, anvil_str_of(copy, bytes));
            assert_int_equal(arn.partition.len, byte == ':' && at == 5 ? 1 : 2);
        }
    }
}
