/* SPDX-License-Identifier: Apache-2.0 */
/* Two values side by side, member by member. */
#include "check/equal.h"

#include "base/port.h"

ANVIL_COLD_FILE

/* Where a value's frame begins: its struct, or the C form of a list or map. */
static const unsigned char *base_of(const struct anvil_shape *container, uint8_t kind,
                                    const unsigned char *slot) {
    bool is_struct = kind == ANVIL_KIND_STRUCTURE || kind == ANVIL_KIND_UNION;
    return is_struct ? struct_at(container, slot) : slot;
}

/* A variant that the model does not have equals no other. */
static bool heads_equal(const unsigned char *a, const unsigned char *b) {
    struct anvil_union left;
    struct anvil_union right;
    memcpy(&left, a, sizeof left);
    memcpy(&right, b, sizeof right);
    return left.member == right.member && left.member != ANVIL_UNION_UNKNOWN;
}

/* Opens a frame for two containers of the same size. */
static bool open_both(struct checker *checker, const struct anvil_shape *shape,
                      const unsigned char *a, const unsigned char *b) {
    if (checker->depth == ANVIL_DEPTH_MAX || end_of_values(shape, a) != end_of_values(shape, b))
        return false;
    if (shape->kind == ANVIL_KIND_UNION && !heads_equal(a, b))
        return false;
    struct check_frame *frame = &checker->frames[checker->depth++];
    frame->shape = shape;
    frame->base = a;
    frame->other = b;
    frame->index = first_member(shape, a);
    return true;
}

/* Compares two values, or opens a frame for them. */
static bool compare(struct checker *checker, const struct anvil_shape *container,
                    const struct anvil_member *member, const unsigned char *a,
                    const unsigned char *b) {
    bool is_nothing = is_null(container, member->kind, a);
    if (is_nothing || is_null(container, member->kind, b))
        return is_nothing && is_null(container, member->kind, b);
    if (member->target->row->visit_next != NULL)
        return open_both(checker, member->target, base_of(container, member->kind, a),
                         base_of(container, member->kind, b));
    struct anvil_blob left = scalar_bytes(member->kind, a);
    struct anvil_blob right = scalar_bytes(member->kind, b);
    return left.len == right.len && (left.len == 0 || memcmp(left.ptr, right.ptr, left.len) == 0);
}

/* The entry of a map that has the key of `entry`, or NULL. */
static const unsigned char *find_entry(const struct anvil_shape *map, const unsigned char *slot,
                                       const unsigned char *entry) {
    size_t count = end_of_values(map, slot);
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
    const struct anvil_member *member = &shape->members[0];
    size_t index = frame->index++;
    if (index == end_of_values(shape, frame->base)) {
        checker->depth--;
        return true;
    }
    if (shape->kind == ANVIL_KIND_MAP) {
        const unsigned char *entry = map_entry(shape, frame->base, index);
        const unsigned char *twin = find_entry(shape, frame->other, entry);
        member = &shape->members[1];
        return twin != NULL &&
               compare(checker, shape, member, entry + member->offset, twin + member->offset);
    }
    if (shape->kind != ANVIL_KIND_LIST)
        member = &shape->members[index];
    return compare(checker, shape, member, value_at(shape, frame->base, index),
                   value_at(shape, frame->other, index));
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
