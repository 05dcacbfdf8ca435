/* SPDX-License-Identifier: Apache-2.0 */
/* Look-ahead and look-behind: what they mean, against texts and against PCRE2 [R-044]. */
#include "check/pattern.h"
#include "compile_pattern.h"
#include "pcre2_spelling.h"
#include "spec_fixture.h"
#include "test.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <string.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

/* `good` and `bad` are lists of texts, each ended by a NULL. */
static void assert_matches(const char *source, const char *const *good, const char *const *bad) {
    struct spec spec;
    spec_begin(&spec);
    const struct spec_pattern *pattern = spec_compile_pattern(&spec, "Shape", source);
    if (pattern == NULL)
        fail_msg("%s", spec.fault.reason);
    for (; *good != NULL; good++)
        if (!anvil_pattern_matches(&pattern->descriptor, anvil_str_of(*good, strlen(*good))))
            fail_msg("%s does not match \"%s\"", source, *good);
    for (; *bad != NULL; bad++)
        if (anvil_pattern_matches(&pattern->descriptor, anvil_str_of(*bad, strlen(*bad))))
            fail_msg("%s matches \"%s\"", source, *bad);
    spec_end(&spec);
}

TEST(a_look_ahead_asks_about_the_rest) {
    assert_matches("^(?=a)[a-c]{2}$", LIST("aa", "ab"), LIST("ba", "a", ""));
    assert_matches("^(?!a)[a-c]{2}$", LIST("ba", "cc"), LIST("aa", "ab", "b", ""));
    assert_matches("^(?=.*[0-9])[a-z0-9]+$", LIST("a1", "1", "abc9def"), LIST("abc", "", "a-1"));
    assert_matches("^(?!.*--)[a-z-]+$", LIST("a-b", "-"), LIST("a--b", "--", ""));
    assert_matches("a(?=b)", LIST("ab", "xaby"), LIST("a", "ac", "ba"));
    assert_matches("a(?!b)", LIST("a", "ac", "aba"), LIST("ab", "xab"));
    assert_matches("(?=a)(?=ab)", LIST("ab", "xabx"), LIST("a", "ba"));
}

TEST(a_look_behind_asks_about_the_beginning) {
    assert_matches("(?<=a)b", LIST("ab", "xaby"), LIST("b", "bb", "ba"));
    assert_matches("(?<!a)b", LIST("b", "bb", "abb"), LIST("ab", "xab", "a"));
    assert_matches("^[a-c]+(?<=c)$", LIST("c", "abc"), LIST("ca", "", "b"));
    assert_matches("^[a-c]+(?<!c)$", LIST("a", "cb"), LIST("c", "abc", ""));
    assert_matches("(?<=^a)b", LIST("ab", "abc"), LIST("b", "xab"));
    assert_matches("(?<=a+b*)c", LIST("ac", "aabbc"), LIST("c", "bc"));
    assert_matches("(?<=(?<!x)a)b", LIST("ab", "yab"), LIST("xab", "b"));
}

/* The two that the service has. */
TEST(text_that_is_not_blank_and_text_that_is_trimmed) {
    assert_matches("^(?!\\s*$)[\\s\\S]+$", LIST("a", " a ", "\n\xC2\xA0x"),
                   LIST("", " ", "\t\n", "\xC2\xA0\xE3\x80\x80"));
    assert_matches("^(?!\\s)^[\\s\\S]+(?<!\\s)$", LIST("a", "a b", "a\n\nb"),
                   LIST("", " ", " a", "a ", "a\xE2\x80\xA8",
                        "\xEF\xBB\xBF"
                        "a"));
}

