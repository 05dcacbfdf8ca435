/* SPDX-License-Identifier: Apache-2.0 */
/* The proleptic Gregorian calendar: days, dates and weekdays of the years 0 to 9999, and a bit
 * beyond. Knows no time of day and no text. */
#ifndef ANVIL_TEXT_CALENDAR_H
#define ANVIL_TEXT_CALENDAR_H

#include "base/port.h"

#include <stdint.h>

#define ANVIL_DAY_SECONDS 86400

/* A day of the calendar. */
struct anvil_date {
    unsigned year;
    unsigned month; /* 1 to 12 */
    unsigned day;   /* 1 to 31 */
};

/* How many days a month, 1 to 12, of the year has. */
ANVIL_LOCAL unsigned anvil_days_of_month(unsigned year, unsigned month);

/* The days from 1970-01-01 to a date that exists; negative before. */
ANVIL_LOCAL int32_t anvil_days_of_date(struct anvil_date date);

/* The date that lies so many days after 1970-01-01. From 0000-03-01 to 9999-12-31. */
ANVIL_LOCAL struct anvil_date anvil_date_of_days(int32_t days);

/* The weekday of these days, 0 for Sunday. */
ANVIL_LOCAL unsigned anvil_weekday_of_days(int32_t days);

#endif
