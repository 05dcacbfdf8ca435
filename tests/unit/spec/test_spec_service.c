/* SPDX-License-Identifier: Apache-2.0 */
/* What a model must say about its service and operations, and models that are no models. */
#include "spec_fixture.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

#define GOOD_TRAITS                                                                                \
    "'aws.api#service':{'arnNamespace':'w'},'aws.auth#sigv4':{'name':'w'},"                        \
    "'aws.protocols#awsJson1_0':{}"
#define GOOD_SERVICE(traits)                                                                       \
    "'ns#S':{'type':'service','version':'1','operations':[{'target':'ns#Op'}],'traits':{" traits   \
    "}}"
#define GOOD_OPERATION                                                                             \
    "'ns#Op':{'type':'operation','input':{'target':'ns#I'},'output':{'target':'ns#I'}}"
#define GOOD_INPUT "'ns#I':{'type':'structure','members':{}}"
#define MODEL(shapes) "{'smithy':'2.0','shapes':{" shapes "}}"

static void assert_fault(const char *model, const char *shape, const char *reason) {
    struct fixture fixture;
    fixture_compile(&fixture, model);
    assert_false(fixture.is_good);
    assert_string_equal(fixture.spec.fault.reason, reason);
    assert_string_equal(fixture.spec.fault.shape, shape);
    fixture_free(&fixture);
}

TEST(the_smallest_model_compiles) {
    struct fixture fixture;
    fixture_compile(&fixture, MODEL(GOOD_SERVICE(GOOD_TRAITS) "," GOOD_OPERATION "," GOOD_INPUT));
    assert_true(fixture.is_good);
    assert_int_equal(fixture.program.service->operation_count, 1);
    fixture_free(&fixture);
}

TEST(a_model_is_a_json_ast_of_version_2) {
    assert_fault("{'smithy':'1.0','shapes':{}}", "",
                 "the JSON AST has version 1.0, 2.0 is supported");
    assert_fault("{'shapes':{}}", "", "\"smithy\" must be a string");
    assert_fault("{'smithy':'2.0'}", "", "\"shapes\" must be an object");
    assert_fault("{'smithy':'2.0','shapes':{},'more':1}", "",
                 "the property \"more\" of a model is not supported");
    assert_fault("[]", "", "\"smithy\" must be a string");
}

TEST(what_is_no_json_is_refused_with_its_place) {
    struct fixture fixture;
    fixture_compile(&fixture, "{\n 'smithy': }");
    assert_false(fixture.is_good);
    assert_memory_equal(fixture.spec.fault.reason, "line 2, column 12: ", 19);
    fixture_free(&fixture);
}

TEST(a_name_is_given_once) {
    struct fixture fixture;
    fixture_compile(&fixture, MODEL("'ns#A':{'type':'string'},'ns#A':{'type':'string'}"));
    assert_false(fixture.is_good);
    assert_non_null(strstr(fixture.spec.fault.reason, "duplicate object key near '\"ns#A\"'"));
    fixture_free(&fixture);
}

TEST(there_is_one_service) {
    assert_fault(MODEL(GOOD_OPERATION "," GOOD_INPUT), "", "the model has no service");
    assert_fault(
        MODEL(GOOD_SERVICE(GOOD_TRAITS) ",'ns#T':{'type':'service','version':'1'}," GOOD_OPERATION
                                        "," GOOD_INPUT),
        "T", "a second service: the model must have one");
    assert_fault(MODEL("'ns#S':{'type':'service','version':'1','traits':{" GOOD_TRAITS "}}"), "S",
                 "the service has no operations");
    assert_fault(MODEL("'ns#S':{'type':'service','operations':[]}"), "S",
                 "\"version\" must be a string");
}

