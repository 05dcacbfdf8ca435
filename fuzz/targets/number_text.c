/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Numbers, between text and bits.
 *
 * Functions: anvil_scan_number(), anvil_integer_read(), anvil_integer_write(), anvil_double_read(),
 * anvil_float_read(), anvil_double_write(), anvil_float_write(), anvil_decimal_compare().
 * Oracles: reference_agrees (the C library's strtod(), strtof() and printf(), and
 * oracle/number_reference.h), fixpoint.
 *
 * Input: a byte modulo four: 0 reads the rest; 1 writes the double of the next eight bytes; 2 the
 * float and the integer; 3 compares two numbers, the first of as many bytes as the next byte says.
 */
#include "fuzz_input.h"
#include "number_reference.h"
#include "oracle.h"
#include "scan/token.h"
#include "text/decimal_order.h"
#include "text/integer.h"
#include "text/real.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_target = {"number_text",
                                        FUZZ_ASKS(reference_agrees) | FUZZ_ASKS(fixpoint)};

enum { LONGEST = 2048 };

static void expect_double(const unsigned char *begin, const unsigned char *end, const char *text) {
    double wanted = strtod(text, NULL);
    double found = 42;
    enum anvil_status status = anvil_double_read(begin, end, &found);
    FUZZ_EXPECT(reference_agrees,
                isinf(wanted) ? status == ANVIL_E_RANGE_OF_TYPE
                              : status == ANVIL_OK && memcmp(&found, &wanted, sizeof found) == 0);
}

static void expect_float(const unsigned char *begin, const unsigned char *end, const char *text) {
    float wanted = strtof(text, NULL);
    float found = 42;
    enum anvil_status status = anvil_float_read(begin, end, &found);
    FUZZ_EXPECT(reference_agrees,
                isinf(wanted) ? status == ANVIL_E_RANGE_OF_TYPE
                              : status == ANVIL_OK && memcmp(&found, &wanted, sizeof found) == 0);
}

/* inside the bounds and whole, or neither */
static void expect_integer(const unsigned char *begin, const unsigned char *end, int64_t min,
                           int64_t max) {
    struct naive_number number;
    struct naive_number bound;
    struct anvil_str text = {(const char *)begin, (size_t)(end - begin)};
    int64_t found = 42;
    if (!naive_number_split(text, &number))
        return;
    enum anvil_status status = anvil_integer_read(begin, end, min, max, &found);
    if (status == ANVIL_OK) {
        naive_number_of(found, &bound);
        FUZZ_EXPECT(reference_agrees,
                    found >= min && found <= max && naive_number_compare(&number, &bound) == 0);
        return;
    }
    bool is_outside = false;
    naive_number_of(min, &bound);
    is_outside = naive_number_compare(&number, &bound) < 0;
    naive_number_of(max, &bound);
    is_outside = is_outside || naive_number_compare(&number, &bound) > 0;
    FUZZ_EXPECT(reference_agrees, status == ANVIL_E_WHOLE
                                      ? !naive_number_is_whole(&number)
                                      : status == ANVIL_E_RANGE_OF_TYPE && is_outside);
}

static void read_token(struct anvil_str rest) {
    static const int64_t BOUNDS[4][2] = {
        {INT64_MIN, INT64_MAX}, {INT32_MIN, INT32_MAX}, {INT8_MIN, INT8_MAX}, {0, 0}};
    size_t bytes = naive_number_bytes(rest);
    if (rest.len == 0 || strchr("-0123456789", rest.ptr[0]) == NULL || rest.ptr[0] == '\0')
        return;
    struct fuzz_block block = fuzz_block_of(rest, 0);
    const unsigned char *begin = (const unsigned char *)block.text.ptr;
    const unsigned char *end = begin + block.text.len;
    const unsigned char *next = NULL;
    enum anvil_status status = anvil_scan_number(begin, end, &next);
    /* what looks like the beginning of more has to be more: 01, 1. and 1e are none */
    bool goes_on = bytes < rest.len && rest.ptr[bytes] != '\0' &&
                   (strchr(".eE", rest.ptr[bytes]) != NULL ||
                    (rest.ptr[bytes] >= '0' && rest.ptr[bytes] <= '9'));
    if (memchr(rest.ptr, 'e', bytes) != NULL || memchr(rest.ptr, 'E', bytes) != NULL)
        goes_on = false;
    else if (goes_on && rest.ptr[bytes] == '.' && memchr(rest.ptr, '.', bytes) != NULL)
        goes_on = false;
    FUZZ_EXPECT(reference_agrees, (status == ANVIL_OK) == (bytes != 0 && !goes_on) &&
                                      (status != ANVIL_OK || next == begin + bytes) && next <= end);
    if (status == ANVIL_OK && bytes < LONGEST) {
        char text[LONGEST];
        memcpy(text, begin, bytes);
        text[bytes] = '\0';
        expect_double(begin, next, text);
        expect_float(begin, next, text);
        for (size_t i = 0; i < 4; i++)
            expect_integer(begin, next, BOUNDS[i][0], BOUNDS[i][1]);
    }
    fuzz_block_free(&block);
}

