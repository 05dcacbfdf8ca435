/* SPDX-License-Identifier: Apache-2.0 */
/* Character by character, in strings. */
#include "number_reference.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool is_digit_at(struct anvil_str text, size_t at) {
    return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

static bool is_one_of(struct anvil_str text, size_t at, const char *bytes) {
    return at < text.len && text.ptr[at] != '\0' && strchr(bytes, text.ptr[at]) != NULL;
}

static size_t digits_from(struct anvil_str text, size_t at) {
    while (is_digit_at(text, at))
        at++;
    return at;
}

size_t naive_number_bytes(struct anvil_str text) {
    size_t at = is_one_of(text, 0, "-") ? 1 : 0;
    if (!is_digit_at(text, at))
        return 0;
    at = text.ptr[at] == '0' ? at + 1 : digits_from(text, at);
    if (is_one_of(text, at, ".") && is_digit_at(text, at + 1))
        at = digits_from(text, at + 1);
    if (is_one_of(text, at, "eE")) {
        size_t exponent = is_one_of(text, at + 1, "+-") ? at + 2 : at + 1;
        if (is_digit_at(text, exponent))
            at = digits_from(text, exponent);
    }
    return at;
}

/* Takes zeros off both ends. */
static void trim(struct naive_number *out) {
    size_t zeros = strspn(out->digits, "0");
    size_t len = strlen(out->digits);
    memmove(out->digits, out->digits + zeros, len - zeros + 1);
    out->point -= (long)zeros;
    len -= zeros;
    while (len != 0 && out->digits[len - 1] == '0')
        out->digits[--len] = '\0';
    if (len == 0)
        out->point = 0;
}

bool naive_number_split(struct anvil_str text, struct naive_number *out) {
    size_t count = 0;
    size_t at = 0;
    bool is_behind_point = false;
    out->is_negative = text.len != 0 && text.ptr[0] == '-';
    out->point = 0;
    for (at = out->is_negative; at < text.len && !is_one_of(text, at, "eE"); at++) {
        if (text.ptr[at] == '.') {
            is_behind_point = true;
            continue;
        }
        if (count == NAIVE_DIGITS_MAX)
            return false;
        out->digits[count++] = text.ptr[at];
        out->point += !is_behind_point;
    }
    out->digits[count] = '\0';
    if (at < text.len) {
        char exponent[16] = "";
        size_t len = text.len - at - 1;
        if (len >= sizeof exponent)
            return false;
        memcpy(exponent, text.ptr + at + 1, len);
        long value = strtol(exponent, NULL, 10);
        if (value > NAIVE_EXPONENT_MAX || value < -NAIVE_EXPONENT_MAX)
            return false;
        out->point += value;
    }
    trim(out);
    return true;
}

static int compare_magnitudes(const struct naive_number *a, const struct naive_number *b) {
    bool a_is_zero = a->digits[0] == '\0';
    bool b_is_zero = b->digits[0] == '\0';
    if (a_is_zero || b_is_zero)
        return b_is_zero - a_is_zero;
    if (a->point != b->point)
        return a->point < b->point ? -1 : 1;
    return strcmp(a->digits, b->digits);
}

int naive_number_compare(const struct naive_number *a, const struct naive_number *b) {
    bool a_is_below = a->is_negative && a->digits[0] != '\0';
    bool b_is_below = b->is_negative && b->digits[0] != '\0';
    if (a_is_below != b_is_below)
        return a_is_below ? -1 : 1;
    int order = compare_magnitudes(a, b);
    return a_is_below ? -order : order;
}

bool naive_number_is_whole(const struct naive_number *number) {
    return (long)strlen(number->digits) <= number->point;
}

void naive_number_of(int64_t value, struct naive_number *out) {
    char text[32];
    int len = snprintf(text, sizeof text, "%" PRId64, value);
    (void)naive_number_split(anvil_str_of(text, (size_t)len), out);
}
