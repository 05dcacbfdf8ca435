/* SPDX-License-Identifier: Apache-2.0 */
/* White space, literals and numbers. A caret in a comment stands under the offending byte. */
#include "guard_page.h"
#include "sample/sample_shapes.h"
#include "scan/token.h"
#include "test.h"

#include <string.h>

typedef enum anvil_status scan_token(const unsigned char *p, const unsigned char *end,
                                     const unsigned char **next);

struct token_case {
    struct anvil_str text;
    enum anvil_status status;
    size_t offset; /* behind the token, or of the error */
};

static void expect(scan_token *scan, const struct token_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct guard_page page = guard_page_of(cases[i].text.ptr, cases[i].text.len);
        const unsigned char *begin = (const unsigned char *)page.ptr;
        const unsigned char *next = NULL;
        enum anvil_status status = scan(begin, begin + page.len, &next);
        assert_string_equal(anvil_status_name(status), anvil_status_name(cases[i].status));
        assert_int_equal(next - begin, cases[i].offset);
        guard_page_free(&page);
    }
}
#define EXPECT(scan, cases) expect(scan, cases, sizeof(cases) / sizeof(cases)[0])

/* four bytes are white space and no other */
TEST(every_byte_as_white_space) {
    for (unsigned byte = 0; byte < 256; byte++) {
        unsigned char text[2] = {(unsigned char)byte, 'x'};
        bool is_space = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
        assert_ptr_equal(skip_space(text, text + 2), text + is_space);
    }
}

TEST(white_space_up_to_the_end) {
    struct guard_page page = guard_page_of(" \t\r\n  ", 6);
    const unsigned char *begin = (const unsigned char *)page.ptr;
    assert_ptr_equal(skip_space(begin, begin + 6), begin + 6);
    assert_ptr_equal(skip_space(begin + 6, begin + 6), begin + 6);
    guard_page_free(&page);
}

TEST(every_byte_as_the_beginning_of_a_value) {
    for (unsigned byte = 0; byte < 256; byte++) {
        bool begins = byte != 0 && strchr("{[\"-0123456789tfn", (int)byte) != NULL;
        assert_int_equal(begins_value((unsigned char)byte), begins);
    }
}

/* in lower case, whole */
TEST(literals) {
    static const struct token_case CASES[] = {
        {ANVIL_STR("true"), ANVIL_OK, 4},       {ANVIL_STR("false"), ANVIL_OK, 5},
        {ANVIL_STR("null"), ANVIL_OK, 4},       {ANVIL_STR("null,"), ANVIL_OK, 4},
        {ANVIL_STR("truer"), ANVIL_OK, 4},      /* what follows is for others to judge */
        {ANVIL_STR("tRue"), ANVIL_E_TOKEN, 1},  /* t^ */
        {ANVIL_STR("trUe"), ANVIL_E_TOKEN, 2},  /* tr^ */
        {ANVIL_STR("falsy"), ANVIL_E_TOKEN, 4}, /* fals^ */
        {ANVIL_STR("nul}"), ANVIL_E_TOKEN, 3},  /* nul^ */
        {ANVIL_STR("nil"), ANVIL_E_TOKEN, 1},   /* n^ */
        {ANVIL_STR("t"), ANVIL_E_END, 1},       {ANVIL_STR("tru"), ANVIL_E_END, 3},
        {ANVIL_STR("fals"), ANVIL_E_END, 4},    {ANVIL_STR("n"), ANVIL_E_END, 1},
        {ANVIL_STR("nul"), ANVIL_E_END, 3},
    };
    EXPECT(anvil_scan_literal, CASES);
}

/* */
TEST(good_numbers) {
    static const struct token_case CASES[] = {
        {ANVIL_STR("0"), ANVIL_OK, 1},
        {ANVIL_STR("-0"), ANVIL_OK, 2},
        {ANVIL_STR("7"), ANVIL_OK, 1},
        {ANVIL_STR("10"), ANVIL_OK, 2},
        {ANVIL_STR("-10"), ANVIL_OK, 3},
        {ANVIL_STR("0.0"), ANVIL_OK, 3},
        {ANVIL_STR("-1.5"), ANVIL_OK, 4},
        {ANVIL_STR("1e9"), ANVIL_OK, 3},
        {ANVIL_STR("1E9"), ANVIL_OK, 3},
        {ANVIL_STR("1e+09"), ANVIL_OK, 5},
        {ANVIL_STR("1.25E-2"), ANVIL_OK, 7},
        {ANVIL_STR("0e0"), ANVIL_OK, 3},
        {ANVIL_STR("0,1"), ANVIL_OK, 1},
        {ANVIL_STR("12]"), ANVIL_OK, 2},
        {ANVIL_STR("1e9999999"), ANVIL_OK, 9},
        {ANVIL_STR("1 2"), ANVIL_OK, 1},
        {ANVIL_STR("1x"), ANVIL_OK, 1}, /* what follows is for others to judge */
        {ANVIL_STR("123456789012345678901234567890.5"), ANVIL_OK, 32},
    };
    EXPECT(anvil_scan_number, CASES);
}

/* */
TEST(bad_numbers) {
    static const struct token_case CASES[] = {
        {ANVIL_STR("01"), ANVIL_E_NUMBER, 1},    /* 0^ */
        {ANVIL_STR("-012"), ANVIL_E_NUMBER, 2},  /* -0^ */
        {ANVIL_STR("00"), ANVIL_E_NUMBER, 1},    /* 0^ */
        {ANVIL_STR("-x"), ANVIL_E_NUMBER, 1},    /* -^ */
        {ANVIL_STR("--1"), ANVIL_E_NUMBER, 1},   /* -^ */
        {ANVIL_STR("-.5"), ANVIL_E_NUMBER, 1},   /* -^ */
        {ANVIL_STR("1.}"), ANVIL_E_NUMBER, 2},   /* 1.^ */
        {ANVIL_STR("1.e5"), ANVIL_E_NUMBER, 2},  /* 1.^ */
        {ANVIL_STR("1e,"), ANVIL_E_NUMBER, 2},   /* 1e^ */
        {ANVIL_STR("1e+,"), ANVIL_E_NUMBER, 3},  /* 1e+^ */
        {ANVIL_STR("1e+-1"), ANVIL_E_NUMBER, 3}, /* 1e+^ */
        {ANVIL_STR("1ee1"), ANVIL_E_NUMBER, 2},  /* 1e^ */
        {ANVIL_STR("1.-1"), ANVIL_E_NUMBER, 2},  /* 1.^ */
        {ANVIL_STR("-"), ANVIL_E_END, 1},        {ANVIL_STR("1."), ANVIL_E_END, 2},
        {ANVIL_STR("1e"), ANVIL_E_END, 2},       {ANVIL_STR("1.5E-"), ANVIL_E_END, 5},
    };
    EXPECT(anvil_scan_number, CASES);
}
