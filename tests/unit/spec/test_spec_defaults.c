/* SPDX-License-Identifier: Apache-2.0 */
/* Defaults and ranges in the forms that the engine takes. */
#include "spec_fixture.h"
#include "test.h"

#include <float.h>
#include <string.h>

static const void *default_of(const struct fixture *fixture, size_t index) {
    const struct anvil_member *member = fixture_input(fixture, index);
    const void *value = anvil_member_default(member);
    assert_non_null(value);
    return value;
}

static void assert_text(const struct anvil_str *text, const char *want) {
    assert_int_equal(text->len, strlen(want));
    assert_memory_equal(text->ptr, want, text->len);
}

TEST(defaults_of_numbers) {
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#Boolean','traits':{'smithy.api#default':true}}"
        ",'b':{'target':'smithy.api#Byte','traits':{'smithy.api#default':-128}},'c':"
        "{'target':'smithy.api#Short','traits':{'smithy.api#default':300}},'d':"
        "{'target':'smithy.api#Integer','traits':{'smithy.api#default':1e3}},'e':"
        "{'target':'smithy.api#Long','traits':"
        "{'smithy.api#default':9223372036854775807}},'f':{'target':'smithy.api#Float'"
        ",'traits':{'smithy.api#default':0.1}},'g':{'target':'smithy.api#Double'"
        ",'traits':{'smithy.api#default':1e-07}}",
        "");
    const struct anvil_boolean *boolean = default_of(&fixture, 0);
    const struct anvil_byte *byte = default_of(&fixture, 1);
    const struct anvil_short *half = default_of(&fixture, 2);
    const struct anvil_integer *word = default_of(&fixture, 3);
    const struct anvil_long *wide = default_of(&fixture, 4);
    const struct anvil_float *single = default_of(&fixture, 5);
    const struct anvil_double *real = default_of(&fixture, 6);
    assert_true(boolean->value && boolean->is_set);
    assert_true(byte->value == -128 && byte->is_set);
    assert_true(half->value == 300 && half->is_set);
    assert_true(word->value == 1000 && word->is_set);
    assert_true(wide->value == INT64_MAX && wide->is_set);
    assert_true(single->value == 0.1f && single->is_set);
    assert_true(real->value == 1e-07 && real->is_set);
    const struct anvil_shape *shape = fixture_shape(&fixture, "In")->descriptor;
    assert_int_equal(shape->flags & ANVIL_SHAPE_DEFAULTS, ANVIL_SHAPE_DEFAULTS);
    fixture_free(&fixture);
}

TEST(defaults_of_text) {
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#String','traits':{'smithy.api#default':''}},'b':"
        "{'target':'smithy.api#String','traits':"
        "{'smithy.api#default':'a\\u0000\\u00e9'}},'c':{'target':'ns#E','traits':"
        "{'smithy.api#default':'x'}},'d':{'target':'smithy.api#BigInteger','traits':"
        "{'smithy.api#default':-12345678901234567890}},'e':"
        "{'target':'smithy.api#BigDecimal','traits':{'smithy.api#default':0.10}},'f':"
        "{'target':'smithy.api#Blob','traits':{'smithy.api#default':'YWJj'}},'g':"
        "{'target':'smithy.api#Blob','traits':{'smithy.api#default':''}}",
        "'ns#E':{'type':'string','traits':{'smithy.api#enum':[{'value':'x'}]}},");
    const struct anvil_str *odd = default_of(&fixture, 1);
    const struct anvil_blob *blob = default_of(&fixture, 5);
    assert_text(default_of(&fixture, 0), "");
    assert_int_equal(odd->len, 4);
    assert_memory_equal(odd->ptr, "a\0\xC3\xA9", 4);
    assert_text(default_of(&fixture, 2), "x");
    assert_text(default_of(&fixture, 3), "-12345678901234567890");
    assert_text(default_of(&fixture, 4), "0.10");
    assert_int_equal(blob->len, 3);
    assert_memory_equal(blob->ptr, "abc", 3);
    blob = default_of(&fixture, 6);
    assert_int_equal(blob->len, 0);
    assert_non_null(blob->ptr);
    fixture_free(&fixture);
}

