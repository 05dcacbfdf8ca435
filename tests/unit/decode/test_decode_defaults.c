/* SPDX-License-Identifier: Apache-2.0 */
/* Defaults: who fills them in while reading, where, and what they are checked for. */
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "sample/sample_defaults.h"
#include "test.h"

#include <string.h>

static struct decoded decode(const struct anvil_shape *shape, const char *body, unsigned checks,
                             struct sample_defaults *out) {
    return decode_flush(shape, anvil_str_of(body, strlen(body)), checks, out);
}

/* Everything that has a default has it; `optional` tells about the clientOptional one. */
static void expect_defaults(const struct sample_defaults *out, const char *optional) {
    assert_true(out->boolean.is_set && out->boolean.value);
    assert_true(out->byte.is_set && out->byte.value == 0);
    assert_true(out->half.is_set && out->half.value == 2);
    assert_true(out->word.is_set && out->word.value == 3);
    assert_true(out->wide.is_set && out->wide.value == 4);
    assert_true(out->single.is_set && out->single.value == 0.5F);
    assert_true(out->real.is_set && out->real.value == 0.25);
    assert_text(out->big, "6");
    assert_true(out->level.is_set && out->level.value == 7);
    assert_text(out->text, "t");
    assert_text(out->color, "");
    assert_int_equal(out->blob.len, 3);
    assert_memory_equal(out->blob.ptr, "abc", 3);
    assert_true(out->date.is_set && out->date.seconds == 8 && out->date.nanoseconds == 0);
    assert_text(out->document, "[9]");
    assert_non_null(out->texts.items);
    assert_int_equal(out->texts.count, 0);
    assert_non_null(out->map.entries);
    assert_int_equal(out->map.count, 0);
    if (optional != NULL)
        assert_text(out->optional, optional);
    else
        assert_null(out->optional.ptr);
    assert_null(out->plain.ptr);
    assert_null(out->defaults);
    assert_null(out->list.items);
    assert_null(out->things.entries);
    assert_null(out->choice);
}

/* A server fills them all, a client those that are not clientOptional. */
TEST(what_is_absent_gets_its_default) {
    struct sample_defaults out;
    struct decoded decoded = decode(&sample_default_input_shape, "{}", ANVIL_OFF, &out);
    assert_int_equal(decoded.status, ANVIL_OK);
    expect_defaults(&out, "o");
    assert_int_equal(decoded.arena.used, 0);
    decoded_free(&decoded);
    decoded = decode(&sample_default_output_shape, " { \"unknown\" : 1 } ", ANVIL_LENIENT, &out);
    assert_int_equal(decoded.status, ANVIL_OK);
    expect_defaults(&out, NULL);
    decoded_free(&decoded);
}

/* null is absent here too */
TEST(null_gets_the_default) {
    struct sample_defaults out;
    struct decoded decoded =
        decode(&sample_default_input_shape,
               "{\"Boolean\":null,\"Byte\":null,\"Text\":null,\"Blob\":null,\"Date\":null,"
               "\"Document\":null,\"Texts\":null,\"Map\":null,\"Optional\":null,\"Plain\":null,"
               "\"Short\":5,\"Short\":null}",
               ANVIL_OFF, &out);
    assert_int_equal(decoded.status, ANVIL_OK);
    expect_defaults(&out, "o");
    decoded_free(&decoded);
}

