/* SPDX-License-Identifier: Apache-2.0 */
/* Writing doubles and floats: the shortest text, in ECMAScript's form, for all kinds of numbers. */
#include "guard_page.h"
#include "test.h"
#include "text/pseudo_random.h"
#include "text/real.h"
#include "text/real_reference.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void assert_double(double value, const char *expected) {
    char text[ANVIL_REAL_TEXT_MAX + 1];
    text[anvil_double_write(value, text)] = '\0';
    assert_string_equal(text, expected);
}

static void assert_float(float value, const char *expected) {
    char text[ANVIL_REAL_TEXT_MAX + 1];
    text[anvil_float_write(value, text)] = '\0';
    assert_string_equal(text, expected);
}

/* */
TEST(whole_numbers_have_no_fraction) {
    assert_double(0, "0");
    assert_double(-0.0, "-0");
    assert_double(1, "1");
    assert_double(-1, "-1");
    assert_double(100, "100");
    assert_double(9007199254740991, "9007199254740991");
    assert_double(9007199254740992, "9007199254740992");
    assert_double(1152921504606846976, "1152921504606847000");
    assert_double(1e20, "100000000000000000000");
    assert_double(123456789012345683968.0, "123456789012345680000");
    assert_float(16777216, "16777216");
    assert_float(-8, "-8");
    assert_float(1e10F, "10000000000");
    assert_float(3e20F, "300000000000000000000");
}

/* */
TEST(plain_digits_reach_from_minus_6_to_20) {
    assert_double(0.1, "0.1");
    assert_double(-123.456, "-123.456");
    assert_double(0.000001, "0.000001");
    assert_double(0.0000012345, "0.0000012345");
    assert_double(0.00000099, "9.9e-7");
    assert_double(1e-7, "1e-7");
    assert_double(1e21, "1e+21");
    assert_double(1.5e21, "1.5e+21");
    assert_double(1e22, "1e+22");
    assert_double(1e23, "1e+23");
    assert_double(1.7976931348623157e308, "1.7976931348623157e+308");
    assert_double(-2.2250738585072014e-308, "-2.2250738585072014e-308");
    assert_double(5e-324, "5e-324");
    assert_double(-1.2345678901234567e-6, "-0.0000012345678901234567");
    assert_float(0.1F, "0.1");
    assert_float(3.4028234e38F, "3.4028235e+38");
    assert_float(1.17549435e-38F, "1.1754944e-38");
    assert_float(1e-45F, "1e-45");
    assert_float(-0.000001F, "-0.000001");
    assert_float(1e-7F, "1e-7");
}

/* Where two texts are as short, where the interval is lopsided, where a rest is tiny.
 */
TEST(the_nearest_of_the_shortest_is_written) {
    assert_double(ldexp(1, -44), "5.684341886080802e-14");
    assert_double(9.5367431640625e-7, "9.5367431640625e-7");
    assert_double(2e-323, "2e-323");
    assert_double(ldexp(1, 89), "6.189700196426902e+26");
    assert_double(5592117679628511 * ldexp(1, 163), "6.538311315939327e+64");
    assert_double(8887055249355788 * ldexp(1, 664), "6.802601037806062e+215");
    assert_double(2.98023223876953125e-8, "2.9802322387695312e-8");
    assert_double(4.35, "4.35");
    assert_double(9.109e-31, "9.109e-31");
    assert_float(1.3421773e8F, "134217730");
    assert_float(ldexpf(1, -24), "5.9604645e-8");
    assert_float(8.589973e9F, "8589974000");
    assert_float(0.3F, "0.3");
}

/* */
TEST(every_power_of_two_and_its_neighbours_are_shortest) {
    for (int exponent = -1074; exponent < 1024; exponent++) {
        uint64_t bits = bits_of_double(ldexp(1, exponent));
        check_double_writing(double_of_bits(bits - 1));
        check_double_writing(double_of_bits(bits));
        check_double_writing(double_of_bits(bits + 1));
    }
    for (int exponent = -149; exponent < 128; exponent++) {
        uint32_t bits = bits_of_float(ldexpf(1, exponent));
        check_float_writing(float_of_bits(bits - 1));
        check_float_writing(float_of_bits(bits));
        check_float_writing(float_of_bits(bits + 1));
    }
}

/* */
TEST(every_power_of_ten_and_its_neighbours_are_shortest) {
    for (int exponent = -323; exponent <= 308; exponent++) {
        char token[16];
        snprintf(token, sizeof token, "1e%d", exponent);
        uint64_t bits = bits_of_double(strtod(token, NULL));
        check_double_writing(double_of_bits(bits - 1));
        check_double_writing(double_of_bits(bits));
        check_double_writing(double_of_bits(bits + 1));
        if (exponent < -45 || exponent > 38)
            continue;
        uint32_t narrow = bits_of_float(strtof(token, NULL));
        check_float_writing(float_of_bits(narrow - 1));
        check_float_writing(float_of_bits(narrow));
        check_float_writing(float_of_bits(narrow + 1));
    }
}

