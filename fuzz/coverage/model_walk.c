/* SPDX-License-Identifier: Apache-2.0 */
/* Recursion is bounded by ANVIL_DEPTH_MAX: nothing deeper comes out of a decoder. */
#include "coverage/model_walk.h"

#include "anvil/codec.h"
#include "coverage/model_marks.h"
#include "sample/value_form.h"

#include <string.h>

/* Of a longer list the rest shows the same places again. */
#define ITEMS_MAX 64

static void walk_owner(const struct anvil_shape *shape, const unsigned char *value,
                       unsigned checks);

/* Code points: the bytes of UTF-8 that continue none. */
static uint64_t count_code_points(struct anvil_str text) {
    uint64_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return count;
}

/* The length that the bounds are about. Counting is spared where it can reach neither bound. */
static uint64_t length_of(const struct model_place *place, const unsigned char *slot) {
    const struct anvil_limits *limits = place->member->limits;
    struct anvil_list list;
    struct anvil_str text;
    if (place->member->kind == ANVIL_KIND_STRING || place->member->kind == ANVIL_KIND_ENUM) {
        memcpy(&text, slot, sizeof text);
        return text.len > 4 * limits->min && text.len < limits->max ? text.len
                                                                    : count_code_points(text);
    }
    memcpy(&list, slot, sizeof list);
    return list.count;
}

static bool has_length(uint8_t kind) {
    return kind == ANVIL_KIND_STRING || kind == ANVIL_KIND_ENUM || kind == ANVIL_KIND_BLOB ||
           kind == ANVIL_KIND_LIST || kind == ANVIL_KIND_MAP;
}

static void mark_lengths(const struct model_place *place, const unsigned char *slot,
                         unsigned checks) {
    const struct anvil_limits *limits = place->member->limits;
    uint64_t length = length_of(place, slot);
    if ((checks & ANVIL_CHECK_MIN) != 0)
        model_mark(place, ANVIL_CONSTRAINT_MIN,
                   length == limits->min ? MODEL_AT_BOUND : MODEL_HOLDS);
    if ((checks & ANVIL_CHECK_MAX) != 0)
        model_mark(place, ANVIL_CONSTRAINT_MAX,
                   length == limits->max ? MODEL_AT_BOUND : MODEL_HOLDS);
}

static void walk_value(const struct model_place *place, const unsigned char *slot, unsigned checks,
                       const unsigned char *inner) {
    static const unsigned ASKED[] = {ANVIL_CONSTRAINT_REQUIRED, ANVIL_CONSTRAINT_RANGE,
                                     ANVIL_CONSTRAINT_PATTERN,  ANVIL_CONSTRAINT_ENUM,
                                     ANVIL_CONSTRAINT_IDENTITY, ANVIL_CONSTRAINT_UNIQUE};
    model_mark(place, MODEL_FORM, MODEL_HOLDS);
    for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++)
        if ((checks >> ASKED[i] & 1) != 0)
            model_mark(place, ASKED[i], MODEL_HOLDS);
    if (place->member->limits != NULL && has_length(place->member->kind))
        mark_lengths(place, slot, checks);
    if (is_struct_kind(place->member->kind))
        walk_owner(place->member->target, inner, checks);
    else if (place->member->kind == ANVIL_KIND_LIST || place->member->kind == ANVIL_KIND_MAP)
        walk_owner(place->member->target, slot, checks);
}

/* The value in a slot of `container`, if there is one. */
static void walk_slot(const struct anvil_shape *container, const struct model_place *place,
                      const unsigned char *slot, unsigned checks) {
    uint8_t kind = place->member->kind;
    const void *inner = is_struct_kind(kind) ? struct_in_slot(container, slot) : NULL;
    bool is_there = is_struct_kind(kind) ? inner != NULL : !is_slot_absent(kind, slot);
    if (is_there)
        walk_value(place, slot, checks, inner);
}

static void walk_members(const struct model_owner *owner, const unsigned char *value,
                         unsigned checks) {
    const struct model_place *place = &model_places()->places[owner->first_place];
    for (size_t i = 0; i < owner->shape->member_count; i++)
        walk_slot(owner->shape, &place[i], value + place[i].member->offset, checks);
}

static void walk_union(const struct model_owner *owner, const unsigned char *value,
                       unsigned checks) {
    struct anvil_union head;
    memcpy(&head, value, sizeof head);
    if (head.member < 1 || head.member > owner->shape->member_count)
        return;
    const struct model_place *place =
        &model_places()->places[owner->first_place + (size_t)head.member - 1];
    walk_slot(owner->shape, place, value + place->member->offset, checks);
}

static void walk_items(const struct model_owner *owner, const unsigned char *slot,
                       unsigned checks) {
    const struct model_place *place = &model_places()->places[owner->first_place];
    struct anvil_list list;
    memcpy(&list, slot, sizeof list);
    const unsigned char *item = list.items;
    for (size_t i = 0; i < list.count && i < ITEMS_MAX; i++, item += owner->shape->item_size)
        for (size_t j = 0; j < owner->shape->member_count; j++)
            walk_slot(owner->shape, &place[j], item + place[j].member->offset, checks);
}

static void walk_owner(const struct anvil_shape *shape, const unsigned char *value,
                       unsigned checks) {
    const struct model_owner *owner = model_owner_of(shape);
    if (owner == NULL)
        return;
    if (shape->kind == ANVIL_KIND_STRUCTURE)
        walk_members(owner, value, checks);
    else if (shape->kind == ANVIL_KIND_UNION)
        walk_union(owner, value, checks);
    else
        walk_items(owner, value, checks);
}

void model_walk(const struct anvil_shape *shape, const void *value, unsigned checks) {
    walk_owner(shape, value, checks);
}
