/* SPDX-License-Identifier: Apache-2.0 */
/* Comparing decimal with binary: the binary number becomes a whole number of the decimal's
 * last places, and its digits are compared with the decimal's from the last to the first. So one
 * large number is enough, and the digits stay where they are.
 *
 * The middle of two doubles has at most 768 digits, (2^54 - 1) * 5^1075 being the longest, so
 * digits beyond those only say whether the number is above. With 770 digits and one for the rest a
 * decimal has at most 2562 bits, and so has, but for a few, a middle that is as good as equal. */
#include "text/real_exact.h"
#include "base/port.h"
#include "text/natural.h"

ANVIL_COLD_FILE

/* As many digits are compared at once. */
enum { DIGITS_MAX = 770, GROUP = 9 };
static const uint32_t GROUP_POWER = 1000000000;

/* The digits of a decimal, last first. */
struct digits {
    const unsigned char *first;
    const unsigned char *p; /* behind the next one */
    bool has_rest;          /* a digit of 1 comes before it, for those that were cut off */
    unsigned zeros;         /* so many come before that */
};

static bool has_digits(const struct digits *digits) {
    return digits->zeros != 0 || digits->has_rest || digits->p != digits->first;
}

static uint32_t take_digit(struct digits *digits) {
    if (digits->zeros != 0) {
        digits->zeros--;
        return 0;
    }
    if (digits->has_rest) {
        digits->has_rest = false;
        return 1;
    }
    digits->p--;
    if (*digits->p == '.')
        digits->p--;
    return (uint32_t)(*digits->p - '0');
}

/* Finds the last digit that counts and returns the power of ten that goes with it. */
static ANVIL_NOINLINE int find_last(const struct anvil_decimal *decimal, struct digits *digits) {
    const unsigned char *p = decimal->first;
    int count = 0;
    digits->first = p;
    digits->p = p;
    digits->has_rest = false;
    for (int digit; (digit = decimal_digit(&p, decimal->end)) >= 0;) {
        if (count < DIGITS_MAX) {
            digits->p = p;
            count++;
        } else if (digit > 0) {
            digits->has_rest = true;
        }
    }
    return (int)decimal->point - count - digits->has_rest;
}

int anvil_real_compare(const struct anvil_decimal *decimal, uint64_t middle, int exponent) {
    struct anvil_natural number;
    struct digits digits;
    int tens = find_last(decimal, &digits);
    /* Both are whole numbers of 10^place. */
    int place = exponent < 0 ? exponent : 0;
    if (tens < place)
        place = tens;
    digits.zeros = (unsigned)(tens - place);
    anvil_natural_set(&number, middle);
    anvil_natural_multiply_fives(&number, (unsigned)-place);
    anvil_natural_multiply_twos(&number, (unsigned)(exponent - place));
    int order = 0;
    while (number.count != 0 || has_digits(&digits)) {
        uint32_t theirs = anvil_natural_divide(&number, GROUP_POWER);
        uint32_t ours = 0;
        uint32_t power = 1;
        for (unsigned i = 0; i < GROUP && has_digits(&digits); i++, power *= 10)
            ours += take_digit(&digits) * power;
        if (ours != theirs)
            order = ours < theirs ? -1 : 1;
    }
    return order;
}