/* */
TEST(random_numbers_are_shortest) {
    struct pseudo_random random = {7};
    for (size_t round = 0; round < test_rounds(100000); round++) {
        double value = double_of_bits(random_bits(&random));
        if (isfinite(value))
            check_double_writing(value);
        check_double_writing((double)random_below(&random, 10000000) / 1000);
        float narrow = float_of_bits((uint32_t)random_bits(&random));
        if (isfinite(narrow))
            check_float_writing(narrow);
    }
    for (uint64_t bits = 1; bits <= test_rounds(20000); bits++)
        check_double_writing(double_of_bits(bits));
}

/* */
TEST(two_million_doubles_read_back_the_same) {
    struct pseudo_random random = {8};
    char text[ANVIL_REAL_TEXT_MAX];
    for (size_t round = 0; round < test_rounds(2000000); round++) {
        double value = double_of_bits(random_bits(&random));
        if (!isfinite(value))
            continue;
        size_t bytes = anvil_double_write(value, text);
        const unsigned char *begin = (const unsigned char *)text;
        double back = 0;
        if (bytes > sizeof text || anvil_double_read(begin, begin + bytes, &back) != ANVIL_OK ||
            bits_of_double(back) != bits_of_double(value))
            fail_msg("%a does not read back", value);
    }
}

/* Spread over the whole format. */
TEST(two_million_floats_read_back_the_same) {
    char text[ANVIL_REAL_TEXT_MAX];
    uint32_t bits = 0;
    for (size_t round = 0; round < test_rounds(2000000); round++, bits += 2147) {
        float value = float_of_bits(bits);
        if (!isfinite(value))
            continue;
        size_t bytes = anvil_float_write(value, text);
        const unsigned char *begin = (const unsigned char *)text;
        float back = 0;
        if (bytes > sizeof text || anvil_float_read(begin, begin + bytes, &back) != ANVIL_OK ||
            bits_of_float(back) != bits)
            fail_msg("%a does not read back", (double)value);
    }
}

/* [I-02] */
TEST(nothing_is_written_beyond_the_text) {
    static const double VALUES[] = {0,    -0.0,  1,     -1.2345678901234567e-6,   1e20,
                                    1e21, 1e-7,  0.001, -2.2250738585072014e-308, 5e-324,
                                    12.5, 1e300, -1e20, 9007199254740993.0,       1e-6};
    for (size_t i = 0; i < sizeof VALUES / sizeof VALUES[0]; i++) {
        char text[ANVIL_REAL_TEXT_MAX];
        size_t bytes = anvil_double_write(VALUES[i], text);
        struct guard_page page = guard_page_of(NULL, bytes);
        assert_int_equal(anvil_double_write(VALUES[i], page.ptr), bytes);
        assert_memory_equal(page.ptr, text, bytes);
        guard_page_free(&page);
    }
}

/* */
TEST(what_is_no_number_has_a_name) {
    assert_true(anvil_str_equal(anvil_double_special(NAN), anvil_str_of("NaN", 3)));
    assert_true(anvil_str_equal(anvil_double_special(-NAN), anvil_str_of("NaN", 3)));
    assert_true(anvil_str_equal(anvil_double_special(double_of_bits(UINT64_C(0x7FF0000000000001))),
                                anvil_str_of("NaN", 3)));
    assert_true(anvil_str_equal(anvil_double_special(INFINITY), anvil_str_of("Infinity", 8)));
    assert_true(anvil_str_equal(anvil_double_special(-INFINITY), anvil_str_of("-Infinity", 9)));
    assert_true(
        anvil_str_equal(anvil_double_special((double)-HUGE_VALF), anvil_str_of("-Infinity", 9)));
    assert_null(anvil_double_special(0).ptr);
    assert_null(anvil_double_special(-1.7976931348623157e308).ptr);
    assert_null(anvil_double_special(5e-324).ptr);
}

static bool reads_special(const char *text, double *value) {
    struct guard_page page = guard_page_of(text, strlen(text));
    const unsigned char *begin = (const unsigned char *)page.ptr;
    bool is_special = anvil_double_special_read(begin, begin + page.len, value);
    guard_page_free(&page);
    return is_special;
}

/* */
TEST(only_the_three_names_are_read) {
    double value = 0;
    assert_true(reads_special("NaN", &value) && isnan(value));
    assert_true(reads_special("Infinity", &value) && isinf(value) && value > 0);
    assert_true(reads_special("-Infinity", &value) && isinf(value) && value < 0);
    static const char *const OTHERS[] = {"",        "nan",       "NAN",       "-NaN",
                                         "inf",     "Inf",       "+Infinity", "infinity",
                                         "Infinit", "Infinity ", "123"};
    value = 42;
    for (size_t i = 0; i < sizeof OTHERS / sizeof OTHERS[0]; i++)
        assert_true(!reads_special(OTHERS[i], &value) && value == 42);
}