TEST(defaults_of_moments_documents_and_collections) {
    static const char shapes[] =
        "'ns#H':{'type':'timestamp','traits':{'smithy.api#timestampFormat':'http-date'}},"
        "'ns#L':{'type':'list','member':{'target':'smithy.api#String'}},"
        "'ns#M':{'type':'map','key':{'target':'smithy.api#String'},'value':{'target':"
        "'smithy.api#String'}},";
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#Timestamp','traits':"
        "{'smithy.api#default':1515531081.123}},'b':{'target':'smithy.api#Timestamp'"
        ",'traits':{'smithy.api#default':'1985-04-12T23:20:50.52Z'}},'c':"
        "{'target':'ns#H','traits':{'smithy.api#default':'Tue"
        ", 29 Apr 2014 18:30:38 GMT'}},'d':{'target':'ns#L','traits':"
        "{'smithy.api#default':[]}},'e':{'target':'ns#M','traits':"
        "{'smithy.api#default':{}}},'f':{'target':'smithy.api#Document','traits':"
        "{'smithy.api#default':{'a' : [1.50]}}}",
        shapes);
    const struct anvil_timestamp *moment = default_of(&fixture, 0);
    const struct anvil_list *list = default_of(&fixture, 3);
    const struct anvil_map *map = default_of(&fixture, 4);
    assert_true(moment->seconds == 1515531081 && moment->nanoseconds == 123000000 &&
                moment->is_set);
    moment = default_of(&fixture, 1);
    assert_true(moment->seconds == 482196050 && moment->nanoseconds == 520000000);
    moment = default_of(&fixture, 2);
    assert_true(moment->seconds == 1398796238 && moment->nanoseconds == 0);
    assert_true(list->items != NULL && list->count == 0);
    assert_true(map->entries != NULL && map->count == 0);
    assert_text(default_of(&fixture, 5), "{\"a\" : [1.50]}");
    fixture_free(&fixture);
}

/* null is no default, and neither is one that stands on the target alone. */
TEST(what_is_no_default) {
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#Document','traits':{'smithy.api#default':null}}"
        ",'b':{'target':'ns#T','traits':{'smithy.api#default':null}},'c':"
        "{'target':'ns#T'}",
        "'ns#T':{'type':'string','traits':{'smithy.api#default':'root'}},");
    const struct anvil_shape *shape = fixture_shape(&fixture, "In")->descriptor;
    for (size_t i = 0; i < 3; i++)
        assert_null(anvil_member_default(fixture_input(&fixture, i)));
    assert_int_equal(shape->flags & ANVIL_SHAPE_DEFAULTS, 0);
    fixture_free(&fixture);
}

TEST(equal_defaults_are_one_object) {
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#Boolean','traits':{'smithy.api#default':false}}"
        ",'b':{'target':'smithy.api#PrimitiveBoolean','traits':"
        "{'smithy.api#default':false}},'c':{'target':'smithy.api#Boolean','traits':"
        "{'smithy.api#default':true}},'d':{'target':'smithy.api#String','traits':"
        "{'smithy.api#default':'x'}},'e':{'target':'smithy.api#String','traits':"
        "{'smithy.api#default':'x'}}",
        "");
    assert_ptr_equal(default_of(&fixture, 0), default_of(&fixture, 1));
    assert_ptr_not_equal(default_of(&fixture, 0), default_of(&fixture, 2));
    assert_ptr_equal(default_of(&fixture, 3), default_of(&fixture, 4));
    fixture_free(&fixture);
}

static const struct anvil_range *range_of(const struct fixture *fixture, size_t index) {
    const struct anvil_limits *limits = fixture_input(fixture, index)->limits;
    assert_non_null(limits);
    assert_non_null(limits->range);
    return limits->range;
}

