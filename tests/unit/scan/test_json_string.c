/* SPDX-License-Identifier: Apache-2.0 */
/* JSON strings: what is one, where the error is, what it means. In the tables a caret stands under
 * the offending byte of the text. */
#include "guard_page.h"
#include "sample/sample_shapes.h"
#include "scan/string.h"
#include "test.h"

#include <stdio.h>

/* Scans the string at the beginning of `text`, flush against an unreadable page. */
static enum anvil_status scan(struct anvil_str text, size_t *offset, bool *is_escaped) {
    struct guard_page page = guard_page_of(text.ptr, text.len);
    const unsigned char *begin = (const unsigned char *)page.ptr;
    const unsigned char *at = begin;
    struct anvil_raw_string raw = {NULL, NULL, false};
    enum anvil_status status = anvil_string_scan(begin + 1, begin + 1, begin + text.len, &raw, &at);
    *offset = (size_t)((status == ANVIL_OK ? raw.end : at) - begin);
    *is_escaped = raw.is_escaped;
    guard_page_free(&page);
    return status;
}

/* The logical text of the string at the beginning of `text`, which is one. */
static size_t unescape(struct anvil_str text, char *out) {
    const unsigned char *begin = (const unsigned char *)text.ptr;
    const unsigned char *at = begin;
    struct anvil_raw_string raw;
    assert_int_equal(anvil_string_scan(begin + 1, begin + 1, begin + text.len, &raw, &at),
                     ANVIL_OK);
    struct guard_page page = guard_page_of(NULL, (size_t)(raw.end - raw.begin));
    size_t bytes = anvil_string_unescape(&raw, page.ptr);
    assert_in_range(bytes, 0, page.len);
    memcpy(out, page.ptr, bytes);
    guard_page_free(&page);
    return bytes;
}

struct string_case {
    struct anvil_str text;
    enum anvil_status status;
    size_t offset;
};

static void expect(const struct string_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t offset = 0;
        bool is_escaped = false;
        assert_string_equal(anvil_status_name(scan(cases[i].text, &offset, &is_escaped)),
                            anvil_status_name(cases[i].status));
        assert_int_equal(offset, cases[i].offset);
    }
}
#define EXPECT(cases) expect(cases, sizeof(cases) / sizeof(cases)[0])

/* The offset of a good string is that of its closing quote. */
TEST(good_strings_end_at_their_quote) {
    static const struct string_case CASES[] = {
        {ANVIL_STR("\"\""), ANVIL_OK, 1},
        /*         "^ */
        {ANVIL_STR("\"abc\" , \"def\""), ANVIL_OK, 4},
        /*         "abc^ */
        {ANVIL_STR("\"\\\"\""), ANVIL_OK, 3},
        {ANVIL_STR("\"\\\\\""), ANVIL_OK, 3},
        {ANVIL_STR("\"\x7F\""), ANVIL_OK, 2}, /* DEL is ordinary */
        {ANVIL_STR("\"\xF0\x9F\x98\x80\""), ANVIL_OK, 5},
        {ANVIL_STR("\"\\uD83D\\uDE00\""), ANVIL_OK, 13},
        {ANVIL_STR("\"\\u0000\""), ANVIL_OK, 7},      /* NUL is ordinary */
        {ANVIL_STR("\"\xEF\xBB\xBF\""), ANVIL_OK, 4}, /* U+FEFF inside a text is a character */
    };
    EXPECT(CASES);
}

/* */
TEST(every_control_byte_must_be_escaped) {
    for (unsigned byte = 0; byte < 0x20; byte++) {
        char text[] = "\"a.b\"";
        size_t offset = 0;
        bool is_escaped = false;
        text[2] = (char)byte;
        assert_int_equal(scan(anvil_str_of(text, 5), &offset, &is_escaped), ANVIL_E_CONTROL);
        assert_int_equal(offset, 2);
    }
}

/* of all bytes after a backslash nine are known */
TEST(every_byte_after_a_backslash) {
    for (unsigned byte = 0; byte < 256; byte++) {
        char text[] = "\"ab\\.0041\"";
        size_t offset = 0;
        bool is_escaped = false;
        text[4] = (char)byte;
        bool is_known = byte != 0 && strchr("\"\\/bfnrtu", (int)byte) != NULL;
        enum anvil_status status = scan(anvil_str_of(text, 10), &offset, &is_escaped);
        assert_int_equal(status, is_known ? ANVIL_OK : ANVIL_E_ESCAPE);
        assert_int_equal(offset, is_known ? 9 : 3);
        assert_int_equal(is_escaped, is_known);
    }
}

