/* SPDX-License-Identifier: Apache-2.0 */
/* Follows the descriptors. Its recursion is as deep as the values are. */
#include "map_oracle.h"

#include "oracle.h"
#include "sample/value_form.h"

#include <string.h>

static void look_at(const struct anvil_shape *container, const struct anvil_member *member,
                    const unsigned char *slot);

static struct anvil_str key_of(const struct anvil_shape *map, const unsigned char *entry) {
    struct anvil_str key;
    memcpy(&key, entry + map->members[0].offset, sizeof key);
    return key;
}

static void compare_keys(const struct anvil_shape *map, struct anvil_list entries) {
    const unsigned char *first = entries.items;
    for (size_t i = 1; i < entries.count; i++)
        for (size_t k = 0; k < i; k++)
            FUZZ_EXPECT(reference_agrees,
                        !anvil_str_equal(key_of(map, first + i * map->item_size),
                                         key_of(map, first + k * map->item_size)));
}

static void look_at_items(const struct anvil_shape *shape, const unsigned char *slot) {
    const struct anvil_member *value = &shape->members[shape->member_count - 1];
    struct anvil_list list;
    memcpy(&list, slot, sizeof list);
    if (shape->kind == ANVIL_KIND_MAP)
        compare_keys(shape, list);
    for (size_t i = 0; i < list.count; i++)
        look_at(shape, value,
                (const unsigned char *)list.items + i * shape->item_size + value->offset);
}

static void look_at(const struct anvil_shape *container, const struct anvil_member *member,
                    const unsigned char *slot) {
    bool is_struct = is_struct_kind(member->kind);
    const void *inner = is_struct ? struct_in_slot(container, slot) : NULL;
    if (is_struct && inner != NULL)
        expect_keys_differ(member->target, inner);
    bool is_items = member->kind == ANVIL_KIND_LIST || member->kind == ANVIL_KIND_MAP;
    if (is_items && !is_slot_absent(member->kind, slot))
        look_at_items(member->target, slot);
}

void expect_keys_differ(const struct anvil_shape *shape, const void *value) {
    struct anvil_union head = {0, {NULL, 0}, {NULL, 0}};
    bool is_union = shape->kind == ANVIL_KIND_UNION;
    if (is_union)
        memcpy(&head, value, sizeof head);
    for (size_t i = 0; i < shape->member_count; i++)
        if (!is_union || head.member == (int32_t)i + 1)
            look_at(shape, &shape->members[i],
                    (const unsigned char *)value + shape->members[i].offset);
}
