/* SPDX-License-Identifier: Apache-2.0 */
/* Where PCRE2 means something else than ECMA-262, one by one: what the compiler says, and
 * what PCRE2 says of the same text and the same spelling. Everywhere else the two agree, which the
 * other tests show. */
#include "check/pattern.h"
#include "compile_pattern.h"
#include "pcre2_spelling.h"
#include "test.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

static bool ask_pcre2(const char *source, const char *text, uint32_t options) {
    int error;
    PCRE2_SIZE at;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED, PCRE2_UTF | options,
                                     &error, &at, NULL);
    assert_non_null(code);
    pcre2_match_data *match = pcre2_match_data_create_from_pattern(code, NULL);
    int found = pcre2_match(code, (PCRE2_SPTR)text, strlen(text), 0, 0, match, NULL);
    pcre2_match_data_free(match);
    pcre2_code_free(code);
    assert_true(found >= 0 || found == PCRE2_ERROR_NOMATCH);
    return found >= 0;
}

static bool ask_compiler(const char *source, const char *text) {
    struct spec spec;
    spec_begin(&spec);
    const struct spec_pattern *pattern = spec_compile_pattern(&spec, "Shape", source);
    if (pattern == NULL)
        fail_msg("%s", spec.fault.reason);
    bool is_match = anvil_pattern_matches(&pattern->descriptor, anvil_str_of(text, strlen(text)));
    spec_end(&spec);
    return is_match;
}

struct difference {
    const char *source;
    const char *text;
    bool ecma_262;
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Each says the opposite of PCRE2, and what PCRE2 says of the rewritten pattern. */
static void assert_differences(const struct difference *differences, size_t count,
                               uint32_t options) {
    for (size_t i = 0; i < count; i++) {
        const char *source = differences[i].source;
        const char *text = differences[i].text;
        bool want = differences[i].ecma_262;
        if (ask_compiler(source, text) != want)
            fail_msg("%zu: %s should %smatch", i, source, want ? "" : "not ");
        if (ask_pcre2(source, text, options) == want)
            fail_msg("%zu: %s is no difference", i, source);
        assert_int_equal(ask_pcre2(pcre2_spelling(source), text, PCRE2_DOLLAR_ENDONLY), want);
    }
}

/* PCRE2 without PCRE2_UCP: white space is ASCII's. */
TEST(white_space_beyond_ascii) {
    static const char *const spaces[] = {
        "\xC2\xA0",     "\xE1\x9A\x80", "\xE2\x80\x80", "\xE2\x80\x81", "\xE2\x80\x82",
        "\xE2\x80\x83", "\xE2\x80\x84", "\xE2\x80\x85", "\xE2\x80\x86", "\xE2\x80\x87",
        "\xE2\x80\x88", "\xE2\x80\x89", "\xE2\x80\x8A", "\xE2\x80\xA8", "\xE2\x80\xA9",
        "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80", "\xEF\xBB\xBF"};
    for (size_t i = 0; i < COUNT_OF(spaces); i++) {
        const struct difference differences[] = {{"^\\s$", spaces[i], true},
                                                 {"^\\S$", spaces[i], false},
                                                 {"^[a\\s]$", spaces[i], true},
                                                 {"^[a\\S]$", spaces[i], false},
                                                 {"^(?!\\s*$)[\\s\\S]+$", spaces[i], false},
                                                 {"^(?!\\s)[\\s\\S]+(?<!\\s)$", spaces[i], false}};
        assert_differences(differences, COUNT_OF(differences), PCRE2_DOLLAR_ENDONLY);
    }
}

/* PCRE2 with PCRE2_UCP: its white space is Unicode's, which has U+0085 and lacks U+FEFF. */
TEST(white_space_with_unicode_properties) {
    static const struct difference differences[] = {{"^\\s$", "\xC2\x85", false},
                                                    {"^\\s$", "\xEF\xBB\xBF", true},
                                                    {"^\\d$", "\xD9\xA0", false},
                                                    {"^\\w$", "\xC3\xA4", false}};
    assert_differences(differences, COUNT_OF(differences), PCRE2_DOLLAR_ENDONLY | PCRE2_UCP);
}

/* PCRE2's dot leaves out the line feed only. */
TEST(the_dot_and_other_ends_of_lines) {
    static const struct difference differences[] = {
        {"^.$", "\r", false}, {"^.$", "\xE2\x80\xA8", false}, {"^.$", "\xE2\x80\xA9", false}};
    assert_differences(differences, COUNT_OF(differences), PCRE2_DOLLAR_ENDONLY);
    assert_false(ask_compiler("^.$", "\n"));
    assert_true(ask_compiler("^.$", "\xC2\x85"));
}

/* Without PCRE2_DOLLAR_ENDONLY the dollar stands before a final line feed too. */
TEST(the_dollar_and_a_final_line_feed) {
    static const struct difference differences[] = {
        {"^[A-Z]{2}$", "US\n", false}, {"^a|b$", "b\n", false}, {"(?=a$)", "a\n", false}};
    assert_differences(differences, COUNT_OF(differences), 0);
}

/* PCRE2's \v is any vertical space. */
TEST(the_vertical_tabulator) {
    static const struct difference differences[] = {{"^\\v$", "\n", false},
                                                    {"^\\v$", "\r", false},
                                                    {"^[\\v]$", "\f", false},
                                                    {"^\\v$", "\xC2\x85", false},
                                                    {"^\\v$", "\xE2\x80\xA8", false}};
    assert_differences(differences, COUNT_OF(differences), PCRE2_DOLLAR_ENDONLY);
    assert_true(ask_compiler("^\\v$", "\v"));
}

/* PCRE2 ignores the quantifier of an empty class, and then nothing matches. */
TEST(an_empty_class_not_at_all) {
    static const struct difference differences[] = {
        {"[]*", "a", true}, {"^a[]?$", "a", true}, {"^[]{0}$", "", true}};
    assert_differences(differences, COUNT_OF(differences),
                       PCRE2_DOLLAR_ENDONLY | PCRE2_ALLOW_EMPTY_CLASS);
    assert_false(ask_compiler("^(a|b[])$", "b"));
}

/* What PCRE2 refuses, or reads as something else altogether. */
TEST(spellings_that_pcre2_does_not_have) {
    static const char *const sources[] = {"^\\u0041$", "^\\u{1F44D}$", "^[^]$", "^(?<=a+)b$"};
    for (size_t i = 0; i < COUNT_OF(sources); i++) {
        struct spec spec;
        int error;
        PCRE2_SIZE at;
        spec_begin(&spec);
        assert_null(pcre2_compile((PCRE2_SPTR)sources[i], PCRE2_ZERO_TERMINATED, PCRE2_UTF, &error,
                                  &at, NULL));
        spec_compile_pattern(&spec, "Shape", sources[i]);
        /* The last one is fine, and no text has a look-behind's match before its beginning. */
        if (i == 3)
            assert_non_null(strstr(spec.fault.reason, "matches no text at all"));
        else
            assert_string_equal(spec.fault.reason, "");
        spec_end(&spec);
    }
}