/* How many digits printf() needs until the text reads back, and so at most how many are written. */
static int digits_needed(double value, bool is_float) {
    char text[64];
    for (int digits = 1; digits < 17; digits++) {
        (void)snprintf(text, sizeof text, "%.*e", digits - 1, value);
        if (is_float ? strtof(text, NULL) == (float)value : strtod(text, NULL) == value)
            return digits;
    }
    return 17;
}

static int digits_in(const char *text, size_t bytes) {
    struct naive_number number;
    (void)naive_number_split(anvil_str_of(text, bytes), &number);
    return (int)strlen(number.digits);
}

static void write_double(uint64_t bits) {
    char text[ANVIL_REAL_TEXT_MAX + 1];
    double value = 0;
    double found = 42;
    memcpy(&value, &bits, sizeof value);
    if (!isfinite(value)) {
        FUZZ_EXPECT(reference_agrees, anvil_double_special(value).ptr != NULL);
        return;
    }
    FUZZ_EXPECT(reference_agrees, anvil_double_special(value).ptr == NULL);
    size_t bytes = anvil_double_write(value, text);
    text[bytes] = '\0';
    FUZZ_EXPECT(reference_agrees, naive_number_bytes(anvil_str_of(text, bytes)) == bytes &&
                                      digits_in(text, bytes) <= digits_needed(value, false));
    FUZZ_EXPECT(fixpoint,
                anvil_double_read((const unsigned char *)text, (const unsigned char *)text + bytes,
                                  &found) == ANVIL_OK &&
                    memcmp(&found, &value, sizeof value) == 0);
}

static void write_float(uint32_t bits) {
    char text[ANVIL_REAL_TEXT_MAX + 1];
    float value = 0;
    float found = 42;
    memcpy(&value, &bits, sizeof value);
    if (!isfinite(value))
        return;
    size_t bytes = anvil_float_write(value, text);
    text[bytes] = '\0';
    FUZZ_EXPECT(reference_agrees, naive_number_bytes(anvil_str_of(text, bytes)) == bytes &&
                                      digits_in(text, bytes) <= digits_needed((double)value, true));
    FUZZ_EXPECT(fixpoint,
                anvil_float_read((const unsigned char *)text, (const unsigned char *)text + bytes,
                                 &found) == ANVIL_OK &&
                    memcmp(&found, &value, sizeof value) == 0);
}

static void write_integer(int64_t value) {
    char text[ANVIL_INTEGER_TEXT_MAX];
    char wanted[32];
    size_t bytes = anvil_integer_write(value, text);
    int len = snprintf(wanted, sizeof wanted, "%" PRId64, value);
    FUZZ_EXPECT(reference_agrees, bytes == (size_t)len && memcmp(text, wanted, bytes) == 0);
}

static int sign_of(int order) {
    return (order > 0) - (order < 0);
}

static void compare(struct anvil_str a, struct anvil_str b) {
    struct naive_number x;
    struct naive_number y;
    a.len = naive_number_bytes(a);
    b.len = naive_number_bytes(b);
    if (a.len == 0 || b.len == 0 || !naive_number_split(a, &x) || !naive_number_split(b, &y))
        return;
    struct fuzz_block left = fuzz_block_of(a, 0);
    struct fuzz_block right = fuzz_block_of(b, 0);
    FUZZ_EXPECT(reference_agrees, sign_of(anvil_decimal_compare(left.text, right.text)) ==
                                      sign_of(naive_number_compare(&x, &y)));
    fuzz_block_free(&right);
    fuzz_block_free(&left);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    struct anvil_str first;
    switch (fuzz_byte(&input) % 4) {
    case 0:
        read_token(fuzz_rest(&input));
        break;
    case 1:
        write_double(fuzz_u64(&input));
        break;
    case 2:
        write_float(fuzz_u32(&input));
        write_integer((int64_t)fuzz_u64(&input));
        break;
    default:
        first = fuzz_take(&input, fuzz_byte(&input));
        compare(first, fuzz_rest(&input));
        break;
    }
    return 0;
}
