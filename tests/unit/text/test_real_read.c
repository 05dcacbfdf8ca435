/* SPDX-License-Identifier: Apache-2.0 */
/* Reading doubles and floats: against the C library, and in the middle of two neighbours, where the
 * right answer is known without it. */
#include "guard_page.h"
#include "test.h"
#include "text/pseudo_random.h"
#include "text/real.h"
#include "text/real_reference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOKEN_MAX = 1400 };

/* Numbers that have been read wrongly somewhere, and those at the edges of the formats. */
static const char *const HARD[] = {
    "2.2250738585072011e-308",
    "2.2250738585072012e-308",
    "2.2250738585072014e-308",
    "4.9406564584124654e-324",
    "2.4703282292062327208e-324",
    "2.4703282292062328e-324",
    "1.7976931348623157e308",
    "1.7976931348623158e308",
    "1.7976931348623159e308",
    "179769313486231580793e289",
    "179769313486231580792e289",
    "1e309",
    "1e308",
    "1e-323",
    "1e-324",
    "3e-324",
    "2e-324",
    "9007199254740993",
    "9007199254740992.5",
    "4503599627370497.5",
    "4503599627370496.5",
    "9007199254740993e0",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e22",
    "1e23",
    "8.5e22",
    "123456789012345678",
    "7.3177701707893310e+15",
    "5e-20",
    "6.631236846766476e-316",
    "3.2378839133029012895883e-319",
    "89255e-22",
    "0.000001e6",
    "0.1",
    "0.2",
    "0.3",
    "1.1",
    "100000000000000016777215",
    "100000000000000016777216",
    "1.00000000000000011102230246251565404236316680908203125",
    "1.00000000000000011102230246251565404236316680908203124",
    "1.00000000000000011102230246251565404236316680908203126",
    "16777217",
    "16777219",
    "33554435",
    "8388608.5",
    "8388609.5",
    "3.4028234663852886e38",
    "3.4028235677973366e38",
    "3.4028235677973365e38",
    "3.4028235677973367e38",
    "1.17549435e-38",
    "1.17549429e-38",
    "1.401298464324817e-45",
    "7.0064923216240853546186479164495806564013097093825788587853e-46",
    "7.0064923216240853546186479164495806564013097093825788587854e-46",
    "7.0064923216240853546186479164495806564013097093825788587e-46",
    "1e-45",
    "1e-46",
    "0",
    "-0",
    "0.0",
    "-0.0e-5",
    "0e999999999999999999999",
    "1e99999999999999999999999",
    "-1e99999999999999999999999",
    "1e-99999999999999999999999",
    "-1e-99999999999999999999999"};

/* */
TEST(hard_numbers_are_read_as_by_the_c_library) {
    for (size_t i = 0; i < sizeof HARD / sizeof HARD[0]; i++)
        check_reading(HARD[i]);
}

/* */
TEST(every_power_of_ten_is_read_as_by_the_c_library) {
    char token[TOKEN_MAX];
    for (int exponent = -420; exponent <= 420; exponent++) {
        snprintf(token, sizeof token, "1e%d", exponent);
        check_reading(token);
        snprintf(token, sizeof token, "-9.999999999999999999e%d", exponent);
        check_reading(token);
        snprintf(token, sizeof token, "0.%0*d", exponent < 0 ? -exponent : exponent + 1, 1);
        check_reading(token);
    }
}

/* */
TEST(random_numbers_are_read_as_by_the_c_library) {
    struct pseudo_random random = {3};
    static const struct {
        size_t digits;
        unsigned exponent;
    } FORMS[] = {{4, 3}, {17, 30}, {19, 0}, {25, 345}, {40, 50}, {19, 345}};
    char token[TOKEN_MAX];
    for (size_t round = 0; round < test_rounds(600000); round++) {
        size_t form = round % (sizeof FORMS / sizeof FORMS[0]);
        random_number_token(&random, FORMS[form].digits, FORMS[form].exponent, token);
        check_reading(token);
    }
}

/* 17 digits of a random double are its neighbourhood, and more digits are near it. */
TEST(random_bits_are_read_back) {
    struct pseudo_random random = {4};
    char token[TOKEN_MAX];
    for (size_t round = 0; round < test_rounds(200000); round++) {
        uint64_t bits = random_bits(&random);
        if ((bits >> 52 & 0x7FF) == 0x7FF)
            continue;
        snprintf(token, sizeof token, "%.*e", 14 + (int)random_below(&random, 12),
                 double_of_bits(bits));
        check_reading(token);
    }
}

static uint64_t read_bits(const char *token, bool is_float, enum anvil_status *status) {
    const unsigned char *begin = (const unsigned char *)token;
    double value = 0;
    float narrow = 0;
    *status = is_float ? anvil_float_read(begin, begin + strlen(token), &narrow)
                       : anvil_double_read(begin, begin + strlen(token), &value);
    return is_float ? bits_of_float(narrow) : bits_of_double(value);
}

static void assert_bits(const char *token, bool is_float, uint64_t expected) {
    enum anvil_status status = ANVIL_OK;
    uint64_t infinity = is_float ? UINT64_C(0xFF) << 23 : UINT64_C(0x7FF) << 52;
    uint64_t bits = read_bits(token, is_float, &status);
    if (expected == infinity ? status != ANVIL_E_RANGE_OF_TYPE
                             : status != ANVIL_OK || bits != expected)
        fail_msg("%.60s... of %zu bytes is not %llx", token, strlen(token),
                 (unsigned long long)expected);
}

/* The middle above the number with these bits goes to the even one; a little more goes up, a little
 * less goes down, however far behind the point it says so. */
