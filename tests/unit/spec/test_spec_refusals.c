/* SPDX-License-Identifier: Apache-2.0 */
/* Everything in a shape or member that the compiler refuses, with the words it uses. */
#include "spec_fixture.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

#define TEXT "'target':'smithy.api#String'"

/* The input's members, more shapes, and the fault that they must end in. */
static void assert_refused(const char *members, const char *shapes, const char *shape,
                           const char *reason) {
    struct fixture fixture;
    fixture_compile_input(&fixture, members, shapes);
    assert_false(fixture.is_good);
    assert_string_equal(fixture.spec.fault.reason, reason);
    assert_string_equal(fixture.spec.fault.shape, shape);
    fixture_free(&fixture);
}

static void assert_taken(const char *members, const char *shapes) {
    struct fixture fixture;
    fixture_compile_input(&fixture, members, shapes);
    if (!fixture.is_good)
        fail_msg("%s: %s", fixture.spec.fault.shape, fixture.spec.fault.reason);
    fixture_free(&fixture);
}

TEST(the_fixture_itself_compiles) {
    assert_taken("", "");
    assert_taken("'A':{" TEXT "}", "");
}

TEST(shape_types_must_be_known_and_readable) {
    assert_refused("", "'ns#X':{'type':'strin'},", "X", "the shape type strin is not supported");
    assert_refused("", "'ns#X':{'members':{}},", "X", "\"type\" must be a string");
    assert_refused("'A':{'target':'ns#X'}", "'ns#X':{'type':'long'},", "X",
                   "the engine cannot read a long yet");
    assert_refused("'A':{'target':'ns#X'}",
                   "'ns#X':{'type':'map','key':{" TEXT "},'value':{" TEXT "}},", "X",
                   "the engine cannot read a map yet");
    assert_refused("'A':{'target':'ns#X'}", "'ns#X':{'type':'union','members':{}},", "X",
                   "the engine cannot read a union yet");
}

TEST(what_no_message_reaches_may_be_of_any_kind) {
    assert_taken("", "'ns#X':{'type':'long'},'ns#Y':{'type':'document'},");
}

TEST(properties_must_be_known) {
    assert_refused("", "'ns#X':{'type':'structure','members':{},'mixins':[]},", "X",
                   "the property \"mixins\" of a structure is not supported");
    assert_refused("'A':{" TEXT ",'extra':1}", "", "In$A",
                   "the property \"extra\" is not supported");
    assert_refused("'A':{}", "", "In$A", "\"target\" must be a string");
    assert_refused("", "'ns#X':{'type':'structure','members':[]},", "X",
                   "\"members\" must be an object");
    assert_refused("", "'ns#X':{'type':'list'},", "X$member", "\"target\" must be a string");
    assert_refused("", "'X':{'type':'string'},", "X", "this is no absolute shape ID");
}

TEST(traits_must_be_known) {
    assert_refused("",
                   "'ns#X':{'type':'list','member':{" TEXT "},'traits':{'smithy.api#sparse':{}}},",
                   "X", "the trait smithy.api#sparse is not supported");
    assert_refused("'A':{" TEXT ",'traits':{'smithy.api#default':''}}", "", "In$A",
                   "the trait smithy.api#default is not supported");
    assert_refused("", "'ns#X':{'type':'string','traits':[]},", "X",
                   "\"traits\" must be an object");
}

TEST(traits_that_awsjson_ignores_are_passed_over) {
    assert_taken("'A':{" TEXT ",'traits':{'smithy.api#jsonName':'b','smithy.api#httpHeader':'H',"
                 "'smithy.api#documentation':'text','smithy.rules#contextParam':{'name':'x'}}}",
                 "");
}

TEST(traits_must_mean_something_where_they_stand) {
    assert_refused(
        "", "'ns#X':{'type':'list','member':{" TEXT "},'traits':{'smithy.api#pattern':'a'}},", "X",
        "the trait smithy.api#pattern has no meaning on a list");
    assert_refused("'A':{'target':'ns#In','traits':{'smithy.api#length':{'min':1}}}", "", "In$A",
                   "the trait smithy.api#length has no meaning on a member of type structure");
    assert_refused(
        "", "'ns#X':{'type':'list','member':{" TEXT ",'traits':{'smithy.api#required':{}}}},",
        "X$member", "only a member of a structure can be required or a token");
    assert_refused("", "'ns#X':{'type':'string','traits':{'smithy.api#required':{}}},", "X",
                   "the trait smithy.api#required has no meaning on a string");
}

