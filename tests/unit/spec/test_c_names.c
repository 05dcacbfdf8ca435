/* SPDX-License-Identifier: Apache-2.0 */
/* Names in C. */
#include "c_names.h"
#include "test.h"

static void assert_snake(const char *name, const char *want) {
    struct spec spec;
    spec_begin(&spec);
    assert_string_equal(spec_snake_case(&spec, name), want);
    spec_end(&spec);
}

TEST(a_new_word_begins_at_a_capital) {
    assert_snake("IsoCountryCode", "iso_country_code");
    assert_snake("message", "message");
    assert_snake("idName", "id_name");
    assert_snake("A", "a");
    assert_snake("", "");
}

TEST(a_run_of_capitals_is_one_word) {
    assert_snake("PinpointSMSVoiceV2", "pinpoint_sms_voice_v2");
    assert_snake("MCC", "mcc");
    assert_snake("MCCType", "mcc_type");
    assert_snake("ACCOUNT_DISABLED", "account_disabled");
}

TEST(digits_belong_to_the_word_before_them) {
    assert_snake("E164PhoneNumber", "e164_phone_number");
    assert_snake("TwoWayMediaS3BucketName", "two_way_media_s3_bucket_name");
}

TEST(what_c_cannot_spell_becomes_an_underscore) {
    assert_snake("phone-number", "phone_number");
    assert_snake("a b", "a_b");
}

TEST(constants_are_capitals) {
    struct spec spec;
    spec_begin(&spec);
    assert_string_equal(spec_upper_case(&spec, "phone-number"), "PHONE_NUMBER");
    assert_string_equal(spec_upper_case(&spec, "ALREADY_UPPER"), "ALREADY_UPPER");
    assert_string_equal(spec_upper_case(&spec, "camelCase"), "CAMEL_CASE");
    spec_end(&spec);
}

TEST(keywords_of_c_and_of_cplusplus_are_avoided) {
    static const struct {
        const char *name;
        const char *want;
    } cases[] = {
        {"Default", "default_"}, {"Int", "int_"},      {"Class", "class_"}, {"XorEq", "xor_eq_"},
        {"Classes", "classes"},  {"Defaul", "defaul"}, {"Eq", "eq"},        {"10DLC", "_10_dlc"},
    };
    struct spec spec;
    spec_begin(&spec);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(spec_member_c_name(&spec, cases[i].name), cases[i].want);
    spec_end(&spec);
}