/* four hex digits of either case, at each of the four places */
TEST(every_byte_in_place_of_a_hex_digit) {
    for (size_t place = 3; place < 7; place++)
        for (unsigned byte = 0; byte < 256; byte++) {
            char text[] = "\"\\u0041\"";
            size_t offset = 0;
            bool is_escaped = false;
            text[place] = (char)byte;
            bool is_hex = byte != 0 && strchr("0123456789abcdefABCDEF", (int)byte) != NULL;
            enum anvil_status status = scan(anvil_str_of(text, 8), &offset, &is_escaped);
            assert_int_equal(status, is_hex ? ANVIL_OK : ANVIL_E_ESCAPE);
            assert_int_equal(offset, is_hex ? 7 : 1);
        }
}

TEST(escapes_mean_what_they_stand_for) {
    static const struct {
        struct anvil_str raw;
        struct anvil_str logical;
    } CASES[] = {
        {ANVIL_STR("\"plain\""), ANVIL_STR("plain")},
        {ANVIL_STR("\"\\\"\\\\\\/\""), ANVIL_STR("\"\\/")},
        {ANVIL_STR("\"\\b\\f\\n\\r\\t\""), ANVIL_STR("\b\f\n\r\t")},
        {ANVIL_STR("\"\\u0041\\u00e9\\u00E9\""), ANVIL_STR("A\xC3\xA9\xC3\xA9")},
        {ANVIL_STR("\"\\u20ac\\u20AC\""), ANVIL_STR("\xE2\x82\xAC\xE2\x82\xAC")},
        {ANVIL_STR("\"\\ud83d\\ude00\""), ANVIL_STR("\xF0\x9F\x98\x80")},
        {ANVIL_STR("\"\\uD800\\uDC00\""), ANVIL_STR("\xF0\x90\x80\x80")}, /* the first astral one */
        {ANVIL_STR("\"\\uDBFF\\uDFFF\""), ANVIL_STR("\xF4\x8F\xBF\xBF")}, /* and the last */
        {ANVIL_STR("\"\\uD7FF\\uE000\""), ANVIL_STR("\xED\x9F\xBF\xEE\x80\x80")},
        {ANVIL_STR("\"\\u0000\\u001f\\u007F\""), ANVIL_STR("\0\x1F\x7F")},
        {ANVIL_STR("\"arn:aws:sms-voice::1:pool\\/p\""), ANVIL_STR("arn:aws:sms-voice::1:pool/p")},
        {ANVIL_STR("\"\\\\u0041\""), ANVIL_STR("\\u0041")}, /* an escaped backslash, then letters */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        char out[64];
        size_t bytes = unescape(CASES[i].raw, out);
        assert_true(anvil_str_equal(anvil_str_of(out, bytes), CASES[i].logical));
    }
}

/* both halves from below, at and above their ranges: exactly high-then-low is a pair */
TEST(every_combination_of_surrogates_at_the_edges) {
    static const unsigned UNITS[] = {0x0000, 0xD7FF, 0xD800, 0xD801, 0xDBFE, 0xDBFF,
                                     0xDC00, 0xDC01, 0xDFFE, 0xDFFF, 0xE000, 0xFFFF};
    enum { COUNT = sizeof UNITS / sizeof UNITS[0] };
    for (size_t i = 0; i < COUNT; i++)
        for (size_t j = 0; j < COUNT; j++) {
            char text[32];
            int len = snprintf(text, sizeof text, "\"\\u%04X\\u%04x\"", UNITS[i], UNITS[j]);
            size_t offset = 0;
            bool is_escaped = false;
            bool is_first_high = UNITS[i] >= 0xD800 && UNITS[i] <= 0xDBFF;
            bool is_first_low = UNITS[i] >= 0xDC00 && UNITS[i] <= 0xDFFF;
            bool is_second_high = UNITS[j] >= 0xD800 && UNITS[j] <= 0xDBFF;
            bool is_second_low = UNITS[j] >= 0xDC00 && UNITS[j] <= 0xDFFF;
            size_t expected = 13; /* the closing quote */
            if (is_first_low || (is_first_high && !is_second_low))
                expected = 1; /* the first backslash */
            else if (!is_first_high && (is_second_high || is_second_low))
                expected = 7; /* the second one */
            enum anvil_status status = scan(anvil_str_of(text, (size_t)len), &offset, &is_escaped);
            assert_int_equal(status, expected == 13 ? ANVIL_OK : ANVIL_E_SURROGATE);
            assert_int_equal(offset, expected);
        }
}

