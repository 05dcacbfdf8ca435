/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 against the table of RFC 3629 section 4, exhaustively: every sequence of one, two
 * and three bytes, the corners of those of four. */
#include "guard_page.h"
#include "sample/sample_shapes.h"
#include "test.h"
#include "text/utf8.h"

/* The ABNF of the RFC, row by row; bytes after the second are all UTF8-tail. */
static const struct {
    unsigned char first_low, first_high, second_low, second_high;
    size_t bytes;
} ROWS[] = {
    {0x00, 0x7F, 0x00, 0xFF, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

static size_t reference(const unsigned char *p, size_t available) {
    for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
        if (p[0] < ROWS[i].first_low || p[0] > ROWS[i].first_high)
            continue;
        if (ROWS[i].bytes > available)
            return 0;
        if (ROWS[i].bytes > 1 && (p[1] < ROWS[i].second_low || p[1] > ROWS[i].second_high))
            return 0;
        for (size_t tail = 2; tail < ROWS[i].bytes; tail++)
            if (p[tail] < 0x80 || p[tail] > 0xBF)
                return 0;
        return ROWS[i].bytes;
    }
    return 0;
}

/* cmocka's asserts are too slow for a loop of millions. */
static void expect_reference(const unsigned char *p, size_t available) {
    size_t found = anvil_utf8_sequence(p, p + available);
    if (found != reference(p, available))
        fail_msg("%02X %02X %02X %02X of %zu bytes: %zu", p[0], p[1], p[2], p[3], available, found);
}

TEST(every_sequence_of_one_and_two_bytes) {
    unsigned char p[4] = {0, 0, 0x80, 0x80};
    for (unsigned first = 0; first < 256; first++)
        for (unsigned second = 0; second < 256; second++) {
            p[0] = (unsigned char)first;
            p[1] = (unsigned char)second;
            expect_reference(p, 1);
            expect_reference(p, 2);
        }
}

static const unsigned char TAIL_CORNERS[] = {0x00, 0x22, 0x7F, 0x80, 0x8F, 0x90,
                                             0x9F, 0xA0, 0xBF, 0xC0, 0xFF};

TEST(every_sequence_of_three_bytes) {
    unsigned char p[4] = {0, 0, 0, 0x80};
    bool is_slow = test_rounds(50) < 50;
    for (unsigned first = 0; first < 256; first++)
        for (unsigned second = 0; second < 256; second++)
            for (unsigned third = 0; third < (is_slow ? sizeof TAIL_CORNERS : 256); third++) {
                p[0] = (unsigned char)first;
                p[1] = (unsigned char)second;
                p[2] = is_slow ? TAIL_CORNERS[third] : (unsigned char)third;
                expect_reference(p, 3);
            }
}

TEST(the_corners_of_four_bytes) {
    unsigned char p[4];
    for (unsigned first = 0xE0; first < 256; first++)
        for (unsigned second = 0; second < 256; second++)
            for (size_t third = 0; third < sizeof TAIL_CORNERS; third++)
                for (size_t fourth = 0; fourth < sizeof TAIL_CORNERS; fourth++) {
                    p[0] = (unsigned char)first;
                    p[1] = (unsigned char)second;
                    p[2] = TAIL_CORNERS[third];
                    p[3] = TAIL_CORNERS[fourth];
                    expect_reference(p, 4);
                }
}

/* [I-01] a sequence that is cut off is none, and what lies behind the cut is not read */
TEST(a_cut_sequence_is_none_and_nothing_behind_it_is_read) {
    static const struct anvil_str WHOLE[] = {ANVIL_STR("\xC3\xA9"), ANVIL_STR("\xE2\x82\xAC"),
                                             ANVIL_STR("\xF0\x9F\x98\x80")};
    for (size_t i = 0; i < sizeof WHOLE / sizeof WHOLE[0]; i++)
        for (size_t bytes = 1; bytes <= WHOLE[i].len; bytes++) {
            struct guard_page page = guard_page_of(WHOLE[i].ptr, bytes);
            const unsigned char *p = (const unsigned char *)page.ptr;
            size_t expected = bytes == WHOLE[i].len ? bytes : 0;
            assert_int_equal(anvil_utf8_sequence(p, p + bytes), expected);
            guard_page_free(&page);
        }
}

/* the length of a text is its number of Unicode scalar values */
TEST(length_counts_code_points) {
    static const struct {
        struct anvil_str text;
        size_t code_points;
    } CASES[] = {
        {ANVIL_STR(""), 0},
        {ANVIL_STR("abc"), 3},
        {ANVIL_STR("a\0b"), 3},
        {ANVIL_STR("\xC3\xA9"), 1},                         /* e with an accent */
        {ANVIL_STR("e\xCC\x81"), 2},                        /* the same, decomposed */
        {ANVIL_STR("\xE2\x82\xAC"), 1},                     /* the euro sign */
        {ANVIL_STR("\xF0\x9F\x98\x80"), 1},                 /* an emoji: 4 bytes, 2 UTF-16 units */
        {ANVIL_STR("\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"), 2}, /* a flag: two regional letters */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        size_t found = 99;
        assert_true(anvil_utf8_count(CASES[i].text.ptr, CASES[i].text.len, &found));
        assert_int_equal(found, CASES[i].code_points);
    }
}

TEST(absent_text_has_no_length) {
    size_t found = 99;
    assert_true(anvil_utf8_count(NULL, 0, &found));
    assert_int_equal(found, 0);
}

TEST(text_that_is_no_utf8_has_no_length) {
    static const struct anvil_str BAD[] = {
        ANVIL_STR("\x80"),         ANVIL_STR("abc\xFF"),          ANVIL_STR("\xC0\x80"),
        ANVIL_STR("\xED\xA0\x80"), ANVIL_STR("\xF4\x90\x80\x80"), ANVIL_STR("\xE2\x82"),
        ANVIL_STR("\xC3"),         ANVIL_STR("\xC3\x28"),
    };
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        size_t found = 99;
        assert_false(anvil_utf8_count(BAD[i].ptr, BAD[i].len, &found));
        assert_int_equal(found, 99);
    }
}

