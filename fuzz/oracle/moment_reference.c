/* SPDX-License-Identifier: Apache-2.0 */
/* Every field by its place in the text. */
#include "moment_reference.h"

#include "number_reference.h"

#include <stdlib.h>
#include <string.h>

static const int64_t FIRST = INT64_C(-62135596800);
static const int64_t LAST = INT64_C(253402300799);

static enum naive_verdict in_time(struct anvil_timestamp moment) {
    return moment.seconds >= FIRST && moment.seconds <= LAST ? NAIVE_MOMENT : NAIVE_OUT_OF_TIME;
}

/* Whether the text has the form of the template, in which d is a digit and everything else stands
 * for itself. Advances *text behind it. */
static bool take_form(struct anvil_str *text, const char *form) {
    size_t len = strlen(form);
    if (text->len < len)
        return false;
    for (size_t i = 0; i < len; i++) {
        char byte = text->ptr[i];
        if (form[i] == 'd' ? byte < '0' || byte > '9' : byte != form[i])
            return false;
    }
    text->ptr += len;
    text->len -= len;
    return true;
}

static int number_at(const char *digits, int count) {
    int number = 0;
    for (int i = 0; i < count; i++)
        number = number * 10 + (digits[i] - '0');
    return number;
}

static bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month) {
    static const int DAYS[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return DAYS[month - 1] + (month == 2 && is_leap(year));
}

/* Years 0 to 9999, one after the other. */
static int64_t seconds_of(int year, int month, int day) {
    int64_t days = day - 1;
    for (int y = 1970; y < year; y++)
        days += 365 + is_leap(y);
    for (int y = year; y < 1970; y++)
        days -= 365 + is_leap(y);
    for (int m = 1; m < month; m++)
        days += month_days(year, m);
    return days * 86400;
}

/* hh:mm:ss; false when it is none. */
static bool take_clock(struct anvil_str *text, int64_t *seconds) {
    const char *digits = text->ptr;
    if (!take_form(text, "dd:dd:dd"))
        return false;
    int hours = number_at(digits, 2);
    int minutes = number_at(digits + 3, 2);
    int rest = number_at(digits + 6, 2);
    *seconds += hours * 3600 + minutes * 60 + rest;
    return hours < 24 && minutes < 60 && rest < 60;
}

/* A point and digits, or nothing; false when it is a point and no digits, or too many. */
static bool take_fraction(struct anvil_str *text, size_t most, int32_t *nanoseconds) {
    size_t digits = 0;
    if (!take_form(text, "."))
        return true;
    for (; take_form(text, "d"); digits++)
        if (digits < 9)
            *nanoseconds = *nanoseconds * 10 + (text->ptr[-1] - '0');
    for (size_t i = digits; i < 9; i++)
        *nanoseconds *= 10;
    return digits >= 1 && digits <= most;
}

enum naive_verdict naive_date_time(struct anvil_str text, bool takes_offsets,
                                   struct anvil_timestamp *out) {
    const char *date = text.ptr;
    struct anvil_timestamp moment = {0, 0, true};
    if (!take_form(&text, "dddd-dd-dd"))
        return NAIVE_NO_MOMENT;
    int year = number_at(date, 4);
    int month = number_at(date + 5, 2);
    int day = number_at(date + 8, 2);
    if (month < 1 || month > 12 || day < 1 || day > month_days(year, month))
        return NAIVE_NO_MOMENT;
    moment.seconds = seconds_of(year, month, day);
    if (!take_form(&text, "T") && !take_form(&text, "t"))
        return NAIVE_NO_MOMENT;
    if (!take_clock(&text, &moment.seconds) || !take_fraction(&text, SIZE_MAX, &moment.nanoseconds))
        return NAIVE_NO_MOMENT;
    if (!take_form(&text, "Z") && !take_form(&text, "z")) {
        const char *zone = text.ptr;
        if (!takes_offsets || (!take_form(&text, "+dd:dd") && !take_form(&text, "-dd:dd")))
            return NAIVE_NO_MOMENT;
        int hours = number_at(zone + 1, 2);
        int minutes = number_at(zone + 4, 2);
        if (hours > 23 || minutes > 59)
            return NAIVE_NO_MOMENT;
        int seconds = hours * 3600 + minutes * 60;
        moment.seconds += zone[0] == '-' ? seconds : -seconds;
    }
    *out = moment;
    return text.len == 0 ? in_time(moment) : NAIVE_NO_MOMENT;
}

/* Which of the three-letter names is next, from 1; 0 for none. */
static int take_name(struct anvil_str *text, const char *names) {
    for (size_t i = 0; names[i * 3] != '\0'; i++) {
        char name[4] = {names[i * 3], names[i * 3 + 1], names[i * 3 + 2], '\0'};
        /* None of the names holds a d in front, which would stand for a digit. */
        if (text->len >= 3 && memcmp(text->ptr, name, 3) == 0) {
            text->ptr += 3;
            text->len -= 3;
            return (int)i + 1;
        }
    }
    return 0;
}

enum naive_verdict naive_http_date(struct anvil_str text, bool takes_fraction,
                                   struct anvil_timestamp *out) {
    struct anvil_timestamp moment = {0, 0, true};
    if (take_name(&text, "SunMonTueWedThuFriSat") == 0)
        return NAIVE_NO_MOMENT;
    const char *day_at = text.ptr + 2;
    if (!take_form(&text, ", dd "))
        return NAIVE_NO_MOMENT;
    int month = take_name(&text, "JanFebMarAprMayJunJulAugSepOctNovDec");
    const char *year_at = text.ptr + 1;
    if (month == 0 || !take_form(&text, " dddd "))
        return NAIVE_NO_MOMENT;
    int year = number_at(year_at, 4);
    int day = number_at(day_at, 2);
    if (day < 1 || day > month_days(year, month))
        return NAIVE_NO_MOMENT;
    moment.seconds = seconds_of(year, month, day);
    if (!take_clock(&text, &moment.seconds) ||
        (takes_fraction && !take_fraction(&text, 3, &moment.nanoseconds)) ||
        !take_form(&text, " GMT"))
        return NAIVE_NO_MOMENT;
    *out = moment;
    return text.len == 0 ? in_time(moment) : NAIVE_NO_MOMENT;
}

/* The digit that stands for 10^-(at + 1) behind the point of 0.DIGITS * 10^point, moved to at. */
static int digit_at(const struct naive_number *number, long at) {
    return at >= 0 && at < (long)strlen(number->digits) ? number->digits[at] - '0' : 0;
}

enum naive_verdict naive_epoch_seconds(struct anvil_str text, struct anvil_timestamp *out) {
    struct naive_number number;
    int64_t seconds = 0;
    int64_t nanoseconds = 0;
    if (!naive_number_split(text, &number))
        return NAIVE_NO_VERDICT;
    if (number.digits[0] != '\0' && number.point > 15)
        return NAIVE_OUT_OF_TIME;
    for (long at = 0; at < number.point; at++)
        seconds = seconds * 10 + digit_at(&number, at);
    for (long at = 0; at < 9; at++)
        nanoseconds = nanoseconds * 10 + digit_at(&number, number.point + at);
    bool has_more = (long)strlen(number.digits) > number.point + 9;
    if (number.is_negative) {
        /* Down, not towards zero. */
        nanoseconds += has_more;
        seconds = -seconds;
        if (nanoseconds != 0) {
            seconds--;
            nanoseconds = 1000000000 - nanoseconds;
        }
    }
    struct anvil_timestamp moment = {seconds, (int32_t)nanoseconds, true};
    *out = moment;
    return in_time(moment);
}
