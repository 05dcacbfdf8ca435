/* SPDX-License-Identifier: Apache-2.0 */
/* What a struct is written as: compact, in model order, without what is absent. */
#include "sample/all_shapes.h"
#include "sample/encoded_text.h"
#include "sample/examples.h"
#include "sample/json_scalars.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static void expect(const struct sample_message *message, const char *text) {
    assert_text(encode_text(&sample_message_shape, message, ANVIL_OFF, ANVIL_OK), text);
    assert_text(encode_joined(&sample_message_shape, message, ANVIL_OFF, ANVIL_OK), text);
}

TEST(nothing_set_is_the_empty_object) {
    const struct anvil_shape *shapes[ALL_SHAPES_MAX];
    size_t count = all_shapes(shapes);
    for (size_t i = 0; i < count; i++) {
        static const unsigned char ZEROS[8192];
        if ((shapes[i]->flags & ANVIL_SHAPE_DEFAULTS) != 0 &&
            (shapes[i]->flags & ANVIL_SHAPE_INPUT) == 0)
            continue; /* */
        assert_text(encode_text(shapes[i], ZEROS, ANVIL_OFF, ANVIL_OK), "{}");
        assert_text(encode_joined(shapes[i], ZEROS, ANVIL_OFF, ANVIL_OK), "{}");
        assert_int_equal(encoded_span_count, 1);
    }
}

/* One member alone, of every message: what was read is written. */
TEST(every_member_alone) {
    const struct anvil_shape *shapes[ALL_SHAPES_MAX];
    size_t count = all_shapes(shapes);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < shapes[i]->member_count; j++) {
            const struct anvil_member *member = &shapes[i]->members[j];
            unsigned char value[8192];
            char memory[4096];
            char body[256];
            struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
            int len = snprintf(body, sizeof body, "{\"%.*s\":%s}", (int)member->name_bytes,
                               member->key + 3, json_example(member));
            if ((shapes[i]->flags & ANVIL_SHAPE_DEFAULTS) != 0 ||
                (member->target->flags & ANVIL_SHAPE_DEFAULTS) != 0)
                continue; /* */
            assert_int_equal(anvil_decode(shapes[i], anvil_str_of(body, (size_t)len), ANVIL_OFF,
                                          &arena, value, NULL),
                             ANVIL_OK);
            assert_text(encode_text(shapes[i], value, ANVIL_OFF, ANVIL_OK), body);
            assert_text(encode_joined(shapes[i], value, ANVIL_OFF, ANVIL_OK), body);
        }
}

/* empty is not absent; every neighbourhood of text and containers has its own commas and
 * quotes */
