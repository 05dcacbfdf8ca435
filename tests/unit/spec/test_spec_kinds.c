/* SPDX-License-Identifier: Apache-2.0 */
/* What descriptors say about every kind, compared with what a C compiler makes of the same structs.
 */
#include "spec_fixture.h"
#include "test.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

static const struct anvil_shape *shape_of(const struct fixture *fixture, const char *name) {
    return fixture_shape(fixture, name)->descriptor;
}

/* One member of each kind, in an order that needs gaps. */
struct all_kinds {
    struct anvil_boolean boolean;
    struct anvil_byte byte;
    struct anvil_long wide;
    struct anvil_short half;
    struct anvil_float single;
    struct anvil_boolean odd;
    struct anvil_double real;
    struct anvil_integer word;
    struct anvil_timestamp moment;
    struct anvil_boolean odder;
    struct anvil_blob blob;
    struct anvil_str big_integer;
    struct anvil_str big_decimal;
    struct anvil_str document;
    const void *structure;
    struct anvil_boolean oddest;
};
static const struct {
    uint8_t kind;
    size_t offset;
} all_kinds[] = {
    {ANVIL_KIND_BOOLEAN, offsetof(struct all_kinds, boolean)},
    {ANVIL_KIND_BYTE, offsetof(struct all_kinds, byte)},
    {ANVIL_KIND_LONG, offsetof(struct all_kinds, wide)},
    {ANVIL_KIND_SHORT, offsetof(struct all_kinds, half)},
    {ANVIL_KIND_FLOAT, offsetof(struct all_kinds, single)},
    {ANVIL_KIND_BOOLEAN, offsetof(struct all_kinds, odd)},
    {ANVIL_KIND_DOUBLE, offsetof(struct all_kinds, real)},
    {ANVIL_KIND_INTEGER, offsetof(struct all_kinds, word)},
    {ANVIL_KIND_TIMESTAMP, offsetof(struct all_kinds, moment)},
    {ANVIL_KIND_BOOLEAN, offsetof(struct all_kinds, odder)},
    {ANVIL_KIND_BLOB, offsetof(struct all_kinds, blob)},
    {ANVIL_KIND_BIG_INTEGER, offsetof(struct all_kinds, big_integer)},
    {ANVIL_KIND_BIG_DECIMAL, offsetof(struct all_kinds, big_decimal)},
    {ANVIL_KIND_DOCUMENT, offsetof(struct all_kinds, document)},
    {ANVIL_KIND_STRUCTURE, offsetof(struct all_kinds, structure)},
    {ANVIL_KIND_BOOLEAN, offsetof(struct all_kinds, oddest)},
};

TEST(structures_of_all_kinds_are_laid_out_as_c_does) {
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#Boolean'},'b':{'target':'smithy.api#Byte'},'c':"
        "{'target':'smithy.api#Long'},'d':{'target':'smithy.api#Short'},'e':"
        "{'target':'smithy.api#Float'},'f':{'target':'smithy.api#PrimitiveBoolean'}"
        ",'g':{'target':'smithy.api#Double'},'h':{'target':'smithy.api#Integer'},'i':"
        "{'target':'smithy.api#Timestamp'},'j':{'target':'smithy.api#Boolean'},'k':"
        "{'target':'smithy.api#Blob'},'l':{'target':'smithy.api#BigInteger'},'m':"
        "{'target':'smithy.api#BigDecimal'},'n':{'target':'smithy.api#Document'},'o':"
        "{'target':'ns#Out'},'p':{'target':'smithy.api#Boolean'}",
        "");
    const struct anvil_shape *shape = shape_of(&fixture, "In");
    assert_int_equal(shape->size, sizeof(struct all_kinds));
    assert_int_equal(shape->align, _Alignof(struct all_kinds));
    for (size_t i = 0; i < sizeof all_kinds / sizeof *all_kinds; i++) {
        assert_int_equal(shape->members[i].kind, all_kinds[i].kind);
        assert_int_equal(shape->members[i].offset, all_kinds[i].offset);
    }
    fixture_free(&fixture);
}

