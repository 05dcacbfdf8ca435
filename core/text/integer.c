/* SPDX-License-Identifier: Apache-2.0 */
/* Decimal text and 64-bit integers. */
#include "text/integer.h"
#include "base/port.h"
#include "text/decimal.h"
#include "text/power_of_ten.h"

ANVIL_COLD_FILE

/* The absolute value, when it is a whole number of 64 bits. */
static enum anvil_status magnitude_of(const struct anvil_decimal *decimal, uint64_t *magnitude) {
    /* The place of the last leading digit: the number is leading * 10^place when it is not cut. */
    int64_t place = decimal->point - decimal->leading_count;
    if (decimal->leading == 0) {
        *magnitude = 0;
        return ANVIL_OK;
    }
    /* 19 digits, and then another one behind the point or in front of it. */
    if (decimal->is_cut)
        return place > 0 ? ANVIL_E_RANGE_OF_TYPE : ANVIL_E_WHOLE;
    if (place > ANVIL_DECIMAL_LEADING_MAX)
        return ANVIL_E_RANGE_OF_TYPE;
    if (place < -ANVIL_DECIMAL_LEADING_MAX)
        return ANVIL_E_WHOLE;
    if (place < 0) {
        uint64_t unit = small_power_of_ten((unsigned)-place);
        if (decimal->leading % unit != 0)
            return ANVIL_E_WHOLE;
        *magnitude = decimal->leading / unit;
        return ANVIL_OK;
    }
    uint64_t unit = small_power_of_ten((unsigned)place);
    if (decimal->leading > UINT64_MAX / unit)
        return ANVIL_E_RANGE_OF_TYPE;
    *magnitude = decimal->leading * unit;
    return ANVIL_OK;
}

enum anvil_status anvil_integer_read(const unsigned char *begin, const unsigned char *end,
                                     int64_t min, int64_t max, int64_t *value) {
    struct anvil_decimal decimal;
    anvil_decimal_split(begin, end, &decimal);
    uint64_t magnitude = 0;
    enum anvil_status status = magnitude_of(&decimal, &magnitude);
    if (status != ANVIL_OK)
        return status;
    if (magnitude > (uint64_t)INT64_MAX + decimal.is_negative)
        return ANVIL_E_RANGE_OF_TYPE;
    /* INT64_MIN has no positive counterpart to negate. */
    int64_t number =
        !decimal.is_negative || magnitude == 0 ? (int64_t)magnitude : -(int64_t)(magnitude - 1) - 1;
    if (number < min || number > max)
        return ANVIL_E_RANGE_OF_TYPE;
    *value = number;
    return ANVIL_OK;
}

size_t anvil_integer_write(int64_t value, char *out) {
    if (value >= 0)
        return anvil_digits_write((uint64_t)value, out);
    out[0] = '-';
    return 1 + anvil_digits_write(0 - (uint64_t)value, out + 1);
}