/* What 64 bits cannot hold is cut off there: no value of the type is beyond it. */
TEST(ranges_of_integers) {
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#Byte','traits':{'smithy.api#range':{'min':-5}}}"
        ",'b':{'target':'smithy.api#Long','traits':{'smithy.api#range':"
        "{'min':-9223372036854775808,'max':9223372036854775807}}},'c':"
        "{'target':'smithy.api#Long','traits':{'smithy.api#range':{'min':-1e30"
        ",'max':18446744073709551616}}},'d':{'target':'ns#E','traits':"
        "{'smithy.api#range':{'max':1.0}}}",
        "'ns#E':{'type':'intEnum','members':{'A':{'target':'smithy.api#Unit','traits':"
        "{'smithy.api#enumValue':1}}}},");
    const struct anvil_range *range = range_of(&fixture, 0);
    assert_true(range->min_integer == -5 && range->max_integer == INT64_MAX);
    assert_text(&range->min_text, "-5");
    assert_null(range->max_text.ptr);
    for (size_t i = 1; i < 3; i++) {
        range = range_of(&fixture, i);
        assert_true(range->min_integer == INT64_MIN && range->max_integer == INT64_MAX);
    }
    assert_true(range_of(&fixture, 3)->max_integer == 1);
    fixture_free(&fixture);
}

/* 4.4 as a float is above 4.4; compared with the float 4.4 it is not. */
TEST(ranges_of_reals_are_rounded_like_the_values) {
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#Float','traits':{'smithy.api#range':{'min':-1.1"
        ",'max':4.4}}},'b':{'target':'smithy.api#Double','traits':"
        "{'smithy.api#range':{'min':-1.1,'max':4.4}}},'c':"
        "{'target':'smithy.api#Float','traits':{'smithy.api#range':{'min':-1e300"
        ",'max':1e300}}},'d':{'target':'smithy.api#Double','traits':"
        "{'smithy.api#range':{'max':1e999}}}",
        "");
    const struct anvil_range *range = range_of(&fixture, 0);
    assert_true(range->min_real == (double)-1.1f && range->max_real == (double)4.4f);
    range = range_of(&fixture, 1);
    assert_true(range->min_real == -1.1 && range->max_real == 4.4);
    range = range_of(&fixture, 2);
    assert_true(range->min_real == -(double)FLT_MAX && range->max_real == (double)FLT_MAX);
    assert_true(range_of(&fixture, 3)->max_real == DBL_MAX);
    fixture_free(&fixture);
}

TEST(ranges_of_big_numbers_keep_their_text) {
    struct fixture fixture;
    fixture_compile_file(&fixture, "spec/model/examples/big-bounds.json", NULL);
    const struct anvil_shape *shape = fixture_shape(&fixture, "CountInput")->descriptor;
    assert_text(&shape->members[0].limits->range->min_text, "-100000000000000000000");
    assert_text(&shape->members[0].limits->range->max_text, "100000000000000000000");
    assert_text(anvil_member_default(&shape->members[2]), "12345678901234567890123");
    assert_text(&shape->members[3].limits->range->min_text, "0.12345678901234567890");
    fixture_free(&fixture);
}

/* */
TEST(the_range_of_a_member_replaces_that_of_its_target) {
    struct fixture fixture;
    fixture_compile_input(&fixture,
                          "'a':{'target':'ns#N'},'b':{'target':'ns#N','traits':{'smithy.api#range':"
                          "{'max':-1}}}",
                          "'ns#N':{'type':'integer','traits':{'smithy.api#range':{'min':1}}},");
    assert_true(range_of(&fixture, 0)->min_integer == 1);
    assert_true(range_of(&fixture, 1)->min_integer == INT64_MIN);
    assert_true(range_of(&fixture, 1)->max_integer == -1);
    fixture_free(&fixture);
}