TEST(unions_begin_with_their_variant_and_share_one_place) {
    struct small {
        struct anvil_union variant;
        union {
            struct anvil_boolean boolean;
            struct anvil_short half;
        } value;
    };
    struct large {
        struct anvil_union variant;
        union {
            struct anvil_boolean boolean;
            struct anvil_timestamp moment;
            const void *structure;
            struct anvil_list list;
        } value;
    };
    struct fixture fixture;
    fixture_compile_input(
        &fixture, "'a':{'target':'ns#Small'},'b':{'target':'ns#Large'}",
        "'ns#Small':{'type':'union','members':{'a':{'target':'smithy.api#Boolean'}"
        ",'b':{'target':'smithy.api#Short'}}},'ns#Large':{'type':'union','members':"
        "{'a':{'target':'smithy.api#Boolean'},'b':{'target':'smithy.api#Timestamp'}"
        ",'c':{'target':'smithy.api#Unit'},'d':{'target':'ns#L'}}},'ns#L':"
        "{'type':'list','member':{'target':'ns#Large'}},");
    const struct anvil_shape *small = shape_of(&fixture, "Small");
    const struct anvil_shape *large = shape_of(&fixture, "Large");
    assert_int_equal(small->kind, ANVIL_KIND_UNION);
    assert_int_equal(small->size, sizeof(struct small));
    assert_int_equal(small->align, _Alignof(struct small));
    assert_int_equal(large->size, sizeof(struct large));
    assert_int_equal(large->align, _Alignof(struct large));
    for (size_t i = 0; i < 2; i++)
        assert_int_equal(small->members[i].offset, offsetof(struct small, value));
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(large->members[i].offset, offsetof(struct large, value));
    assert_string_equal(large->members[2].target->name, "Unit");
    assert_int_equal(fixture_input(&fixture, 0)->kind, ANVIL_KIND_UNION);
    fixture_free(&fixture);
}

/* Structures stand in dense lists and maps themselves, and behind pointers in sparse ones. */
TEST(lists_and_maps_hold_structures_or_pointers) {
    struct inner {
        struct anvil_byte a;
    };
    struct dense_entry {
        struct anvil_str key;
        struct inner value;
    };
    struct sparse_entry {
        struct anvil_str key;
        const void *value;
    };
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'ns#L'},'b':{'target':'ns#SL'},'c':{'target':'ns#M'},'d':"
        "{'target':'ns#SM'}",
        "'ns#X':{'type':'structure','members':{'a':{'target':'smithy.api#Byte'}}}"
        ",'ns#L':{'type':'list','member':{'target':'ns#X'}},'ns#SL':{'type':'list'"
        ",'member':{'target':'ns#X'},'traits':{'smithy.api#sparse':{}}},'ns#M':"
        "{'type':'map','key':{'target':'smithy.api#String'},'value':{'target':'ns#X'}"
        "},'ns#SM':{'type':'map','key':{'target':'smithy.api#String'},'value':"
        "{'target':'ns#X'},'traits':{'smithy.api#sparse':{}}},");
    const struct anvil_shape *list = shape_of(&fixture, "L");
    assert_int_equal(list->item_size, sizeof(struct inner));
    assert_int_equal(list->item_align, _Alignof(struct inner));
    assert_int_equal(list->flags, 0);
    list = shape_of(&fixture, "SL");
    assert_int_equal(list->item_size, sizeof(void *));
    assert_int_equal(list->flags, ANVIL_SHAPE_SPARSE);
    const struct anvil_shape *map = shape_of(&fixture, "M");
    assert_int_equal(map->size, sizeof(struct anvil_map));
    assert_int_equal(map->member_count, 2);
    assert_int_equal(map->item_size, sizeof(struct dense_entry));
    assert_int_equal(map->item_align, _Alignof(struct dense_entry));
    assert_int_equal(map->members[0].offset, offsetof(struct dense_entry, key));
    assert_int_equal(map->members[1].offset, offsetof(struct dense_entry, value));
    map = shape_of(&fixture, "SM");
    assert_int_equal(map->item_size, sizeof(struct sparse_entry));
    assert_int_equal(map->members[1].offset, offsetof(struct sparse_entry, value));
    assert_int_equal(map->flags, ANVIL_SHAPE_SPARSE);
    fixture_free(&fixture);
}

