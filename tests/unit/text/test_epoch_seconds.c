/* SPDX-License-Identifier: Apache-2.0 */
/* Epoch seconds: exact from the text, in every way to write a number. */
#include "test.h"
#include "text/timestamp_assert.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* */
TEST(seconds_are_read_exactly_from_the_text) {
    assert_instant(FORM_EPOCH, "0", 0, 0);
    assert_instant(FORM_EPOCH, "-0", 0, 0);
    assert_instant(FORM_EPOCH, "946845296", 946845296, 0);
    assert_instant(FORM_EPOCH, "1515531081.123", 1515531081, 123000000);
    assert_instant(FORM_EPOCH, "1515531081.123456789", 1515531081, 123456789);
    assert_instant(FORM_EPOCH, "1.515531081123456789e9", 1515531081, 123456789);
    assert_instant(FORM_EPOCH, "1515531081123456789E-9", 1515531081, 123456789);
    assert_instant(FORM_EPOCH, "0.000000001e3", 0, 1000);
    assert_instant(FORM_EPOCH, "1e-9", 0, 1);
    assert_instant(FORM_EPOCH, "1e9", 1000000000, 0);
    assert_instant(FORM_EPOCH, "0e999999999999999999999999", 0, 0);
    assert_instant(FORM_EPOCH, "-1", -1, 0);
    assert_instant(FORM_EPOCH, "-0.25", -1, 750000000);
    assert_instant(FORM_EPOCH, "-1.75", -2, 250000000);
}

/* */
TEST(digits_beyond_nanoseconds_lead_to_the_instant_before) {
    assert_instant(FORM_EPOCH, "1.1234567899", 1, 123456789);
    assert_instant(FORM_EPOCH, "0.9999999999", 0, 999999999);
    assert_instant(FORM_EPOCH, "1e-10", 0, 0);
    assert_instant(FORM_EPOCH, "1e-99999999999999999999", 0, 0);
    assert_instant(FORM_EPOCH, "-1e-10", -1, 999999999);
    assert_instant(FORM_EPOCH, "-1e-99999999999999999999", -1, 999999999);
    assert_instant(FORM_EPOCH, "-0.0000000010", -1, 999999999);
    assert_instant(FORM_EPOCH, "-0.0000000011", -1, 999999998);
    assert_instant(FORM_EPOCH, "-0.9999999999", -1, 0);
    assert_instant(FORM_EPOCH, "-1.9999999990000000000000000000000001", -2, 0);
}

/* */
TEST(the_years_1_to_9999_are_taken) {
    assert_instant(FORM_EPOCH, "-62135596800", ANVIL_TIMESTAMP_SECONDS_MIN, 0);
    assert_instant(FORM_EPOCH, "-62135596799.9999999999999", ANVIL_TIMESTAMP_SECONDS_MIN, 0);
    assert_instant(FORM_EPOCH, "253402300799.999999999", ANVIL_TIMESTAMP_SECONDS_MAX, 999999999);
    assert_instant(FORM_EPOCH, "253402300799.9999999999999999", ANVIL_TIMESTAMP_SECONDS_MAX,
                   999999999);
    assert_out_of_range(FORM_EPOCH, "253402300800");
    assert_out_of_range(FORM_EPOCH, "-62135596801");
    assert_out_of_range(FORM_EPOCH, "-62135596800.000000001");
    assert_out_of_range(FORM_EPOCH, "-62135596800.00000000000000000001");
    assert_out_of_range(FORM_EPOCH, "999999999999");
    assert_out_of_range(FORM_EPOCH, "1000000000000");
    assert_out_of_range(FORM_EPOCH, "-1e12");
    assert_out_of_range(FORM_EPOCH, "1e99999999999999999999");
    assert_out_of_range(FORM_EPOCH, "9223372036854775808");
}

/* The reference: pads the digits of a token until nanoseconds are a whole number, and counts from
 * there with the C library. The exponent is below 100. */
static bool naive_read(const char *text, struct anvil_timestamp *value) {
    char digits[512];
    memset(digits, '0', sizeof digits);
    bool is_negative = *text == '-';
    const char *p = text + is_negative;
    size_t whole = strcspn(p, ".eE");
    size_t count = 100;
    for (; *p != '\0' && *p != 'e' && *p != 'E'; p++)
        if (*p != '.')
            digits[count++] = *p;
    size_t end = 100 + whole + (size_t)(*p != '\0' ? strtol(p + 1, NULL, 10) : 0) + 9;
    bool has_rest = false;
    for (size_t i = end; i < count; i++)
        has_rest |= digits[i] != '0';
    digits[end] = '\0';
    const char *first = digits + strspn(digits, "0");
    if (strlen(first) > 21)
        return false;
    long long nanoseconds = strtoll(digits + end - 9, NULL, 10);
    digits[end - 9] = '\0';
    long long seconds = strtoll(digits, NULL, 10);
    if (is_negative) {
        nanoseconds = -nanoseconds - has_rest;
        seconds = -seconds;
        if (nanoseconds < 0) {
            nanoseconds += 1000000000;
            seconds--;
        }
    }
    value->seconds = seconds;
    value->nanoseconds = (int32_t)nanoseconds;
    return seconds >= ANVIL_TIMESTAMP_SECONDS_MIN && seconds <= ANVIL_TIMESTAMP_SECONDS_MAX;
}