/* What is there wins, also when it is nothing much: false, 0, "", []. */
TEST(what_is_there_stays) {
    struct sample_defaults out;
    struct decoded decoded =
        decode(&sample_default_input_shape,
               "{\"Boolean\":false,\"Byte\":-1,\"Short\":0,\"Integer\":0,\"Long\":0,\"Float\":0,"
               "\"Double\":0,\"Big\":0,\"Level\":0,\"Text\":\"\",\"Color\":\"x\",\"Blob\":\"\","
               "\"Date\":\"1970-01-01T00:00:00Z\",\"Document\":{},\"Texts\":[\"\"],"
               "\"Map\":{\"a\":\"\"},\"Optional\":\"\"}",
               ANVIL_STRICT, &out);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_true(out.boolean.is_set && !out.boolean.value);
    assert_int_equal(out.byte.value, -1);
    assert_true(out.half.is_set && out.half.value == 0);
    assert_true(out.word.is_set && out.word.value == 0);
    assert_true(out.wide.is_set && out.wide.value == 0);
    assert_true(out.single.is_set && out.single.value == 0);
    assert_true(out.real.is_set && out.real.value == 0);
    assert_text(out.big, "0");
    assert_true(out.level.is_set && out.level.value == 0);
    assert_text(out.text, "");
    assert_text(out.color, "x");
    assert_non_null(out.blob.ptr);
    assert_int_equal(out.blob.len, 0);
    assert_true(out.date.is_set && out.date.seconds == 0);
    assert_text(out.document, "{}");
    assert_int_equal(out.texts.count, 1);
    assert_int_equal(out.map.count, 1);
    assert_text(out.optional, "");
    decoded_free(&decoded);
}

/* At every depth; what holds the structure is never made up. */
TEST(nested_structures_get_theirs) {
    static const struct anvil_shape *const SHAPES[] = {&sample_default_input_shape,
                                                       &sample_default_output_shape};
    for (size_t i = 0; i < 2; i++) {
        const char *optional = i == 0 ? "o" : NULL;
        struct sample_defaults out;
        struct decoded decoded =
            decode(SHAPES[i],
                   "{\"Defaults\":{},\"List\":[{},{\"Plain\":null}],\"Things\":{\"k\":{}},"
                   "\"Choice\":{\"Defaults\":{}}}",
                   ANVIL_OFF, &out);
        assert_int_equal(decoded.status, ANVIL_OK);
        expect_defaults(out.defaults, optional);
        assert_int_equal(out.list.count, 2);
        expect_defaults(&out.list.items[0], optional);
        expect_defaults(&out.list.items[1], optional);
        expect_defaults(&out.things.entries[0].value, optional);
        expect_defaults(out.choice->value.defaults, optional);
        decoded_free(&decoded);
    }
}

/* a required member with a default is never missing; [I-10] a default that its own range
 * refuses is a violation along the way as it is afterwards */
TEST(defaults_are_checked_like_values) {
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_RANGE, "/Byte", 0, 0, 0},
        {ANVIL_CONSTRAINT_RANGE, "/Defaults/Byte", 12, 0, 0},
        {ANVIL_CONSTRAINT_RANGE, "/List/1/Byte", 35, 0, 0},
        {0}};
    struct sample_defaults out;
    struct anvil_report report;
    struct decoded decoded =
        decode(&sample_default_input_shape, "{\"Defaults\":{},\"List\":[{\"Byte\":-1},{}]}",
               ANVIL_STRICT, &out);
    assert_violations(&decoded.report, EXPECTED);
    assert_int_equal(anvil_check(&sample_default_input_shape, &out, ANVIL_STRICT, &report),
                     ANVIL_E_RANGE);
    assert_same_report(&decoded.report, &report, false);
    decoded_free(&decoded);
    /* Also when nothing else asks for a closer look. */
    decoded = decode(&sample_default_input_shape, "{\"Text\":\"x\"}", ANVIL_STRICT, &out);
    assert_violations(&decoded.report, (const struct expected_violation[]){EXPECTED[0], {0}});
    decoded_free(&decoded);
    decoded = decode(&sample_default_input_shape, "{\"Byte\":-1}", ANVIL_STRICT, &out);
    assert_int_equal(decoded.status, ANVIL_OK);
    decoded_free(&decoded);
}

/* Filling in takes no memory and changes no table: twice is the same. [I-08] */
TEST(defaults_are_there_every_time) {
    struct sample_defaults first;
    struct sample_defaults second;
    assert_int_equal(anvil_decode(&sample_default_input_shape, anvil_str_of("{}", 2), ANVIL_OFF,
                                  NULL, &first, NULL),
                     ANVIL_OK);
    assert_int_equal(anvil_decode(&sample_default_input_shape, anvil_str_of("{}", 2), ANVIL_OFF,
                                  NULL, &second, NULL),
                     ANVIL_OK);
    assert_true(is_same_value(&sample_default_input_shape, &first, &second));
}