TEST(looks_stand_inside_each_other_and_inside_repetitions) {
    assert_matches("^(?!(?!a)b)[ab]$", LIST("a"), LIST("b"));
    assert_matches("^(?!a(?!b))[ab]+$", LIST("ab", "b", "ba"), LIST("aa", "a"));
    assert_matches("^(?:a(?!b)|b(?=a))+$", LIST("a", "ba", "aa"), LIST("b", "ab", ""));
    assert_matches("^(?:(?!ab)[ab])+$", LIST("a", "ba", "bbaa"), LIST("ab", "bab", ""));
    assert_matches("^(?:a(?=b)b|c)*$", LIST("", "ab", "cab"), LIST("a", "ac"));
    assert_matches("^(?:(?=a)|b)*a$", LIST("a", "ba", "bba"), LIST("", "b", "aa"));
    assert_matches("^(?:a|b(?<=bb|^b)|c)+$", LIST("a", "b", "bb", "ac"), LIST("ab", "cb"));
}

/* An assertion that says nothing changes nothing: the same tables come out. */
TEST(idle_assertions_leave_the_automaton_as_it_is) {
    static const char *const pairs[][2] = {
        {"^(?=a)a+$", "^a+$"},           {"^a+(?!a)$", "^a+$"}, {"^(?=[ab]*$)[ab]+$", "^[ab]+$"},
        {"^[ab]+(?<=[ab])$", "^[ab]+$"}, {"^(?!)a|b$", "b$"},   {"^(?!b)[ab]$", "^a$"},
        {"^[ab](?<!b)$", "^a$"},         {"^(?=)x$", "^x$"},    {"^(?<!y)x$", "^x$"}};
    struct spec spec;
    spec_begin(&spec);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const struct spec_pattern *a = spec_compile_pattern(&spec, "Shape", pairs[i][0]);
        const struct spec_pattern *b = spec_compile_pattern(&spec, "Shape", pairs[i][1]);
        if (a == NULL || b == NULL)
            fail_msg("%s: %s", pairs[i][0], spec.fault.reason);
        fixture_assert_same_pattern(&a->descriptor, &b->descriptor);
    }
    spec_end(&spec);
}

/* Text that surely matches is known of automata too, when one class stays in one good state. */
TEST(the_run_of_a_trimmed_text_is_what_is_no_space) {
    struct spec spec;
    spec_begin(&spec);
    const struct spec_pattern *pattern =
        spec_compile_pattern(&spec, "Shape", "^(?!\\s)^[\\s\\S]+(?<!\\s)$");
    assert_non_null(pattern);
    assert_int_equal(pattern->sufficient.min, 1);
    assert_true(pattern->sufficient.max == UINT32_MAX);
    for (unsigned byte = 0; byte < 128; byte++)
        assert_int_equal(pattern->sufficient.set.rows[byte & 15] >> (byte >> 4) & 1,
                         !(byte == ' ' || (byte >= '\t' && byte <= '\r')));
    spec_end(&spec);
}

TEST(what_is_asked_in_too_many_ways_is_refused) {
    char source[4096] = "^";
    struct spec spec;
    for (int i = 0; i < 24; i++) {
        char part[64];
        snprintf(part, sizeof part, "(?=.*%c.{%d})", 'a' + i, i + 3);
        strcat(source, part);
    }
    strcat(source, ".*$");
    spec_begin(&spec);
    assert_null(spec_compile_pattern(&spec, "Shape", source));
    assert_memory_equal(spec.fault.reason, "pattern ", 8);
    spec_end(&spec);
}

/* ---- against PCRE2 -----------------------------------------------------------------------------
 */

struct question {
    const char *source;
    const struct anvil_pattern *pattern; /* NULL: the compiler says that it matches nothing */
    pcre2_code *code;
    pcre2_match_data *match;
};

static void ask(const struct question *question, const char *text, size_t len) {
    int found = pcre2_match(question->code, (PCRE2_SPTR)text, len, 0, 0, question->match, NULL);
    bool is_match = question->pattern != NULL &&
                    anvil_pattern_matches(question->pattern, anvil_str_of(text, len));
    assert_true(found >= 0 || found == PCRE2_ERROR_NOMATCH);
    if (is_match != (found >= 0))
        fail_msg("%s should %smatch \"%.*s\"", question->source, found >= 0 ? "" : "not ", (int)len,
                 text);
}