/* */
TEST(random_numbers_agree_with_moving_the_point) {
    struct pseudo_random random = {15};
    size_t taken = 0;
    size_t rounds = test_rounds(500000);
    for (size_t round = 0; round < rounds; round++) {
        char text[80];
        size_t bytes =
            random_number_token(&random, round % 2 == 0 ? 9 : 26, round % 3 == 0 ? 30 : 4, text);
        const unsigned char *begin = (const unsigned char *)text;
        struct anvil_timestamp expected = {0, 0, true};
        struct anvil_timestamp value = {0, 0, true};
        bool fits = naive_read(text, &expected);
        enum anvil_status status = anvil_epoch_seconds_read(begin, begin + bytes, &value);
        if (status != (fits ? ANVIL_OK : ANVIL_E_RANGE_OF_TYPE) ||
            (fits &&
             (value.seconds != expected.seconds || value.nanoseconds != expected.nanoseconds)))
            fail_msg("%s gives status %d, %lld and %d", text, (int)status, (long long)value.seconds,
                     (int)value.nanoseconds);
        taken += fits;
    }
    assert_true(taken > rounds / 4 && taken < rounds);
}

/* [R-189] [I-06] */
TEST(thousands_of_digits_are_read_as_epoch_seconds) {
    enum { ZEROS = 100000 };
    char *text = test_malloc(ZEROS + 64);
    memset(text, '0', ZEROS);
    text[0] = '5';
    strcpy(text + ZEROS, "e-99999");
    assert_instant(FORM_EPOCH, text, 5, 0);
    strcpy(text + ZEROS, "1e-99999");
    assert_instant(FORM_EPOCH, text, 50, 0);
    memcpy(text, "-0.", 3);
    strcpy(text + ZEROS, "15e99998");
    assert_instant(FORM_EPOCH, text, -2, 500000000);
    test_free(text);
}

/* */
TEST(epoch_seconds_are_written_without_needless_digits) {
    struct anvil_timestamp value = {946845296, 0, true};
    assert_written(FORM_EPOCH, value, ANVIL_PRECISION_NANOSECONDS, "946845296");
    value.nanoseconds = 123000000;
    assert_written(FORM_EPOCH, value, ANVIL_PRECISION_NANOSECONDS, "946845296.123");
    value.nanoseconds = 1;
    assert_written(FORM_EPOCH, value, ANVIL_PRECISION_NANOSECONDS, "946845296.000000001");
    assert_written(FORM_EPOCH, value, ANVIL_PRECISION_MILLISECONDS, "946845296");
    value.nanoseconds = 999999999;
    assert_written(FORM_EPOCH, value, ANVIL_PRECISION_MILLISECONDS, "946845296.999");
    assert_written(FORM_EPOCH, value, ANVIL_PRECISION_SECONDS, "946845296");
    struct anvil_timestamp before = {-1, 998500000, true};
    assert_written(FORM_EPOCH, before, ANVIL_PRECISION_NANOSECONDS, "-0.0015");
    assert_written(FORM_EPOCH, before, ANVIL_PRECISION_MILLISECONDS, "-0.002");
    assert_written(FORM_EPOCH, before, ANVIL_PRECISION_SECONDS, "-1");
    struct anvil_timestamp first = {ANVIL_TIMESTAMP_SECONDS_MIN, 1, true};
    assert_written(FORM_EPOCH, first, ANVIL_PRECISION_NANOSECONDS, "-62135596799.999999999");
    struct anvil_timestamp last = {ANVIL_TIMESTAMP_SECONDS_MAX, 999999999, true};
    assert_written(FORM_EPOCH, last, ANVIL_PRECISION_NANOSECONDS, "253402300799.999999999");
    struct anvil_timestamp epoch = {0, 0, true};
    assert_written(FORM_EPOCH, epoch, ANVIL_PRECISION_NANOSECONDS, "0");
}

/* */
TEST(random_instants_read_back_as_epoch_seconds) {
    struct pseudo_random random = {16};
    for (size_t round = 0; round < test_rounds(300000); round++) {
        struct anvil_timestamp value = random_instant(&random);
        struct anvil_timestamp back = {0, 0, true};
        char text[ANVIL_EPOCH_SECONDS_TEXT_MAX];
        size_t bytes = anvil_epoch_seconds_write(value, ANVIL_PRECISION_NANOSECONDS, text);
        const unsigned char *begin = (const unsigned char *)text;
        assert_in_range(bytes, 1, sizeof text);
        assert_int_equal(anvil_epoch_seconds_read(begin, begin + bytes, &back), ANVIL_OK);
        assert_true(back.seconds == value.seconds && back.nanoseconds == value.nanoseconds);
    }
}

/* [I-01] */
TEST(nothing_is_read_beyond_the_number) {
    check_beginnings(FORM_EPOCH, "-1515531081.123456789012345678901e-3", true);
    check_beginnings(FORM_EPOCH, "0.00000000000000012E+12", true);
}

/* */
TEST(validity_is_the_years_and_the_nanoseconds) {
    struct anvil_timestamp value = {ANVIL_TIMESTAMP_SECONDS_MIN, 0, true};
    assert_true(anvil_timestamp_is_valid(value));
    value.nanoseconds = -1;
    assert_false(anvil_timestamp_is_valid(value));
    value.nanoseconds = 1000000000;
    assert_false(anvil_timestamp_is_valid(value));
    value.nanoseconds = 999999999;
    assert_true(anvil_timestamp_is_valid(value));
    value.seconds--;
    assert_false(anvil_timestamp_is_valid(value));
    value.seconds = ANVIL_TIMESTAMP_SECONDS_MAX;
    assert_true(anvil_timestamp_is_valid(value));
    value.seconds++;
    assert_false(anvil_timestamp_is_valid(value));
}
