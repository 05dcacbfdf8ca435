/* SPDX-License-Identifier: Apache-2.0 */
/* What descriptors say about small models. */
#include "spec_fixture.h"
#include "test.h"

#include <stddef.h>
#include <string.h>

#define LENGTH(min, max) "'smithy.api#length':{'min':" #min ",'max':" #max "}"

static const char *const word =
    "'ns#Word':{'type':'string','traits':{" LENGTH(1, 9) ",'smithy.api#pattern':'^[!-~]+$'}},";

TEST(members_have_keys_that_close_and_open_a_string) {
    struct fixture fixture;
    fixture_compile_input(&fixture, "'PoolId':{'target':'ns#Word'}", word);
    assert_string_equal(fixture_input(&fixture, 0)->key, "\",\"PoolId\":\"");
    assert_int_equal(fixture_input(&fixture, 0)->name_bytes, 6);
    fixture_free(&fixture);
}

TEST(structs_are_laid_out_as_c_does) {
    struct c_struct {
        struct anvil_str text;
        struct anvil_list list;
        const void *structure;
        struct anvil_str value;
    };
    struct fixture fixture;
    const struct anvil_shape *shape;
    fixture_compile_input(&fixture,
                          "'A':{'target':'ns#Word'},'B':{'target':'ns#L'},'C':{'target':'ns#Out'},"
                          "'D':{'target':'ns#E'}",
                          "'ns#Word':{'type':'string'},'ns#L':{'type':'list','member':{'target':"
                          "'ns#Word'}},'ns#E':{'type':'enum','members':{'X':{'target':"
                          "'smithy.api#Unit'}}},");
    shape = fixture_shape(&fixture, "In")->descriptor;
    assert_int_equal(shape->size, sizeof(struct c_struct));
    assert_int_equal(shape->align, _Alignof(struct c_struct));
    assert_int_equal(shape->members[0].offset, offsetof(struct c_struct, text));
    assert_int_equal(shape->members[1].offset, offsetof(struct c_struct, list));
    assert_int_equal(shape->members[2].offset, offsetof(struct c_struct, structure));
    assert_int_equal(shape->members[3].offset, offsetof(struct c_struct, value));
    assert_int_equal(shape->members[0].kind, ANVIL_KIND_STRING);
    assert_int_equal(shape->members[1].kind, ANVIL_KIND_LIST);
    assert_int_equal(shape->members[2].kind, ANVIL_KIND_STRUCTURE);
    assert_int_equal(shape->members[3].kind, ANVIL_KIND_ENUM);
    fixture_free(&fixture);
}

TEST(a_structure_without_members_still_has_a_size) {
    struct fixture fixture;
    const struct anvil_shape *shape;
    fixture_compile_input(&fixture, "", "");
    shape = fixture_shape(&fixture, "In")->descriptor;
    assert_int_equal(shape->size, 1);
    assert_int_equal(shape->member_count, 0);
    fixture_free(&fixture);
}

TEST(required_members_are_bits_and_flags) {
    struct fixture fixture;
    const struct anvil_shape *shape;
    fixture_compile_input(&fixture,
                          "'A':{'target':'ns#Word'},"
                          "'B':{'target':'ns#Word','traits':{'smithy.api#required':{}}},"
                          "'C':{'target':'ns#Word','traits':{'smithy.api#idempotencyToken':{}}}",
                          word);
    shape = fixture_shape(&fixture, "In")->descriptor;
    assert_int_equal(shape->required, 2);
    assert_int_equal(shape->members[0].flags, 0);
    assert_int_equal(shape->members[1].flags, ANVIL_MEMBER_REQUIRED);
    assert_int_equal(shape->members[2].flags, ANVIL_MEMBER_TOKEN);
    assert_ptr_equal(fixture.program.table->operations[0]->token, &shape->members[2]);
    fixture_free(&fixture);
}

/* */
TEST(a_trait_of_the_member_replaces_that_of_the_target) {
    struct fixture fixture;
    const struct anvil_limits *limits;
    fixture_compile_input(
        &fixture,
        "'A':{'target':'ns#Word'},"
        "'B':{'target':'ns#Word','traits':{" LENGTH(
            2, 3) "}},"
                  "'C':{'target':'ns#Word','traits':{'smithy.api#pattern':'^b+$'}}",
        word);
    limits = fixture_input(&fixture, 0)->limits;
    assert_int_equal(limits->min, 1);
    assert_int_equal(limits->max, 9);
    limits = fixture_input(&fixture, 1)->limits;
    assert_int_equal(limits->min, 2);
    assert_int_equal(limits->max, 3);
    assert_memory_equal(limits->pattern->source.ptr, "^[!-~]+$", 8);
    limits = fixture_input(&fixture, 2)->limits;
    assert_int_equal(limits->min, 1);
    assert_int_equal(limits->max, 9);
    assert_memory_equal(limits->pattern->source.ptr, "^b+$", 4);
    fixture_free(&fixture);
}

TEST(apply_gives_traits_to_members) {
    struct fixture fixture;
    fixture_compile_input(&fixture, "'A':{'target':'ns#Word'}",
                          "'ns#In$A':{'type':'apply','traits':{'smithy.api#required':{},"
                          "" LENGTH(4, 5) "}},'ns#Word':{'type':'string'},");
    assert_int_equal(fixture_input(&fixture, 0)->flags, ANVIL_MEMBER_REQUIRED);
    assert_int_equal(fixture_input(&fixture, 0)->limits->max, 5);
    fixture_free(&fixture);
}

