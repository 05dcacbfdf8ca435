/* SPDX-License-Identifier: Apache-2.0 */
/* The pattern compiler: what it takes and what its result matches. */
#include "check/pattern.h"
#include "compile_pattern.h"
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

TEST(the_length_of_a_text_does_not_matter) {
    static char text[100001];
    struct spec spec;
    const struct anvil_pattern *pattern;
    spec_begin(&spec);
    pattern = compile(&spec, "^(ab)+$");
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = "ab"[i % 2];
    for (size_t len = 0; len < sizeof text; len += len < 300 ? 1 : 9999)
        assert_int_equal(anvil_pattern_matches(pattern, anvil_str_of(text, len)),
                         len > 0 && len % 2 == 0);
    spec_end(&spec);
}
