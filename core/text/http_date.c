/* SPDX-License-Identifier: Apache-2.0 */
/* The IMF-fixdate of RFC 9110 section 5.6.7. */
#include "text/date_text.h"
#include "text/digits.h"

#include "base/port.h"
#include <string.h>

ANVIL_COLD_FILE

/* Three letters each. */
static const char WEEKDAYS[21] = {"SunMonTueWedThuFriSat"};
static const char MONTHS[36] = {"JanFebMarAprMayJunJulAugSepOctNovDec"};

enum { NAME_BYTES = 3 };

/* Takes one of the `count` names and returns which. */
static unsigned take_name(struct anvil_date_text *text, const char *names, unsigned count) {
    if (!text->is_bad && text->end - text->p >= NAME_BYTES)
        for (unsigned i = 0; i < count; i++)
            if (memcmp(text->p, names + (size_t)i * NAME_BYTES, NAME_BYTES) == 0) {
                text->p += NAME_BYTES;
                return i;
            }
    anvil_date_text_fail(text, text->p);
    return 0;
}

enum anvil_status anvil_http_date_read(const unsigned char *begin, const unsigned char *end,
                                       bool takes_fraction, struct anvil_timestamp *value,
                                       size_t *offset) {
    struct anvil_date_text text = anvil_date_text_of(begin, end);
    struct anvil_date date = {0, 1, 1};
    take_name(&text, WEEKDAYS, 7);
    anvil_date_text_word(&text, ", ");
    const unsigned char *day = text.p;
    date.day = anvil_date_text_number(&text, 2, 1, 31);
    anvil_date_text_word(&text, " ");
    date.month = 1 + take_name(&text, MONTHS, 12);
    anvil_date_text_word(&text, " ");
    date.year = anvil_date_text_number(&text, 4, 0, 9999);
    if (date.day > anvil_days_of_month(date.year, date.month))
        anvil_date_text_fail(&text, day);
    anvil_date_text_word(&text, " ");
    int32_t clock = anvil_date_text_clock(&text);
    int32_t nanoseconds = takes_fraction ? anvil_date_text_fraction(&text, 3) : 0;
    anvil_date_text_word(&text, " GMT");
    struct anvil_timestamp found = {(int64_t)anvil_days_of_date(date) * ANVIL_DAY_SECONDS + clock,
                                    nanoseconds, true};
    return anvil_date_text_finish(&text, found, value, offset);
}

size_t anvil_http_date_write(struct anvil_timestamp value, char *out) {
    unsigned second_of_day = 0;
    struct anvil_date date = anvil_date_of_timestamp(value, &second_of_day);
    size_t weekday = anvil_weekday_of_days(anvil_days_of_date(date));
    memcpy(out, WEEKDAYS + weekday * NAME_BYTES, NAME_BYTES);
    memcpy(out + 3, ", ", 2);
    put_pair(out + 5, date.day);
    out[7] = ' ';
    memcpy(out + 8, MONTHS + (size_t)(date.month - 1) * NAME_BYTES, NAME_BYTES);
    out[11] = ' ';
    put_pair(out + 12, date.year / 100);
    put_pair(out + 14, date.year % 100);
    out[16] = ' ';
    anvil_clock_write(second_of_day, out + 17);
    memcpy(out + 25, " GMT", 4);
    return ANVIL_HTTP_DATE_TEXT_MAX;
}
