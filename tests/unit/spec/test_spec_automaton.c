/* SPDX-License-Identifier: Apache-2.0 */
/* The form of compiled patterns: class runs where the language is one, and automata that are
 * minimal and the same for every spelling. */
#include "compile_pattern.h"
#include "spec_fixture.h"
#include "test.h"

#include <string.h>

static const struct spec_pattern *compile(struct spec *spec, const char *source) {
    const struct spec_pattern *pattern = spec_compile_pattern(spec, "Shape", source);
    if (pattern == NULL)
        fail_msg("%s", spec->fault.reason);
    return pattern;
}

static void assert_run(const char *source, uint32_t min, uint32_t max, const char *members) {
    struct spec spec;
    const struct anvil_run *run;
    unsigned count = 0;
    spec_begin(&spec);
    run = compile(&spec, source)->descriptor.run;
    if (run == NULL)
        fail_msg("%s is no run", source);
    assert_int_equal(run->min, min);
    assert_int_equal(run->max, max);
    for (const char *c = members; *c != '\0'; c++)
        assert_true(run->set.rows[*c & 15] >> (*c >> 4) & 1);
    for (size_t i = 0; i < 16; i++)
        count += (unsigned)__builtin_popcount(run->set.rows[i]);
    assert_int_equal(count, strlen(members));
    spec_end(&spec);
}

TEST(one_repeated_class_is_a_run) {
    assert_run("^[a-c]+$", 1, UINT32_MAX, "abc");
    assert_run("^[a-c]*$", 0, UINT32_MAX, "abc");
    assert_run("^[A-C]{2}$", 2, 2, "ABC");
    assert_run("^x{2,5}$", 2, 5, "x");
    assert_run("^x{3,}$", 3, UINT32_MAX, "x");
    assert_run("^[\"\\\\]?$", 0, 1, "\"\\");
    assert_run("^$", 0, 0, "");
}

TEST(a_run_is_recognised_however_it_is_spelled) {
    assert_run("^(a|b|c)(?:[a-b]|c)*$", 1, UINT32_MAX, "abc");
    assert_run("^((a{2})|a{3}|a)$", 1, 3, "a");
    assert_run("^(?:|[0-1]|[0-1][01])$", 0, 2, "01");
}

TEST(anything_else_is_an_automaton) {
    static const char *const sources[] = {"[a-c]",   "^[a-c]+",  "^ab$",          "^a|b$",
                                          "^[^a]+$", "^(aa)+$",  "^a{1,2}|a{4}$", "^a+b$",
                                          "^\\S+$",  "^a(bb)?$", "^.*$",          "^(a|a{3})$"};
    struct spec spec;
    spec_begin(&spec);
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        const struct anvil_pattern *pattern = &compile(&spec, sources[i])->descriptor;
        if (pattern->run != NULL)
            fail_msg("%s is a run", sources[i]);
        assert_non_null(pattern->dfa);
    }
    spec_end(&spec);
}

/* Tells apart the states of an automaton by the texts that they accept: the textbook table of
 * distinguishable pairs, slow and obvious. */
static void assert_minimal(const char *source, const struct anvil_dfa *dfa) {
    static bool differ[64][64];
    bool has_changed = true;
    assert_true(dfa->state_count <= 64);
    for (size_t a = 0; a < dfa->state_count; a++)
        for (size_t b = 0; b < dfa->state_count; b++)
            differ[a][b] = dfa->accepts[a] != dfa->accepts[b];
    while (has_changed) {
        has_changed = false;
        for (size_t a = 0; a < dfa->state_count; a++)
            for (size_t b = 0; b < dfa->state_count; b++)
                for (size_t c = 0; c < dfa->column_count && !differ[a][b]; c++)
                    if (differ[fixture_next(dfa, a, c)][fixture_next(dfa, b, c)])
                        differ[a][b] = has_changed = true;
    }
    for (size_t a = 0; a < dfa->state_count; a++)
        for (size_t b = 0; b < a; b++)
            if (!differ[a][b])
                fail_msg("%s: states %zu and %zu accept the same", source, a, b);
}

