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
    assert_int_equal(fixture.program.table->count, 1);
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
    assert_fault("{'smithy':'2.0','shapes':[]}", "", "\"shapes\" must be an object");
    assert_fault("{'smithy':'2.0','shapes':{'ns#A':1}}", "ns#A", "this is no object");
    assert_fault("{'smithy':'2.0','shapes':{'smithy.api#String':{'type':'string'}}}",
                 "smithy.api#String", "the prelude defines this shape");
}

TEST(what_is_no_json_is_refused_with_its_place) {
    static const struct {
        const char *text;
        const char *reason;
    } cases[] = {
        {"", "line 1, byte 1: the text ends too early"},
        {"{\n 'smithy': }", "line 2, byte 12: a value is expected"},
        {"{'smithy':'2.0'", "line 1, byte 16: the text ends too early"},
        {"{'smithy':'2.0' 'shapes'", "line 1, byte 17: a comma or a closing bracket is expected"},
        {"{'smithy' '2.0'}", "line 1, byte 11: a colon is expected"},
        {"{1:2}", "line 1, byte 2: a key is expected"},
        {"{} {}", "line 1, byte 4: nothing may follow the model"},
        {"{'a':nul}", "line 1, byte 9: "},
        {"{'a':01}", "line 1, byte 7: "},
        {"{'a':'\\q'}", "line 1, byte 7: "},
        {"{'a\\u0000':1}", "line 1, byte 2: a key holds U+0000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        fixture_compile(&fixture, cases[i].text);
        assert_false(fixture.is_good);
        if (strncmp(fixture.spec.fault.reason, cases[i].reason, strlen(cases[i].reason)) != 0)
            fail_msg("%s: %s", cases[i].text, fixture.spec.fault.reason);
        fixture_free(&fixture);
    }
}

TEST(json_nests_at_most_128_deep) {
    char text[300] = "";
    memset(text, '[', 128);
    memset(text + 128, ']', 128);
    assert_fault(text, "", "\"smithy\" must be a string");
    memset(text, '[', 129);
    assert_fault(text, "", "line 1, byte 129: objects and arrays nest too deep");
}

TEST(a_name_is_given_once) {
    assert_fault(MODEL("'ns#A':{'type':'string'},'ns#A':{'type':'string'}"), "ns#A",
                 "an object has this key twice");
}

TEST(there_is_a_service) {
    assert_fault(MODEL(GOOD_OPERATION "," GOOD_INPUT), "", "the model has no service");
    assert_fault(MODEL("'ns#S':{'type':'service','version':'1','traits':{" GOOD_TRAITS "}}"), "S",
                 "the service has no operations");
    assert_fault(MODEL("'ns#S':{'type':'service','version':1}"), "S",
                 "\"version\" must be a string");
}

#define SECOND_SERVICE(protocol)                                                                   \
    ",'other#T':{'type':'service','operations':[{'target':'ns#Op'}],'traits':{" protocol "}},"

/* A service that speaks something else does not count. */
TEST(of_several_services_one_is_named) {
    static const char two[] = MODEL(GOOD_SERVICE(GOOD_TRAITS) SECOND_SERVICE(
        "'aws.protocols#awsJson1_1':{}") GOOD_OPERATION "," GOOD_INPUT);
    static const char *const names[] = {"T", "other#T", "S", "ns#S"};
    assert_fault(two, "", "ns#S and other#T both fit: name the service by its ID");
    for (size_t i = 0; i < 4; i++) {
        struct spec_options options = {.service = names[i]};
        struct fixture fixture;
        fixture_compile_with(&fixture, two, &options);
        assert_true(fixture.is_good);
        assert_string_equal(fixture.program.service->name.ptr, i < 2 ? "T" : "S");
        assert_int_equal(fixture.program.service->name_space.ptr == NULL, i < 2);
        fixture_free(&fixture);
    }
    struct spec_options options = {.service = "Gone"};
    struct fixture fixture;
    fixture_compile_with(&fixture, two, &options);
    assert_string_equal(fixture.spec.fault.reason, "the model has no service Gone");
    fixture_free(&fixture);
    fixture_compile(&fixture, MODEL(GOOD_SERVICE(GOOD_TRAITS) SECOND_SERVICE(
                                  "'aws.protocols#restJson1':{}") GOOD_OPERATION "," GOOD_INPUT));
    assert_true(fixture.is_good);
    fixture_free(&fixture);
}

TEST(a_service_says_how_it_is_spoken_to) {
    static const char rest[] = "," GOOD_OPERATION "," GOOD_INPUT;
    static const struct {
        const char *traits;
        const char *reason;
    } cases[] = {
        {"'aws.api#service':{'arnNamespace':'w'},'aws.auth#sigv4':{'name':'w'}",
         "the service names no awsJson protocol"},
        {"'aws.protocols#awsJson1_1':{}," GOOD_TRAITS,
         "the service speaks more than one awsJson protocol"},
        {"'aws.protocols#restJson1':{}", "the service names no awsJson protocol"},
        {"'aws.protocols#awsJson1_0':{},'smithy.api#notInvented':{}",
         "the trait smithy.api#notInvented is not supported"},
        {"'aws.protocols#awsJson1_0':{},'anvil.identity#resources':[{'type':'a','form':'opaque'}]",
         "resources need an arnNamespace"},
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

TEST(no_input_and_no_output_are_unit) {
    static const char *const operations[] = {
        "'ns#Op':{'type':'operation'}",
        "'ns#Op':{'type':'operation','input':{'target':'smithy.api#Unit'},'output':"
        "{'target':'smithy.api#Unit'}}"};
    for (size_t i = 0; i < 2; i++) {
        struct fixture fixture;
        char model[1024];
        const struct anvil_operation *operation;
        snprintf(model, sizeof model, MODEL(GOOD_SERVICE(GOOD_TRAITS) ",%s"), operations[i]);
        fixture_compile(&fixture, model);
        assert_true(fixture.is_good);
        operation = fixture.program.table->operations[0];
        assert_ptr_equal(operation->input, operation->output);
        assert_string_equal(operation->input->name, "Unit");
        assert_int_equal(operation->input->member_count, 0);
        fixture_free(&fixture);
    }
    assert_fault(MODEL(GOOD_SERVICE(GOOD_TRAITS) "," GOOD_INPUT), "S",
                 "the target ns#Op is not in the model");
    assert_fault(MODEL(GOOD_SERVICE(GOOD_TRAITS) "," GOOD_OPERATION ",'ns#I':{'type':'string'}"),
                 "Op", "the target ns#I is a string, not a structure");
}

/* A chain, and a resource in two places. */
TEST(operations_of_resources_belong_to_the_service) {
    static const char model[] = MODEL(
        "'ns#S':{'type':'service','version':'1','resources':[{'target':'ns#R'}],'traits':"
        "{" GOOD_TRAITS
        "}},'ns#R':{'type':'resource','create':{'target':'ns#A'},'read':{'target':'ns#B'},"
        "'operations':[{'target':'ns#C'}],'collectionOperations':[{'target':'ns#D'}],"
        "'resources':[{'target':'ns#Q'}]},'ns#Q':{'type':'resource','list':{'target':'ns#E'}%s},"
        "'ns#A':{'type':'operation'},'ns#B':{'type':'operation'},'ns#C':{'type':'operation'},"
        "'ns#D':{'type':'operation'},'ns#E':{'type':'operation'}");
    char text[2048];
    struct fixture fixture;
    snprintf(text, sizeof text, model, "");
    fixture_compile(&fixture, text);
    assert_true(fixture.is_good);
    assert_int_equal(fixture.program.table->count, 5);
    fixture_free(&fixture);
    snprintf(text, sizeof text, model, ",'resources':[{'target':'ns#R'}]");
    assert_fault(text, "R", "the resource is inside two others");
}

#define THREE_OPERATIONS                                                                           \
    "'ns#S':{'type':'service','version':'1','operations':[{'target':'ns#A'},{'target':'ns#B'},"    \
    "{'target':'ns#C'}],'traits':{" GOOD_TRAITS "}},'ns#A':{'type':'operation','input':"           \
    "{'target':'ns#I'}},'ns#B':{'type':'operation','input':{'target':'ns#J'}},"                    \
    "'ns#C':{'type':'operation'}," GOOD_INPUT                                                      \
    ",'ns#J':{'type':'structure','members':{'b':{'target':'ns#Blob'}}},"                           \
    "'ns#Blob':{'type':'blob','traits':{'smithy.api#streaming':{}}}"

TEST(operations_can_be_chosen) {
    static const char *const wanted[] = {"C", "A"};
    static const char *const unknown[] = {"C", "D"};
    struct spec_options options = {.operations = wanted, .operation_count = 2};
    struct fixture fixture;
    fixture_compile_with(&fixture, MODEL(THREE_OPERATIONS), &options);
    assert_true(fixture.is_good);
    assert_int_equal(fixture.program.table->count, 2);
    assert_string_equal(fixture.program.table->operations[0]->name.ptr, "A");
    assert_int_equal(fixture.program.shapes.count, 2); /* I and Unit */
    fixture_free(&fixture);
    options.operations = unknown;
    fixture_compile_with(&fixture, MODEL(THREE_OPERATIONS), &options);
    assert_string_equal(fixture.spec.fault.reason, "the service has no operation D");
    fixture_free(&fixture);
}

TEST(an_operation_that_cannot_be_compiled_can_be_left_out) {
    struct spec_options options = {.skips_unsupported = true};
    struct fixture fixture;
    const struct spec_refusal *refusal;
    assert_fault(MODEL(THREE_OPERATIONS), "Blob",
                 "the trait smithy.api#streaming is not supported");
    fixture_compile_with(&fixture, MODEL(THREE_OPERATIONS), &options);
    assert_true(fixture.is_good);
    assert_int_equal(fixture.program.table->count, 2);
    assert_int_equal(fixture.program.refusals.count, 1);
    refusal = fixture.program.refusals.items;
    assert_string_equal(refusal->operation, "B");
    assert_string_equal(refusal->shape, "Blob");
    assert_string_equal(refusal->reason, "the trait smithy.api#streaming is not supported");
    fixture_free(&fixture);
    static const char *const only[] = {"B"};
    options.operations = only;
    options.operation_count = 1;
    fixture_compile_with(&fixture, MODEL(THREE_OPERATIONS), &options);
    assert_false(fixture.is_good);
    assert_string_equal(fixture.spec.fault.shape, "Blob");
    fixture_free(&fixture);
}

/* [R-128] */
TEST(errors_of_awsjson_1_1_have_no_namespace) {
    struct fixture fixture;
    fixture_compile(&fixture, MODEL(GOOD_SERVICE("'aws.protocols#awsJson1_1':{}") "," GOOD_OPERATION
                                                                                  "," GOOD_INPUT));
    assert_true(fixture.is_good);
    assert_null(fixture.program.service->name_space.ptr);
    assert_string_equal(fixture.program.service->content_type.ptr, "application/x-amz-json-1.1");
    assert_null(fixture.program.service->arn_service.ptr);
    fixture_free(&fixture);
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
        {"[{'type':'a','form':'prefixed','prefix':'a/'}]",
         "resource a: the prefix has a byte that no ID has"},
        {"[{'type':'a','form':'label'}]",
         "resource a: \"maxLength\" belongs to the form \"label\""},
        {"[{'type':'a','form':'label','maxLength':0}]",
         "resource a: \"maxLength\" must be 1 to 65535"},
        {"[{'type':'a','form':'opaque','shareable':1}]", "\"shareable\" must be true or false"},
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
