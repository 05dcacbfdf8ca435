/* SPDX-License-Identifier: Apache-2.0 */
/* Digits decide, not values: nothing is rounded. */
#include "text/decimal_order.h"

#include "base/port.h"
#include "text/decimal.h"

ANVIL_COLD_FILE

static struct anvil_decimal split(struct anvil_str text) {
    struct anvil_decimal decimal;
    const unsigned char *begin = (const unsigned char *)text.ptr;
    anvil_decimal_split(begin, begin + text.len, &decimal);
    return decimal;
}

static int sign_of(const struct anvil_decimal *decimal) {
    if (decimal->leading == 0)
        return 0;
    return decimal->is_negative ? -1 : 1;
}

/* Of two numbers whose first digits have the same place. */
static int compare_digits(const struct anvil_decimal *a, const struct anvil_decimal *b) {
    const unsigned char *p = a->first;
    const unsigned char *q = b->first;
    for (;;) {
        int left = decimal_digit(&p, a->end);
        int right = decimal_digit(&q, b->end);
        if (left < 0 && right < 0)
            return 0;
        /* Behind the last digit come zeros. */
        left = left < 0 ? 0 : left;
        right = right < 0 ? 0 : right;
        if (left != right)
            return left < right ? -1 : 1;
    }
}

int anvil_decimal_compare(struct anvil_str a, struct anvil_str b) {
    struct anvil_decimal left = split(a);
    struct anvil_decimal right = split(b);
    int sign = sign_of(&left);
    int other = sign_of(&right);
    if (sign != other)
        return sign < other ? -1 : 1;
    if (sign == 0)
        return 0;
    if (left.point != right.point)
        return left.point < right.point ? -sign : sign;
    return sign * compare_digits(&left, &right);
}
