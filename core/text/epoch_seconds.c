/* SPDX-License-Identifier: Apache-2.0 */
/* Instants as decimal seconds. No double is near: 1515531081.123 has no exact one. */
#include "base/port.h"
#include "text/date_text.h"
#include "text/decimal.h"

ANVIL_COLD_FILE

/* Seconds of the years that count have no more digits. */
enum { SECONDS_DIGITS = 12 };

static const int32_t SECOND = 1000000000;

/* The absolute value to nanoseconds; true when more than zeros follow. The point is at most behind
 * SECONDS_DIGITS. */
static bool read_magnitude(const struct anvil_decimal *decimal, struct anvil_timestamp *magnitude) {
    const unsigned char *p = decimal->first;
    int64_t place = decimal->point > 0 ? decimal->point - 1 : -1; /* of the next digit */
    int digit = 0;
    for (; place >= -ANVIL_PRECISION_NANOSECONDS; place--) {
        digit = place < decimal->point ? decimal_digit(&p, decimal->end) : 0;
        int value = digit > 0 ? digit : 0;
        if (place >= 0)
            magnitude->seconds = magnitude->seconds * 10 + value;
        else
            magnitude->nanoseconds = magnitude->nanoseconds * 10 + value;
    }
    do
        digit = decimal_digit(&p, decimal->end);
    while (digit == 0);
    return digit > 0;
}

enum anvil_status anvil_epoch_seconds_read(const unsigned char *begin, const unsigned char *end,
                                           struct anvil_timestamp *value) {
    struct anvil_decimal decimal;
    anvil_decimal_split(begin, end, &decimal);
    if (decimal.point > SECONDS_DIGITS)
        return ANVIL_E_RANGE_OF_TYPE;
    struct anvil_timestamp found = {0, 0, true};
    bool has_rest = read_magnitude(&decimal, &found);
    if (decimal.is_negative) {
        /* Down is away from zero; and up again from a whole second. */
        int32_t nanoseconds = found.nanoseconds + has_rest;
        found.seconds = -found.seconds - (nanoseconds != 0);
        found.nanoseconds = nanoseconds != 0 ? SECOND - nanoseconds : 0;
    }
    if (!anvil_timestamp_is_valid(found))
        return ANVIL_E_RANGE_OF_TYPE;
    *value = found;
    return ANVIL_OK;
}

size_t anvil_epoch_seconds_write(struct anvil_timestamp value, enum anvil_precision precision,
                                 char *out) {
    value = anvil_timestamp_floor(value, precision);
    size_t bytes = 0;
    if (value.seconds < 0) {
        out[bytes++] = '-';
        value.seconds = -value.seconds - (value.nanoseconds != 0);
        value.nanoseconds = value.nanoseconds != 0 ? SECOND - value.nanoseconds : 0;
    }
    bytes += anvil_digits_write((uint64_t)value.seconds, out + bytes);
    return bytes + anvil_fraction_write((unsigned)value.nanoseconds, out + bytes);
}