TEST(lengths_must_make_sense) {
    static const char shape[] = "'ns#X':{'type':'string','traits':{'smithy.api#length':%s}},";
    static const struct {
        const char *length;
        const char *reason;
    } cases[] = {
        {"{'min':2,'max':1}", "length: min 2 is above max 1"},
        {"{'min':-1}", "length: \"min\" must be a whole number of 0 or more"},
        {"{'max':1.5}", "length: \"max\" must be a whole number of 0 or more"},
        {"{'max':'9'}", "length: \"max\" must be a whole number of 0 or more"},
        {"{}", "length: neither \"min\" nor \"max\" is given"},
        {"3", "length: neither \"min\" nor \"max\" is given"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, shape, cases[i].length);
        assert_refused("", text, "X", cases[i].reason);
    }
}

TEST(patterns_are_refused_with_their_shape) {
    assert_refused("'A':{'target':'ns#X'}",
                   "'ns#X':{'type':'string','traits':{'smithy.api#pattern':'^(?=a)$'}},", "X",
                   "pattern, column 2: look-around is not supported: ^(?=a)$");
    assert_refused("", "'ns#X':{'type':'string','traits':{'smithy.api#pattern':1}},", "X",
                   "pattern: a string is expected");
}

TEST(targets_must_be_in_the_model) {
    assert_refused("'A':{'target':'ns#Gone'}", "", "In$A",
                   "the target ns#Gone is not in the model");
    assert_refused("'A':{'target':'smithy.api#Integer'}", "", "In$A",
                   "the target smithy.api#Integer is not in the model");
    assert_refused("'A':{'target':'ns#Op'}", "", "In$A", "the target ns#Op holds no data");
    assert_refused("'A':{'target':'smithy.api#Unit'}", "", "In$A",
                   "the target smithy.api#Unit holds no data");
}

TEST(enums_need_different_values) {
    assert_refused("", "'ns#X':{'type':'enum','members':{}},", "X", "the enum has no values");
    assert_refused("",
                   "'ns#X':{'type':'string','traits':{'smithy.api#enum':[{'value':'a'},"
                   "{'value':'a','name':'B'}]}},",
                   "X", "the enum has the value a twice");
    assert_refused("", "'ns#X':{'type':'string','traits':{'smithy.api#enum':[{'value':''}]}},", "X",
                   "the enum has an empty value");
    assert_refused("", "'ns#X':{'type':'string','traits':{'smithy.api#enum':[]}},", "X",
                   "enum: a list of values is expected");
    assert_refused("'A':{'target':'ns#X'}",
                   "'ns#X':{'type':'string','traits':{'smithy.api#enum':[{'value':'a-b'},"
                   "{'value':'a_b'}]}},",
                   "X", "two codes of the enum would be called A_B");
    assert_refused("'A':{'target':'ns#X'}",
                   "'ns#X':{'type':'string','traits':{'smithy.api#enum':[{'value':'unknown'}]}},",
                   "X", "two codes of the enum would be called UNKNOWN");
}

TEST(names_must_stay_different_in_c) {
    assert_refused("'FooBar':{" TEXT "},'fooBar':{" TEXT "}", "", "In",
                   "two members would be called foo_bar in C");
    assert_refused("'A':{'target':'ns#Xy'},'B':{'target':'ns#xy'}",
                   "'ns#Xy':{'type':'structure','members':{}},"
                   "'ns#xy':{'type':'structure','members':{}},",
                   "xy", "Xy and xy would both be called xy_members in C");
    assert_refused("'a b':{" TEXT "}", "", "In", "the member \"a b\" has no valid name");
    assert_refused("'a\\u00e4':{" TEXT "}", "", "In", "the member \"a\xC3\xA4\" has no valid name");
}

TEST(structures_have_at_most_64_members) {
    char members[64 * 40];
    size_t len = 0;
    for (int i = 0; i < 64; i++)
        len += (size_t)snprintf(members + len, sizeof members - len, "%s'M%d':{" TEXT "}",
                                i == 0 ? "" : ",", i);
    assert_taken(members, "");
    snprintf(members + len, sizeof members - len, ",'M':{" TEXT "}");
    assert_refused(members, "", "In", "it has 65 members, 64 are supported");
}

