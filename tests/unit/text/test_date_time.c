/* SPDX-License-Identifier: Apache-2.0 */
/* RFC 3339: its examples, what is near it and not it, and the C library's calendar. */
#define _DEFAULT_SOURCE
#include "test.h"
#include "text/timestamp_assert.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* */
TEST(date_times_in_utc_are_read) {
    assert_instant(FORM_DATE_TIME, "1970-01-01T00:00:00Z", 0, 0);
    assert_instant(FORM_DATE_TIME, "2000-01-02T20:34:56Z", 946845296, 0);
    assert_instant(FORM_DATE_TIME, "2000-01-02T20:34:56.123Z", 946845296, 123000000);
    assert_instant(FORM_DATE_TIME, "2000-01-02t20:34:56.000000001z", 946845296, 1);
    assert_instant(FORM_DATE_TIME, "1985-04-12T23:20:50.52Z", 482196050, 520000000);
    assert_instant(FORM_DATE_TIME, "1969-12-31T23:59:59.75Z", -1, 750000000);
    assert_instant(FORM_DATE_TIME, "2000-02-29T00:00:00Z", 951782400, 0);
    assert_instant(FORM_DATE_TIME, "0001-01-01T00:00:00Z", ANVIL_TIMESTAMP_SECONDS_MIN, 0);
    assert_instant(FORM_DATE_TIME, "9999-12-31T23:59:59.999999999Z", ANVIL_TIMESTAMP_SECONDS_MAX,
                   999999999);
}

/* */
TEST(digits_beyond_nanoseconds_are_dropped) {
    assert_instant(FORM_DATE_TIME, "2000-01-02T20:34:56.1234567899Z", 946845296, 123456789);
    assert_instant(FORM_DATE_TIME, "1969-12-31T23:59:59.9999999999999999999Z", -1, 999999999);
    assert_instant(FORM_DATE_TIME, "9999-12-31T23:59:59.99999999999Z", ANVIL_TIMESTAMP_SECONDS_MAX,
                   999999999);
}

/* */
TEST(offsets_lead_to_utc_where_they_are_taken) {
    assert_instant(FORM_DATE_TIME_OFFSET, "2000-01-02T20:34:56Z", 946845296, 0);
    assert_instant(FORM_DATE_TIME_OFFSET, "2019-12-16T22:48:18-01:00", 1576540098, 0);
    assert_instant(FORM_DATE_TIME_OFFSET, "2019-12-17T00:48:18+01:00", 1576540098, 0);
    assert_instant(FORM_DATE_TIME_OFFSET, "1996-12-19T16:39:57.5-08:00", 851042397, 500000000);
    assert_instant(FORM_DATE_TIME_OFFSET, "1970-01-01T00:00:00+23:59", -86340, 0);
    assert_instant(FORM_DATE_TIME_OFFSET, "1970-01-01T00:00:00-23:59", 86340, 0);
    assert_instant(FORM_DATE_TIME_OFFSET, "1970-01-01T00:00:00+00:00", 0, 0);
    assert_instant(FORM_DATE_TIME_OFFSET, "1970-01-01T00:00:00-00:00", 0, 0);
    assert_bad(FORM_DATE_TIME, "2019-12-16T22:48:18-01:00", 19);
    assert_bad(FORM_DATE_TIME, "2019-12-16T22:48:18+00:00", 19);
    assert_bad(FORM_DATE_TIME_OFFSET, "2019-12-16T22:48:18+24:00", 20);
    assert_bad(FORM_DATE_TIME_OFFSET, "2019-12-16T22:48:18+01:60", 23);
    assert_bad(FORM_DATE_TIME_OFFSET, "2019-12-16T22:48:18+01", 22);
    assert_bad(FORM_DATE_TIME_OFFSET, "2019-12-16T22:48:18+0100", 22);
    assert_bad(FORM_DATE_TIME_OFFSET, "2019-12-16T22:48:18+1:00", 21);
    assert_bad(FORM_DATE_TIME_OFFSET, "2019-12-16T22:48:18+01:00Z", 25);
    assert_bad(FORM_DATE_TIME_OFFSET, "2019-12-16T22:48:18", 19);
}