/* The corners of the ranges, and everything in between where time allows. */
TEST(every_code_point_that_is_written_reads_back) {
    uint32_t step = test_rounds(50) < 50 ? 257 : 1;
    for (uint32_t code_point = 0; code_point < 0x110000; code_point += step) {
        if (code_point >= 0xD800 && code_point < 0xE000)
            continue;
        unsigned char p[4] = {0};
        size_t bytes = anvil_utf8_write(code_point, (char *)p);
        uint32_t value = bytes == 1 ? p[0] : p[0] & (0xFFU >> (bytes + 1));
        for (size_t i = 1; i < bytes; i++)
            value = value << 6 | (p[i] & 0x3F);
        if (value != code_point || anvil_utf8_sequence(p, p + bytes) != bytes)
            fail_msg("U+%04X", (unsigned)code_point);
    }
}

TEST(the_corners_of_the_ranges_are_written_right) {
    static const struct {
        uint32_t code_point;
        struct anvil_str bytes;
    } CORNERS[] = {
        {0x00, ANVIL_STR("\0")},
        {0x7F, ANVIL_STR("\x7F")},
        {0x80, ANVIL_STR("\xC2\x80")},
        {0x7FF, ANVIL_STR("\xDF\xBF")},
        {0x800, ANVIL_STR("\xE0\xA0\x80")},
        {0xD7FF, ANVIL_STR("\xED\x9F\xBF")},
        {0xE000, ANVIL_STR("\xEE\x80\x80")},
        {0xFFFF, ANVIL_STR("\xEF\xBF\xBF")},
        {0x10000, ANVIL_STR("\xF0\x90\x80\x80")},
        {0x10FFFF, ANVIL_STR("\xF4\x8F\xBF\xBF")},
    };
    for (size_t i = 0; i < sizeof CORNERS / sizeof CORNERS[0]; i++) {
        char out[4];
        size_t bytes = anvil_utf8_write(CORNERS[i].code_point, out);
        assert_true(anvil_str_equal(anvil_str_of(out, bytes), CORNERS[i].bytes));
    }
}
