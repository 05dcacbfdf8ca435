/* SPDX-License-Identifier: Apache-2.0 */
/* Two values side by side, member by member. */
#include "check/equal.h"

#include "base/port.h"

ANVIL_COLD_FILE

struct anvil_blob anvil_scalar_bytes(uint8_t kind, const unsigned char *slot) {
    struct anvil_blob bytes = {slot, anvil_forms[kind].set_at};
    /* Text and blobs have one layout: a pointer and a length. */
    if (bytes.len == FORM_HAS_POINTER)
        memcpy(&bytes, slot, sizeof bytes);
    return bytes;
}

/* The variant that a union holds, counted from 1; 0 when it holds none that the model has. */
static size_t variant_of(const struct anvil_shape *shape, const unsigned char *base) {
    struct anvil_union head;
    memcpy(&head, base, sizeof head);
    return head.member > 0 && head.member <= shape->member_count ? (size_t)head.member : 0;
}

size_t anvil_end_of_values(const struct anvil_shape *shape, const unsigned char *base) {
    struct anvil_list list;
    if (shape->kind == ANVIL_KIND_STRUCTURE)
        return shape->member_count;
    if (shape->kind == ANVIL_KIND_UNION)
        return variant_of(shape, base);
    /* A map has the layout of a list. */
    memcpy(&list, base, sizeof list);
    return list.count;
}

const unsigned char *anvil_value_at(const struct anvil_shape *shape, const unsigned char *base,
                                    size_t index) {
    struct anvil_list list;
    if (shape->kind != ANVIL_KIND_LIST)
        return base + shape->members[index].offset;
    memcpy(&list, base, sizeof list);
    return (const unsigned char *)list.items + index * shape->item_size;
}

bool anvil_open_to_compare(struct checker *checker, const struct anvil_shape *container,
                           const struct anvil_member *member, const unsigned char *slot) {
    bool is_struct = member->kind == ANVIL_KIND_STRUCTURE || member->kind == ANVIL_KIND_UNION;
    if (checker->depth == ANVIL_DEPTH_MAX)
        return false;
    struct check_frame *frame = &checker->frames[checker->depth++];
    frame->shape = member->target;
    frame->base = is_struct ? struct_at(container, slot) : slot;
    frame->other = NULL;
    frame->index = 0;
    if (member->kind == ANVIL_KIND_UNION && variant_of(member->target, frame->base) != 0)
        frame->index = variant_of(member->target, frame->base) - 1;
    return true;
}

/* Opens a frame for two containers of the same size; of unions, with the same variant. One that the
 * model does not have equals no other. */
static bool open_both(struct checker *checker, const struct anvil_shape *container,
                      const struct anvil_member *member, const unsigned char *a,
                      const unsigned char *b) {
    if (!anvil_open_to_compare(checker, container, member, a))
        return false;
    struct check_frame *frame = &checker->frames[checker->depth - 1];
    bool is_struct = member->kind == ANVIL_KIND_STRUCTURE || member->kind == ANVIL_KIND_UNION;
    frame->other = is_struct ? struct_at(container, b) : b;
    size_t end = anvil_end_of_values(frame->shape, frame->base);
    return end == anvil_end_of_values(frame->shape, frame->other) &&
           (end != 0 || member->kind != ANVIL_KIND_UNION);
}

/* Compares two values, or opens a frame for them. */
static bool compare(struct checker *checker, const struct anvil_shape *container,
                    const struct anvil_member *member, const unsigned char *a,
                    const unsigned char *b) {
    bool is_nothing = is_null(container, member->kind, a);
    if (is_nothing || is_null(container, member->kind, b))
        return is_nothing && is_null(container, member->kind, b);
    if (member->target->row->visit_next != NULL)
        return open_both(checker, container, member, a, b);
    struct anvil_blob left = anvil_scalar_bytes(member->kind, a);
    struct anvil_blob right = anvil_scalar_bytes(member->kind, b);
    return left.len == right.len && (left.len == 0 || memcmp(left.ptr, right.ptr, left.len) == 0);
}

/* The entry of a map that has the key of `entry`, or NULL. */
static const unsigned char *find_entry(const struct anvil_shape *map, const unsigned char *slot,
                                       const unsigned char *entry) {
    size_t count = anvil_end_of_values(map, slot);
    struct anvil_str key;
    struct anvil_str other;
    memcpy(&key, entry + map->members[0].offset, sizeof key);
    for (size_t i = 0; i < count; i++) {
        const unsigned char *found = map_entry(map, slot, i);
        memcpy(&other, found + map->members[0].offset, sizeof other);
        if (anvil_str_equal(key, other))
            return found;
    }
    return NULL;
}

/* Compares what comes next in the innermost frame, or closes it. */
static bool compare_next(struct checker *checker) {
    struct check_frame *frame = &checker->frames[checker->depth - 1];
    const struct anvil_shape *shape = frame->shape;
    size_t index = frame->index++;
    if (index == anvil_end_of_values(shape, frame->base)) {
        checker->depth--;
        return true;
    }
    const struct anvil_member *member = &shape->members[0];
    if (shape->kind == ANVIL_KIND_MAP) {
        const unsigned char *entry = map_entry(shape, frame->base, index);
        const unsigned char *twin = find_entry(shape, frame->other, entry);
        member = &shape->members[1];
        return twin != NULL &&
               compare(checker, shape, member, entry + member->offset, twin + member->offset);
    }
    if (shape->kind != ANVIL_KIND_LIST)
        member = &shape->members[index];
    return compare(checker, shape, member, anvil_value_at(shape, frame->base, index),
                   anvil_value_at(shape, frame->other, index));
}

bool anvil_items_equal(struct checker *checker, const struct anvil_shape *list,
                       const unsigned char *a, const unsigned char *b) {
    unsigned bottom = checker->depth;
    bool is_equal = compare(checker, list, &list->members[0], a, b);
    while (is_equal && checker->depth != bottom)
        is_equal = compare_next(checker);
    checker->depth = bottom;
    return is_equal;
}