TEST(both_spellings_of_an_enum_mean_the_same) {
    struct fixture fixture;
    fixture_compile_input(
        &fixture, "'A':{'target':'ns#E'},'B':{'target':'ns#F'}",
        "'ns#E':{'type':'enum','members':{'ONE':{'target':'smithy.api#Unit','traits':"
        "{'smithy.api#enumValue':'o-n-e'}},'TWO':{'target':'smithy.api#Unit'}}},"
        "'ns#F':{'type':'string','traits':{'smithy.api#enum':[{'value':'o-n-e','name':'ONE'},"
        "{'value':'TWO'}]}},");
    for (size_t i = 0; i < 2; i++) {
        const struct anvil_enum *values = fixture_input(&fixture, i)->limits->values;
        assert_int_equal(fixture_input(&fixture, i)->kind, ANVIL_KIND_ENUM);
        assert_int_equal(values->count, 2);
        assert_memory_equal(anvil_enum_value(values, 0).ptr, "o-n-e", 5);
        assert_memory_equal(anvil_enum_value(values, 1).ptr, "TWO", 3);
    }
    fixture_free(&fixture);
}

TEST(lists_have_one_nameless_item) {
    struct fixture fixture;
    const struct anvil_shape *list;
    fixture_compile_input(&fixture, "'A':{'target':'ns#L'}",
                          "'ns#L':{'type':'list','member':{'target':'ns#Word'},'traits':{" LENGTH(
                              0, 4) "}},'ns#Word':{'type':'string'},");
    list = fixture_shape(&fixture, "L")->descriptor;
    assert_int_equal(list->size, sizeof(struct anvil_list));
    assert_int_equal(list->member_count, 1);
    assert_string_equal(list->members[0].key, "\",\"\":\"");
    assert_int_equal(list->members[0].name_bytes, 0);
    assert_int_equal(list->members[0].offset, 0);
    assert_int_equal(fixture_input(&fixture, 0)->limits->max, 4);
    assert_null(fixture_input(&fixture, 0)->run);
    fixture_free(&fixture);
}

TEST(identity_rules_depend_on_the_structure_around_them) {
    struct fixture fixture;
    const struct anvil_identity_rule *rule;
    fixture_compile_input(
        &fixture, "'A':{'target':'ns#Id'},'B':{'target':'ns#Inner'},'C':{'target':'ns#Country'}",
        "'ns#Id':{'type':'string','traits':{" LENGTH(
            1, 20) ",'anvil.identity#accepts':{'types':"
                   "['name','pool'],'extensions':['other']}}},"
                   "'ns#Country':{'type':'string','traits':{'anvil.identity#country':{}}},"
                   "'ns#Inner':{'type':'structure','members':{'A':{'target':'ns#Id'}}},");
    rule = fixture_input(&fixture, 0)->limits->identity;
    assert_true(rule->accepts == 7 && rule->extensions == 4);
    assert_true(rule->min == 1 && rule->max == 20);
    assert_int_equal(rule->has_country, 1);
    rule = ((const struct anvil_shape *)fixture_shape(&fixture, "Inner")->descriptor)
               ->members[0]
               .limits->identity;
    assert_int_equal(rule->has_country, 0);
    fixture_free(&fixture);
}

TEST(errors_get_their_status_and_retry_class) {
    static const char model[] =
        "{'smithy':'2.0','shapes':{'ns#S':{'type':'service','version':'1','operations':"
        "[{'target':'ns#Op'}],'traits':{'aws.api#service':{'arnNamespace':'w'},"
        "'aws.auth#sigv4':{'name':'w'},'aws.protocols#awsJson1_1':{}}},"
        "'ns#Op':{'type':'operation','input':{'target':'ns#I'},'output':{'target':'ns#I'},"
        "'errors':[{'target':'ns#C'},{'target':'ns#B'},{'target':'ns#A'}]},"
        "'ns#I':{'type':'structure','members':{}},"
        "'ns#A':{'type':'structure','members':{},'traits':{'smithy.api#error':'server',"
        "'smithy.api#retryable':{}}},"
        "'ns#B':{'type':'structure','members':{},'traits':{'smithy.api#error':'client',"
        "'smithy.api#httpError':429,'smithy.api#retryable':{'throttling':true}}},"
        "'ns#C':{'type':'structure','members':{},'traits':{'smithy.api#error':'client'}}}}";
    static const struct {
        const char *name;
        int status;
        int retry;
    } want[] = {{"C", 400, ANVIL_RETRY_NEVER},
                {"B", 429, ANVIL_RETRY_THROTTLE},
                {"A", 500, ANVIL_RETRY_TRANSIENT}};
    struct fixture fixture;
    const struct anvil_operation *operation;
    fixture_compile(&fixture, model);
    assert_true(fixture.is_good);
    operation = fixture.program.table->operations[0];
    assert_int_equal(operation->error_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(operation->errors[i]->shape->name, want[i].name);
        assert_int_equal(operation->errors[i]->http_status, want[i].status);
        assert_int_equal(operation->errors[i]->retry, want[i].retry);
    }
    assert_string_equal(operation->target.ptr, "S.Op");
    assert_string_equal(fixture.program.service->content_type.ptr, "application/x-amz-json-1.1");
    assert_null(operation->token);
    fixture_free(&fixture);
}

TEST(only_what_messages_reach_is_compiled) {
    struct fixture fixture;
    fixture_compile_input(&fixture, "'A':{'target':'ns#Word'}",
                          "'ns#Word':{'type':'string'},'ns#Idle':{'type':'string'},");
    assert_int_equal(fixture.program.shapes.count, 3);
    fixture_free(&fixture);
}
