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

TEST(shape_types_must_be_known) {
    assert_refused("", "'ns#X':{'type':'strin'},", "X", "the shape type strin is not supported");
    assert_refused("", "'ns#X':{'type':'apply'},", "ns#X", "apply: the model has no such shape");
    assert_refused("", "'ns#X':{'members':{}},", "X", "\"type\" must be a string");
    assert_refused("", "'ns#X':{'type':'union','members':{}},", "X", "the union has no members");
    assert_refused(
        "", "'ns#X':{'type':'map','key':{'target':'smithy.api#Integer'},'value':{" TEXT "}},",
        "X$key", "the key of a map must be a string");
}

TEST(every_kind_is_taken) {
    static const char *const types[] = {
        "blob",   "boolean",    "byte",       "short",     "integer",  "long",  "float",
        "double", "bigInteger", "bigDecimal", "timestamp", "document", "string"};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        char shapes[128];
        snprintf(shapes, sizeof shapes, "'ns#X':{'type':'%s'},", types[i]);
        assert_taken("'A':{'target':'ns#X'}", shapes);
    }
}

TEST(properties_must_be_known) {
    assert_refused("", "'ns#X':{'type':'structure','members':{},'more':[]},", "X",
                   "the property \"more\" of a structure is not supported");
    assert_refused("'A':{" TEXT ",'extra':1}", "", "In$A",
                   "the property \"extra\" is not supported");
    assert_refused("'A':{}", "", "In$A", "\"target\" must be a string");
    assert_refused("", "'ns#X':{'type':'structure','members':[]},", "X",
                   "\"members\" must be an object");
    assert_refused("", "'ns#X':{'type':'list'},", "X$member", "\"target\" must be a string");
    assert_refused("", "'X':{'type':'string'},", "X", "this is no absolute shape ID");
}

/* What an operation does not reach is in nobody's way. */
TEST(traits_that_change_the_wire_are_refused_where_messages_need_them) {
    static const char *const traits[] = {"smithy.api#streaming",
                                         "smithy.api#eventHeader",
                                         "smithy.api#eventPayload",
                                         "smithy.api#requiresLength",
                                         "smithy.api#httpChecksumRequired",
                                         "aws.protocols#httpChecksum",
                                         "smithy.api#notInvented"};
    for (size_t i = 0; i < sizeof traits / sizeof *traits; i++) {
        char shapes[256];
        char reason[128];
        snprintf(shapes, sizeof shapes, "'ns#X':{'type':'blob','traits':{'%s':{}}},", traits[i]);
        snprintf(reason, sizeof reason, "the trait %s is not supported", traits[i]);
        assert_refused("'A':{'target':'ns#X'}", shapes, "X", reason);
        assert_taken("", shapes);
        snprintf(shapes, sizeof shapes, "'A':{" TEXT ",'traits':{'%s':{}}}", traits[i]);
        assert_refused(shapes, "", "In$A", reason);
    }
    assert_refused("", "'ns#X':{'type':'string','traits':[]},", "X",
                   "\"traits\" must be an object");
}

TEST(traits_that_awsjson_ignores_are_passed_over) {
    assert_taken("'A':{" TEXT ",'traits':{'smithy.api#jsonName':'b','smithy.api#httpHeader':'H',"
                 "'smithy.api#documentation':'text','smithy.rules#contextParam':{'name':'x'}}}",
                 "");
    assert_taken("'A':{" TEXT ",'traits':{'someone.else#trait':[1,2]}}", "");
}

