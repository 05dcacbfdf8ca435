/* SPDX-License-Identifier: Apache-2.0 */
/* Integers: every boundary, every way to write a whole number, and a reference that moves the point
 * of the text. */
#include "guard_page.h"
#include "test.h"
#include "text/integer.h"
#include "text/pseudo_random.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum anvil_status read_range(const char *text, int64_t min, int64_t max, int64_t *value) {
    const unsigned char *begin = (const unsigned char *)text;
    return anvil_integer_read(begin, begin + strlen(text), min, max, value);
}

static void assert_reads(const char *text, int64_t expected) {
    int64_t value = 42;
    if (read_range(text, INT64_MIN, INT64_MAX, &value) != ANVIL_OK || value != expected)
        fail_msg("%.60s is not %" PRId64, text, expected);
}

static void assert_refuses(const char *text, enum anvil_status expected) {
    int64_t value = 42;
    enum anvil_status status = read_range(text, INT64_MIN, INT64_MAX, &value);
    if (status != expected || value != 42)
        fail_msg("%.60s gives %d, not %d", text, (int)status, (int)expected);
}

/* */
TEST(whole_numbers_are_integers_however_they_are_written) {
    assert_reads("0", 0);
    assert_reads("-0", 0);
    assert_reads("0.0", 0);
    assert_reads("-0.000e5", 0);
    assert_reads("0e99999999999999999999999", 0);
    assert_reads("1.0", 1);
    assert_reads("1e3", 1000);
    assert_reads("1E+3", 1000);
    assert_reads("10e-1", 1);
    assert_reads("1.50e1", 15);
    assert_reads("-1.50e1", -15);
    assert_reads("0.00120e4", 12);
    assert_reads("9223372036854775.807e3", INT64_MAX);
    assert_reads("922337203685477580000000e-5", INT64_MAX - 7);
    assert_reads("-9.223372036854775808E18", INT64_MIN);
}

/* */
TEST(fractions_are_not_integers) {
    static const char *const TEXTS[] = {"0.5",
                                        "-0.5",
                                        "1.5",
                                        "15e-1",
                                        "1e-1",
                                        "1e-99999999999999999999999999",
                                        "9223372036854775807.5",
                                        "9223372036854775807.00000000000000000000001",
                                        "1.00000000000000000000000000000000000001",
                                        "9999999999999999999.9",
                                        "0.0000000000000000000000001"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++)
        assert_refuses(TEXTS[i], ANVIL_E_WHOLE);
}

/* */
TEST(integers_end_where_their_type_ends) {
    assert_reads("9223372036854775807", INT64_MAX);
    assert_reads("-9223372036854775808", INT64_MIN);
    assert_refuses("9223372036854775808", ANVIL_E_RANGE_OF_TYPE);
    assert_refuses("-9223372036854775809", ANVIL_E_RANGE_OF_TYPE);
    assert_refuses("18446744073709551616", ANVIL_E_RANGE_OF_TYPE);
    assert_refuses("18446744073709551615", ANVIL_E_RANGE_OF_TYPE);
    assert_refuses("10000000000000000000", ANVIL_E_RANGE_OF_TYPE);
    assert_refuses("12345678901234567890123456789", ANVIL_E_RANGE_OF_TYPE);
    assert_refuses("1e19", ANVIL_E_RANGE_OF_TYPE);
    assert_refuses("1e20", ANVIL_E_RANGE_OF_TYPE);
    assert_refuses("-1e99999999999999999999999", ANVIL_E_RANGE_OF_TYPE);
}

/* Numbers around every boundary of every type, in four ways, against comparisons in C. */
static void check_boundary(int64_t number, int64_t min, int64_t max) {
    bool fits = number >= min && number <= max;
    static const char *const FORMS[] = {"%" PRId64, "%" PRId64 ".0", "%" PRId64 "e0",
                                        "%" PRId64 "000e-3"};
    for (size_t i = 0; i < sizeof FORMS / sizeof FORMS[0]; i++) {
        char text[40];
        snprintf(text, sizeof text, FORMS[i], number);
        int64_t value = number ^ 1;
        enum anvil_status status = read_range(text, min, max, &value);
        assert_int_equal(status, fits ? ANVIL_OK : ANVIL_E_RANGE_OF_TYPE);
        assert_true(value == (fits ? number : (number ^ 1)));
    }
}

/* */
TEST(every_type_has_its_range) {
    static const int64_t LIMITS[][2] = {{INT8_MIN, INT8_MAX},
                                        {INT16_MIN, INT16_MAX},
                                        {INT32_MIN, INT32_MAX},
                                        {INT64_MIN + 3, INT64_MAX - 3},
                                        {INT64_MIN, INT64_MAX},
                                        {-5, 7},
                                        {0, 0}};
    for (size_t i = 0; i < sizeof LIMITS / sizeof LIMITS[0]; i++)
        for (int64_t away = -3; away <= 3; away++) {
            if (LIMITS[i][0] > INT64_MIN || away >= 0)
                check_boundary(LIMITS[i][0] + away, LIMITS[i][0], LIMITS[i][1]);
            if (LIMITS[i][1] < INT64_MAX || away <= 0)
                check_boundary(LIMITS[i][1] + away, LIMITS[i][0], LIMITS[i][1]);
        }
}

/* The reference: the digits of the token, then the point moved by padding with zeros, then what is
 * left of the point compared as text. The exponent is below 100. */
