/* SPDX-License-Identifier: Apache-2.0 */
/* Follows the descriptors. Its recursion is as deep as the values are. */
#include "sample/value_views.h"

#include "sample/value_form.h"

#include <string.h>

struct owners {
    struct anvil_str body;
    const struct anvil_arena *arena;
};

static bool is_inside(const struct owners *owners, const struct anvil_shape *container,
                      const struct anvil_member *member, const void *slot);

static bool is_between(const void *p, size_t bytes, const void *begin, size_t room) {
    return (uintptr_t)p >= (uintptr_t)begin && (uintptr_t)p + bytes <= (uintptr_t)begin + room;
}

static bool is_in_arena(const struct owners *owners, const void *p, size_t bytes) {
    return is_between(p, bytes, owners->arena->base, owners->arena->used);
}

static bool are_members_inside(const struct owners *owners, const struct anvil_shape *shape,
                               const void *value) {
    struct anvil_union head = {0, {NULL, 0}, {NULL, 0}};
    if (shape->kind == ANVIL_KIND_UNION)
        memcpy(&head, value, sizeof head);
    for (size_t i = 0; i < shape->member_count; i++)
        if ((shape->kind != ANVIL_KIND_UNION || head.member == (int32_t)i + 1) &&
            !is_inside(owners, shape, &shape->members[i],
                       (const unsigned char *)value + shape->members[i].offset))
            return false;
    return true;
}

static bool are_items_inside(const struct owners *owners, const struct anvil_shape *shape,
                             const void *slot) {
    struct anvil_list list;
    const struct anvil_member *value = &shape->members[shape->member_count - 1];
    memcpy(&list, slot, sizeof list);
    if (list.count != 0 && !is_in_arena(owners, list.items, list.count * shape->item_size))
        return false;
    for (size_t i = 0; i < list.count; i++) {
        const unsigned char *item = (const unsigned char *)list.items + i * shape->item_size;
        if (shape->kind == ANVIL_KIND_MAP && !is_inside(owners, shape, &shape->members[0], item))
            return false;
        if (!is_inside(owners, shape, value, item + value->offset))
            return false;
    }
    return true;
}

static bool is_text_inside(const struct owners *owners, uint8_t kind, const void *slot) {
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    bool is_empty_blob = kind == ANVIL_KIND_BLOB && text.len == 0;
    return is_empty_blob || is_between(text.ptr, text.len, owners->body.ptr, owners->body.len) ||
           is_in_arena(owners, text.ptr, text.len);
}

static bool is_inside(const struct owners *owners, const struct anvil_shape *container,
                      const struct anvil_member *member, const void *slot) {
    bool is_struct = is_struct_kind(member->kind);
    if (!(is_struct && stands_inside(container)) && is_slot_absent(member->kind, slot))
        return true;
    if (anvil_member_default(member) != NULL &&
        memcmp(slot, anvil_member_default(member), form_bytes(member->kind)) == 0)
        return true; /* constant memory of the tables */
    if (member->kind == ANVIL_KIND_LIST || member->kind == ANVIL_KIND_MAP)
        return are_items_inside(owners, member->target, slot);
    if (is_struct) {
        const void *structure = struct_in_slot(container, slot);
        return is_in_arena(owners, structure, member->target->size) &&
               are_members_inside(owners, member->target, structure);
    }
    return !is_bytes_kind(member->kind) || is_text_inside(owners, member->kind, slot);
}

bool has_views_inside(const struct anvil_shape *shape, const void *value, struct anvil_str body,
                      const struct anvil_arena *arena) {
    struct owners owners = {body, arena};
    return are_members_inside(&owners, shape, value);
}