TEST(neighbours_of_every_kind) {
    static const struct anvil_str TAGS[] = {ANVIL_STR("x"), ANVIL_STR(""), ANVIL_STR("\n")};
    static const struct sample_texts ROWS[] = {{TAGS, 2}, {TAGS, 0}, {TAGS + 2, 1}};
    static const struct sample_part LEAF = {.note = ANVIL_STR("n")};
    static const struct sample_part EMPTY = {.code = {NULL, 0}};
    static const struct sample_part PARTS[] = {
        {.code = {NULL, 0}}, {.code = ANVIL_STR("AA"), .part = &LEAF}, {.parts = {&LEAF, 1}}};
    static const struct {
        struct sample_message message;
        const char *text;
    } CASES[] = {
        {{.id = ANVIL_STR("a"), .text = ANVIL_STR("b")}, "{\"Id\":\"a\",\"Text\":\"b\"}"},
        {{.id = ANVIL_STR(""), .text = ANVIL_STR("")}, "{\"Id\":\"\",\"Text\":\"\"}"},
        {{.tags = {TAGS, 0}}, "{\"Tags\":[]}"},
        {{.tags = {TAGS, 1}}, "{\"Tags\":[\"x\"]}"},
        {{.tags = {TAGS, 3}}, "{\"Tags\":[\"x\",\"\",\"\\n\"]}"},
        {{.tags = {TAGS + 1, 1}}, "{\"Tags\":[\"\"]}"},
        {{.rows = {ROWS, 0}}, "{\"Rows\":[]}"},
        {{.rows = {ROWS + 1, 1}}, "{\"Rows\":[[]]}"},
        {{.rows = {ROWS, 3}}, "{\"Rows\":[[\"x\",\"\"],[],[\"\\n\"]]}"},
        {{.parts = {PARTS, 1}}, "{\"Parts\":[{}]}"},
        {{.parts = {PARTS, 3}},
         "{\"Parts\":[{},{\"Code\":\"AA\",\"Part\":{\"Note\":\"n\"}},{\"Parts\":[{\"Note\":\"n\"}]}"
         "]}"},
        {{.part = &EMPTY}, "{\"Part\":{}}"},
        {{.id = ANVIL_STR("a"), .part = &EMPTY, .in_out = ANVIL_STR("z")},
         "{\"Id\":\"a\",\"Part\":{},\"In/Out~\":\"z\"}"},
        {{.text = ANVIL_STR("a"),
          .tags = {TAGS, 1},
          .rows = {ROWS, 1},
          .parts = {PARTS + 1, 1},
          .owner = ANVIL_STR("o")},
         "{\"Text\":\"a\",\"Tags\":[\"x\"],\"Rows\":[[\"x\",\"\"]],\"Parts\":[{\"Code\":\"AA\","
         "\"Part\":{\"Note\":\"n\"}}],\"Owner\":\"o\"}"},
        {{.tags = {TAGS, 0}, .rows = {ROWS, 0}, .parts = {PARTS, 0}, .part = &LEAF},
         "{\"Tags\":[],\"Rows\":[],\"Parts\":[],\"Part\":{\"Note\":\"n\"}}"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        expect(&CASES[i].message, CASES[i].text);
}

/* The examples are written as this library writes them: decoding and encoding is the identity. */
TEST(examples_come_back_byte_for_byte) {
    for (const struct example *example = examples; example->file != NULL; example++) {
        char text[4096];
        unsigned char value[1024];
        char memory[4096];
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        size_t len = example_text(example, text, sizeof text);
        assert_int_equal(anvil_decode(example->shape, anvil_str_of(text, len), ANVIL_STRICT, &arena,
                                      value, NULL),
                         ANVIL_OK);
        struct anvil_str again = encode_text(example->shape, value, ANVIL_STRICT, ANVIL_OK);
        /* What the shape does not have, such as __type, is gone. */
        const char *behind = strncmp(text, "{\"__type\"", 9) == 0 ? strchr(text, ',') : text;
        assert_int_equal(again.len, len - (size_t)(behind - text));
        assert_memory_equal(again.ptr + 1, behind + 1, again.len - 1);
    }
}

/* an enum value that the model does not list is sent back as it came */
TEST(unknown_enum_values_are_written) {
    struct sample_message message = {.color = ANVIL_STR("PINK")};
    expect(&message, "{\"Color\":\"PINK\"}");
}

/* */
TEST(structs_nested_too_deep) {
    struct sample_part circle = {.code = ANVIL_STR("AA"), .part = &circle};
    struct sample_message message = {.id = ANVIL_STR("a"), .part = &circle};
    struct anvil_report report;
    size_t bytes = 99;
    assert_int_equal(
        anvil_encode(&sample_message_shape, &message, ANVIL_OFF, NULL, 0, &bytes, &report),
        ANVIL_E_DEPTH);
    assert_int_equal(report.path_bytes, 5 * ANVIL_DEPTH_MAX);
    assert_int_equal(bytes, 0);
    struct sample_part parts[ANVIL_DEPTH_MAX - 1];
    for (size_t i = 0; i < ANVIL_DEPTH_MAX - 1; i++) {
        parts[i] = circle;
        parts[i].part = i + 2 < ANVIL_DEPTH_MAX ? &parts[i + 1] : NULL;
    }
    message.part = &parts[0]; /* the message and 31 more: what decoding takes */
    struct anvil_str text = encode_text(&sample_message_shape, &message, ANVIL_OFF, ANVIL_OK);
    struct sample_message decoded;
    char memory[4096];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_int_equal(
        anvil_decode(&sample_message_shape, text, ANVIL_STRICT, &arena, &decoded, NULL), ANVIL_OK);
}