static enum anvil_status naive_read(const char *text, int64_t *value) {
    char digits[512] = "";
    size_t count = 0;
    bool is_negative = *text == '-';
    const char *p = text + is_negative;
    size_t whole = strcspn(p, ".eE");
    memset(digits, '0', 100);
    count = 100;
    for (; *p != '\0' && *p != 'e' && *p != 'E'; p++)
        if (*p != '.')
            digits[count++] = *p;
    memset(digits + count, '0', 100);
    size_t point = 100 + whole + (size_t)(*p != '\0' ? strtol(p + 1, NULL, 10) : 0);
    for (size_t i = point; i < count; i++)
        if (digits[i] != '0')
            return ANVIL_E_WHOLE;
    digits[point] = '\0';
    const char *first = digits + strspn(digits, "0");
    const char *limit = is_negative ? "9223372036854775808" : "9223372036854775807";
    if (strlen(first) > 19 || (strlen(first) == 19 && strcmp(first, limit) > 0))
        return ANVIL_E_RANGE_OF_TYPE;
    uint64_t magnitude = strtoull(digits, NULL, 10);
    *value = (int64_t)(is_negative ? 0 - magnitude : magnitude);
    return ANVIL_OK;
}

/* A number that is neither whole nor in range may be called either. */
TEST(random_numbers_agree_with_moving_the_point) {
    struct pseudo_random random = {1};
    size_t outcomes[3] = {0, 0, 0};
    for (size_t round = 0; round < test_rounds(500000); round++) {
        char text[80];
        random_number_token(&random, round % 2 == 0 ? 6 : 30, round % 3 == 0 ? 40 : 4, text);
        int64_t expected = 0;
        int64_t value = 0;
        enum anvil_status wanted = naive_read(text, &expected);
        enum anvil_status status = read_range(text, INT64_MIN, INT64_MAX, &value);
        bool agrees = status == wanted || (status != ANVIL_OK && wanted == ANVIL_E_WHOLE);
        if (!agrees || (status == ANVIL_OK && value != expected))
            fail_msg("%s gives %d, not %d", text, (int)status, (int)wanted);
        outcomes[status == ANVIL_OK ? 0 : status == ANVIL_E_WHOLE ? 1 : 2]++;
    }
    for (size_t i = 0; i < 3; i++)
        assert_true(outcomes[i] != 0);
}

/* [R-181] [I-06] */
TEST(thousands_of_digits_are_read) {
    enum { ZEROS = 100000 };
    char *text = test_malloc(ZEROS + 64);
    memset(text, '0', ZEROS + 64);
    text[0] = '1';
    strcpy(text + ZEROS + 1, "e-100000");
    assert_reads(text, 1);
    strcpy(text + ZEROS + 1, "e-99999");
    assert_reads(text, 10);
    strcpy(text + ZEROS + 1, "e-100001");
    assert_refuses(text, ANVIL_E_WHOLE);
    strcpy(text + ZEROS + 1, "");
    assert_refuses(text, ANVIL_E_RANGE_OF_TYPE);
    memcpy(text, "0.0", 3);
    strcpy(text + ZEROS, "7e99999");
    assert_reads(text, 7);
    strcpy(text + ZEROS, "7e99998");
    assert_refuses(text, ANVIL_E_WHOLE);
    memcpy(text, "7.0", 3);
    strcpy(text + ZEROS, "0");
    assert_reads(text, 7);
    strcpy(text + ZEROS, "1");
    assert_refuses(text, ANVIL_E_WHOLE);
    test_free(text);
}

/* [I-01] */
TEST(nothing_is_read_beyond_the_number) {
    static const char *const TEXTS[] = {"0",    "-0",      "7",      "-9223372036854775808",
                                        "1.50", "1.50e+1", "15E-00", "12345678901234567890.5e-3"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
        int64_t value = 0;
        int64_t expected = 0;
        struct guard_page page = guard_page_of(TEXTS[i], strlen(TEXTS[i]));
        const unsigned char *begin = (const unsigned char *)page.ptr;
        enum anvil_status wanted = read_range(TEXTS[i], INT64_MIN, INT64_MAX, &expected);
        assert_int_equal(anvil_integer_read(begin, begin + page.len, INT64_MIN, INT64_MAX, &value),
                         wanted);
        assert_true(value == expected);
        /* What is no number gives some value or other, and is not read beyond either. */
        for (size_t bytes = 0; bytes < strlen(TEXTS[i]); bytes++) {
            guard_page_put(&page, TEXTS[i], bytes);
            begin = (const unsigned char *)page.ptr;
            enum anvil_status any =
                anvil_integer_read(begin, begin + bytes, INT64_MIN, INT64_MAX, &value);
            assert_true(any == ANVIL_OK || any == ANVIL_E_WHOLE || any == ANVIL_E_RANGE_OF_TYPE);
        }
        guard_page_free(&page);
    }
}

static void check_write(int64_t value) {
    char expected[ANVIL_INTEGER_TEXT_MAX + 1];
    char text[ANVIL_INTEGER_TEXT_MAX + 1];
    size_t bytes = anvil_integer_write(value, text);
    assert_in_range(bytes, 1, ANVIL_INTEGER_TEXT_MAX);
    text[bytes] = '\0';
    snprintf(expected, sizeof expected, "%" PRId64, value);
    assert_string_equal(text, expected);
    assert_reads(text, value);
}

/* */
TEST(integers_are_written_as_by_the_c_library) {
    struct pseudo_random random = {2};
    check_write(INT64_MIN);
    check_write(INT64_MAX);
    for (int64_t power = 1; power < INT64_MAX / 10; power *= 10)
        for (int64_t away = -2; away <= 2; away++) {
            check_write(power + away);
            check_write(-power + away);
        }
    for (size_t round = 0; round < test_rounds(300000); round++)
        check_write((int64_t)(random_bits(&random) >> random_below(&random, 64)));
}
