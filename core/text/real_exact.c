/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing decimal with binary by bringing both to whole numbers.
 *
 * The middle of two doubles has at most 768 digits, (2^54 - 1) * 5^1075 being the longest, so
 * digits beyond those only say whether the number is above. With 770 digits and one for the rest a
 * decimal has at most 2562 bits. What multiplies the middle is at most 5^1094 where that is a few
 * units of the least number, and 5^1078 with 54 bits where it is normal: 2557 bits. The powers of
 * two go to the lesser side and bring it to the size of the other. */
#include "text/real_exact.h"
#include "base/port.h"
#include "text/natural.h"
#include "text/power_of_ten.h"

ANVIL_COLD_FILE

enum { DIGITS_MAX = 770 };

/* Reads the digits into *number and returns the power of ten that goes with it. */
static int read_digits(const struct anvil_decimal *decimal, struct anvil_natural *number) {
    /* As many digits, and their power of ten, are a limb. */
    enum { GROUP = 9 };
    const unsigned char *p = decimal->first;
    uint32_t group = 0;
    unsigned grouped = 0;
    int count = 0;
    int digit = decimal_digit(&p, decimal->end);
    anvil_natural_set(number, 0);
    for (; digit >= 0 && count < DIGITS_MAX; digit = decimal_digit(&p, decimal->end), count++) {
        group = group * 10 + (uint32_t)digit;
        if (++grouped == GROUP) {
            anvil_natural_multiply_add(number, (uint32_t)small_power_of_ten(GROUP), group);
            group = grouped = 0;
        }
    }
    anvil_natural_multiply_add(number, (uint32_t)small_power_of_ten(grouped), group);
    while (digit == 0)
        digit = decimal_digit(&p, decimal->end);
    if (digit > 0) {
        anvil_natural_multiply_add(number, 10, 1);
        count++;
    }
    return (int)decimal->point - count;
}

int anvil_real_compare(const struct anvil_decimal *decimal, uint64_t middle, int exponent) {
    struct anvil_natural left;
    struct anvil_natural right;
    int tens = read_digits(decimal, &left);
    anvil_natural_set(&right, middle);
    if (tens >= 0)
        anvil_natural_multiply_fives(&left, (unsigned)tens);
    else
        anvil_natural_multiply_fives(&right, (unsigned)-tens);
    int twos = tens - exponent;
    if (twos >= 0)
        anvil_natural_multiply_twos(&left, (unsigned)twos);
    else
        anvil_natural_multiply_twos(&right, (unsigned)-twos);
    return anvil_natural_compare(&left, &right);
}
