/* SPDX-License-Identifier: Apache-2.0 */
/* The one limit of depth, through containers of every sort and through documents; the same
 * when checking and when writing. */
#include "anvil/codec.h"
#include "sample/dice.h"
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "sample/sample_kinds.h"
#include "test.h"

#include <string.h>

/* One way down from a structure to a structure. */
static const struct step {
    const char *open;
    const char *close;
    const char *path;
    unsigned brackets;
} STEPS[] = {
    {"\"Kinds\":{", "}", "/Kinds", 1},
    {"\"Choice\":{\"Kinds\":{", "}}", "/Choice/Kinds", 2},
    {"\"Choice\":{\"Choice\":{\"Kinds\":{", "}}}", "/Choice/Choice/Kinds", 3},
    {"\"Choices\":[{\"Kinds\":{", "}}]", "/Choices/0/Kinds", 3},
    {"\"SparseKinds\":[null,{", "}]", "/SparseKinds/1", 2},
    {"\"Things\":{\"a\":{", "}}", "/Things/a", 2},
    {"\"Pointers\":{\"\":{", "}}", "/Pointers/", 2},
};
enum { STEP_COUNT = sizeof STEPS / sizeof STEPS[0], DEEPEST = 40 };

/* What may stand at the bottom, and how deep it is itself. */
static const struct {
    const char *text;
    unsigned brackets;
} BOTTOMS[] = {
    {"", 0},
    {"\"End\":\"\"", 0},
    {"\"Document\":1", 0},
    {"\"Document\":{}", 1},
    {"\"Document\":[[{\"a\":[]}]]", 4},
    {"\"Texts\":{}", 1},
    {"\"Longs\":[]", 1},
    {"\"Nests\":{\"a\":{\"b\":[]}}", 3},
    {"\"Choice\":{\"Document\":[[]]}", 3},
    {"\"Documents\":[[[]]]", 3},
    {"\"unknown\":[[]]", 2},
};

static size_t bracket(const char *body, unsigned count) {
    size_t at = 0;
    for (;; at++)
        if ((body[at] == '{' || body[at] == '[') && --count == 0)
            return at;
}

TEST(random_ways_down) {
    static _Alignas(16) unsigned char memory[1 << 16];
    struct dice dice = {51};
    size_t deepest = 0;
    for (size_t round = test_rounds(3000); round != 0; round--) {
        const struct step *way[DEEPEST];
        char body[2048] = "{";
        unsigned brackets = 1;
        size_t count = 0;
        size_t target = 20 + dice_below(&dice, DEEPEST - 20);
        size_t bottom = dice_below(&dice, sizeof BOTTOMS / sizeof BOTTOMS[0]);
        while (brackets < target && count < DEEPEST) {
            way[count] = &STEPS[dice_below(&dice, STEP_COUNT)];
            strcat(body, way[count]->open);
            brackets += way[count++]->brackets;
        }
        strcat(body, BOTTOMS[bottom].text);
        brackets += BOTTOMS[bottom].brackets;
        while (count != 0)
            strcat(body, way[--count]->close);
        strcat(body, "}");
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        struct sample_kinds kinds;
        struct anvil_report report;
        enum anvil_status status =
            anvil_decode(&sample_kinds_shape, anvil_str_of(body, strlen(body)), ANVIL_STRICT,
                         &arena, &kinds, &report);
        if (brackets > ANVIL_DEPTH_MAX) {
            assert_int_equal(status, ANVIL_E_DEPTH);
            assert_int_equal(report.offset, bracket(body, ANVIL_DEPTH_MAX + 1));
            continue;
        }
        deepest = brackets > deepest ? brackets : deepest;
        assert_int_equal(status, ANVIL_OK);
        assert_int_equal(anvil_check(&sample_kinds_shape, &kinds, ANVIL_STRICT, NULL), ANVIL_OK);
        if (strstr(body, "unknown") == NULL)
            assert_text(encode_text(&sample_kinds_shape, &kinds, ANVIL_OFF, ANVIL_OK), body);
    }
    assert_int_equal(deepest, ANVIL_DEPTH_MAX);
}

/* [I-07] A struct that goes deeper, or in a circle, is an error and not the end of the stack. */
TEST(structs_in_circles) {
    struct sample_choice choice = {.choice = {.member = CHOICE_CHOICE}};
    struct sample_kinds circle = {.choice = &choice};
    struct sample_kinds loop = {.end = {NULL, 0}};
    struct sample_kinds document = {.end = {NULL, 0}};
    struct anvil_report report;
    size_t bytes = 99;
    choice.value.choice = &choice;
    loop.kinds = &loop;
    const struct sample_kinds *const CASES[] = {&circle, &loop};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(anvil_check(&sample_kinds_shape, CASES[i], ANVIL_OFF, &report),
                         ANVIL_E_DEPTH);
        assert_int_equal(
            anvil_encode(&sample_kinds_shape, CASES[i], ANVIL_OFF, NULL, 0, &bytes, &report),
            ANVIL_E_DEPTH);
        assert_int_equal(bytes, 0);
    }
    /* a document's own depth counts from where it stands */
    static const char NESTED[] = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]";
    document.document = anvil_str_of(NESTED, sizeof NESTED - 1);
    (void)encode_text(&sample_kinds_shape, &document, ANVIL_OFF, ANVIL_OK);
    struct sample_kinds outer = {.kinds = &document};
    (void)encode_text(&sample_kinds_shape, &outer, ANVIL_OFF, ANVIL_E_JSON);
}
