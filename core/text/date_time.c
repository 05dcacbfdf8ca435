/* SPDX-License-Identifier: Apache-2.0 */
/* RFC 3339. */
#include "base/port.h"
#include "text/date_text.h"
#include "text/digits.h"

ANVIL_COLD_FILE

/* Z, or +hh:mm or -hh:mm as seconds east of Greenwich. */
static int32_t take_zone(struct anvil_date_text *text, bool takes_offsets) {
    if (text->is_bad || text->p == text->end) {
        anvil_date_text_fail(text, text->p);
        return 0;
    }
    unsigned char first = *text->p;
    if (first == 'Z' || first == 'z') {
        text->p++;
        return 0;
    }
    if (!takes_offsets || (first != '+' && first != '-')) {
        anvil_date_text_fail(text, text->p);
        return 0;
    }
    text->p++;
    int32_t hours = (int32_t)anvil_date_text_number(text, 2, 0, 23);
    anvil_date_text_word(text, ":");
    int32_t minutes = (int32_t)anvil_date_text_number(text, 2, 0, 59);
    int32_t seconds = hours * 3600 + minutes * 60;
    return first == '-' ? -seconds : seconds;
}

enum anvil_status anvil_date_time_read(const unsigned char *begin, const unsigned char *end,
                                       bool takes_offsets, struct anvil_timestamp *value,
                                       size_t *offset) {
    struct anvil_date_text text = anvil_date_text_of(begin, end);
    struct anvil_date date = {0, 1, 1};
    date.year = anvil_date_text_number(&text, 4, 0, 9999);
    anvil_date_text_word(&text, "-");
    date.month = anvil_date_text_number(&text, 2, 1, 12);
    anvil_date_text_word(&text, "-");
    date.day = anvil_date_text_number(&text, 2, 1, anvil_days_of_month(date.year, date.month));
    bool is_lower = text.p != text.end && *text.p == 't';
    anvil_date_text_word(&text, is_lower ? "t" : "T");
    int32_t clock = anvil_date_text_clock(&text);
    int32_t nanoseconds = anvil_date_text_fraction(&text, SIZE_MAX);
    int32_t zone = take_zone(&text, takes_offsets);
    struct anvil_timestamp found = {
        (int64_t)anvil_days_of_date(date) * ANVIL_DAY_SECONDS + clock - zone, nanoseconds, true};
    return anvil_date_text_finish(&text, found, value, offset);
}

size_t anvil_date_time_write(struct anvil_timestamp value, enum anvil_precision precision,
                             char *out) {
    unsigned second_of_day = 0;
    struct anvil_date date = anvil_date_of_timestamp(value, &second_of_day);
    put_pair(out, date.year / 100);
    put_pair(out + 2, date.year % 100);
    out[4] = '-';
    put_pair(out + 5, date.month);
    out[7] = '-';
    put_pair(out + 8, date.day);
    out[10] = 'T';
    size_t bytes = 11 + anvil_clock_write(second_of_day, out + 11);
    value = anvil_timestamp_floor(value, precision);
    bytes += anvil_fraction_write((unsigned)value.nanoseconds, out + bytes);
    out[bytes] = 'Z';
    return bytes + 1;
}
