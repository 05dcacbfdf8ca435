/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of dates, read and written. */
#include "text/date_text.h"
#include "base/port.h"
#include "text/digits.h"
#include "text/power_of_ten.h"

ANVIL_COLD_FILE

/* The days of the years 1 to 1969. */
enum { DAYS_BEFORE_EPOCH = 719162 };

struct anvil_date_text anvil_date_text_of(const unsigned char *begin, const unsigned char *end) {
    struct anvil_date_text text = {begin, begin, end, false};
    return text;
}

void anvil_date_text_fail(struct anvil_date_text *text, const unsigned char *p) {
    if (text->is_bad)
        return;
    text->is_bad = true;
    text->p = p;
}

unsigned anvil_date_text_number(struct anvil_date_text *text, unsigned count, unsigned min,
                                unsigned max) {
    const unsigned char *p = text->p;
    unsigned number = 0;
    for (; count != 0 && p != text->end && is_decimal_digit(*p); count--)
        number = number * 10 + (unsigned)(*p++ - '0');
    if (count != 0)
        anvil_date_text_fail(text, p);
    if (number < min || number > max)
        anvil_date_text_fail(text, text->p);
    if (text->is_bad)
        return min;
    text->p = p;
    return number;
}

void anvil_date_text_word(struct anvil_date_text *text, const char *word) {
    for (; *word != '\0' && !text->is_bad; word++) {
        if (text->p != text->end && *text->p == (unsigned char)*word)
            text->p++;
        else
            anvil_date_text_fail(text, text->p);
    }
}

int32_t anvil_date_text_clock(struct anvil_date_text *text) {
    unsigned hours = anvil_date_text_number(text, 2, 0, 23);
    anvil_date_text_word(text, ":");
    unsigned minutes = anvil_date_text_number(text, 2, 0, 59);
    anvil_date_text_word(text, ":");
    unsigned seconds = anvil_date_text_number(text, 2, 0, 59);
    return (int32_t)(hours * 3600 + minutes * 60 + seconds);
}

int32_t anvil_date_text_fraction(struct anvil_date_text *text, size_t count) {
    enum { NANOSECOND_DIGITS = 9 };
    if (text->is_bad || text->p == text->end || *text->p != '.')
        return 0;
    const unsigned char *first = ++text->p;
    uint32_t nanoseconds = 0;
    unsigned digits = 0;
    for (; text->p != text->end && is_decimal_digit(*text->p) && (size_t)(text->p - first) < count;
         text->p++)
        if (digits < NANOSECOND_DIGITS) {
            nanoseconds = nanoseconds * 10 + (unsigned)(*text->p - '0');
            digits++;
        }
    if (digits == 0)
        anvil_date_text_fail(text, text->p);
    return (int32_t)(nanoseconds * small_power_of_ten(NANOSECOND_DIGITS - digits));
}

enum anvil_status anvil_date_text_finish(const struct anvil_date_text *text,
                                         struct anvil_timestamp found,
                                         struct anvil_timestamp *value, size_t *offset) {
    if (text->is_bad || text->p != text->end) {
        *offset = (size_t)(text->p - text->begin);
        return ANVIL_E_TIMESTAMP;
    }
    if (!anvil_timestamp_is_valid(found)) {
        *offset = 0;
        return ANVIL_E_RANGE_OF_TYPE;
    }
    *value = found;
    return ANVIL_OK;
}

bool anvil_timestamp_is_valid(struct anvil_timestamp value) {
    return value.seconds >= ANVIL_TIMESTAMP_SECONDS_MIN &&
           value.seconds <= ANVIL_TIMESTAMP_SECONDS_MAX && value.nanoseconds >= 0 &&
           value.nanoseconds <= 999999999;
}

struct anvil_date anvil_date_of_timestamp(struct anvil_timestamp value, unsigned *second_of_day) {
    /* From the year 1 on nothing is negative, and quotients are rounded down. */
    uint64_t seconds = (uint64_t)(value.seconds - ANVIL_TIMESTAMP_SECONDS_MIN);
    *second_of_day = (unsigned)(seconds % ANVIL_DAY_SECONDS);
    return anvil_date_of_days((int32_t)(seconds / ANVIL_DAY_SECONDS) - DAYS_BEFORE_EPOCH);
}

struct anvil_timestamp anvil_timestamp_floor(struct anvil_timestamp value,
                                             enum anvil_precision precision) {
    value.nanoseconds -=
        value.nanoseconds % (int32_t)small_power_of_ten(ANVIL_PRECISION_NANOSECONDS - precision);
    return value;
}

size_t anvil_clock_write(unsigned second_of_day, char *out) {
    put_pair(out, second_of_day / 3600);
    out[2] = ':';
    put_pair(out + 3, second_of_day / 60 % 60);
    out[5] = ':';
    put_pair(out + 6, second_of_day % 60);
    return 8;
}

size_t anvil_fraction_write(unsigned nanoseconds, char *out) {
    if (nanoseconds == 0)
        return 0;
    size_t digits = ANVIL_PRECISION_NANOSECONDS;
    for (; nanoseconds % 1000 == 0; nanoseconds /= 1000)
        digits -= 3;
    for (; nanoseconds % 10 == 0; nanoseconds /= 10)
        digits--;
    out[0] = '.';
    anvil_digits_pad(nanoseconds, out + 1, digits);
    return 1 + digits;
}
