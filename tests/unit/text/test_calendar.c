/* SPDX-License-Identifier: Apache-2.0 */
/* The calendar: every day of ten thousand years, counted one by one and by the C library. */
#define _DEFAULT_SOURCE
#include "test.h"
#include "text/calendar.h"
#include "text/pseudo_random.h"

#include <stdbool.h>
#include <time.h>

/* The count begins with 0000-03-01, which is 719468 days before 1970-01-01. */
TEST(every_day_follows_the_day_before) {
    struct anvil_date date = {0, 3, 1};
    unsigned weekday = 3;
    for (int32_t days = -719468; date.year < 10000; days++) {
        struct anvil_date found = anvil_date_of_days(days);
        if (found.year != date.year || found.month != date.month || found.day != date.day ||
            anvil_days_of_date(date) != days || anvil_weekday_of_days(days) != weekday)
            fail_msg("%04u-%02u-%02u is not day %d", date.year, date.month, date.day, days);
        weekday = (weekday + 1) % 7;
        static const unsigned DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        bool has_leap_day =
            date.month == 2 && date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
        unsigned last = DAYS[date.month - 1] + has_leap_day;
        assert_int_equal(anvil_days_of_month(date.year, date.month), last);
        if (date.day++ == last) {
            date.day = 1;
            date.month++;
        }
        if (date.month == 13) {
            date.month = 1;
            date.year++;
        }
    }
}

/* January and February of the year 0 are there for offsets that lead to the year 1. */
TEST(the_year_zero_is_a_leap_year) {
    struct anvil_date last = {0, 2, 29};
    struct anvil_date first = {0, 1, 1};
    assert_int_equal(anvil_days_of_date(last), -719469);
    assert_int_equal(anvil_days_of_date(first), -719528);
    assert_int_equal(anvil_days_of_month(0, 2), 29);
}

static void check_with_the_c_library(int32_t days) {
    time_t seconds = (time_t)days * ANVIL_DAY_SECONDS;
    struct tm parts;
    assert_non_null(gmtime_r(&seconds, &parts));
    struct anvil_date date = anvil_date_of_days(days);
    assert_int_equal(date.year, parts.tm_year + 1900);
    assert_int_equal(date.month, parts.tm_mon + 1);
    assert_int_equal(date.day, parts.tm_mday);
    assert_int_equal(anvil_weekday_of_days(days), parts.tm_wday);
    assert_true(timegm(&parts) == (time_t)anvil_days_of_date(date) * ANVIL_DAY_SECONDS);
}

/* */
TEST(four_hundred_years_agree_with_the_c_library) {
    struct anvil_date first = {1801, 1, 1};
    int32_t from = anvil_days_of_date(first);
    for (int32_t days = from; days < from + 146097; days++)
        check_with_the_c_library(days);
}

/* */
TEST(random_days_agree_with_the_c_library) {
    struct pseudo_random random = {14};
    struct anvil_date first = {1, 1, 1};
    struct anvil_date last = {9999, 12, 31};
    int32_t from = anvil_days_of_date(first);
    uint64_t count = (uint64_t)(anvil_days_of_date(last) - from) + 1;
    for (size_t round = 0; round < test_rounds(200000); round++)
        check_with_the_c_library(from + (int32_t)random_below(&random, count));
}