/* the first byte that cannot stand where it stands */
TEST(errors_stand_where_they_are) {
    static const struct string_case CASES[] = {
        {ANVIL_STR("\"a\001b\""), ANVIL_E_CONTROL, 2},
        /*         "a^                                       */
        {ANVIL_STR("\"ab\ncd\""), ANVIL_E_CONTROL, 3},
        /*         "ab^                                      */
        {ANVIL_STR("\"a\\x41\""), ANVIL_E_ESCAPE, 2},
        /*         "a^                                       */
        {ANVIL_STR("\"\\U0041\""), ANVIL_E_ESCAPE, 1},
        /*         "^                                        */
        {ANVIL_STR("\"\\u00g1\""), ANVIL_E_ESCAPE, 1},
        /*         "^                                        */
        {ANVIL_STR("\"\\u004\""), ANVIL_E_ESCAPE, 1},
        /*         "^ the quote is no hex digit              */
        {ANVIL_STR("\"\\uD83D\""), ANVIL_E_SURROGATE, 1},
        /*         "^ alone                                  */
        {ANVIL_STR("\"\\uD83Dx\""), ANVIL_E_SURROGATE, 1},
        /*         "^ followed by a letter                   */
        {ANVIL_STR("\"\\uD83D\\n\""), ANVIL_E_SURROGATE, 1},
        /*         "^ followed by another escape             */
        {ANVIL_STR("\"\\uD83D\\u0041\""), ANVIL_E_SURROGATE, 1},
        /*         "^ followed by a letter's escape          */
        {ANVIL_STR("\"\\uD83D\\uDE0x\""), ANVIL_E_SURROGATE, 1},
        /*         "^ the second half is broken              */
        {ANVIL_STR("\"a\\uDE00\\uD83D\""), ANVIL_E_SURROGATE, 2},
        /*         "a^ swapped                               */
        {ANVIL_STR("\"\\uD83D\\uDE00\\uDE00\""), ANVIL_E_SURROGATE, 13},
        /*         "            ^ one too many               */
        {ANVIL_STR("\"ab\x80\""), ANVIL_E_UTF8, 3},
        /*         "ab^ a tail without a beginning           */
        {ANVIL_STR("\"\xC3\xA9\xC3\""), ANVIL_E_UTF8, 3},
        /*         ".. ^ a beginning without a tail           */
        {ANVIL_STR("\"\xC0\xAF\""), ANVIL_E_UTF8, 1},
        /*         "^ the slash, overlong                    */
        {ANVIL_STR("\"\xED\xA0\xBD\xED\xB8\x80\""), ANVIL_E_UTF8, 1},
        /*         "^ surrogates as bytes                    */
        {ANVIL_STR("\"\xF4\x90\x80\x80\""), ANVIL_E_UTF8, 1},
        /*         "^ above U+10FFFF                         */
        {ANVIL_STR("\"\\u0041\xFF\""), ANVIL_E_UTF8, 7},
        /*         "      ^ after an escape                  */
    };
    EXPECT(CASES);
}