TEST(a_service_says_how_it_is_spoken_to) {
    static const char rest[] = "," GOOD_OPERATION "," GOOD_INPUT;
    static const struct {
        const char *traits;
        const char *reason;
    } cases[] = {
        {"'aws.api#service':{'arnNamespace':'w'},'aws.auth#sigv4':{'name':'w'}",
         "the service names no awsJson protocol"},
        {"'aws.protocols#awsJson1_1':{}," GOOD_TRAITS, "the service speaks more than one protocol"},
        {"'aws.protocols#awsJson1_0':{},'aws.auth#sigv4':{'name':'w'}",
         "the traits aws.api#service and aws.auth#sigv4 are needed"},
        {"'aws.protocols#awsJson1_0':{},'aws.auth#sigv4':{'name':'v'},"
         "'aws.api#service':{'arnNamespace':'w'}",
         "ARNs say w and signatures v: one word for both is supported"},
        {"'aws.protocols#restJson1':{}", "the trait aws.protocols#restJson1 is not supported"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char model[1024];
        snprintf(model, sizeof model,
                 "{'smithy':'2.0','shapes':{'ns#S':{'type':'service','version':'1','operations':"
                 "[{'target':'ns#Op'}],'traits':{%s}}%s}}",
                 cases[i].traits, rest);
        assert_fault(model, "S", cases[i].reason);
    }
}

TEST(an_operation_has_input_and_output) {
    assert_fault(MODEL(GOOD_SERVICE(GOOD_TRAITS) ",'ns#Op':{'type':'operation'}"), "Op",
                 "an operation without input is not supported");
    assert_fault(MODEL(GOOD_SERVICE(GOOD_TRAITS) ",'ns#Op':{'type':'operation','input':"
                                                 "{'target':'ns#I'},'output':{'target':"
                                                 "'smithy.api#Unit'}}," GOOD_INPUT),
                 "Op", "an operation without output is not supported");
    assert_fault(MODEL(GOOD_SERVICE(GOOD_TRAITS) "," GOOD_INPUT), "S",
                 "the target ns#Op is not in the model");
    assert_fault(MODEL(GOOD_SERVICE(GOOD_TRAITS) "," GOOD_OPERATION ",'ns#I':{'type':'string'}"),
                 "Op", "the target ns#I is a string, not a structure");
}

TEST(an_operation_is_listed_once) {
    assert_fault(MODEL("'ns#S':{'type':'service','version':'1','operations':[{'target':'ns#Op'},"
                       "{'target':'ns#Op'}],'traits':{" GOOD_TRAITS "}}," GOOD_OPERATION
                       "," GOOD_INPUT),
                 "S", "the operation Op is listed twice");
}

TEST(errors_are_structures_with_the_error_trait) {
    assert_fault(MODEL(GOOD_SERVICE(GOOD_TRAITS) ",'ns#Op':{'type':'operation','input':"
                                                 "{'target':'ns#I'},'output':{'target':'ns#I'},"
                                                 "'errors':[{'target':'ns#I'}]}," GOOD_INPUT),
                 "Op", "I is not an error");
    assert_fault(MODEL(GOOD_SERVICE(GOOD_TRAITS) ",'ns#Op':{'type':'operation','errors':{}}"), "Op",
                 "\"errors\" must be a list");
}

TEST(resource_types_are_complete) {
    static const struct {
        const char *resources;
        const char *reason;
    } cases[] = {
        {"[{'type':'a','form':'x'}]", "resource a: unknown form x"},
        {"[{'type':'a','form':'prefixed'}]",
         "resource a: a prefix belongs to the form \"prefixed\""},
        {"[{'type':'a','form':'name','prefix':'p'}]",
         "resource a: a prefix belongs to the form \"prefixed\""},
        {"[{'type':'a','form':'prefixed','prefix':''}]", "resource a: the prefix is empty"},
        {"[{'type':'a','form':'opaque'},{'type':'a','form':'name'}]", "resource a is given twice"},
        {"[{'form':'name'}]", "\"type\" must be a string"},
        {"{}", "resources: a list of at most 64 is expected"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char model[1024];
        snprintf(model, sizeof model,
                 "{'smithy':'2.0','shapes':{'ns#S':{'type':'service','version':'1','traits':"
                 "{'anvil.identity#resources':%s}}}}",
                 cases[i].resources);
        assert_fault(model, "S", cases[i].reason);
    }
}