/* A value that is wider than its key is aligned; lists of lists hold the lists. */
TEST(items_and_entries_of_scalars_are_laid_out_as_c_does) {
    struct entry {
        struct anvil_str key;
        struct anvil_byte value;
    };
    struct fixture fixture;
    fixture_compile_input(&fixture, "'a':{'target':'ns#M'},'b':{'target':'ns#LL'}",
                          "'ns#M':{'type':'map','key':{'target':'smithy.api#String'},'value':"
                          "{'target':'smithy.api#Byte'}},'ns#L':{'type':'list','member':"
                          "{'target':'smithy.api#Float'}},'ns#LL':{'type':'list','member':"
                          "{'target':'ns#L'}},");
    const struct anvil_shape *map = shape_of(&fixture, "M");
    assert_int_equal(map->item_size, sizeof(struct entry));
    assert_int_equal(map->members[1].offset, offsetof(struct entry, value));
    assert_int_equal(shape_of(&fixture, "L")->item_size, sizeof(struct anvil_float));
    assert_int_equal(shape_of(&fixture, "LL")->item_size, sizeof(struct anvil_list));
    fixture_free(&fixture);
}

/* Behind the 64th member the struct ends with the decoder's marks, and nothing behind them. */
TEST(long_structures_end_with_marks) {
    static const struct {
        unsigned count;
        uint32_t words;
    } cases[] = {{64, 0}, {65, 1}, {128, 1}, {129, 2}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char members[129 * 48];
        size_t len = 0;
        struct fixture fixture;
        for (unsigned j = 0; j < cases[i].count; j++)
            len += (size_t)snprintf(members + len, sizeof members - len,
                                    "%s'm%u':{'target':'smithy.api#Byte'}", j == 0 ? "" : ",", j);
        fixture_compile_input(&fixture, members, "");
        const struct anvil_shape *shape = shape_of(&fixture, "In");
        uint32_t end = cases[i].count * (uint32_t)sizeof(struct anvil_byte);
        assert_int_equal(shape->member_count, cases[i].count);
        if (cases[i].words != 0)
            end = (end + 7) / 8 * 8 + cases[i].words * 8;
        assert_int_equal(shape->size, end);
        assert_int_equal(shape->align, cases[i].words == 0 ? 1 : _Alignof(uint64_t));
        fixture_free(&fixture);
    }
}

/* */
TEST(the_format_of_a_timestamp_is_the_members_or_its_targets) {
    static const char shapes[] =
        "'ns#D':{'type':'timestamp','traits':{'smithy.api#timestampFormat':'date-time'}},"
        "'ns#L':{'type':'list','member':{'target':'ns#D','traits':{'smithy.api#timestampFormat':"
        "'http-date'}}},";
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#Timestamp'},'b':{'target':'ns#D'},'c':"
        "{'target':'ns#D','traits':{'smithy.api#timestampFormat':'epoch-seconds'}}"
        ",'d':{'target':'ns#L'}",
        shapes);
    assert_int_equal(fixture_input(&fixture, 0)->format, ANVIL_EPOCH_SECONDS);
    assert_int_equal(fixture_input(&fixture, 1)->format, ANVIL_DATE_TIME);
    assert_int_equal(fixture_input(&fixture, 2)->format, ANVIL_EPOCH_SECONDS);
    assert_int_equal(shape_of(&fixture, "L")->members[0].format, ANVIL_HTTP_DATE);
    fixture_free(&fixture);
}

