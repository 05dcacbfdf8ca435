/* SPDX-License-Identifier: Apache-2.0 */
/* Follows the descriptors. Its recursion is as deep as the values are. */
#include "sample/same_value.h"

#include "sample/value_form.h"

#include <string.h>

static bool is_same(const struct anvil_shape *container, const struct anvil_member *member,
                    const void *a, const void *b);

static bool is_same_text(const void *a, const void *b) {
    struct anvil_str left;
    struct anvil_str right;
    memcpy(&left, a, sizeof left);
    memcpy(&right, b, sizeof right);
    return anvil_str_equal(left, right);
}

/* Lists and maps: the entries of a map have a key in front. */
static bool is_same_items(const struct anvil_shape *shape, const void *a, const void *b) {
    struct anvil_list left;
    struct anvil_list right;
    const struct anvil_member *value = &shape->members[shape->member_count - 1];
    memcpy(&left, a, sizeof left);
    memcpy(&right, b, sizeof right);
    if ((left.items == NULL) != (right.items == NULL) || left.count != right.count)
        return false;
    for (size_t i = 0; i < left.count; i++) {
        const unsigned char *x = (const unsigned char *)left.items + i * shape->item_size;
        const unsigned char *y = (const unsigned char *)right.items + i * shape->item_size;
        if (shape->kind == ANVIL_KIND_MAP && !is_same_text(x, y))
            return false;
        if (!is_same(shape, value, x + value->offset, y + value->offset))
            return false;
    }
    return true;
}

static bool is_same_union(const struct anvil_shape *shape, const void *a, const void *b) {
    struct anvil_union left;
    struct anvil_union right;
    memcpy(&left, a, sizeof left);
    memcpy(&right, b, sizeof right);
    if (left.member != right.member)
        return false;
    if (left.member < 1)
        return anvil_str_equal(left.unknown_name, right.unknown_name) &&
               anvil_str_equal(left.unknown_value, right.unknown_value);
    const struct anvil_member *member = &shape->members[left.member - 1];
    return is_same(shape, member, (const unsigned char *)a + member->offset,
                   (const unsigned char *)b + member->offset);
}

/* NaN is NaN here, and minus zero is not zero. */
static bool is_same_number(uint8_t kind, const void *a, const void *b) {
    struct anvil_float single[2];
    struct anvil_double wide[2];
    struct anvil_timestamp moment[2];
    if (kind == ANVIL_KIND_TIMESTAMP) {
        memcpy(&moment[0], a, sizeof moment[0]);
        memcpy(&moment[1], b, sizeof moment[1]);
        return moment[0].seconds == moment[1].seconds &&
               moment[0].nanoseconds == moment[1].nanoseconds;
    }
    if (kind == ANVIL_KIND_FLOAT) {
        memcpy(&single[0], a, sizeof single[0]);
        memcpy(&single[1], b, sizeof single[1]);
        if (single[0].value != single[0].value)
            return single[1].value != single[1].value;
    }
    if (kind == ANVIL_KIND_DOUBLE) {
        memcpy(&wide[0], a, sizeof wide[0]);
        memcpy(&wide[1], b, sizeof wide[1]);
        if (wide[0].value != wide[0].value)
            return wide[1].value != wide[1].value;
    }
    /* The value comes first in every form, `is_set` right behind it. */
    size_t bytes = form_bytes(kind) / 2;
    return memcmp(a, b, bytes) == 0;
}

static bool is_same(const struct anvil_shape *container, const struct anvil_member *member,
                    const void *a, const void *b) {
    bool is_inside = is_struct_kind(member->kind) && stands_inside(container);
    if (!is_inside && (is_slot_absent(member->kind, a) || is_slot_absent(member->kind, b)))
        return is_slot_absent(member->kind, a) && is_slot_absent(member->kind, b);
    if (member->kind == ANVIL_KIND_LIST || member->kind == ANVIL_KIND_MAP)
        return is_same_items(member->target, a, b);
    if (is_bytes_kind(member->kind))
        return is_same_text(a, b);
    if (!is_struct_kind(member->kind))
        return is_same_number(member->kind, a, b);
    const void *left = struct_in_slot(container, a);
    const void *right = struct_in_slot(container, b);
    return member->kind == ANVIL_KIND_UNION ? is_same_union(member->target, left, right)
                                            : is_same_value(member->target, left, right);
}

bool is_same_value(const struct anvil_shape *shape, const void *a, const void *b) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        if (!is_same(shape, member, (const unsigned char *)a + member->offset,
                     (const unsigned char *)b + member->offset))
            return false;
    }
    return true;
}