static void ask_all(const struct question *question, char *text, size_t len, unsigned depth) {
    static const char *const letters[] = {"a", "b", "\n", "\xC3\xA4"};
    ask(question, text, len);
    for (size_t i = 0; depth > 0 && i < 4; i++) {
        size_t bytes = strlen(letters[i]);
        memcpy(text + len, letters[i], bytes);
        ask_all(question, text, len + bytes, depth - 1);
    }
}

/* False when one of the two cannot take it: PCRE2 wants look-behinds of fixed length. */
static bool compare(const char *source) {
    struct question question = {.source = source};
    char text[64] = "";
    struct spec spec;
    int error;
    PCRE2_SIZE at;
    spec_begin(&spec);
    const struct spec_pattern *pattern = spec_compile_pattern(&spec, "Shape", source);
    bool is_good = pattern != NULL || strstr(spec.fault.reason, "matches no text") != NULL;
    question.pattern = pattern == NULL ? NULL : &pattern->descriptor;
    question.code = pcre2_compile((PCRE2_SPTR)pcre2_spelling(source), PCRE2_ZERO_TERMINATED,
                                  PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALLOW_EMPTY_CLASS,
                                  &error, &at, NULL);
    if (is_good && question.code != NULL) {
        question.match = pcre2_match_data_create_from_pattern(question.code, NULL);
        ask_all(&question, text, 0, 5);
        pcre2_match_data_free(question.match);
    }
    is_good = is_good && question.code != NULL;
    pcre2_code_free(question.code);
    spec_end(&spec);
    return is_good;
}

struct writer {
    uint64_t seed;
    char text[256];
};

static uint32_t next_random(struct writer *writer) {
    writer->seed ^= writer->seed << 13;
    writer->seed ^= writer->seed >> 7;
    writer->seed ^= writer->seed << 17;
    return (uint32_t)(writer->seed >> 32);
}

static void put_choice(struct writer *writer, unsigned depth, bool is_behind);

static void put_atom(struct writer *writer, unsigned depth, bool is_behind) {
    static const char *const atoms[] = {"a", "b", "\xC3\xA4", ".", "[ab]", "[^a]", "\\s", "\\S"};
    static const char *const opens[] = {"(?:", "(?=", "(?!", "(?<=", "(?<!"};
    static const char *const counts[] = {"*", "+", "?", "{2}", "{1,2}"};
    uint32_t kind = next_random(writer) % 8;
    if (depth > 0 && kind < 5 && strlen(writer->text) < 120) {
        if (is_behind && (kind == 1 || kind == 2))
            kind += 2;
        strcat(writer->text, opens[kind]);
        put_choice(writer, depth - 1, is_behind || kind >= 3);
        strcat(writer->text, ")");
        if (kind != 0)
            return;
    } else {
        strcat(writer->text, atoms[next_random(writer) % 8]);
    }
    if (!is_behind && next_random(writer) % 3 == 0)
        strcat(writer->text, counts[next_random(writer) % 5]);
}

static void put_choice(struct writer *writer, unsigned depth, bool is_behind) {
    do {
        if (next_random(writer) % 6 == 0)
            strcat(writer->text, "^");
        for (uint32_t i = next_random(writer) % 4; i > 0; i--)
            put_atom(writer, depth, is_behind);
        if (!is_behind && next_random(writer) % 4 == 0)
            strcat(writer->text, "$");
    } while (strlen(writer->text) < 120 && next_random(writer) % 4 == 0 &&
             strcat(writer->text, "|") != NULL);
}

TEST(random_patterns_that_look_around) {
    struct writer writer = {.seed = UINT64_C(0x6A09E667F3BCC909)};
    size_t rounds = test_rounds(500);
    size_t compared = 0;
    for (size_t i = 0; i < rounds; i++) {
        writer.text[0] = '\0';
        put_choice(&writer, 3, false);
        compared += compare(writer.text);
    }
    assert_true(compared > rounds / 10 * 9);
}
