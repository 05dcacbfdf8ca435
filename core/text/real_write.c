/* SPDX-License-Identifier: Apache-2.0 */
/* Binary floating point to the shortest decimal, by the method of R. Giulietti, "The
 * Schubfach way to render doubles" (2020): the number and the ends of the interval that rounds to
 * it are scaled by one power of ten, so that among the whole numbers inside there is a shortest
 * one, and it is the one next to the number or a multiple of ten. One set of powers serves both
 * formats, for floats with more bits than they need. */
#include "text/digits.h"
#include "text/power_of_ten.h"
#include "text/real.h"

#include "base/port.h"
#include <string.h>

ANVIL_COLD_FILE

/* significand * 2^exponent, above 0. Below a power of two the next number is half as far away as
 * above it. */
struct binary {
    uint64_t significand;
    int exponent;
    bool is_power_of_two;
};

/* digits * 10^exponent */
struct shortest {
    uint64_t digits;
    int exponent;
};

/* power * factor / 2^128, rounded down, and made odd when there is a rest, so that whole numbers
 * stay told apart. `power` is too great by up to 1, which adds less than 2^-68; of all that is
 * asked for, nothing is nearer than 2^-62 below a whole number. A rest below 2^-64 counts as none:
 * one double has one, 8887055249355788 * 2^664, and it is far from a tie. */
static uint64_t scaled(struct anvil_wide power, uint64_t factor) {
    struct anvil_wide product =
        wide_sum(wide_product(power.high, factor), wide_product(power.low, factor).high);
    return product.high | (product.low != 0);
}

/* The names are the article's: four times v, and four times the ends of its interval; s and t are
 * the whole numbers around v, s' and t' the multiples of ten around it. */
static struct shortest shortest_of(struct binary value) {
    int q = value.exponent;
    int k =
        value.is_power_of_two ? floor_log10_of_three_quarters(q) : floor_log10_of_power_of_two(q);
    struct anvil_wide power = wide_sum(anvil_power_of_ten(-k).significand, 1);
    unsigned shift = (unsigned)(q + floor_log2_of_power_of_ten(-k) + 1);
    uint64_t c4 = 4 * value.significand;
    uint64_t v4 = scaled(power, c4 << shift);
    /* The ends round to the number itself when its significand is even. */
    uint64_t is_odd = value.significand & 1;
    uint64_t low4 = scaled(power, (c4 - 2 + value.is_power_of_two) << shift) + is_odd;
    uint64_t high4 = scaled(power, (c4 + 2) << shift) - is_odd;

    uint64_t s = v4 / 4;
    struct shortest shortest = {s / 10, k + 1};
    uint64_t s_ten = 40 * (s / 10);
    bool is_low_inside = low4 <= s_ten;
    bool is_high_inside = s_ten + 40 <= high4;
    if (s >= 10 && is_low_inside != is_high_inside) {
        shortest.digits += is_high_inside;
        return shortest;
    }
    shortest.digits = s;
    shortest.exponent = k;
    is_low_inside = low4 <= 4 * s;
    is_high_inside = 4 * s + 4 <= high4;
    if (is_low_inside != is_high_inside)
        shortest.digits += is_high_inside;
    else
        shortest.digits += v4 > 4 * s + 2 || (v4 == 4 * s + 2 && (s & 1) != 0);
    return shortest;
}

/* Moves `count` zeros at the end of the digits, if they are there, into the exponent. */
ANVIL_INLINE bool move_zeros(struct shortest *number, uint64_t unit, int count) {
    if (number->digits % unit != 0)
        return false;
    number->digits /= unit;
    number->exponent += count;
    return true;
}

static void move_all_zeros(struct shortest *number) {
    /* 17 digits at most: 16 zeros. */
    while (move_zeros(number, 100000000, 8))
        continue;
    move_zeros(number, 10000, 4);
    move_zeros(number, 100, 2);
    move_zeros(number, 10, 1);
}

/* d, d.ddd, behind that e+dd or e-dd */
static size_t write_scientific(const char *digits, size_t count, int exponent, char *out) {
    size_t bytes = 0;
    out[bytes++] = digits[0];
    if (count > 1) {
        out[bytes++] = '.';
        memcpy(out + bytes, digits + 1, count - 1);
        bytes += count - 1;
    }
    out[bytes++] = 'e';
    out[bytes++] = exponent < 0 ? '-' : '+';
    return bytes + anvil_digits_write((uint64_t)(exponent < 0 ? -exponent : exponent), out + bytes);
}

static size_t write_decimal(struct shortest number, char *out) {
    char digits[ANVIL_DIGITS_MAX];
    size_t count = anvil_digits_write(number.digits, digits);
    int first = (int)count - 1 + number.exponent; /* the place of the first digit */
    if (first < -6 || first > 20)
        return write_scientific(digits, count, first, out);
    if (first < 0) {
        size_t zeros = (size_t)-first;
        memset(out, '0', zeros + 1);
        out[1] = '.';
        memcpy(out + zeros + 1, digits, count);
        return zeros + 1 + count;
    }
    if (number.exponent >= 0) {
        memcpy(out, digits, count);
        memset(out + count, '0', (size_t)number.exponent);
        return count + (size_t)number.exponent;
    }
    size_t whole = (size_t)first + 1;
    memcpy(out, digits, whole);
    out[whole] = '.';
    memcpy(out + whole + 1, digits + whole, count - whole);
    return count + 1;
}

/* `field` is the exponent as the format stores it, `fraction` the rest of the significand. */
static size_t write_binary(bool is_negative, unsigned field, uint64_t fraction, int fraction_bits,
                           int least_exponent, char *out) {
    size_t sign = is_negative;
    if (is_negative)
        *out++ = '-';
    if (field == 0 && fraction == 0) {
        out[0] = '0';
        return sign + 1;
    }
    uint64_t hidden = UINT64_C(1) << fraction_bits;
    struct binary value = {fraction, least_exponent, false};
    if (field != 0) {
        value.significand += hidden;
        value.exponent += (int)field - 1;
        value.is_power_of_two = fraction == 0 && field > 1;
    }
    /* A whole number that the format tells from its neighbours has no shorter form than its digits.
     */
    if (value.exponent <= 0 && value.exponent >= -fraction_bits) {
        uint64_t whole = value.significand >> -value.exponent;
        if (whole << -value.exponent == value.significand)
            return sign + anvil_digits_write(whole, out);
    }
    struct shortest number = shortest_of(value);
    move_all_zeros(&number);
    return sign + write_decimal(number, out);
}

size_t anvil_double_write(double value, char *out) {
    uint64_t bits = 0;
    memcpy(&bits, &value, sizeof bits);
    return write_binary(bits >> 63 != 0, (unsigned)(bits >> 52) & 0x7FF,
                        bits & ((UINT64_C(1) << 52) - 1), 52, -1074, out);
}

size_t anvil_float_write(float value, char *out) {
    uint32_t bits = 0;
    memcpy(&bits, &value, sizeof bits);
    return write_binary(bits >> 31 != 0, (bits >> 23) & 0xFF, bits & ((UINT32_C(1) << 23) - 1), 23,
                        -149, out);
}