TEST(required_members_must_end_somewhere) {
    assert_taken("'A':{'target':'ns#In'}", "");
    assert_taken("'A':{'target':'ns#X'}",
                 "'ns#X':{'type':'structure','members':{'B':{'target':'ns#L'}}},"
                 "'ns#L':{'type':'list','member':{'target':'ns#X'}},");
    assert_refused("'A':{'target':'ns#In','traits':{'smithy.api#required':{}}}", "", "In",
                   "its required members lead back to it, so no value can be complete");
    assert_refused("'A':{'target':'ns#X','traits':{'smithy.api#required':{}}}",
                   "'ns#X':{'type':'structure','members':{'B':{'target':'ns#In','traits':"
                   "{'smithy.api#required':{}}}}},",
                   "In", "its required members lead back to it, so no value can be complete");
}

/* A chain of `count` lists below the input's only member. */
static void write_lists(char *shapes, size_t size, int count) {
    size_t len = 0;
    for (int i = 0; i < count; i++) {
        char target[16] = "ns#L0";
        snprintf(target, sizeof target, "ns#L%d", i + 1);
        len += (size_t)snprintf(shapes + len, size - len,
                                "'ns#L%d':{'type':'list','member':{'target':'%s'}},", i,
                                i == count - 1 ? "smithy.api#String" : target);
    }
}

TEST(shapes_nest_at_most_32_deep) {
    char shapes[40 * 80];
    write_lists(shapes, sizeof shapes, 31);
    assert_taken("'A':{'target':'ns#L0'}", shapes);
    write_lists(shapes, sizeof shapes, 32);
    assert_refused("'A':{'target':'ns#L0'}", shapes, "L31", "it nests deeper than 32");
}

TEST(identities_must_name_known_resources) {
    assert_refused("",
                   "'ns#X':{'type':'string','traits':{'anvil.identity#accepts':{'types':['x']}}},",
                   "X", "the service has no resource type x");
    assert_refused("",
                   "'ns#X':{'type':'string','traits':{'anvil.identity#accepts':{'types':['pool'],"
                   "'extensions':['x']}}},",
                   "X", "the service has no resource type x");
    assert_refused("", "'ns#X':{'type':'string','traits':{'anvil.identity#accepts':{}}},", "X",
                   "accepts: \"types\" must name a resource type");
    assert_refused("",
                   "'ns#X':{'type':'string','traits':{'anvil.identity#accepts':{'types':'pool'}}},",
                   "X", "\"types\" must be a list of strings");
}

TEST(errors_state_whose_fault_they_are) {
    assert_refused("",
                   "'ns#X':{'type':'structure','members':{},'traits':{'smithy.api#error':'x'}},",
                   "X", "error: \"client\" or \"server\" is expected");
    assert_refused("",
                   "'ns#X':{'type':'structure','members':{},'traits':{'smithy.api#error':'client',"
                   "'smithy.api#httpError':200}},",
                   "X", "httpError: a status of 400 to 599 is expected");
    assert_refused(
        "", "'ns#X':{'type':'structure','members':{},'traits':{'smithy.api#retryable':true}},", "X",
        "retryable: an object with a boolean \"throttling\" is expected");
}

TEST(apply_reaches_members_of_the_model) {
    assert_refused("'A':{" TEXT "}", "'ns#In$B':{'type':'apply','traits':{}},", "ns#In$B",
                   "apply: the model has no such member");
    assert_refused("", "'ns#Gone':{'type':'apply','traits':{}},", "ns#Gone",
                   "apply: the model has no such member");
    assert_refused("'A':{" TEXT ",'traits':{'smithy.api#length':{'min':1}}}",
                   "'ns#In$A':{'type':'apply','traits':{'smithy.api#length':{'min':2}}},",
                   "ns#In$A", "apply: the trait smithy.api#length is already there");
}

TEST(one_input_has_one_token) {
    assert_refused("'A':{" TEXT ",'traits':{'smithy.api#idempotencyToken':{}}},"
                   "'B':{" TEXT ",'traits':{'smithy.api#idempotencyToken':{}}}",
                   "", "In", "more than one member is an idempotency token");
}
