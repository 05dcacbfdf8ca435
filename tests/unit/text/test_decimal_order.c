/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of any size are compared by their digits: nothing is rounded, and how a number is
 * written does not matter. */
#include "guard_page.h"
#include "test.h"
#include "text/decimal_order.h"
#include "text/pseudo_random.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

static struct anvil_str view(const char *text) {
    return anvil_str_of(text, strlen(text));
}

static int sign(int order) {
    return (order > 0) - (order < 0);
}

/* Each text flush against an unreadable page. */
static void expect(const char *a, const char *b, int order) {
    struct guard_page left = guard_page_of(a, strlen(a));
    struct guard_page right = guard_page_of(b, strlen(b));
    struct anvil_str x = anvil_str_of(left.ptr, left.len);
    struct anvil_str y = anvil_str_of(right.ptr, right.len);
    if (sign(anvil_decimal_compare(x, y)) != order || sign(anvil_decimal_compare(y, x)) != -order)
        fail_msg("%.60s and %.60s: %d", a, b, anvil_decimal_compare(x, y));
    guard_page_free(&left);
    guard_page_free(&right);
}

/* From the least to the greatest; texts of one line are one number. */
static const char *const ORDERED[][6] = {
    {"-1e1000", "-10e999", "-0.1e1001"},
    {"-123456789012345678901234567890"},
    {"-123456789012345678901234567889.99999999999999999999"},
    {"-1", "-1.0", "-1e0", "-10e-1", "-0.1E+1", "-1.000000000000000000000000000000"},
    {"-0.5", "-5e-1", "-0.50"},
    {"-1e-400"},
    {"0", "-0", "0.0", "0e99999999999999999999", "-0.000e-5", "0E+0"},
    {"1e-99999999999"},
    {"1e-400", "0.1e-399"},
    {"4.4", "4.40", "44e-1", "0.44e1", "4.4000000000000000000000000000000", "0.0044E3"},
    {"4.40000000000000000000000000000001"},
    {"9.99999999999999999999999999999999"},
    {"10", "1e1", "100e-1", "10.00"},
    {"18446744073709551615", "1.8446744073709551615e19"},
    {"18446744073709551616"},
    {"123456789012345678901234567890", "1.2345678901234567890123456789e29"},
    {"1e100000"},
    {"1e100001", "10e100000"},
};
enum { LINES = sizeof ORDERED / sizeof ORDERED[0], FORMS = 6 };

TEST(every_number_with_every_other) {
    for (size_t i = 0; i < LINES; i++)
        for (size_t j = 0; j < LINES; j++)
            for (size_t a = 0; a < FORMS && ORDERED[i][a] != NULL; a++)
                for (size_t b = 0; b < FORMS && ORDERED[j][b] != NULL; b++)
                    expect(ORDERED[i][a], ORDERED[j][b], (i > j) - (i < j));
}

/* Numbers that fit 64 bits, written with a point or an exponent in some place. */
static void write_some_way(struct pseudo_random *random, int64_t value, char *out, size_t room) {
    unsigned zeros = (unsigned)random_below(random, 12);
    switch (random_below(random, 3)) {
    case 0:
        snprintf(out, room, "%" PRId64, value);
        break;
    case 1:
        snprintf(out, room, "%" PRId64 ".%0*d", value, (int)zeros + 1, 0);
        break;
    default:
        snprintf(out, room, "%" PRId64 "%se-%u", value,
                 &"00000000000"[11 - (value != 0 ? zeros : 0)], value != 0 ? zeros : 0);
        break;
    }
}

TEST(whole_numbers_are_in_their_own_order) {
    struct pseudo_random random = {41};
    for (size_t round = 0; round < test_rounds(100000); round++) {
        unsigned bits = 1 + (unsigned)random_below(&random, 63);
        int64_t a = (int64_t)(random_below(&random, UINT64_C(1) << bits));
        int64_t b = random_below(&random, 3) == 0
                        ? a
                        : (int64_t)(random_below(&random, UINT64_C(1) << bits));
        a = random_below(&random, 2) == 0 ? a : -a;
        b = random_below(&random, 2) == 0 ? b : -b;
        char left[64];
        char right[64];
        write_some_way(&random, a, left, sizeof left);
        write_some_way(&random, b, right, sizeof right);
        int order = (a > b) - (a < b);
        if (sign(anvil_decimal_compare(view(left), view(right))) != order)
            fail_msg("%s and %s", left, right);
    }
}

/* [I-04] what is no number at all is compared somehow, without harm: structs hold what they hold */
TEST(other_text_does_no_harm) {
    static const char *const TEXTS[] = {"",   "-",   ".",     "e",   "1e",   "1e+",   "1.",
                                        "..", "abc", "1.2.3", "--1", "\xFF", "1e5e5", "-.e-"};
    enum { COUNT = sizeof TEXTS / sizeof TEXTS[0] };
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < COUNT; j++) {
            struct guard_page left = guard_page_of(TEXTS[i], strlen(TEXTS[i]));
            int order = anvil_decimal_compare(anvil_str_of(left.ptr, left.len), view(TEXTS[j]));
            assert_in_range(sign(order) + 1, 0, 2);
            guard_page_free(&left);
        }
}
