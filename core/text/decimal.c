/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of a JSON number: sign, digits, place of the point, exponent. */
#include "text/decimal.h"
#include "base/port.h"

ANVIL_COLD_FILE

/* An exponent is not counted beyond this: no message has so many digits that they could bring such
 * a number back among those that any type can hold. */
static const int64_t EXPONENT_MAX = INT64_C(100000000000000000);

/* Takes digits from p on and returns where they end. */
static const unsigned char *take_digits(const unsigned char *p, const unsigned char *end,
                                        struct anvil_decimal *decimal) {
    uint64_t leading = decimal->leading;
    int count = decimal->leading_count;
    for (; p != end && is_decimal_digit(*p) && count < ANVIL_DECIMAL_LEADING_MAX; p++, count++)
        leading = leading * 10 + (unsigned)(*p - '0');
    decimal->leading = leading;
    decimal->leading_count = count;
    for (; p != end && is_decimal_digit(*p); p++)
        decimal->is_cut |= *p != '0';
    return p;
}

static const unsigned char *skip_zeros(const unsigned char *p, const unsigned char *end) {
    while (p != end && *p == '0')
        p++;
    return p;
}

/* The exponent whose `e` stands at p. */
static int64_t exponent_at(const unsigned char *p, const unsigned char *end) {
    p++;
    bool is_negative = p != end && *p == '-';
    if (p != end && (*p == '-' || *p == '+'))
        p++;
    int64_t exponent = 0;
    for (; p != end && is_decimal_digit(*p); p++)
        if (exponent < EXPONENT_MAX)
            exponent = exponent * 10 + (*p - '0');
    return is_negative ? -exponent : exponent;
}

void anvil_decimal_split(const unsigned char *begin, const unsigned char *end,
                         struct anvil_decimal *decimal) {
    struct anvil_decimal number = {end, end, 0, 0, 0, false, false};
    const unsigned char *p = begin;
    if (p != end && *p == '-') {
        number.is_negative = true;
        p++;
    }
    p = skip_zeros(p, end);
    number.first = p;
    p = take_digits(p, end, &number);
    number.point = p - number.first;
    if (p != end && *p == '.') {
        p++;
        if (number.leading_count == 0) {
            const unsigned char *fraction = p;
            number.first = p = skip_zeros(p, end);
            number.point = fraction - p;
        }
        p = take_digits(p, end, &number);
    }
    number.end = p;
    if (number.leading_count == 0) {
        number.first = p;
        number.point = 0;
    } else if (p != end) {
        number.point += exponent_at(p, end);
    }
    *decimal = number;
}
