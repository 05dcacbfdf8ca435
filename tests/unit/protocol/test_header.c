/* SPDX-License-Identifier: Apache-2.0 */
/* Names of headers have no case. */
#include "guard_page.h"
#include "protocol/fake_transport.h"
#include "test.h"

#define HEADER(name, value)                                                                        \
    { ANVIL_STR(name), ANVIL_STR(value) }

static const struct anvil_header HEADERS[] = {
    HEADER("Content-Type", "application/x-amz-json-1.0"),
    HEADER("x-amzn-requestid", "first"),
    HEADER("X-AMZN-REQUESTID", "second"),
    HEADER("X-Empty", ""),
    {ANVIL_STR("X-Absent"), {NULL, 0}},
};
static const size_t COUNT = sizeof HEADERS / sizeof HEADERS[0];

TEST(a_header_is_found_in_any_case) {
    static const char *const names[] = {"Content-Type", "content-type", "CONTENT-TYPE",
                                        "cOnTeNt-TyPe"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_text_is(anvil_header_value(HEADERS, COUNT, view_of(names[i])),
                       "application/x-amz-json-1.0");
}

TEST(of_several_headers_the_first_counts) {
    assert_text_is(anvil_header_value(HEADERS, COUNT, view_of("X-Amzn-RequestId")), "first");
    assert_text_is(anvil_header_value(HEADERS + 2, COUNT - 2, view_of("X-Amzn-RequestId")),
                   "second");
}

TEST(other_names_find_nothing) {
    static const char *const names[] = {"",           "Content-Typ",  "Content-Types",
                                        "ontent-Typ", "Content_Type", "Content-Type:",
                                        "X-Absent"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        assert_text_is(anvil_header_value(HEADERS, COUNT, view_of(names[i])), NULL);
    assert_text_is(anvil_header_value(HEADERS, COUNT, anvil_str_of(NULL, 0)), NULL);
    assert_text_is(anvil_header_value(NULL, 0, view_of("Content-Type")), NULL);
}

TEST(an_empty_value_is_not_an_absent_one) {
    assert_text_is(anvil_header_value(HEADERS, COUNT, view_of("x-empty")), "");
}

/* Bytes that differ in the bit that makes a letter small, as letters do, are other bytes. */
TEST(only_letters_have_a_case) {
    for (int byte = 0; byte < 256; byte++) {
        char name = (char)byte;
        char other = (char)(byte ^ 0x20);
        struct anvil_header header = {{&name, 1}, ANVIL_STR("found")};
        bool is_letter = (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
        assert_text_is(anvil_header_value(&header, 1, anvil_str_of(&name, 1)), "found");
        assert_text_is(anvil_header_value(&header, 1, anvil_str_of(&other, 1)),
                       is_letter ? "found" : NULL);
    }
}

/* [I-01] */
TEST(reads_no_more_of_a_name_than_there_is) {
    static const char NAME[] = "X-Amzn-Errortype";
    struct guard_page page = guard_page_of(NAME, sizeof NAME - 1);
    for (size_t len = sizeof NAME; len-- > 0;) {
        guard_page_put(&page, NAME, len);
        struct anvil_header header = {anvil_str_of(page.ptr, len), ANVIL_STR("value")};
        assert_text_is(anvil_header_value(&header, 1, view_of("x-amzn-errortype")),
                       len == sizeof NAME - 1 ? "value" : NULL);
    }
    guard_page_free(&page);
}
