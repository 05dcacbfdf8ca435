/* SPDX-License-Identifier: Apache-2.0 */
/* The C library's reading and its %e as the judges of ours. */
#include "text/real_reference.h"
#include "test.h"
#include "text/big_number.h"
#include "text/real.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t bits_of_double(double value) {
    uint64_t bits = 0;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

double double_of_bits(uint64_t bits) {
    double value = 0;
    memcpy(&value, &bits, sizeof value);
    return value;
}

uint32_t bits_of_float(float value) {
    uint32_t bits = 0;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

float float_of_bits(uint32_t bits) {
    float value = 0;
    memcpy(&value, &bits, sizeof value);
    return value;
}

void check_reading(const char *token) {
    const unsigned char *begin = (const unsigned char *)token;
    const unsigned char *end = begin + strlen(token);
    double wanted = strtod(token, NULL);
    double value = 42;
    enum anvil_status status = anvil_double_read(begin, end, &value);
    bool is_right = isinf(wanted)
                        ? status == ANVIL_E_RANGE_OF_TYPE && value == 42
                        : status == ANVIL_OK && bits_of_double(value) == bits_of_double(wanted);
    if (!is_right)
        fail_msg("%.100s: status %d, %a, not %a", token, (int)status, value, wanted);

    float narrow_wanted = strtof(token, NULL);
    float narrow = 42;
    status = anvil_float_read(begin, end, &narrow);
    is_right = isinf(narrow_wanted)
                   ? status == ANVIL_E_RANGE_OF_TYPE && narrow == 42
                   : status == ANVIL_OK && bits_of_float(narrow) == bits_of_float(narrow_wanted);
    if (!is_right)
        fail_msg("%.100s: status %d, %a, not %a", token, (int)status, (double)narrow,
                 (double)narrow_wanted);
}

size_t middle_above(uint64_t bits, int fraction_bits, int least_exponent, char *token) {
    uint64_t hidden = UINT64_C(1) << fraction_bits;
    uint64_t field = bits >> fraction_bits;
    uint64_t significand = bits & (hidden - 1);
    int exponent = least_exponent - 1;
    if (field != 0) {
        significand += hidden;
        exponent += (int)field - 1;
    }
    /* Twice the significand and one more, times 2^exponent, or 5^-exponent / 10^-exponent. */
    struct big_number number = big_of(2 * significand + 1);
    if (exponent >= 0)
        big_shift_left(&number, (unsigned)exponent);
    for (int i = 0; i > exponent; i--)
        big_multiply(&number, 5);
    size_t digits = big_decimal(number, token);
    sprintf(token + digits, "e%d", exponent < 0 ? exponent : 0);
    return digits;
}

/* The digits of a number token from the first to the last that is not 0. Returns how many. */
static size_t digits_of(const char *token, char *digits) {
    size_t count = 0;
    size_t zeros = 0;
    for (; *token != '\0' && *token != 'e'; token++) {
        if (*token < '0' || *token > '9' || (count == 0 && *token == '0'))
            continue;
        digits[count++] = *token;
        zeros = *token == '0' ? zeros + 1 : 0;
    }
    digits[count - zeros] = '\0';
    return count - zeros;
}

/* -? (0 | [1-9][0-9]*) (. [0-9]+)? (e [+-] [1-9][0-9]*)?, without zeros at the end of the fraction.
 */
static bool is_number(const char *p) {
    static const char DIGITS[] = "0123456789";
    p += *p == '-';
    size_t whole = strspn(p, DIGITS);
    if (whole == 0 || (whole > 1 && *p == '0'))
        return false;
    p += whole;
    if (*p == '.') {
        size_t fraction = strspn(p + 1, DIGITS);
        if (fraction == 0 || p[fraction] == '0')
            return false;
        p += 1 + fraction;
    }
    if (*p == 'e') {
        size_t exponent = strspn(p + 2, DIGITS);
        if ((p[1] != '+' && p[1] != '-') || exponent == 0 || p[2] == '0')
            return false;
        p += 2 + exponent;
    }
    return *p == '\0';
}

/* Whether the decimal with `count` digits nearest to the number reads back as the number, or one of
 * its two neighbours does: below a power of two the nearest may lie outside the interval and the
 * next one inside. */
static bool is_enough(double value, size_t count, bool is_float) {
    char text[64];
    snprintf(text, sizeof text, "%.*e", (int)count - 1, value);
    int last = (int)strtol(strchr(text, 'e') + 1, NULL, 10) - (int)count + 1;
    snprintf(text, sizeof text, "1e%d", last);
    double step = strtod(text, NULL);
    for (int away = -1; away <= 1; away++) {
        snprintf(text, sizeof text, "%.*e", (int)count - 1, value + away * step);
        if (is_float ? strtof(text, NULL) == (float)value : strtod(text, NULL) == value)
            return true;
    }
    return false;
}

static void check_writing(double value, const char *text, size_t longest, bool is_float) {
    char digits[64];
    char nearest_digits[64];
    char nearest[64];
    if (!is_number(text))
        fail_msg("%s is no number", text);
    if (value == 0)
        return;
    size_t count = digits_of(text, digits);
    assert_in_range(count, 1, longest);
    if (count > 1 && is_enough(value, count - 1, is_float))
        fail_msg("%s is not the shortest", text);
    snprintf(nearest, sizeof nearest, "%.*e", (int)count - 1, value);
    bool reads_back =
        is_float ? strtof(nearest, NULL) == (float)value : strtod(nearest, NULL) == value;
    digits_of(nearest, nearest_digits);
    if (reads_back && strcmp(digits, nearest_digits) != 0)
        fail_msg("%s is not the nearest, but %s", text, nearest);
}

void check_double_writing(double value) {
    char text[ANVIL_REAL_TEXT_MAX + 1];
    size_t bytes = anvil_double_write(value, text);
    assert_in_range(bytes, 1, ANVIL_REAL_TEXT_MAX);
    text[bytes] = '\0';
    if (bits_of_double(strtod(text, NULL)) != bits_of_double(value))
        fail_msg("%a is not %s", value, text);
    check_writing(value, text, 17, false);
}

void check_float_writing(float value) {
    char text[ANVIL_REAL_TEXT_MAX + 1];
    size_t bytes = anvil_float_write(value, text);
    assert_in_range(bytes, 1, ANVIL_REAL_TEXT_MAX);
    text[bytes] = '\0';
    if (bits_of_float(strtof(text, NULL)) != bits_of_float(value))
        fail_msg("%a is not %s", (double)value, text);
    check_writing((double)value, text, 9, true);
}