static void check_middle(uint64_t bits, bool is_float) {
    char middle[TOKEN_MAX];
    char token[4 * TOKEN_MAX];
    size_t digits =
        is_float ? middle_above(bits, 23, -149, middle) : middle_above(bits, 52, -1074, middle);
    const char *exponent = middle + digits;
    assert_bits(middle, is_float, bits + (bits & 1));
    snprintf(token, sizeof token, "%.*s.0%s", (int)digits, middle, exponent);
    assert_bits(token, is_float, bits + (bits & 1));
    snprintf(token, sizeof token, "%.*s.1%s", (int)digits, middle, exponent);
    assert_bits(token, is_float, bits + 1);
    snprintf(token, sizeof token, "%.*s.%01000d1%s", (int)digits, middle, 0, exponent);
    assert_bits(token, is_float, bits + 1);
    /* The last digit of an odd number is not 0; that of an even one may be. */
    middle[digits - 1]--;
    if (middle[digits - 1] >= '0') {
        snprintf(token, sizeof token, "%.*s.9%s", (int)digits, middle, exponent);
        assert_bits(token, is_float, bits);
        snprintf(token, sizeof token, "%.*s.%s%s", (int)digits, middle,
                 "99999999999999999999999999999999999999999999999999", exponent);
        assert_bits(token, is_float, bits);
    }
}

/* */
TEST(the_middle_of_two_doubles_goes_to_the_even_one) {
    struct pseudo_random random = {5};
    for (size_t round = 0; round < test_rounds(3000); round++) {
        uint64_t bits = random_bits(&random) >> 1;
        if (bits >> 52 < 0x7FF)
            check_middle(bits, false);
    }
}

/* The edges, among them the longest decimal that there is, and infinity as a neighbour. */
TEST(the_middle_is_right_at_the_edges_of_double) {
    static const uint64_t FIELDS[] = {0, 1, 2, 1022, 1023, 1024, 1075, 1076, 1077, 2045, 2046};
    for (size_t i = 0; i < sizeof FIELDS / sizeof FIELDS[0]; i++)
        for (uint64_t away = 0; away < 4; away++) {
            check_middle((FIELDS[i] << 52) + away, false);
            check_middle((FIELDS[i] << 52) + (UINT64_C(1) << 52) - 1 - away, false);
        }
}

/* */
TEST(the_middle_of_two_floats_goes_to_the_even_one) {
    struct pseudo_random random = {6};
    for (uint64_t field = 0; field < 0xFF; field++)
        for (uint64_t away = 0; away < 2; away++) {
            check_middle((field << 23) + away, true);
            check_middle((field << 23) + (1 << 23) - 1 - away, true);
        }
    for (size_t round = 0; round < test_rounds(5000); round++)
        check_middle(random_below(&random, UINT64_C(0xFF) << 23), true);
}

/* A float that a double in between would round twice. */
TEST(a_float_is_rounded_once) {
    /* Just above the middle of 1 and its successor; the nearest double is the middle itself. */
    assert_bits("1.00000005960464477539062500001", true, bits_of_float(1) + 1);
    assert_bits("1.00000005960464477539062500000", true, bits_of_float(1));
    assert_bits("1.00000017881393432617187499999", true, bits_of_float(1) + 1);
    assert_bits("1.00000017881393432617187500000", true, bits_of_float(1) + 2);
}

/* */
TEST(zero_keeps_its_sign) {
    enum anvil_status status = ANVIL_E_TYPE;
    assert_true(read_bits("-0", false, &status) == UINT64_C(1) << 63 && status == ANVIL_OK);
    assert_true(read_bits("-1e-400", false, &status) == UINT64_C(1) << 63 && status == ANVIL_OK);
    assert_true(read_bits("0e5", false, &status) == 0 && status == ANVIL_OK);
    assert_true(read_bits("-1e-46", true, &status) == UINT64_C(1) << 31 && status == ANVIL_OK);
}

/* [R-186] [I-06] */
TEST(thousands_of_digits_are_read) {
    enum { DIGITS = 200000 };
    char *token = test_malloc(DIGITS + 64);
    memset(token, '9', DIGITS + 64);
    strcpy(token + DIGITS, "e-200000");
    assert_bits(token, false, bits_of_double(1));
    strcpy(token + DIGITS, "e-199691");
    assert_bits(token, false, UINT64_C(0x7FF) << 52);
    memset(token, '0', DIGITS);
    memcpy(token, "0.", 2);
    strcpy(token + DIGITS, "25e199998");
    assert_bits(token, false, bits_of_double(0.25));
    strcpy(token + DIGITS, "25e199675");
    assert_bits(token, false, 1);
    memcpy(token, "1.", 2);
    strcpy(token + DIGITS, "0");
    assert_bits(token, true, bits_of_float(1));
    test_free(token);
}

/* [I-01] */
TEST(nothing_is_read_beyond_the_number) {
    for (size_t i = 0; i < sizeof HARD / sizeof HARD[0]; i++) {
        struct guard_page page = guard_page_of(HARD[i], strlen(HARD[i]));
        for (size_t bytes = strlen(HARD[i]) + 1; bytes-- != 0;) {
            guard_page_put(&page, HARD[i], bytes);
            const unsigned char *begin = (const unsigned char *)page.ptr;
            double value = 0;
            float narrow = 0;
            enum anvil_status status = anvil_double_read(begin, begin + bytes, &value);
            assert_true(status == ANVIL_OK || status == ANVIL_E_RANGE_OF_TYPE);
            status = anvil_float_read(begin, begin + bytes, &narrow);
            assert_true(status == ANVIL_OK || status == ANVIL_E_RANGE_OF_TYPE);
        }
        guard_page_free(&page);
    }
}
