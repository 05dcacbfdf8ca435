/* SPDX-License-Identifier: Apache-2.0 */
/* The pattern compiler: what it takes, what its result matches, and what it refuses. */
#include "check/pattern.h"
#include "compile_pattern.h"
#include "regex.h"
#include "spec_fixture.h"
#include "test.h"

#include <string.h>

static const struct anvil_pattern *compile(struct spec *spec, const char *source) {
    const struct spec_pattern *pattern = spec_compile_pattern(spec, "Shape", source);
    if (pattern == NULL)
        fail_msg("%s", spec->fault.reason);
    return &pattern->descriptor;
}

/* [R-044] `good` and `bad` are lists of texts, each ended by a NULL. */
static void assert_matches(const char *source, const char *const *good, const char *const *bad) {
    struct spec spec;
    const struct anvil_pattern *pattern;
    spec_begin(&spec);
    pattern = compile(&spec, source);
    for (; *good != NULL; good++)
        if (!anvil_pattern_matches(pattern, anvil_str_of(*good, strlen(*good))))
            fail_msg("%s does not match \"%s\"", source, *good);
    for (; *bad != NULL; bad++)
        if (anvil_pattern_matches(pattern, anvil_str_of(*bad, strlen(*bad))))
            fail_msg("%s matches \"%s\"", source, *bad);
    spec_end(&spec);
}

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

TEST(anchors_bind_to_the_very_ends) {
    assert_matches("^[A-Z]{2}$", LIST("DE", "ZZ"), LIST("", "D", "DEU", "DE\n", "\nDE", "de"));
    assert_matches("^$", LIST(""), LIST("\n", "a"));
    assert_matches("^a|b$", LIST("a", "ax", "b", "xb"), LIST("", "xa", "bx"));
    assert_matches("(^|x)a($|y)", LIST("a", "xa", "ay", "_xay_"), LIST("_a", "a_", "xa_"));
    assert_matches("a*^b$c*", LIST("b"), LIST("ab", "bc", ""));
    assert_matches("$^", LIST(""), LIST("a"));
    assert_matches("^^a$$", LIST("a"), LIST("aa", ""));
}

TEST(what_is_not_anchored_may_stand_anywhere) {
    assert_matches("b",
                   LIST("b", "abc",
                        "\xC3\xA4"
                        "b",
                        "a\nb\n"),
                   LIST("", "a", "B"));
    assert_matches("^a", LIST("a", "ab"), LIST("", "ba"));
    assert_matches("a$", LIST("a", "ba"), LIST("", "ab"));
    assert_matches("a{2}", LIST("aa", "baab"), LIST("a", "aba"));
    assert_matches("", LIST("", "anything"), LIST(NULL));
}

TEST(classes_hold_ranges_escapes_and_complements) {
    assert_matches("^[^a-c]$", LIST("d", "\n", "\xE2\x82\xAC"), LIST("a", "b", "c", "", "dd"));
    assert_matches("^[a\\-z]$", LIST("a", "-", "z"), LIST("b"));
    assert_matches("^[-a]$", LIST("a", "-"), LIST("b"));
    assert_matches("^[a-]$", LIST("a", "-"), LIST("b"));
    assert_matches("^[\\d.]$", LIST("0", "9", "."), LIST("a"));
    assert_matches("^[\\]\\\\]$", LIST("]", "\\"), LIST("["));
    assert_matches("^[^]$", LIST("a", "\n"), LIST(""));
    assert_matches("^[]?$", LIST(""), LIST("a", "]"));
    assert_matches("^[\\b]$", LIST("\b"), LIST("b"));
}

TEST(named_classes_are_those_of_ecma_262) {
    assert_matches("^\\d$", LIST("0", "9"), LIST("a", "\xD9\xA0"));
    assert_matches("^\\D$", LIST("a", "\xD9\xA0"), LIST("0"));
    assert_matches("^\\w$", LIST("a", "Z", "_", "5"), LIST("-", "\xC3\xA4"));
    assert_matches("^\\W$", LIST("-", "\xC3\xA4"), LIST("a"));
    assert_matches("^\\s$",
                   LIST(" ", "\t", "\n", "\v", "\f", "\r", "\xC2\xA0", "\xEF\xBB\xBF",
                        "\xE2\x80\xA8", "\xE3\x80\x80", "\xE1\x9A\x80"),
                   LIST("a", "\xC2\x85", "\xE2\x80\x8B"));
    assert_matches("^\\S$", LIST("a", "\xC2\x85"), LIST(" ", "\xC2\xA0"));
    assert_matches("^.$", LIST("a", "\t", "\xC2\x85", "\xF0\x9F\x91\x8D"),
                   LIST("\n", "\r", "\xE2\x80\xA8", "\xE2\x80\xA9"));
    assert_matches("^[\\s\\S]$", LIST("a", "\n", "\xF0\x9F\x91\x8D"), LIST(""));
}

