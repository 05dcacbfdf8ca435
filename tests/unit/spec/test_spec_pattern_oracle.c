/* SPDX-License-Identifier: Apache-2.0 */
/* The pattern compiler against PCRE2: patterns like those that services have, and thousands
 * of random ones, each over all short texts of a small alphabet. `\s` and the dot are tried where
 * both engines mean the same by them. */
#include "check/pattern.h"
#include "compile_pattern.h"
#include "test.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <string.h>

struct question {
    const char *source;
    const struct anvil_pattern *pattern; /* NULL: the compiler says that it matches nothing */
    pcre2_code *code;
    pcre2_match_data *match;
    const char *const *letters; /* ended by a NULL */
};

static pcre2_code *compile_oracle(const char *source) {
    int error;
    PCRE2_SIZE at;
    pcre2_compile_context *context = pcre2_compile_context_create(NULL);
    pcre2_code *code;
    pcre2_set_compile_extra_options(context, PCRE2_EXTRA_ALT_BSUX);
    code =
        pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED,
                      PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_ALT_BSUX | PCRE2_ALLOW_EMPTY_CLASS,
                      &error, &at, context);
    pcre2_compile_context_free(context);
    return code;
}

static void ask(const struct question *question, const char *text, size_t len) {
    int found = pcre2_match(question->code, (PCRE2_SPTR)text, len, 0, 0, question->match, NULL);
    bool want = found >= 0;
    bool is_match = question->pattern != NULL &&
                    anvil_pattern_matches(question->pattern, anvil_str_of(text, len));
    if (found < 0 && found != PCRE2_ERROR_NOMATCH)
        fail_msg("%s: PCRE2 error %d", question->source, found);
    if (is_match != want)
        fail_msg("%s should %smatch \"%.*s\"", question->source, want ? "" : "not ", (int)len,
                 text);
}

static void ask_all(const struct question *question, char *text, size_t len, unsigned depth) {
    ask(question, text, len);
    for (size_t i = 0; depth > 0 && question->letters[i] != NULL; i++) {
        size_t bytes = strlen(question->letters[i]);
        memcpy(text + len, question->letters[i], bytes);
        ask_all(question, text, len + bytes, depth - 1);
    }
}

/* Compares both engines; a pattern that matches nothing is refused by one and tried in the other.
 * False when the automaton would be too large to compile. */
static bool compare(const char *source, const char *const *letters, unsigned depth) {
    struct spec spec;
    const struct spec_pattern *pattern;
    struct question question = {.source = source, .letters = letters};
    char text[64] = "";
    spec_begin(&spec);
    pattern = spec_compile_pattern(&spec, "Shape", source);
    if (pattern != NULL)
        question.pattern = &pattern->descriptor;
    else if (strstr(spec.fault.reason, "needs more than") != NULL) {
        spec_end(&spec);
        return false;
    } else if (strstr(spec.fault.reason, "matches no text at all") == NULL)
        fail_msg("%s", spec.fault.reason);
    question.code = compile_oracle(source);
    assert_non_null(question.code);
    question.match = pcre2_match_data_create_from_pattern(question.code, NULL);
    ask_all(&question, text, 0, depth);
    pcre2_match_data_free(question.match);
    pcre2_code_free(question.code);
    spec_end(&spec);
    return true;
}