TEST(traits_must_mean_something_where_they_stand) {
    assert_refused(
        "", "'ns#X':{'type':'list','member':{" TEXT "},'traits':{'smithy.api#pattern':'a'}},", "X",
        "the trait smithy.api#pattern has no meaning on a list");
    assert_refused("'A':{'target':'ns#In','traits':{'smithy.api#length':{'min':1}}}", "", "In$A",
                   "the trait smithy.api#length has no meaning on a member of type structure");
    assert_refused(
        "", "'ns#X':{'type':'list','member':{" TEXT ",'traits':{'smithy.api#required':{}}}},",
        "X$member", "only a member of a structure can be required, a token or have a default");
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

TEST(ranges_must_make_sense) {
    static const char shape[] = "'ns#X':{'type':'%s','traits':{'smithy.api#range':%s}},";
    static const struct {
        const char *type;
        const char *range;
        const char *reason;
    } cases[] = {
        {"long", "{'min':2,'max':1}", "range: min is above max"},
        {"bigInteger", "{'min':100000000000000000001,'max':100000000000000000000}",
         "range: min is above max"},
        {"double", "{'min':'1'}", "range: \"min\" must be a number"},
        {"double", "{}", "range: neither \"min\" nor \"max\" is given"},
        {"integer", "{'max':1.5}", "range: the bound 1.5 of a whole number is none"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[256];
        snprintf(text, sizeof text, shape, cases[i].type, cases[i].range);
        assert_refused("'A':{'target':'ns#X'}", text, "X", cases[i].reason);
    }
}

TEST(defaults_must_fit_their_type) {
    static const struct {
        const char *target;
        const char *value;
    } cases[] = {
        {"smithy.api#String", "1"},
        {"smithy.api#Boolean", "'true'"},
        {"smithy.api#Byte", "128"},
        {"smithy.api#Short", "32768"},
        {"smithy.api#Integer", "1.5"},
        {"smithy.api#Long", "9223372036854775808"},
        {"smithy.api#Float", "1e39"},
        {"smithy.api#Double", "'1'"},
        {"smithy.api#BigInteger", "1.0"},
        {"smithy.api#BigDecimal", "'1'"},
        {"smithy.api#Blob", "'YQ'"},
        {"smithy.api#Timestamp", "'yesterday'"},
        {"smithy.api#Timestamp", "true"},
        {"ns#L", "[1]"},
        {"ns#L", "{}"},
        {"ns#M", "[]"},
        {"ns#E", "'other'"},
        {"ns#I", "4294967296"},
        {"ns#In", "{}"},
        {"ns#U", "{}"},
    };
    static const char shapes[] =
        "'ns#L':{'type':'list','member':{" TEXT "}},"
        "'ns#M':{'type':'map','key':{" TEXT "},'value':{" TEXT "}},"
        "'ns#U':{'type':'union','members':{'a':{" TEXT "}}},"
        "'ns#E':{'type':'enum','members':{'X':{'target':'smithy.api#Unit'}}},"
        "'ns#I':{'type':'intEnum','members':{'X':{'target':'smithy.api#Unit','traits':"
        "{'smithy.api#enumValue':1}}}},";
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        char members[128];
        snprintf(members, sizeof members, "'A':{'target':'%s','traits':{'smithy.api#default':%s}}",
                 cases[i].target, cases[i].value);
        fixture_compile_input(&fixture, members, shapes);
        if (fixture.is_good)
            fail_msg("%s is taken for %s", cases[i].value, cases[i].target);
        assert_string_equal(fixture.spec.fault.shape, "In");
        assert_memory_equal(fixture.spec.fault.reason, "the default of A does not fit its type ",
                            39);
        fixture_free(&fixture);
    }
    assert_refused(
        "",
        "'ns#X':{'type':'union','members':{'a':{" TEXT ",'traits':{'smithy.api#default':''}}}},",
        "X$a", "only a member of a structure can be required, a token or have a default");
}

TEST(patterns_are_refused_with_their_member) {
    assert_refused("'A':{'target':'ns#X'}",
                   "'ns#X':{'type':'string','traits':{'smithy.api#pattern':'^(a)\\\\1$'}},", "In$A",
                   "pattern, column 5: a back-reference is not supported: ^(a)\\1$");
    assert_taken("", "'ns#X':{'type':'string','traits':{'smithy.api#pattern':'^(a)\\\\1$'}},");
    assert_refused("", "'ns#X':{'type':'string','traits':{'smithy.api#pattern':1}},", "X",
                   "pattern: a string is expected");
}

TEST(targets_must_be_in_the_model) {
    assert_refused("'A':{'target':'ns#Gone'}", "", "In$A",
                   "the target ns#Gone is not in the model");
    assert_refused("'A':{'target':'smithy.api#Number'}", "", "In$A",
                   "the target smithy.api#Number is not in the model");
    assert_refused("'A':{'target':'ns#Op'}", "", "In$A", "the target ns#Op holds no data");
    assert_refused("'A':{'target':'ns#R'}", "'ns#R':{'type':'resource'},", "In$A",
                   "the target ns#R holds no data");
}

TEST(enums_need_different_values) {
    assert_refused("", "'ns#X':{'type':'enum','members':{}},", "X", "the enum has no values");
    assert_refused("",
                   "'ns#X':{'type':'string','traits':{'smithy.api#enum':[{'value':'a'},"
                   "{'value':'a','name':'B'}]}},",
                   "X", "a and B have the same value");
    assert_refused("", "'ns#X':{'type':'string','traits':{'smithy.api#enum':[{'value':''}]}},", "X",
                   "the enum has an empty value");
    assert_refused("", "'ns#X':{'type':'string','traits':{'smithy.api#enum':[]}},", "X",
                   "enum: a list of values is expected");
    assert_refused("", "'ns#X':{'type':'intEnum','members':{'A':{'target':'smithy.api#Unit'}}},",
                   "X", "the value of A must be a 32-bit integer");
    assert_refused("",
                   "'ns#X':{'type':'intEnum','members':{'A':{'target':'smithy.api#Unit','traits':"
                   "{'smithy.api#enumValue':2147483648}}}},",
                   "X", "the value of A must be a 32-bit integer");
    assert_refused("",
                   "'ns#X':{'type':'intEnum','members':{'A':{'target':'smithy.api#Unit','traits':"
                   "{'smithy.api#enumValue':1}},'B':{'target':'smithy.api#Unit','traits':"
                   "{'smithy.api#enumValue':1}}}},",
                   "X", "A and B have the same value");
    assert_refused("'A':{" TEXT ",'traits':{'smithy.api#enumValue':'a'}}", "", "In$A",
                   "the trait smithy.api#enumValue has no meaning on a member of type string");
}

TEST(names_must_be_those_of_smithy) {
    static const char reason[] = "the name of a member is no identifier";
    assert_taken("'__a1_B':{" TEXT "}", "");
    assert_refused("'a b':{" TEXT "}", "", "In$a b", reason);
    assert_refused("'a\\u00e4':{" TEXT "}", "", "In$a\xC3\xA4", reason);
    assert_refused("'':{" TEXT "}", "", "In$", reason);
    assert_refused("'1a':{" TEXT "}", "", "In$1a", reason);
    assert_refused("'_':{" TEXT "}", "", "In$_", reason);
    assert_refused("", "'ns#a-b':{'type':'string'},", "ns#a-b", "this is no absolute shape ID");
}

TEST(required_members_must_end_somewhere) {
    assert_taken("'A':{'target':'ns#In'}", "");
    assert_taken("'A':{'target':'ns#X'}",
                 "'ns#X':{'type':'structure','members':{'B':{'target':'ns#L'}}},"
                 "'ns#L':{'type':'list','member':{'target':'ns#X'}},");
    assert_refused(
        "'A':{'target':'ns#In','traits':{'smithy.api#required':{}}}", "", "In",
        "its required members lead back to it or nest deeper than 32, so no value can be "
        "complete");
    assert_refused(
        "'A':{'target':'ns#X','traits':{'smithy.api#required':{}}}",
        "'ns#X':{'type':'structure','members':{'B':{'target':'ns#In','traits':"
        "{'smithy.api#required':{}}}}},",
        "In",
        "its required members lead back to it or nest deeper than 32, so no value can be "
        "complete");
}

/* A chain of `count` structures, each requiring the next. */
static void write_structures(char *shapes, size_t size, int count) {
    size_t len = 0;
    for (int i = 0; i < count; i++) {
        char target[16] = "ns#L0";
        snprintf(target, sizeof target, "ns#L%d", i + 1);
        len +=
            (size_t)snprintf(shapes + len, size - len,
                             "'ns#L%d':{'type':'structure','members':{'m':{'target':'%s','traits':"
                             "{'smithy.api#required':{}}}}},",
                             i, i == count - 1 ? "smithy.api#String" : target);
    }
}

TEST(what_is_required_nests_at_most_32_deep) {
    char shapes[40 * 128];
    write_structures(shapes, sizeof shapes, 32);
    assert_taken("'A':{'target':'ns#L0'}", shapes);
    write_structures(shapes, sizeof shapes, 33);
    assert_refused(
        "'A':{'target':'ns#L0'}", shapes, "L0",
        "its required members lead back to it or nest deeper than 32, so no value can be "
        "complete");
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
                   "accepts: nothing is accepted");
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
                   "'smithy.api#httpError':199}},",
                   "X", "httpError: a status of 200 to 599 is expected");
    assert_refused(
        "", "'ns#X':{'type':'structure','members':{},'traits':{'smithy.api#retryable':true}},", "X",
        "retryable: an object is expected");
}

TEST(apply_reaches_members_of_the_model) {
    assert_refused("'A':{" TEXT "}", "'ns#In$B':{'type':'apply','traits':{}},", "ns#In$B",
                   "apply: the model has no such shape or member");
    assert_refused("", "'ns#Gone':{'type':'apply','traits':{}},", "ns#Gone",
                   "apply: the model has no such shape");
    assert_refused("'A':{" TEXT ",'traits':{'smithy.api#length':{'min':1}}}",
                   "'ns#In$A':{'type':'apply','traits':{'smithy.api#length':{'min':2}}},",
                   "ns#In$A", "apply: the trait smithy.api#length is already there");
}

TEST(one_input_has_one_token) {
    assert_refused("'A':{" TEXT ",'traits':{'smithy.api#idempotencyToken':{}}},"
                   "'B':{" TEXT ",'traits':{'smithy.api#idempotencyToken':{}}}",
                   "", "In", "more than one member is an idempotency token");
}
