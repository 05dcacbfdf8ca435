/* SPDX-License-Identifier: Apache-2.0 */
/* Compiled patterns, both forms. What expressions mean is the compiler's business, and PCRE2 is
 * asked about that; here it is the walk over the tables. */
#include "check/pattern.h"
#include "sample/sample_limits.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

struct pattern_case {
    struct anvil_str text;
    bool matches;
};

static void expect(const struct anvil_pattern *pattern, const struct pattern_case *cases,
                   size_t count) {
    for (size_t i = 0; i < count; i++)
        if (anvil_pattern_matches(pattern, cases[i].text) != cases[i].matches)
            fail_msg("%.*s", (int)cases[i].text.len, cases[i].text.ptr);
}

/* [R-044] `^[A-Z]{2}$` */
TEST(a_run_of_a_fixed_length) {
    static const struct pattern_case CASES[] = {
        {ANVIL_STR("DE"), true},     {ANVIL_STR("ZA"), true},    {ANVIL_STR(""), false},
        {ANVIL_STR("D"), false},     {ANVIL_STR("DEU"), false},  {ANVIL_STR("De"), false},
        {ANVIL_STR("DE\n"), false},  {ANVIL_STR("\nDE"), false}, {ANVIL_STR("D\0"), false},
        {ANVIL_STR("@E"), false},    {ANVIL_STR("[A"), false},   {ANVIL_STR("\xC3\x84"), false},
        {ANVIL_STR("D\xC5"), false}, {{NULL, 0}, false},
    };
    expect(&sample_code_pattern, CASES, sizeof CASES / sizeof CASES[0]);
}

/* `^[!-~]+$`: a run that has the quote and the backslash, of any length */
TEST(a_run_of_any_length) {
    static const struct pattern_case CASES[] = {
        {ANVIL_STR("!"), true},      {ANVIL_STR("~"), true},     {ANVIL_STR("\"\\"), true},
        {ANVIL_STR(""), false},      {ANVIL_STR(" "), false},    {ANVIL_STR("a b"), false},
        {ANVIL_STR("abc\n"), false}, {ANVIL_STR("\x7F"), false}, {ANVIL_STR("\x1F"), false},
        {ANVIL_STR("a\x80"), false},
    };
    static char long_text[5000];
    memset(long_text, '"', sizeof long_text);
    expect(&sample_token_pattern, CASES, sizeof CASES / sizeof CASES[0]);
    assert_true(
        anvil_pattern_matches(&sample_token_pattern, anvil_str_of(long_text, sizeof long_text)));
    long_text[sizeof long_text - 1] = ' ';
    assert_false(
        anvil_pattern_matches(&sample_token_pattern, anvil_str_of(long_text, sizeof long_text)));
}

/* `^[a-z]+(-[a-z]+)*$` */
TEST(an_automaton) {
    static const struct pattern_case CASES[] = {
        {ANVIL_STR("a"), true},
        {ANVIL_STR("abc"), true},
        {ANVIL_STR("a-b"), true},
        {ANVIL_STR("ab-cd-ef"), true},
        {ANVIL_STR(""), false},
        {ANVIL_STR("-"), false},
        {ANVIL_STR("-a"), false},
        {ANVIL_STR("a-"), false},
        {ANVIL_STR("a--b"), false},
        {ANVIL_STR("A"), false},
        {ANVIL_STR("a-B"), false},
        {ANVIL_STR("a b"), false},
        {ANVIL_STR("a\n"), false},
        {ANVIL_STR("a\0"), false},
        {ANVIL_STR("a\xC3\xA9"), false},
        {ANVIL_STR("?a"), false}, /* once rejected, nothing makes it good again */
        {{NULL, 0}, false},
    };
    expect(&sample_slug_pattern, CASES, sizeof CASES / sizeof CASES[0]);
}

/* [R-045] [I-06] a megabyte of what drives a backtracking matcher mad is one pass */
TEST(matching_takes_linear_time) {
    enum { MANY = 1 << 20 };
    static char text[MANY];
    for (size_t i = 0; i < MANY; i++)
        text[i] = i % 2 == 0 ? 'a' : '-';
    text[MANY - 1] = '!';
    assert_false(anvil_pattern_matches(&sample_slug_pattern, anvil_str_of(text, MANY)));
    text[MANY - 1] = 'a';
    assert_true(anvil_pattern_matches(&sample_slug_pattern, anvil_str_of(text, MANY)));
}
