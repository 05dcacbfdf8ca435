/* SPDX-License-Identifier: Apache-2.0 */
/* The powers of ten, all of them, against whole numbers of any size. */
#include "test.h"
#include "text/big_number.h"
#include "text/power_of_ten.h"

/* Compares 10^n with `exact` * 2^exponent, of which `exact` has the whole part. */
static void check_power(int n, const struct big_number *exact, int exponent, bool is_whole) {
    struct anvil_power_of_ten power = anvil_power_of_ten(n);
    int bits = (int)big_bits(exact);
    if (power.significand.high != big_word(exact, bits - 64) ||
        power.significand.low != big_word(exact, bits - 128) ||
        power.exponent != exponent + bits - 128)
        fail_msg("10^%d is not what the table says", n);
    bool has_rest = !is_whole;
    for (int bit = bits - 129; bit >= 0 && !has_rest; bit--)
        has_rest = exact->limbs[bit / 32] >> (bit % 32) & 1;
    assert_int_equal(power.is_exact, !has_rest);
}

TEST(positive_powers_of_ten_are_rounded_down_to_128_bits) {
    struct big_number power = big_of(1);
    for (int n = 0; n <= ANVIL_POWER_OF_TEN_MAX; n++) {
        check_power(n, &power, 0, true);
        big_multiply(&power, 10);
    }
}

TEST(negative_powers_of_ten_are_rounded_down_to_128_bits) {
    enum { SCALE = 1700 };
    struct big_number scaled = big_of(1);
    big_shift_left(&scaled, SCALE);
    for (int n = -1; n >= ANVIL_POWER_OF_TEN_MIN; n--) {
        /* Rounding down at every step is rounding down once. */
        big_divide(&scaled, 10);
        check_power(n, &scaled, -SCALE, false);
    }
}

/* The table itself, word by word. */
static void check_stride(int n, const struct big_number *exact) {
    const uint64_t *stride = anvil_strides[(n - ANVIL_POWER_OF_TEN_MIN) / ANVIL_FIVES];
    int bits = (int)big_bits(exact);
    for (int word = 0; word < 3; word++)
        if (stride[word] != big_word(exact, bits - 64 * (word + 1)))
            fail_msg("word %d of 10^%d is wrong", word, n);
}

TEST(the_strides_are_rounded_down_to_192_bits) {
    enum { SCALE = 1700 };
    struct big_number power = big_of(1);
    struct big_number inverse = big_of(1);
    big_shift_left(&inverse, SCALE);
    size_t strides = 0;
    for (int n = 0; n <= -ANVIL_POWER_OF_TEN_MIN; n++) {
        if (n % ANVIL_FIVES == 0 && n <= ANVIL_POWER_OF_TEN_MAX) {
            check_stride(n, &power);
            strides++;
        }
        if (n % ANVIL_FIVES == 0 && n != 0) {
            check_stride(-n, &inverse);
            strides++;
        }
        big_multiply(&power, 10);
        big_divide(&inverse, 10);
    }
    assert_int_equal(strides, ANVIL_STRIDES);
}

TEST(the_powers_of_five_are_powers_of_five) {
    uint64_t five = 1;
    for (unsigned n = 0; n < ANVIL_FIVES; n++, five *= 5)
        assert_true(anvil_fives[n] == five);
    uint64_t ten = 1;
    for (unsigned n = 0; n <= 19; n++, ten *= 10)
        assert_true(small_power_of_ten(n) == ten);
}

/* floor(log2(10^e)): how many bits 10^e has, less one; below one, of 2^SCALE / 10^-e. */
TEST(logarithms_are_rounded_down) {
    enum { SCALE = 3600 };
    struct big_number power = big_of(1);
    for (int e = 0; e <= 1000; e++, big_multiply(&power, 10))
        assert_int_equal(floor_log2_of_power_of_ten(e), (int)big_bits(&power) - 1);
    struct big_number inverse = big_of(1);
    big_shift_left(&inverse, SCALE);
    for (int e = 0; e >= -1000; e--, big_divide(&inverse, 10))
        assert_int_equal(floor_log2_of_power_of_ten(e), (int)big_bits(&inverse) - 1 - SCALE);
}

/* floor(log10(x)) of a whole number x is the number of its digits, less one. */
TEST(decimal_logarithms_of_powers_of_two_are_rounded_down) {
    char digits[BIG_NUMBER_DIGITS];
    struct big_number power = big_of(1);
    for (int e = 0; e <= 1100; e++, big_multiply(&power, 2)) {
        int count = (int)big_decimal(power, digits);
        assert_int_equal(floor_log10_of_power_of_two(e), count - 1);
        struct big_number three = power;
        big_multiply(&three, 3);
        count = (int)big_decimal(three, digits);
        assert_int_equal(floor_log10_of_three_quarters(e + 2), count - 1);
    }
    /* 2^-e is 5^e / 10^e. */
    struct big_number five = big_of(1);
    for (int e = 0; e <= 1100; e++, big_multiply(&five, 5)) {
        int count = (int)big_decimal(five, digits);
        assert_int_equal(floor_log10_of_power_of_two(-e), count - 1 - e);
        struct big_number three = five;
        big_multiply(&three, 3);
        count = (int)big_decimal(three, digits);
        assert_int_equal(floor_log10_of_three_quarters(2 - e), count - 1 - e);
    }
}