/* Other forms of ISO 8601, and other texts. */
TEST(only_rfc_3339_is_read) {
    assert_bad(FORM_DATE_TIME_OFFSET, "", 0);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16:39:57+00", 22);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16:39:57", 19);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T163957", 13);
    assert_bad(FORM_DATE_TIME_OFFSET, "19961219T163957Z", 4);
    assert_bad(FORM_DATE_TIME_OFFSET, "19961219T16:39:57Z", 4);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16:39Z", 16);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16Z", 13);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16", 13);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19", 10);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19 16:39:57Z", 10);
    assert_bad(FORM_DATE_TIME_OFFSET, "2011-12-03T10:15:30+01:00[Europe/Paris]", 25);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16:39:57,5Z", 19);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16:39:57.Z", 20);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16:39:57.5", 21);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16:39:57.5e1Z", 21);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-12-19T16:39:57Z ", 20);
    assert_bad(FORM_DATE_TIME_OFFSET, " 1996-12-19T16:39:57Z", 0);
    assert_bad(FORM_DATE_TIME_OFFSET, "+1996-12-19T16:39:57Z", 0);
    assert_bad(FORM_DATE_TIME_OFFSET, "-1996-12-19T16:39:57Z", 0);
    assert_bad(FORM_DATE_TIME_OFFSET, "12345-12-19T16:39:57Z", 4);
    assert_bad(FORM_DATE_TIME_OFFSET, "1996-1-19T16:39:57Z", 6);
    assert_bad(FORM_DATE_TIME_OFFSET, "1515531081.1234", 4);
    assert_bad(FORM_DATE_TIME_OFFSET, "Tue, 29 Apr 2014 18:30:38 GMT", 0);
}

/* */
TEST(what_calendar_and_clock_do_not_have_is_refused) {
    assert_bad(FORM_DATE_TIME, "2000-00-10T00:00:00Z", 5);
    assert_bad(FORM_DATE_TIME, "2000-13-10T00:00:00Z", 5);
    assert_bad(FORM_DATE_TIME, "2000-01-00T00:00:00Z", 8);
    assert_bad(FORM_DATE_TIME, "2000-01-32T00:00:00Z", 8);
    assert_bad(FORM_DATE_TIME, "2000-02-30T00:00:00Z", 8);
    assert_bad(FORM_DATE_TIME, "1900-02-29T00:00:00Z", 8);
    assert_bad(FORM_DATE_TIME, "2001-02-29T00:00:00Z", 8);
    assert_bad(FORM_DATE_TIME, "2001-04-31T00:00:00Z", 8);
    assert_bad(FORM_DATE_TIME, "2000-01-01T24:00:00Z", 11);
    assert_bad(FORM_DATE_TIME, "2000-01-01T00:60:00Z", 14);
    assert_bad(FORM_DATE_TIME, "2000-01-01T00:00:60Z", 17);
    assert_bad(FORM_DATE_TIME, "1990-12-31T23:59:60Z", 17);
}

/* */
TEST(the_years_1_to_9999_are_taken_in_utc) {
    assert_out_of_range(FORM_DATE_TIME, "0000-12-31T23:59:59.999999999Z");
    assert_out_of_range(FORM_DATE_TIME, "0000-01-01T00:00:00Z");
    assert_out_of_range(FORM_DATE_TIME_OFFSET, "0001-01-01T00:00:00+00:01");
    assert_out_of_range(FORM_DATE_TIME_OFFSET, "9999-12-31T23:59:59-00:01");
    assert_instant(FORM_DATE_TIME_OFFSET, "0000-12-31T23:59:00-00:01", ANVIL_TIMESTAMP_SECONDS_MIN,
                   0);
    assert_instant(FORM_DATE_TIME_OFFSET, "9999-12-31T23:59:59+00:01",
                   ANVIL_TIMESTAMP_SECONDS_MAX - 60, 0);
}

/* */
TEST(date_times_are_written_in_utc) {
    struct anvil_timestamp value = {946845296, 0, true};
    assert_written(FORM_DATE_TIME, value, ANVIL_PRECISION_NANOSECONDS, "2000-01-02T20:34:56Z");
    value.nanoseconds = 120000000;
    assert_written(FORM_DATE_TIME, value, ANVIL_PRECISION_NANOSECONDS, "2000-01-02T20:34:56.12Z");
    value.nanoseconds = 123456789;
    assert_written(FORM_DATE_TIME, value, ANVIL_PRECISION_NANOSECONDS,
                   "2000-01-02T20:34:56.123456789Z");
    assert_written(FORM_DATE_TIME, value, ANVIL_PRECISION_MILLISECONDS, "2000-01-02T20:34:56.123Z");
    assert_written(FORM_DATE_TIME, value, ANVIL_PRECISION_SECONDS, "2000-01-02T20:34:56Z");
    struct anvil_timestamp before = {-1, 999999999, true};
    assert_written(FORM_DATE_TIME, before, ANVIL_PRECISION_MILLISECONDS,
                   "1969-12-31T23:59:59.999Z");
    struct anvil_timestamp first = {ANVIL_TIMESTAMP_SECONDS_MIN, 0, true};
    assert_written(FORM_DATE_TIME, first, ANVIL_PRECISION_NANOSECONDS, "0001-01-01T00:00:00Z");
    struct anvil_timestamp last = {ANVIL_TIMESTAMP_SECONDS_MAX, 999999999, true};
    assert_written(FORM_DATE_TIME, last, ANVIL_PRECISION_NANOSECONDS,
                   "9999-12-31T23:59:59.999999999Z");
}

