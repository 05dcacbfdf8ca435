/* SPDX-License-Identifier: Apache-2.0 */
/* Unions: one variant is written, and nothing else is. */
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/sample_kinds.h"
#include "test.h"

#include <string.h>

static void expect(const struct sample_choice *choice, unsigned checks, const char *text) {
    struct sample_kinds kinds = {.choice = choice};
    assert_text(encode_text(&sample_kinds_shape, &kinds, checks, ANVIL_OK), text);
    assert_text(encode_joined(&sample_kinds_shape, &kinds, checks, ANVIL_OK), text);
}

static void expect_error(const struct sample_choice *choice, unsigned checks,
                         enum anvil_status status, const char *path) {
    struct sample_kinds kinds = {.choice = choice};
    struct anvil_report report;
    char buffer[256];
    size_t bytes = 99;
    assert_int_equal(
        anvil_encode(&sample_kinds_shape, &kinds, checks, buffer, sizeof buffer, &bytes, &report),
        status);
    assert_error(&report, status, ANVIL_NO_OFFSET, path);
    assert_int_equal(bytes, 0);
}

/* */
TEST(every_variant) {
    static const struct sample_unit UNIT = {0};
    static const struct anvil_str TEXTS[] = {ANVIL_STR("a"), ANVIL_STR("b")};
    static const struct sample_text_entry MAP[] = {{ANVIL_STR("k"), ANVIL_STR("v")}};
    static const struct sample_kinds KINDS = {.byte = {1, true}};
    static const struct sample_choice INNER = {{.member = CHOICE_NUMBER}, {.number = {-7, true}}};
    static const struct {
        struct sample_choice choice;
        const char *text;
    } CASES[] = {
        {{{.member = CHOICE_TEXT}, {.text = ANVIL_STR("a")}}, "{\"Choice\":{\"Text\":\"a\"}}"},
        {{{.member = CHOICE_TEXT}, {.text = ANVIL_STR("")}}, "{\"Choice\":{\"Text\":\"\"}}"},
        {{{.member = CHOICE_NUMBER}, {.number = {0, true}}}, "{\"Choice\":{\"Number\":0}}"},
        {{{.member = CHOICE_UNIT}, {.unit = &UNIT}}, "{\"Choice\":{\"Unit\":{}}}"},
        {{{.member = CHOICE_UNIT}, {.unit = NULL}}, "{\"Choice\":{\"Unit\":{}}}"},
        {{{.member = CHOICE_CHOICE}, {.choice = &INNER}},
         "{\"Choice\":{\"Choice\":{\"Number\":-7}}}"},
        {{{.member = CHOICE_KINDS}, {.kinds = &KINDS}}, "{\"Choice\":{\"Kinds\":{\"Byte\":1}}}"},
        {{{.member = CHOICE_TEXTS}, {.texts = {TEXTS, 2}}},
         "{\"Choice\":{\"Texts\":[\"a\",\"b\"]}}"},
        {{{.member = CHOICE_TEXTS}, {.texts = {TEXTS, 0}}}, "{\"Choice\":{\"Texts\":[]}}"},
        {{{.member = CHOICE_MAP}, {.map = {MAP, 1}}}, "{\"Choice\":{\"Map\":{\"k\":\"v\"}}}"},
        {{{.member = CHOICE_DOCUMENT}, {.document = ANVIL_STR("[1, 2]")}},
         "{\"Choice\":{\"Document\":[1, 2]}}"},
        {{{.member = CHOICE_BLOB}, {.blob = BLOB("a")}}, "{\"Choice\":{\"Blob\":\"YQ==\"}}"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        expect(&CASES[i].choice, ANVIL_OFF, CASES[i].text);
        expect(&CASES[i].choice, ANVIL_STRICT, CASES[i].text);
    }
}

/* In a list the unions themselves stand side by side. */
TEST(unions_as_items) {
    static const struct sample_choice ITEMS[] = {
        {{.member = CHOICE_TEXT}, {.text = ANVIL_STR("a")}},
        {{.member = CHOICE_UNIT}, {.unit = NULL}},
        {{.member = CHOICE_NUMBER}, {.number = {1, true}}}};
    static const struct sample_kinds KINDS = {.choices = {ITEMS, 3}, .end = ANVIL_STR("x")};
    assert_text(encode_joined(&sample_kinds_shape, &KINDS, ANVIL_STRICT, ANVIL_OK),
                "{\"Choices\":[{\"Text\":\"a\"},{\"Unit\":{}},{\"Number\":1}],\"End\":\"x\"}");
}

/* none, none that there is, and one that says nothing */
TEST(no_variant) {
    static const struct sample_choice NONE = {{.member = 0}, {.text = ANVIL_STR("a")}};
    static const struct sample_choice BEYOND = {{.member = CHOICE_BLOB + 1}, {.text = {NULL, 0}}};
    static const struct sample_choice BELOW = {{.member = -2}, {.text = {NULL, 0}}};
    static const struct sample_choice LEAST = {{.member = INT32_MIN}, {.text = {NULL, 0}}};
    static const struct sample_choice MOST = {{.member = INT32_MAX}, {.text = {NULL, 0}}};
    static const struct sample_choice ABSENT = {{.member = CHOICE_TEXT}, {.text = {NULL, 0}}};
    static const struct sample_choice NOTHING = {{.member = CHOICE_NUMBER}, {.number = {1, false}}};
    static const struct sample_choice OUTER = {{.member = CHOICE_CHOICE}, {.choice = &NONE}};
    static const struct {
        const struct sample_choice *choice;
        const char *path;
    } CASES[] = {{&NONE, "/Choice"},           {&BEYOND, "/Choice"},      {&BELOW, "/Choice"},
                 {&LEAST, "/Choice"},          {&MOST, "/Choice"},        {&ABSENT, "/Choice/Text"},
                 {&NOTHING, "/Choice/Number"}, {&OUTER, "/Choice/Choice"}};
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_kinds kinds = {.choice = CASES[i].choice};
        expect_error(CASES[i].choice, ANVIL_OFF, ANVIL_E_UNION, CASES[i].path);
        expect_error(CASES[i].choice, ANVIL_STRICT, ANVIL_E_UNION, CASES[i].path);
        /* [I-04] a check looks at the one variant, if there is one */
        assert_int_equal(anvil_check(&sample_kinds_shape, &kinds, ANVIL_STRICT, NULL), ANVIL_OK);
    }
}

