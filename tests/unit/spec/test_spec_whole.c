/* SPDX-License-Identifier: Apache-2.0 */
/* Mixins, apply statements and overlays: what spec/model/examples/README.md says that they come to,
 * and what is refused. */
#include "spec_fixture.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct anvil_shape *shape_of(const struct fixture *fixture, const char *name) {
    return fixture_shape(fixture, name)->descriptor;
}

/* The names of all members, each with a space before it. */
static void assert_members(const struct fixture *fixture, const char *name, const char *want) {
    const struct anvil_shape *shape = shape_of(fixture, name);
    char names[512] = "";
    for (size_t i = 0; i < shape->member_count; i++) {
        strcat(names, " ");
        strncat(names, anvil_member_name(&shape->members[i]).ptr, shape->members[i].name_bytes);
    }
    assert_string_equal(names, want);
}

static const struct anvil_member *member_of(const struct fixture *fixture, const char *shape_name,
                                            const char *name) {
    const struct anvil_shape *shape = shape_of(fixture, shape_name);
    for (size_t i = 0; i < shape->member_count; i++)
        if (anvil_str_equal(anvil_member_name(&shape->members[i]),
                            anvil_str_of(name, strlen(name))))
            return &shape->members[i];
    fail_msg("%s has no member %s", shape_name, name);
    return NULL;
}

static void assert_pattern(const struct anvil_member *member, const char *want) {
    assert_non_null(member->limits);
    if (want == NULL) {
        assert_null(member->limits->pattern);
        return;
    }
    assert_non_null(member->limits->pattern);
    assert_string_equal(member->limits->pattern->source.ptr, want);
}

static void assert_length(const struct anvil_member *member, uint64_t min, uint64_t max) {
    assert_non_null(member->limits);
    assert_true(member->limits->min == min && member->limits->max == max);
}

static void assert_default(const struct anvil_member *member, const char *want) {
    const struct anvil_str *text = anvil_member_default(member);
    assert_non_null(text);
    assert_true(anvil_str_equal(*text, anvil_str_of(want, strlen(want))));
}

TEST(mixins_of_the_kitchen_sink) {
    struct fixture fixture;
    fixture_compile_file(&fixture, "spec/model/examples/kitchen-sink.json", NULL);
    assert_members(&fixture, "PutMixedInInput",
                   " note noteLanguage trace own text list map colour union");
    assert_default(member_of(&fixture, "PutMixedInInput", "noteLanguage"), "en");
    assert_length(member_of(&fixture, "PutMixedInInput", "trace"), 0, 16);
    assert_pattern(member_of(&fixture, "PutMixedInInput", "trace"), "^[0-9]+$");
    assert_int_equal(member_of(&fixture, "PutMixedInInput", "own")->flags, ANVIL_MEMBER_REQUIRED);
    assert_members(&fixture, "PutMixedInOutput", " note noteLanguage own");
    assert_length(member_of(&fixture, "PutMixedInOutput", "note"), 0, 100);
    assert_default(member_of(&fixture, "PutMixedInOutput", "noteLanguage"), "en");
    assert_length(member_of(&fixture, "PutMixedInInput", "text"), 0, 4);
    assert_pattern(member_of(&fixture, "PutMixedInInput", "text"), "^[a-z]+$");
    assert_length(member_of(&fixture, "PutMixedInInput", "list"), 0, 2);
    assert_int_equal(member_of(&fixture, "PutMixedInInput", "list")->limits->is_unique, 1);
    assert_length(&shape_of(&fixture, "MixedInList")->members[0], 2, ANVIL_UNLIMITED);
    assert_string_equal(shape_of(&fixture, "MixedInList")->members[0].target->name, "ShortText");
    assert_length(member_of(&fixture, "PutMixedInInput", "map"), 0, 2);
    assert_length(&shape_of(&fixture, "MixedInMap")->members[0], 0, 3);
    assert_true(shape_of(&fixture, "MixedInMap")->members[1].limits->range->min_integer == 0);
    assert_int_equal(member_of(&fixture, "PutMixedInInput", "colour")->limits->values->count, 2);
    assert_memory_equal(member_of(&fixture, "PutMixedInInput", "colour")->limits->values->text,
                        "warm", 4);
    assert_members(&fixture, "MixedInUnion", " text number");
    assert_members(&fixture, "MixedInError", " note noteLanguage message");
    const struct anvil_operation *operation =
        anvil_operation_by_name(fixture.program.table, anvil_str_of("PutMixedIn", 10));
    assert_int_equal(operation->error_count, 2);
    assert_string_equal(operation->errors[0]->shape->name, "BrokenPipeError");
    assert_string_equal(operation->errors[1]->shape->name, "CodedError");
    fixture_free(&fixture);
}