TEST(escapes_name_code_points) {
    assert_matches("^\\x41\\u00e4\\u{1F44D}$", LIST("A\xC3\xA4\xF0\x9F\x91\x8D"), LIST("A"));
    assert_matches("^\\t\\n\\v\\f\\r\\cA$", LIST("\t\n\v\f\r\x01"), LIST("tnvfrA"));
    assert_matches("^\\.\\+\\/\\-\\{\\$$", LIST(".+/-{$"), LIST("x+/-{$"));
}

TEST(quantifiers_count) {
    assert_matches("^a?$", LIST("", "a"), LIST("aa"));
    assert_matches("^a{2,3}$", LIST("aa", "aaa"), LIST("a", "aaaa"));
    assert_matches("^a{2,}$", LIST("aa", "aaaaa"), LIST("a"));
    assert_matches("^a{0}b$", LIST("b"), LIST("ab"));
    assert_matches("^(ab|c)+$", LIST("ab", "c", "cab", "abab"), LIST("", "a", "abc-"));
    assert_matches("^(?:a*)*$", LIST("", "aaa"), LIST("b"));
    assert_matches("^(?<name>a|)b$", LIST("ab", "b"), LIST("aab"));
}

TEST(laziness_changes_no_verdict) {
    assert_matches("^a+?b??c*?$", LIST("a", "ab", "abcc"), LIST("", "b"));
}