/* */
TEST(random_instants_agree_with_the_c_library) {
    struct pseudo_random random = {17};
    for (size_t round = 0; round < test_rounds(200000); round++) {
        struct anvil_timestamp value = random_instant(&random);
        struct anvil_timestamp back = {0, 0, true};
        char text[ANVIL_DATE_TIME_TEXT_MAX];
        char expected[128];
        size_t offset = 0;
        struct tm parts;
        time_t seconds = (time_t)value.seconds;
        assert_non_null(gmtime_r(&seconds, &parts));
        snprintf(expected, sizeof expected, "%04d-%02d-%02dT%02d:%02d:%02d", parts.tm_year + 1900,
                 parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
        size_t bytes = anvil_date_time_write(value, ANVIL_PRECISION_NANOSECONDS, text);
        const unsigned char *begin = (const unsigned char *)text;
        assert_in_range(bytes, 20, sizeof text);
        assert_memory_equal(text, expected, 19);
        assert_int_equal(anvil_date_time_read(begin, begin + bytes, false, &back, &offset),
                         ANVIL_OK);
        assert_true(back.seconds == value.seconds && back.nanoseconds == value.nanoseconds);
    }
}

/* */
TEST(random_offsets_are_taken_off) {
    struct pseudo_random random = {18};
    for (size_t round = 0; round < test_rounds(50000); round++) {
        struct anvil_timestamp value = random_instant(&random);
        bool is_west = random_below(&random, 2) == 0;
        unsigned away = (unsigned)random_below(&random, 1440);
        char text[64];
        size_t bytes = anvil_date_time_write(value, ANVIL_PRECISION_NANOSECONDS, text) - 1;
        snprintf(text + bytes, sizeof text - bytes, "%c%02u:%02u", is_west ? '-' : '+', away / 60,
                 away % 60);
        int64_t expected = value.seconds + (is_west ? 60 : -60) * (int64_t)away;
        if (expected < ANVIL_TIMESTAMP_SECONDS_MIN || expected > ANVIL_TIMESTAMP_SECONDS_MAX)
            continue;
        const unsigned char *begin = (const unsigned char *)text;
        size_t offset = 0;
        struct anvil_timestamp found = {0, 0, true};
        assert_int_equal(anvil_date_time_read(begin, begin + strlen(text), true, &found, &offset),
                         ANVIL_OK);
        assert_true(found.seconds == expected && found.nanoseconds == value.nanoseconds);
    }
}

/* [I-01] */
TEST(no_beginning_of_a_date_time_is_one) {
    check_beginnings(FORM_DATE_TIME, "2000-01-02T20:34:56.123456789012Z", false);
    check_beginnings(FORM_DATE_TIME_OFFSET, "2000-01-02T20:34:56+01:00", false);
}

/* Any one byte changed: the text is refused there, or is the date that it now says.
 */
TEST(single_corruptions_are_found_where_they_are) {
    static const char TEXT[] = "2004-05-06T07:08:09.010Z";
    for (size_t at = 0; at < sizeof TEXT - 1; at++)
        for (int byte = 0; byte < 256; byte++) {
            char text[sizeof TEXT];
            memcpy(text, TEXT, sizeof TEXT);
            text[at] = (char)byte;
            const unsigned char *begin = (const unsigned char *)text;
            struct anvil_timestamp value;
            size_t offset = sizeof TEXT;
            enum anvil_status status =
                anvil_date_time_read(begin, begin + sizeof TEXT - 1, false, &value, &offset);
            bool was_digit = TEXT[at] >= '0' && TEXT[at] <= '9';
            bool is_digit = byte >= '0' && byte <= '9';
            bool is_same = byte == TEXT[at] || (TEXT[at] >= 'A' && byte == (TEXT[at] | 0x20));
            /* Behind the seconds, or a digit of their fraction, the text may end; and the fraction
             * may go on where the text should end. */
            bool ends = (byte | 0x20) == 'z' && (at == 19 || at == 21 || at == 22);
            ends |= is_digit && at == 23;
            bool may_stand = was_digit ? is_digit : is_same;
            if (status == ANVIL_OK)
                assert_true(may_stand);
            else if (!may_stand)
                assert_int_equal(offset, ends ? at + 1 : at);
            else
                assert_true(was_digit && offset <= at && at - offset < 4);
        }
}