TEST(mixins_of_the_orchard) {
    struct fixture fixture;
    fixture_compile_file(&fixture, "spec/model/examples/orchard.json", NULL);
    assert_members(&fixture, "TreeSummary", " description labels treeId species ripeness");
    assert_length(member_of(&fixture, "TreeSummary", "description"), 0, 20);
    assert_int_equal(member_of(&fixture, "TreeSummary", "labels")->flags, ANVIL_MEMBER_REQUIRED);
    assert_members(&fixture, "PutFruitInput",
                   " description labels changedAt changedBy treeId fruitId ripeness weights sugar");
    assert_length(member_of(&fixture, "PutFruitInput", "description"), 0, 200);
    assert_int_equal(member_of(&fixture, "PutFruitInput", "labels")->flags, 0);
    assert_default(member_of(&fixture, "PutFruitInput", "changedBy"), "nobody");
    /* Names that the service changes are those of C, never of the wire. */
    assert_int_equal(shape_of(&fixture, "WeatherReading")->member_count, 3);
    assert_int_equal(shape_of(&fixture, "Reading")->member_count, 3);
    assert_non_null(anvil_operation_by_name(fixture.program.table, anvil_str_of("PutFruit", 8)));
    assert_int_equal(fixture.program.table->count, 17);
    fixture_free(&fixture);
}

/* ---- overlays ---------------------------------------------------------------------------------
 */

struct overlaid {
    struct fixture fixture;
    struct spec_file file;
    char *text;
};

static void overlay_file(struct overlaid *overlaid, const char *model, const char *path) {
    overlaid->text = fixture_read_file(path, &overlaid->file.len);
    overlaid->file.text = overlaid->text;
    struct spec_options options = {.overlays = &overlaid->file, .overlay_count = 1};
    fixture_compile_file(&overlaid->fixture, model, &options);
    if (!overlaid->fixture.is_good)
        fail_msg("%s: %s", overlaid->fixture.spec.fault.shape, overlaid->fixture.spec.fault.reason);
}

static void overlay_free(struct overlaid *overlaid) {
    fixture_free(&overlaid->fixture);
    free(overlaid->text);
}

TEST(an_overlay_of_the_kitchen_sink) {
    struct overlaid overlaid;
    const struct fixture *fixture = &overlaid.fixture;
    overlay_file(&overlaid, "spec/model/examples/kitchen-sink.json",
                 "spec/model/examples/kitchen-sink.overlay.json");
    assert_length(member_of(fixture, "PutConstraintsInput", "shortText"), 1, 12);
    assert_pattern(member_of(fixture, "PutConstraintsInput", "shortText"), "^[a-m]+$");
    assert_int_equal(member_of(fixture, "PutConstraintsInput", "shortText")->flags, 0);
    assert_length(member_of(fixture, "PutConstraintsInput", "threeScalars"), 0, ANVIL_UNLIMITED);
    assert_pattern(member_of(fixture, "PutConstraintsInput", "threeScalars"), "^[a-z]+$");
    assert_pattern(member_of(fixture, "PutMixedInInput", "trace"), "^[0-9a-f]+$");
    assert_length(member_of(fixture, "PutMixedInInput", "trace"), 0, 16);
    assert_length(&shape_of(fixture, "UniqueFew")->members[0], 0, 4);
    assert_members(fixture, "Lonely", " only lonelier");
    assert_null(member_of(fixture, "Lonely", "only")->limits);
    assert_memory_equal(member_of(fixture, "Lonely", "lonelier")->limits->values->text, "dark", 4);
    overlay_free(&overlaid);
}

/* The two rules that the model takes from older pages, and nothing else. */
TEST(the_newest_state_of_the_service) {
    struct overlaid overlaid;
    const struct fixture *fixture = &overlaid.fixture;
    static const char *const shapes[] = {"AssociateOriginationIdentityRequest",
                                         "DisassociateOriginationIdentityRequest"};
    overlay_file(&overlaid, "spec/model/pinpoint-sms-voice-v2.json",
                 "spec/model/overlays/2026-06.json");
    for (size_t i = 0; i < 2; i++) {
        const struct anvil_member *pool = member_of(fixture, shapes[i], "PoolId");
        assert_length(pool, 0, 256);
        assert_pattern(pool, "^[A-Za-z0-9_:/-]*$");
        assert_int_equal(pool->flags, ANVIL_MEMBER_REQUIRED);
        assert_int_equal(member_of(fixture, shapes[i], "IsoCountryCode")->flags, 0);
    }
    overlay_free(&overlaid);
}