/* State 0 is the dead end, columns differ, and every state is reached. */
static void assert_canonical(const char *source, const struct anvil_dfa *dfa) {
    bool is_reached[64] = {false};
    size_t queue[64];
    size_t head = 0;
    size_t tail = 0;
    for (size_t c = 0; c < dfa->column_count; c++)
        assert_int_equal(fixture_next(dfa, 0, c), 0);
    assert_int_equal(dfa->accepts[0], 0);
    for (size_t a = 0; a < dfa->column_count; a++) {
        for (size_t b = 0; b < a; b++) {
            size_t state = 0;
            while (state < dfa->state_count &&
                   fixture_next(dfa, state, a) == fixture_next(dfa, state, b))
                state++;
            if (state == dfa->state_count)
                fail_msg("%s: columns %zu and %zu are the same", source, a, b);
        }
    }
    is_reached[0] = is_reached[dfa->start] = true;
    queue[tail++] = dfa->start;
    while (head < tail) {
        for (size_t c = 0; c < dfa->column_count; c++) {
            size_t next = fixture_next(dfa, queue[head], c);
            if (!is_reached[next]) {
                is_reached[next] = true;
                queue[tail++] = next;
            }
        }
        head++;
    }
    for (size_t state = 0; state < dfa->state_count; state++)
        assert_true(is_reached[state]);
}

TEST(automata_are_minimal_and_canonical) {
    static const char *const sources[] = {"^\\+?[1-9][0-9]{1,18}$",
                                          "(ab|cd)*e",
                                          "^(a|b)*abb$",
                                          "^[0-9]{0,2}\\.[0-9]{1,5}$",
                                          "^[a-z]{2}(-[A-Z]{2})?$",
                                          "^(https://|s3://).+$",
                                          "^[^\\x00-\\x1f]*$",
                                          "a|b|^$"};
    struct spec spec;
    spec_begin(&spec);
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        const struct anvil_pattern *pattern = &compile(&spec, sources[i])->descriptor;
        assert_non_null(pattern->dfa);
        assert_minimal(sources[i], pattern->dfa);
        assert_canonical(sources[i], pattern->dfa);
    }
    spec_end(&spec);
}

TEST(the_textbook_automaton_has_the_textbook_size) {
    struct spec spec;
    const struct anvil_dfa *dfa;
    spec_begin(&spec);
    dfa = compile(&spec, "^(a|b)*abb$")->descriptor.dfa;
    assert_int_equal(dfa->state_count, 5); /* four, and the dead end */
    assert_int_equal(dfa->column_count, 3);
    spec_end(&spec);
}

TEST(equal_languages_give_equal_tables) {
    static const char *const pairs[][2] = {
        {"^(a|b)*abb$", "^[ab]*abb$"},
        {"a", "^[\\s\\S]*a[\\s\\S]*$"},
        {"^a?b$", "^(ab|b)$"},
        {"^(?:ab)*$", "^(|(ab)+)$"},
        {"^\\u00e4$", "^[\\u00e4]{1}$"},
        {"^(a+)+$", "^a{1,}$"},
        {"^x(y|z)$|^q$", "^(?:xy|q|xz)$"},
        {"^[^a]$", "^[\\0-`b-\\u{10FFFF}]$"},
    };
    struct spec spec;
    spec_begin(&spec);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        fixture_assert_same_pattern(&compile(&spec, pairs[i][0])->descriptor,
                                    &compile(&spec, pairs[i][1])->descriptor);
    spec_end(&spec);
}

TEST(text_that_needs_no_escape_is_known) {
    static const struct {
        const char *source;
        bool is_free;
    } cases[] = {{"^[A-Za-z0-9_:/-]+$", true},
                 {"^[!-~]+$", false},
                 {"^[!#-\\[\\]-~]+$", true},
                 {"^a\\\\b$", false},
                 {"^\\S+$", false},
                 {"a", false},
                 {"^[ -!]$", true},
                 {"^[\\x1f ]$", false},
                 {"^\\x7f$", true},
                 {"^[\\u0080-\\u{10FFFF}]+$", true}};
    struct spec spec;
    spec_begin(&spec);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (compile(&spec, cases[i].source)->escape_free != cases[i].is_free)
            fail_msg("%s", cases[i].source);
    spec_end(&spec);
}
