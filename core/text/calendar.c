/* SPDX-License-Identifier: Apache-2.0 */
/* Days and dates, by counting years from March: the leap day is then the last of its year, and the
 * lengths of the months are a straight line. The method is H. Hinnant's, "chrono-Compatible
 * Low-Level Date Algorithms". */
#include "text/calendar.h"

#include "base/port.h"
#include <stdbool.h>

ANVIL_COLD_FILE

/* 400 years, after which the calendar repeats; 4 years with a leap day; 100 years without the one
 * that begins the next century. */
enum { DAYS_OF_400_YEARS = 146097, DAYS_OF_4_YEARS = 1461, DAYS_OF_100_YEARS = 36524 };

/* From 0000-03-01 to 1970-01-01. */
enum { EPOCH_DAYS = 719468 };

/* From 1 March on, five months have 153 days. */
static unsigned days_before_month(unsigned months_from_march) {
    return (153 * months_from_march + 2) / 5;
}

static bool is_leap_year(unsigned year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

unsigned anvil_days_of_month(unsigned year, unsigned month) {
    if (month == 2)
        return is_leap_year(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int32_t anvil_days_of_date(struct anvil_date date) {
    /* One cycle later, so that January and February of the year 0 have a year to belong to. */
    unsigned year = date.year + 400 - (date.month <= 2);
    unsigned months_from_march = (date.month + 9) % 12;
    unsigned days = 365 * year + year / 4 - year / 100 + year / 400 +
                    days_before_month(months_from_march) + date.day - 1;
    return (int32_t)days - DAYS_OF_400_YEARS - EPOCH_DAYS;
}

struct anvil_date anvil_date_of_days(int32_t days) {
    unsigned from_march = (unsigned)(days + EPOCH_DAYS);
    unsigned cycle = from_march / DAYS_OF_400_YEARS;
    unsigned day_of_cycle = from_march % DAYS_OF_400_YEARS;
    /* The days without the leap days before them, which are spread as the leap years are. */
    unsigned year_of_cycle =
        (day_of_cycle - day_of_cycle / (DAYS_OF_4_YEARS - 1) + day_of_cycle / DAYS_OF_100_YEARS -
         day_of_cycle / (DAYS_OF_400_YEARS - 1)) /
        365;
    unsigned day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    unsigned months_from_march = (5 * day_of_year + 2) / 153;
    struct anvil_date date = {cycle * 400 + year_of_cycle + (months_from_march >= 10),
                              months_from_march < 10 ? months_from_march + 3
                                                     : months_from_march - 9,
                              day_of_year - days_before_month(months_from_march) + 1};
    return date;
}

unsigned anvil_weekday_of_days(int32_t days) {
    /* 0000-03-01 was a Wednesday; 400 years are whole weeks. */
    return (unsigned)(days + EPOCH_DAYS + 3) % 7;
}