#define BASE                                                                                       \
    "{'smithy':'2.0','shapes':{'ns#S':{'type':'service','operations':[{'target':'ns#Op'}],"        \
    "'traits':{'aws.protocols#awsJson1_0':{}}},'ns#Op':{'type':'operation','input':{'target':"     \
    "'ns#In'}},'ns#In':{'type':'structure','members':{'a':{'target':'ns#T','traits':{"             \
    "'smithy.api#required':{}}}}},'ns#T':{'type':'string'},"                                       \
    "'ns#Mix':{'type':'structure','members':{},'traits':{'smithy.api#mixin':{}}}}}"

/* Quotes for apostrophes, as the fixture does it. */
static struct spec_file overlay_of(char *buffer, size_t size, const char *text) {
    snprintf(buffer, size, "%s", text);
    for (char *at = buffer; *at != '\0'; at++)
        if (*at == '\'')
            *at = '"';
    return (struct spec_file){buffer, strlen(buffer)};
}

TEST(overlays_are_refused_with_their_place) {
    static const struct {
        const char *overlay;
        const char *shape;
        const char *reason;
    } cases[] = {
        {"[]", "", "\"smithy\" must be a string"},
        {"{'smithy':'2.0'}", "", "\"shapes\" must be an object"},
        {"{'smithy':'2.0','shapes':{},'metadata':{}}", "",
         "an overlay may not hold \"metadata\" here"},
        {"{'smithy':'2.0','shapes':{'ns#T':1}}", "ns#T", "this is no object"},
        {"{'smithy':'2.0','shapes':{'ns#In$b':{'type':'apply','traits':{}}}}", "ns#In$b",
         "the model has no such shape or member"},
        {"{'smithy':'2.0','shapes':{'ns#T':{'type':'apply'}}}", "ns#T",
         "\"traits\" must be an object"},
        {"{'smithy':'2.0','shapes':{'ns#T':{'type':'apply','traits':{},'more':1}}}", "ns#T",
         "an overlay may not hold \"more\" here"},
        {"{'smithy':'2.0','shapes':{'ns#T':{'type':'apply','traits':{'anvil.overlay#remove':"
         "['smithy.api#length']}}}}",
         "ns#T", "the trait smithy.api#length is to be removed and is not there"},
        {"{'smithy':'2.0','shapes':{'ns#In$a':{'type':'apply','traits':{'anvil.overlay#remove':"
         "['smithy.api#required'],'smithy.api#required':{}}}}}",
         "ns#In$a", "the trait smithy.api#required is both set and removed"},
        {"{'smithy':'2.0','shapes':{'ns#X':{'type':'structure','members':{},'mixins':[]}}}", "ns#X",
         "a definition of an overlay has no mixins"},
        {"{'smithy':'2.0','shapes':{'ns#Mix':{'type':'structure','members':{}}}}", "ns#Mix",
         "a mixin is used up before overlays are applied"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char buffers[2][512];
        struct spec_file files[2] = {
            overlay_of(buffers[0], sizeof buffers[0], "{'smithy':'2.0','shapes':{}}"),
            overlay_of(buffers[1], sizeof buffers[1], cases[i].overlay)};
        struct spec_options options = {.overlays = files, .overlay_count = 2};
        struct fixture fixture;
        fixture_compile_with(&fixture, BASE, &options);
        assert_false(fixture.is_good);
        assert_string_equal(fixture.spec.fault.reason, cases[i].reason);
        assert_string_equal(fixture.spec.fault.shape, cases[i].shape);
        assert_int_equal(fixture.spec.fault.overlay, 2);
        fixture_free(&fixture);
    }
}

/* What comes of an overlay is a model like any other; its faults are the model's. */
TEST(what_overlays_leave_is_checked) {
    char buffer[512];
    struct spec_file file = overlay_of(
        buffer, sizeof buffer,
        "{'smithy':'2.0','shapes':{'ns#In$a':{'type':'apply','traits':{'smithy.api#range':"
        "{'min':1}}}}}");
    struct spec_options options = {.overlays = &file, .overlay_count = 1};
    struct fixture fixture;
    fixture_compile_with(&fixture, BASE, &options);
    assert_string_equal(fixture.spec.fault.reason,
                        "the trait smithy.api#range has no meaning on a member of type string");
    assert_int_equal(fixture.spec.fault.overlay, 0);
    fixture_free(&fixture);
}

/* ---- mixins that are none ----------------------------------------------------------------------
 */

TEST(mixins_are_refused_with_their_shape) {
    static const struct {
        const char *shapes;
        const char *shape;
        const char *reason;
    } cases[] = {
        {"'ns#X':{'type':'structure','members':{},'mixins':[{'target':'ns#Gone'}]},", "ns#X",
         "the mixin ns#Gone is not in the model"},
        {"'ns#X':{'type':'structure','members':{},'mixins':[{'target':'ns#Out'}]},", "ns#X",
         "ns#Out is no mixin"},
        {"'ns#X':{'type':'structure','members':{},'mixins':{}},", "ns#X",
         "\"mixins\" must be a list"},
        {"'ns#X':{'type':'structure','members':{},'mixins':[1]},", "ns#X",
         "\"target\" must be a string"},
        {"'ns#M':{'type':'string','traits':{'smithy.api#mixin':{}}},"
         "'ns#X':{'type':'structure','members':{},'mixins':[{'target':'ns#M'}]},",
         "ns#X", "the mixin ns#M has another type"},
        {"'ns#M':{'type':'structure','members':{},'mixins':[{'target':'ns#N'}],'traits':"
         "{'smithy.api#mixin':{}}},"
         "'ns#N':{'type':'structure','members':{},'mixins':[{'target':'ns#M'}],'traits':"
         "{'smithy.api#mixin':{}}},",
         "ns#N", "the mixin ns#M leads back to it"},
        {"'ns#M':{'type':'structure','members':{'a':{'target':'smithy.api#String'}},'traits':"
         "{'smithy.api#mixin':{}}},"
         "'ns#X':{'type':'structure','members':{'a':{'target':'smithy.api#Blob'}},'mixins':"
         "[{'target':'ns#M'}]},",
         "ns#X", "mixins: the member a has two targets"},
        {"'ns#M':{'type':'structure','members':1,'traits':{'smithy.api#mixin':{}}},"
         "'ns#X':{'type':'structure','members':{},'mixins':[{'target':'ns#M'}]},",
         "ns#X", "mixins: \"members\" has two types"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        fixture_compile_input(&fixture, "", cases[i].shapes);
        assert_false(fixture.is_good);
        assert_string_equal(fixture.spec.fault.reason, cases[i].reason);
        assert_string_equal(fixture.spec.fault.shape, cases[i].shape);
        fixture_free(&fixture);
    }
}

/* What is applied to a mixin reaches those who use it, and a member that is given again keeps its
 * place. */
TEST(mixins_hand_on_what_is_applied_to_them) {
    static const char shapes[] =
        "'ns#M':{'type':'structure','members':{'a':{'target':'smithy.api#String'},'target':"
        "{'target':'smithy.api#Integer'}},'traits':{'smithy.api#mixin':{}}},"
        "'ns#M$a':{'type':'apply','traits':{'smithy.api#length':{'max':3}}},"
        "'ns#N':{'type':'structure','members':{'b':{'target':'smithy.api#String'}},'mixins':"
        "[{'target':'ns#M'}],'traits':{'smithy.api#mixin':{}}},"
        "'ns#N$a':{'type':'apply','traits':{'smithy.api#pattern':'^x*$'}},"
        "'ns#X':{'type':'structure','members':{'c':{'target':'smithy.api#String'},'a':{'target':"
        "'smithy.api#String','traits':{'smithy.api#required':{}}}},'mixins':[{'target':'ns#N'}]},";
    struct fixture fixture;
    fixture_compile_input(&fixture, "'x':{'target':'ns#X'}", shapes);
    assert_members(&fixture, "X", " a target b c");
    assert_length(member_of(&fixture, "X", "a"), 0, 3);
    assert_pattern(member_of(&fixture, "X", "a"), "^x*$");
    assert_int_equal(member_of(&fixture, "X", "a")->flags, ANVIL_MEMBER_REQUIRED);
    fixture_free(&fixture);
}
