/* SPDX-License-Identifier: Apache-2.0 */
/* An identity next to the call that carries it. */
#include "identity_vectors.h"
#include "test.h"

#include <stdio.h>

static const struct anvil_identity_caller US = {ANVIL_STR("aws"), ANVIL_STR("eu-west-1"),
                                                ANVIL_STR("444455556666")};

static struct anvil_identity identify_origin(const char *text) {
    return anvil_identify(&identity_rules[FIELD_ORIGINATION_IDENTITY], text_of(text));
}

static enum anvil_identity_scope scope_of(const char *text) {
    struct anvil_identity found = identify_origin(text);
    return anvil_identity_scope_of(&found, &US);
}

static enum anvil_identity_country compare(const char *text, const char *country) {
    struct anvil_identity found = identify_origin(text);
    return anvil_identity_compare_country(&found, country == NULL ? anvil_str_of(NULL, 0)
                                                                  : text_of(country));
}

/* */
TEST(an_arn_tells_where_its_resource_lives) {
    static const struct {
        const char *owner;
        enum anvil_identity_scope scope;
    } cases[] = {
        {OWNER, ANVIL_SCOPE_OWN},
        {"arn:aws:sms-voice:eu-west-1:777788889999:", ANVIL_SCOPE_OTHER_ACCOUNT},
        {"arn:aws:sms-voice:eu-west-2:444455556666:", ANVIL_SCOPE_OTHER_REGION},
        {"arn:aws:sms-voice:eu-west-11:444455556666:", ANVIL_SCOPE_OTHER_REGION},
        {"arn:aws:sms-voice:eu-west:444455556666:", ANVIL_SCOPE_OTHER_REGION},
        {"arn:aws:sms-voice:us-east-1:777788889999:", ANVIL_SCOPE_OTHER_REGION},
        {"arn:aws-cn:sms-voice:eu-west-1:444455556666:", ANVIL_SCOPE_OTHER_PARTITION},
        {"arn:aws-cn:sms-voice:cn-north-1:777788889999:", ANVIL_SCOPE_OTHER_PARTITION},
    };
    static const char *const rests[] = {"phone-number/phone-7", "sender-id/SHOP/FR",
                                        "pool/pool-7" /* of the wrong type, and somewhere still */};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (size_t r = 0; r < sizeof rests / sizeof rests[0]; r++) {
            char text[128];
            snprintf(text, sizeof text, "%s%s", cases[i].owner, rests[r]);
            assert_int_equal(scope_of(text), cases[i].scope);
        }
}

/* */
TEST(a_bare_value_is_the_callers_own) {
    assert_int_equal(scope_of("phone-" HEX32), ANVIL_SCOPE_OWN);
    assert_int_equal(scope_of("ANVILSHOP"), ANVIL_SCOPE_OWN);
    assert_int_equal(scope_of("pool-" HEX32), ANVIL_SCOPE_OWN);
}

/* */
TEST(what_is_no_identity_lives_nowhere) {
    assert_int_equal(scope_of("phone-"), ANVIL_SCOPE_NONE);
    assert_int_equal(scope_of(OWNER "gadget/g"), ANVIL_SCOPE_NONE);
    assert_int_equal(scope_of("phone 7"), ANVIL_SCOPE_NONE);
}

/* */
TEST(what_the_caller_does_not_know_is_not_compared) {
    struct anvil_identity found =
        identify_origin("arn:aws-cn:sms-voice:cn-north-1:777788889999:phone-number/phone-7");
    struct anvil_identity_caller caller = US;
    assert_int_equal(anvil_identity_scope_of(&found, &caller), ANVIL_SCOPE_OTHER_PARTITION);
    caller.partition = anvil_str_of(NULL, 0);
    assert_int_equal(anvil_identity_scope_of(&found, &caller), ANVIL_SCOPE_OTHER_REGION);
    caller.region = anvil_str_of(NULL, 0);
    assert_int_equal(anvil_identity_scope_of(&found, &caller), ANVIL_SCOPE_OTHER_ACCOUNT);
    caller.account = anvil_str_of(NULL, 0);
    assert_int_equal(anvil_identity_scope_of(&found, &caller), ANVIL_SCOPE_OWN);
}

/* */
TEST(the_countries_of_arn_and_message_agree_or_do_not) {
    assert_int_equal(compare(OWNER "sender-id/SHOP/FR", "FR"), ANVIL_COUNTRY_SAME);
    assert_int_equal(compare(OWNER "sender-id/SHOP/FR", "GB"), ANVIL_COUNTRY_OTHER);
    assert_int_equal(compare(OWNER "sender-id/SHOP/FR", "fr"), ANVIL_COUNTRY_OTHER);
    assert_int_equal(compare(OWNER "sender-id/SHOP/FR", "F"), ANVIL_COUNTRY_OTHER);
    assert_int_equal(compare(OWNER "sender-id/SHOP/FR", "FRA"), ANVIL_COUNTRY_OTHER);
    assert_int_equal(compare(OWNER "sender-id/SHOP/FR", ""), ANVIL_COUNTRY_OTHER);
}

/* */
TEST(a_missing_country_is_not_compared) {
    assert_int_equal(compare(OWNER "sender-id/SHOP/FR", NULL), ANVIL_COUNTRY_NONE);
    assert_int_equal(compare("SHOP", "FR"), ANVIL_COUNTRY_NONE);
    assert_int_equal(compare(OWNER "phone-number/phone-7", "FR"), ANVIL_COUNTRY_NONE);
    assert_int_equal(compare("phone-" HEX32, "FR"), ANVIL_COUNTRY_NONE);
    assert_int_equal(compare(OWNER "sender-id/SHOP/fr", "FR"), ANVIL_COUNTRY_NONE);
}

/* */
TEST(only_a_bare_name_in_a_message_without_a_country_needs_one) {
    static const struct {
        enum identity_field field;
        const char *text;
        bool needs_country;
    } cases[] = {
        {FIELD_RESOURCE_ID, "SHOP", true},
        {FIELD_RESOURCE_ID, OWNER "sender-id/SHOP/FR", false},
        {FIELD_RESOURCE_ID, "phone-" HEX32, false},
        {FIELD_RESOURCE_ID, "registration-7", false},
        {FIELD_ORIGINATION_IDENTITY, "SHOP", false},
        {FIELD_REGISTRATION_ID, "registration-7", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct anvil_identity found =
            anvil_identify(&identity_rules[cases[i].field], text_of(cases[i].text));
        assert_int_equal(found.verdict, ANVIL_IDENTITY_OK);
        assert_int_equal((found.flags & ANVIL_IDENTITY_NEEDS_COUNTRY) != 0, cases[i].needs_country);
    }
}
