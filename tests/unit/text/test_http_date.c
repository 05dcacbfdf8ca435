/* SPDX-License-Identifier: Apache-2.0 */
/* IMF-fixdate: to the letter, and nothing older. */
#define _DEFAULT_SOURCE
#include "test.h"
#include "text/timestamp_assert.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* */
TEST(http_dates_are_read) {
    assert_instant(FORM_HTTP_DATE, "Sun, 02 Jan 2000 20:34:56 GMT", 946845296, 0);
    assert_instant(FORM_HTTP_DATE, "Tue, 29 Apr 2014 18:30:38 GMT", 1398796238, 0);
    assert_instant(FORM_HTTP_DATE, "Thu, 01 Jan 1970 00:00:00 GMT", 0, 0);
    assert_instant(FORM_HTTP_DATE, "Mon, 01 Jan 0001 00:00:00 GMT", ANVIL_TIMESTAMP_SECONDS_MIN, 0);
    assert_instant(FORM_HTTP_DATE, "Fri, 31 Dec 9999 23:59:59 GMT", ANVIL_TIMESTAMP_SECONDS_MAX, 0);
    /* It was a Sunday. */
    assert_instant(FORM_HTTP_DATE, "Sat, 02 Jan 2000 20:34:56 GMT", 946845296, 0);
}

/* */
TEST(a_fraction_is_read_where_it_is_taken) {
    assert_instant(FORM_HTTP_DATE_FRACTION, "Sun, 02 Jan 2000 20:34:56 GMT", 946845296, 0);
    assert_instant(FORM_HTTP_DATE_FRACTION, "Sun, 02 Jan 2000 20:34:56.456 GMT", 946845296,
                   456000000);
    assert_instant(FORM_HTTP_DATE_FRACTION, "Sun, 02 Jan 2000 20:34:56.4 GMT", 946845296,
                   400000000);
    assert_bad(FORM_HTTP_DATE_FRACTION, "Sun, 02 Jan 2000 20:34:56.4567 GMT", 29);
    assert_bad(FORM_HTTP_DATE_FRACTION, "Sun, 02 Jan 2000 20:34:56. GMT", 26);
    assert_bad(FORM_HTTP_DATE, "Sun, 02 Jan 2000 20:34:56.456 GMT", 25);
}

/* */
TEST(only_imf_fixdate_is_read) {
    assert_bad(FORM_HTTP_DATE, "", 0);
    assert_bad(FORM_HTTP_DATE, "Sunday, 06-Nov-94 08:49:37 GMT", 3);
    assert_bad(FORM_HTTP_DATE, "Sun Nov  6 08:49:37 1994", 3);
    assert_bad(FORM_HTTP_DATE, "Sun, 06-Nov-1994 08:49:37 GMT", 7);
    assert_bad(FORM_HTTP_DATE, "Sun, 6 Nov 1994 08:49:37 GMT", 6);
    assert_bad(FORM_HTTP_DATE, "sun, 06 Nov 1994 08:49:37 GMT", 0);
    assert_bad(FORM_HTTP_DATE, "Sun, 06 nov 1994 08:49:37 GMT", 8);
    assert_bad(FORM_HTTP_DATE, "Sun, 06 Nov 94 08:49:37 GMT", 14);
    assert_bad(FORM_HTTP_DATE, "Sun, 06 Nov 1994 08:49:37 UTC", 26);
    assert_bad(FORM_HTTP_DATE, "Sun, 06 Nov 1994 08:49:37 +0000", 26);
    assert_bad(FORM_HTTP_DATE, "Sun, 06 Nov 1994 08:49:37 GMT ", 29);
    assert_bad(FORM_HTTP_DATE, "1985-04-12T23:20:50.52Z", 0);
    assert_bad(FORM_HTTP_DATE, "1515531081.1234", 0);
}

/* */
TEST(what_calendar_and_clock_do_not_have_is_refused) {
    assert_bad(FORM_HTTP_DATE, "Sun, 00 Jan 2000 20:34:56 GMT", 5);
    assert_bad(FORM_HTTP_DATE, "Sun, 32 Jan 2000 20:34:56 GMT", 5);
    assert_bad(FORM_HTTP_DATE, "Sun, 30 Feb 2000 20:34:56 GMT", 5);
    assert_bad(FORM_HTTP_DATE, "Sun, 29 Feb 1900 20:34:56 GMT", 5);
    assert_bad(FORM_HTTP_DATE, "Sun, 31 Jun 2000 20:34:56 GMT", 5);
    assert_bad(FORM_HTTP_DATE, "Sun, 02 Jan 2000 24:00:00 GMT", 17);
    assert_bad(FORM_HTTP_DATE, "Sun, 02 Jan 2000 23:60:00 GMT", 20);
    assert_bad(FORM_HTTP_DATE, "Sat, 31 Dec 2016 23:59:60 GMT", 23);
    assert_out_of_range(FORM_HTTP_DATE, "Fri, 31 Dec 0000 23:59:59 GMT");
}

/* */
TEST(http_dates_are_written_without_fraction) {
    struct anvil_timestamp value = {946845296, 999999999, true};
    assert_written(FORM_HTTP_DATE, value, ANVIL_PRECISION_NANOSECONDS,
                   "Sun, 02 Jan 2000 20:34:56 GMT");
    struct anvil_timestamp before = {-1, 999999999, true};
    assert_written(FORM_HTTP_DATE, before, ANVIL_PRECISION_NANOSECONDS,
                   "Wed, 31 Dec 1969 23:59:59 GMT");
    struct anvil_timestamp first = {ANVIL_TIMESTAMP_SECONDS_MIN, 0, true};
    assert_written(FORM_HTTP_DATE, first, ANVIL_PRECISION_NANOSECONDS,
                   "Mon, 01 Jan 0001 00:00:00 GMT");
}

/* */
TEST(random_instants_agree_with_the_c_library) {
    struct pseudo_random random = {19};
    for (size_t round = 0; round < test_rounds(200000); round++) {
        struct anvil_timestamp value = random_instant(&random);
        struct anvil_timestamp back = {0, 0, true};
        char text[ANVIL_HTTP_DATE_TEXT_MAX];
        char expected[128];
        size_t offset = 0;
        struct tm parts;
        time_t seconds = (time_t)value.seconds;
        assert_non_null(gmtime_r(&seconds, &parts));
        strftime(expected, sizeof expected, "%a, %d %b ", &parts);
        snprintf(expected + 12, sizeof expected - 12, "%04d %02d:%02d:%02d GMT",
                 parts.tm_year + 1900, parts.tm_hour, parts.tm_min, parts.tm_sec);
        assert_int_equal(anvil_http_date_write(value, text), sizeof text);
        assert_memory_equal(text, expected, sizeof text);
        const unsigned char *begin = (const unsigned char *)text;
        assert_int_equal(anvil_http_date_read(begin, begin + sizeof text, false, &back, &offset),
                         ANVIL_OK);
        assert_true(back.seconds == value.seconds && back.nanoseconds == 0);
    }
}

/* [I-01] */
TEST(no_beginning_of_an_http_date_is_one) {
    check_beginnings(FORM_HTTP_DATE, "Sun, 02 Jan 2000 20:34:56 GMT", false);
    check_beginnings(FORM_HTTP_DATE_FRACTION, "Sun, 02 Jan 2000 20:34:56.456 GMT", false);
}