TEST(patterns_of_real_services) {
    static const char *const letters[] = {"a", "Z", "0", "9", "_",  ":",        "/",
                                          "-", ".", "+", "[", "\"", "\\",       "\n",
                                          " ", "~", "{", ")", ",",  "\xC3\xA4", "\xF0\x9F\x91\x8D",
                                          NULL};
    static const char *const sources[] = {"^[A-Za-z0-9_:/-]*$",
                                          "^[A-Za-z0-9_:/\\+-]+$",
                                          "^\\S+$",
                                          "^[\\d]+$",
                                          "^([A-Za-z0-9_-]*|UNSET)$",
                                          "^([a-z0-9][a-z0-9.-]*[a-z0-9]|Z0)$",
                                          "^[ \\S]+$",
                                          "^[/\\.:A-Za-z0-9+_-]+$",
                                          "^[0-9]{0,2}\\.[0-9]{1,5}$",
                                          "^[A-Za-z0-9_ -]+$",
                                          "^[A-Za-z0-9_\\.]+$",
                                          "^[a-z]{2}(-[A-Z]{2})?$",
                                          "^\\+?[1-9][0-9]{1,18}$",
                                          "^\\+[({\\s\\[]?[0-9][0-9(){}\\s\\[\\],.-]{1,38}$",
                                          "^a0:[A-Za-z0-9_:/-]+$",
                                          "^(0:/|9:/).+$",
                                          "^a/([a-z0-9\\.-]{1,2})/(.+)$",
                                          "[A-Z]{2}",
                                          "^[A-Z]{2}",
                                          "[A-Z]{2}$",
                                          "^([0-9]+)+$"};
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        assert_true(compare(sources[i], letters, 3));
}

static uint32_t next_random(uint64_t *seed) {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return (uint32_t)(*seed >> 32);
}

/* A pattern under construction; what does not fit is left out by the writers below. */
struct writer {
    uint64_t seed;
    char text[256];
    size_t len;
};

static void put(struct writer *writer, const char *text) {
    size_t len = strlen(text);
    memcpy(writer->text + writer->len, text, len + 1);
    writer->len += len;
}

static void put_one_of(struct writer *writer, const char *const *texts, size_t count) {
    put(writer, texts[next_random(&writer->seed) % count]);
}

static void put_choice(struct writer *writer, unsigned depth);

static void put_atom(struct writer *writer, unsigned depth) {
    static const char *const atoms[] = {"a",    "b",           "\xC3\xA4", ".",
                                        "[ab]", "[^a]",        "\\w",      "[^b\xC3\xA4]",
                                        "\\W",  "[a-\\u00e4]", "\\u{e4}",  "[\\s\\S]"};
    if (depth == 0 || writer->len > 150 || next_random(&writer->seed) % 3 != 0) {
        put_one_of(writer, atoms, sizeof atoms / sizeof *atoms);
        return;
    }
    put(writer, next_random(&writer->seed) % 2 == 0 ? "(" : "(?:");
    put_choice(writer, depth - 1);
    put(writer, ")");
}

static void put_sequence(struct writer *writer, unsigned depth) {
    static const char *const quantifiers[] = {"*", "+", "?", "{2}", "{1,2}", "{0,1}", "{2,}", "*?"};
    unsigned parts = next_random(&writer->seed) % 4;
    if (next_random(&writer->seed) % 4 == 0)
        put(writer, "^");
    for (unsigned i = 0; i < parts; i++) {
        put_atom(writer, depth);
        if (next_random(&writer->seed) % 3 == 0)
            put_one_of(writer, quantifiers, sizeof quantifiers / sizeof *quantifiers);
    }
    if (next_random(&writer->seed) % 4 == 0)
        put(writer, "$");
}

static void put_choice(struct writer *writer, unsigned depth) {
    put_sequence(writer, depth);
    while (writer->len < 150 && next_random(&writer->seed) % 3 == 0) {
        put(writer, "|");
        put_sequence(writer, depth);
    }
}

TEST(random_patterns) {
    static const char *const letters[] = {"a", "b", "c", "\xC3\xA4", NULL};
    struct writer writer = {.seed = UINT64_C(0x2545F4914F6CDD1D)};
    size_t rounds = test_rounds(1200);
    size_t compared = 0;
    for (size_t i = 0; i < rounds; i++) {
        writer.len = 0;
        writer.text[0] = '\0';
        put_choice(&writer, 3);
        compared += compare(writer.text, letters, 4);
    }
    assert_true(compared > rounds / 100 * 95);
}