TEST(characters_beyond_ascii_are_matched_whole) {
    assert_matches("^[\\u0080-\\u{10FFFF}]$",
                   LIST("\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                        "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"),
                   LIST("\x7F", "\xC2", "\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC0\x80"));
    assert_matches("^[\\u{FF}-\\u{12345}]$", LIST("\xC3\xBF", "\xF0\x92\x8D\x85", "\xE2\x82\xAC"),
                   LIST("\xC3\xBE", "\xF0\x92\x8D\x86"));
}

/* */
static void assert_refused(const char *source, const char *want) {
    struct spec spec;
    spec_begin(&spec);
    if (spec_compile_pattern(&spec, "Shape", source) != NULL)
        fail_msg("%s is taken", source);
    assert_string_equal(spec.fault.shape, "Shape");
    if (strncmp(spec.fault.reason, want, strlen(want)) != 0)
        fail_msg("%s: \"%s\" does not begin with \"%s\"", source, spec.fault.reason, want);
    if (strstr(spec.fault.reason, source) == NULL)
        fail_msg("\"%s\" does not show the pattern", spec.fault.reason);
    spec_end(&spec);
}

TEST(what_is_no_regular_expression_is_refused) {
    assert_refused("a(b", "pattern, column 4: no regular expression, ");
    assert_refused("[b-a]", "pattern, column 4: no regular expression, ");
    assert_refused("*a", "pattern, column 1: no regular expression, ");
    assert_refused("a)", "pattern, column 2: no regular expression, ");
    assert_refused("[a", "pattern, column 3: no regular expression, ");
}

TEST(what_cannot_be_proved_is_refused_by_name) {
    assert_refused("a(?=b)", "pattern, column 2: look-around is not supported: ");
    assert_refused("^(?!\\s*$)[\\s\\S]+$", "pattern, column 2: look-around is not supported: ");
    assert_refused("a(?<=b)", "pattern, column 2: look-around is not supported: ");
    assert_refused("a(?<!b)", "pattern, column 2: look-around is not supported: ");
    assert_refused("(a)\\1", "pattern, column 4: a back-reference is not supported: ");
    assert_refused("(?<x>a)\\k<x>", "pattern, column 8: a back-reference is not supported: ");
    assert_refused("\\bword", "pattern, column 1: a word boundary is not supported: ");
    assert_refused("\\p{L}", "pattern, column 1: a Unicode property is not supported: ");
    assert_refused("\xC3\xA4(?i)b", "pattern, column 2: ECMA-262 has no such group: ");
    assert_refused("(?>a)", "pattern, column 1: ECMA-262 has no such group: ");
    assert_refused("a++", "pattern, column 3: nothing to repeat: ");
    assert_refused("a{2}{3}", "pattern, column ");
    assert_refused("\\uD83D", "pattern, column ");
    assert_refused("\\Aa", "pattern, column 1: ECMA-262 has no such escape: ");
    assert_refused("\\h", "pattern, column 1: ECMA-262 has no such escape: ");
    assert_refused("\\Qa\\E", "pattern, column 1: ECMA-262 has no such escape: ");
    assert_refused("a{", "pattern, column 3: a count is expected: ");
    assert_refused("a}", "pattern, column 2: a lone bracket must be escaped: ");
    assert_refused("[[:alpha:]]", "pattern, column 2: engines disagree on this bracket");
    assert_refused("[a-\\d]", "pattern, column ");
    assert_refused("a{5000}", "pattern, column 3: the count is too great: ");
}

/* The parser does not lean on PCRE2: it may be asked alone. */
static void assert_not_parsed(const char *source, const char *want) {
    struct spec spec;
    spec_begin(&spec);
    assert_null(regex_parse(&spec, "Shape", source));
    assert_memory_equal(spec.fault.reason, want, strlen(want));
    spec_end(&spec);
}

TEST(the_parser_refuses_bad_syntax_by_itself) {
    assert_not_parsed("*a", "pattern, column 1: nothing to repeat: ");
    assert_not_parsed("a{2}{3}", "pattern, column 5: nothing to repeat: ");
    assert_not_parsed("^*", "pattern, column 2: an anchor cannot be repeated: ");
    assert_not_parsed("a)", "pattern, column 2: nothing opens this bracket: ");
    assert_not_parsed("a(b", "pattern, column 2: the group is not closed: ");
    assert_not_parsed("(?<a", "pattern, column 1: the name of the group is not closed: ");
    assert_not_parsed("[ab", "pattern, column 4: the class is not closed: ");
    assert_not_parsed("[b-a]", "pattern, column 2: the range is out of order: ");
    assert_not_parsed("[a-\\d]", "pattern, column 2: a class cannot be the end of a range: ");
    assert_not_parsed("a{3,2}", "pattern, column 2: the counts are out of order: ");
    assert_not_parsed("a{2", "pattern, column 2: the quantifier is not closed: ");
    assert_not_parsed("\\uD83D", "pattern, column 3: no such code point: ");
    assert_not_parsed("\\u{110000}", "pattern, column 4: no such code point: ");
    assert_not_parsed("\\u{}", "pattern, column 4: no such code point: ");
    assert_not_parsed("\\x4",
                      "pattern, column 3: a code point in hexadecimal digits is expected: ");
    assert_not_parsed("\\", "pattern, column 1: ECMA-262 has no such escape: ");
}

TEST(groups_nest_at_most_64_deep) {
    char source[2 * 65 + 1];
    struct spec spec;
    spec_begin(&spec);
    memset(source, '(', 65);
    memset(source + 65, ')', 65);
    source[130] = '\0';
    assert_null(regex_parse(&spec, "Shape", source));
    assert_memory_equal(spec.fault.reason, "pattern, column 65: groups nest too deep: ", 42);
    source[129] = '\0';
    assert_non_null(regex_parse(&spec, "Shape", source + 1));
    spec_end(&spec);
}

TEST(what_grows_without_reason_is_refused) {
    struct spec spec;
    spec_begin(&spec);
    assert_null(spec_compile_pattern(&spec, "Shape", "(x|y)*x(x|y){20}"));
    assert_string_equal(spec.fault.reason, "pattern needs more than 4096 states");
    assert_null(spec_compile_pattern(&spec, "Shape", "((a{200}){200}){9}"));
    assert_string_equal(spec.fault.reason,
                        "pattern needs more than 65536 states before it is reduced");
    spec_end(&spec);
}

TEST(a_pattern_that_matches_nothing_is_refused) {
    struct spec spec;
    spec_begin(&spec);
    assert_null(spec_compile_pattern(&spec, "Shape", "a^b"));
    assert_string_equal(spec.fault.reason, "pattern matches no text at all: a^b");
    spec_end(&spec);
}