TEST(int_enums_are_numbers) {
    struct fixture fixture;
    fixture_compile_input(&fixture, "'a':{'target':'ns#E'}",
                          "'ns#E':{'type':'intEnum','members':{'LOW':{'target':'smithy.api#Unit',"
                          "'traits':{'smithy.api#enumValue':-2147483648}},'ONE':{'target':"
                          "'smithy.api#Unit','traits':{'smithy.api#enumValue':1}}}},");
    const struct anvil_member *member = fixture_input(&fixture, 0);
    assert_int_equal(member->kind, ANVIL_KIND_INT_ENUM);
    assert_null(member->run);
    assert_null(member->limits->values);
    assert_int_equal(member->limits->numbers->count, 2);
    assert_int_equal(member->limits->numbers->values[0], INT32_MIN);
    assert_int_equal(member->limits->numbers->values[1], 1);
    fixture_free(&fixture);
}

/* */
TEST(lengths_of_everything_and_unique_items) {
    struct fixture fixture;
    fixture_compile_input(
        &fixture,
        "'a':{'target':'smithy.api#Blob','traits':{'smithy.api#length':{'max':4}}}"
        ",'b':{'target':'ns#M'},'c':{'target':'ns#L'},'d':{'target':'ns#L','traits':"
        "{'smithy.api#length':{'min':3}}}",
        "'ns#M':{'type':'map','key':{'target':'smithy.api#String','traits':"
        "{'smithy.api#length':{'min':2}}},'value':{'target':'smithy.api#Integer'}"
        ",'traits':{'smithy.api#length':{'max':9}}},'ns#L':{'type':'list','member':"
        "{'target':'smithy.api#String'},'traits':{'smithy.api#uniqueItems':{}"
        ",'smithy.api#length':{'max':7}}},");
    assert_int_equal(fixture_input(&fixture, 0)->limits->max, 4);
    assert_int_equal(fixture_input(&fixture, 1)->limits->max, 9);
    assert_int_equal(fixture_input(&fixture, 2)->limits->is_unique, 1);
    assert_int_equal(fixture_input(&fixture, 2)->limits->max, 7);
    assert_int_equal(fixture_input(&fixture, 3)->limits->is_unique, 1);
    assert_int_equal(fixture_input(&fixture, 3)->limits->min, 3);
    assert_true(fixture_input(&fixture, 3)->limits->max == ANVIL_UNLIMITED);
    const struct anvil_shape *map = shape_of(&fixture, "M");
    assert_int_equal(map->members[0].limits->min, 2);
    assert_int_equal(map->members[0].run->min, 2);
    assert_null(map->members[1].limits);
    fixture_free(&fixture);
}

/* Clients leave the defaults of an input to the service: Smithy's input trait, or nothing
 * but an input. */
TEST(inputs_are_marked) {
    static const char model[] =
        "{'smithy':'2.0','shapes':{'ns#S':{'type':'service','operations':[{'target':'ns#A'},"
        "{'target':'ns#B'},{'target':'ns#C'}],'traits':{'aws.protocols#awsJson1_0':{}}},"
        "'ns#A':{'type':'operation','input':{'target':'ns#Only'},'output':{'target':'ns#Marked'}},"
        "'ns#B':{'type':'operation','input':{'target':'ns#Both'},'output':{'target':'ns#Both'}},"
        "'ns#C':{'type':'operation','input':{'target':'ns#Inner'},'output':{'target':'ns#Holder'}},"
        "'ns#Only':{'type':'structure','members':{}},'ns#Both':{'type':'structure','members':{}},"
        "'ns#Inner':{'type':'structure','members':{}},"
        "'ns#Marked':{'type':'structure','members':{},'traits':{'smithy.api#input':{}}},"
        "'ns#Holder':{'type':'structure','members':{'inner':{'target':'ns#Inner'}}}}}";
    static const struct {
        const char *name;
        bool is_input;
    } cases[] = {
        {"Only", true}, {"Marked", true}, {"Both", false}, {"Inner", false}, {"Holder", false}};
    struct fixture fixture;
    fixture_compile(&fixture, model);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal((shape_of(&fixture, cases[i].name)->flags & ANVIL_SHAPE_INPUT) != 0,
                         cases[i].is_input);
    fixture_free(&fixture);
}