/* A variant of a later time cannot be sent; the neutral form shows it. */
TEST(an_unknown_variant) {
    static const struct sample_choice UNKNOWN = {
        {ANVIL_UNION_UNKNOWN, ANVIL_STR("la\"ter"), ANVIL_STR("{\"a\" : [1]}")},
        {.text = {NULL, 0}}};
    expect_error(&UNKNOWN, ANVIL_OFF, ANVIL_E_UNION, "/Choice");
    expect_error(&UNKNOWN, ANVIL_STRICT, ANVIL_E_UNION, "/Choice");
    expect(&UNKNOWN, ANVIL_NEUTRAL, "{\"Choice\":{\"la\\\"ter\":{\"a\" : [1]}}}");
    static const struct sample_choice OUTER = {{.member = CHOICE_CHOICE}, {.choice = &UNKNOWN}};
    expect(&OUTER, ANVIL_NEUTRAL, "{\"Choice\":{\"Choice\":{\"la\\\"ter\":{\"a\" : [1]}}}}");
}

/* [R-058] [I-12] its text is somebody else's: it has to be JSON, its name UTF-8 */
TEST(an_unknown_variant_that_is_no_json) {
    static const char *const TEXTS[] = {"", " ", "1 ", "{", "[1,]", "1}", "\"a", "\xFF", "01"};
    for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
        struct sample_choice choice = {.choice = {.member = ANVIL_UNION_UNKNOWN}};
        choice.choice.unknown_name = anvil_str_of("n", 1);
        choice.choice.unknown_value = anvil_str_of(TEXTS[i], strlen(TEXTS[i]));
        expect_error(&choice, ANVIL_NEUTRAL, ANVIL_E_JSON, "/Choice");
    }
    static const struct sample_choice NOTHING = {{.member = ANVIL_UNION_UNKNOWN},
                                                 {.text = {NULL, 0}}};
    expect_error(&NOTHING, ANVIL_NEUTRAL, ANVIL_E_JSON, "/Choice");
    static const struct sample_choice BAD_NAME = {
        {ANVIL_UNION_UNKNOWN, ANVIL_STR("\xC3"), ANVIL_STR("1")}, {.text = {NULL, 0}}};
    expect_error(&BAD_NAME, ANVIL_NEUTRAL, ANVIL_E_UTF8, "/Choice");
}

/* What a client has read as unknown is written in the neutral form and read again. */
TEST(unknown_variants_there_and_back) {
    static const char TEXT[] = "{\"Choice\":{\"x\\ny\":[1,{\"a\":null}]},"
                               "\"Choices\":[{\"b\":1},{\"Number\":2}]}";
    unsigned checks = (unsigned)ANVIL_LENIENT | ANVIL_NEUTRAL;
    char memory[512];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct sample_kinds kinds;
    assert_int_equal(anvil_decode(&sample_kinds_shape, anvil_str_of(TEXT, sizeof TEXT - 1), checks,
                                  &arena, &kinds, NULL),
                     ANVIL_OK);
    assert_text(encode_text(&sample_kinds_shape, &kinds, ANVIL_NEUTRAL, ANVIL_OK), TEXT);
}