/* what could still become a string ends too early; what could not is wrong where it is */
TEST(strings_that_end_too_early) {
    static const struct string_case CASES[] = {
        {ANVIL_STR("\""), ANVIL_E_END, 1},
        {ANVIL_STR("\"abc"), ANVIL_E_END, 4},
        {ANVIL_STR("\"\\\""), ANVIL_E_END, 3},
        {ANVIL_STR("\"ab\\"), ANVIL_E_END, 4},
        {ANVIL_STR("\"ab\\u"), ANVIL_E_END, 5},
        {ANVIL_STR("\"ab\\u0"), ANVIL_E_END, 6},
        {ANVIL_STR("\"ab\\u00"), ANVIL_E_END, 7},
        {ANVIL_STR("\"ab\\u004"), ANVIL_E_END, 8},
        {ANVIL_STR("\"ab\\u0041"), ANVIL_E_END, 9},
        {ANVIL_STR("\"\\uD83D"), ANVIL_E_END, 7},
        {ANVIL_STR("\"\\uD83D\\"), ANVIL_E_END, 8},
        {ANVIL_STR("\"\\uD83D\\u"), ANVIL_E_END, 9},
        {ANVIL_STR("\"\\uD83D\\uDE0"), ANVIL_E_END, 12},
        {ANVIL_STR("\"\\uD83D\\uDE00"), ANVIL_E_END, 13},
        {ANVIL_STR("\"\\u0g"), ANVIL_E_ESCAPE, 1},          /* already wrong */
        {ANVIL_STR("\"\\q"), ANVIL_E_ESCAPE, 1},            /* already wrong */
        {ANVIL_STR("\"\\uDE00"), ANVIL_E_SURROGATE, 1},     /* already wrong */
        {ANVIL_STR("\"\\uD83Dx"), ANVIL_E_SURROGATE, 1},    /* already wrong */
        {ANVIL_STR("\"\\uD83D\\n"), ANVIL_E_SURROGATE, 1},  /* already wrong */
        {ANVIL_STR("\"\\uD83D\\ug"), ANVIL_E_SURROGATE, 1}, /* already wrong */
        {ANVIL_STR("\"ab\xE2\x82"), ANVIL_E_UTF8, 3},       /* cut off is not UTF-8 */
    };
    EXPECT(CASES);
}

TEST(scanning_can_begin_behind_what_is_known_to_be_plain) {
    static const char TEXT_BYTES[] = "\"plain\\ttext\"";
    const unsigned char *begin = (const unsigned char *)TEXT_BYTES;
    for (size_t plain = 1; plain <= 6; plain++) {
        const unsigned char *at = begin;
        struct anvil_raw_string raw;
        assert_int_equal(anvil_string_scan(begin + 1, begin + plain, begin + 13, &raw, &at),
                         ANVIL_OK);
        assert_ptr_equal(raw.begin, begin + 1);
        assert_ptr_equal(raw.end, begin + 12);
        assert_true(raw.is_escaped);
    }
}

/* names are compared by what they mean */
TEST(strings_are_compared_by_their_logical_text) {
    static const struct {
        struct anvil_str raw;
        struct anvil_str name;
        bool is_same;
    } CASES[] = {
        {ANVIL_STR("\"PoolId\""), ANVIL_STR("PoolId"), true},
        {ANVIL_STR("\"\\u0050oolId\""), ANVIL_STR("PoolId"), true},
        {ANVIL_STR("\"PoolI\\u0064\""), ANVIL_STR("PoolId"), true},
        {ANVIL_STR("\"poolId\""), ANVIL_STR("PoolId"), false},
        {ANVIL_STR("\"PoolI\""), ANVIL_STR("PoolId"), false},
        {ANVIL_STR("\"PoolIdx\""), ANVIL_STR("PoolId"), false},
        {ANVIL_STR("\"PoolId\\u0000\""), ANVIL_STR("PoolId"), false},
        {ANVIL_STR("\"\""), ANVIL_STR("PoolId"), false},
        {ANVIL_STR("\"\""), ANVIL_STR(""), true},
        {ANVIL_STR("\"\\/\""), ANVIL_STR("/"), true},
        {ANVIL_STR("\"\\u00e9\""), ANVIL_STR("\xC3\xA9"), true},
        {ANVIL_STR("\"\xC3\xA9\""), ANVIL_STR("\xC3\xA9"), true},
        {ANVIL_STR("\"\\u00e9\""), ANVIL_STR("\xC3"), false},
        {ANVIL_STR("\"\\ud83d\\ude00\""), ANVIL_STR("\xF0\x9F\x98\x80"), true},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        const unsigned char *begin = (const unsigned char *)CASES[i].raw.ptr;
        const unsigned char *at = begin;
        struct anvil_raw_string raw;
        assert_int_equal(
            anvil_string_scan(begin + 1, begin + 1, begin + CASES[i].raw.len, &raw, &at), ANVIL_OK);
        assert_int_equal(anvil_string_is(&raw, CASES[i].name), CASES[i].is_same);
    }
}
