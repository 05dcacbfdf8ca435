/* SPDX-License-Identifier: Apache-2.0 */
/* Structures, unions, lists and maps around the scalars. Follows the descriptors. */
#include "typed_value.h"

#include "sample/value_form.h"

#include <stdlib.h>
#include <string.h>

/* Deeper than a message may be, so that it is refused; and the most parts of one struct. */
enum { DEEPEST = ANVIL_DEPTH_MAX + 3, PARTS_MAX = 200, ITEMS_MAX = 7 };

struct typed_block {
    struct typed_block *next;
    void *memory;
};

void *typed_take(struct typed_value *made, size_t bytes) {
    struct typed_block *block = fuzz_memory(sizeof *block);
    block->memory = fuzz_memory(bytes);
    memset(block->memory, 0, bytes);
    block->next = made->blocks;
    made->blocks = block;
    return block->memory;
}

static void fill_members(struct typed_value *made, const struct anvil_shape *shape, void *out,
                         unsigned depth);

static void fill_value(struct typed_value *made, const struct anvil_shape *container,
                       const struct anvil_member *member, void *slot, unsigned depth);

/* Whether another entry before has this key: what comes back would be one entry. */
static bool is_repeated(const struct anvil_shape *shape, const unsigned char *entries,
                        size_t index) {
    struct anvil_str key;
    struct anvil_str other;
    memcpy(&key, entries + index * shape->item_size, sizeof key);
    for (size_t i = 0; i < index; i++) {
        memcpy(&other, entries + i * shape->item_size, sizeof other);
        if (anvil_str_equal(key, other))
            return true;
    }
    return false;
}

static void fill_items(struct typed_value *made, const struct anvil_shape *shape, void *slot,
                       unsigned depth) {
    const struct anvil_member *value = &shape->members[shape->member_count - 1];
    size_t wanted = fuzz_below(made->input, ITEMS_MAX);
    unsigned char *items = typed_take(made, wanted * shape->item_size);
    struct anvil_list list = {items, 0};
    for (size_t i = 0; i < wanted; i++) {
        unsigned char *item = items + list.count * shape->item_size;
        if (shape->kind == ANVIL_KIND_MAP) {
            typed_scalar(made, &shape->members[0], item);
            if (is_slot_absent(ANVIL_KIND_STRING, item) || is_repeated(shape, items, list.count))
                continue;
        }
        fill_value(made, shape, value, item + value->offset, depth);
        list.count++;
    }
    memcpy(slot, &list, sizeof list);
}

/* Sometimes no variant, one that the model does not have, one beyond all, or one without a value.
 */
static void fill_union(struct typed_value *made, const struct anvil_shape *shape, void *out,
                       unsigned depth) {
    static const char *const UNKNOWN[3] = {"[1]", "{\"a\":", "\"x\" "};
    size_t index = fuzz_below(made->input, (size_t)shape->member_count + 3);
    struct anvil_union head = {(int32_t)index + 1, {NULL, 0}, {NULL, 0}};
    if (index >= shape->member_count) {
        if (index == shape->member_count)
            head.member = 0;
        if (index == (size_t)shape->member_count + 1) {
            size_t choice = fuzz_below(made->input, 6);
            const char *text = UNKNOWN[choice % 3];
            head.member = ANVIL_UNION_UNKNOWN;
            head.unknown_name = choice < 5 ? anvil_str_of("Un\"known", 8) : anvil_str_of("\xFF", 1);
            head.unknown_value = anvil_str_of(text, strlen(text));
        }
        memcpy(out, &head, sizeof head);
        return;
    }
    memcpy(out, &head, sizeof head);
    const struct anvil_member *member = &shape->members[index];
    if (fuzz_byte(made->input) != 0xFF)
        fill_value(made, shape, member, (unsigned char *)out + member->offset, depth);
}

static void fill_value(struct typed_value *made, const struct anvil_shape *container,
                       const struct anvil_member *member, void *slot, unsigned depth) {
    bool is_inside = is_struct_kind(member->kind) && stands_inside(container);
    if (made->left == 0 || (depth >= DEEPEST && !is_inside))
        return;
    made->left--;
    if (member->kind == ANVIL_KIND_LIST || member->kind == ANVIL_KIND_MAP) {
        fill_items(made, member->target, slot, depth + 1);
        return;
    }
    if (!is_struct_kind(member->kind)) {
        typed_scalar(made, member, slot);
        return;
    }
    void *out = slot;
    if (!is_inside) {
        out = typed_take(made, member->target->size);
        memcpy(slot, &out, sizeof out);
    }
    if (member->kind == ANVIL_KIND_UNION)
        fill_union(made, member->target, out, depth + 1);
    else
        fill_members(made, member->target, out, depth + 1);
}

/* Half of the members of the message itself, and few of those inside it. */
static void fill_members(struct typed_value *made, const struct anvil_shape *shape, void *out,
                         unsigned depth) {
    for (size_t i = 0; i < shape->member_count && fuzz_left(made->input) != 0; i++) {
        const struct anvil_member *member = &shape->members[i];
        uint8_t choice = fuzz_byte(made->input);
        bool is_chosen = depth < 2 ? (choice & 1) != 0 : (choice & 7) == 1;
        if (is_chosen)
            fill_value(made, shape, member, (unsigned char *)out + member->offset, depth);
    }
}

void typed_value_begin(struct typed_value *made, const struct anvil_shape *shape,
                       struct fuzz_input *input) {
    made->blocks = NULL;
    made->left = PARTS_MAX;
    made->input = input;
    made->value = typed_take(made, shape->size);
    fill_members(made, shape, made->value, 1);
}

void typed_value_free(struct typed_value *made) {
    while (made->blocks != NULL) {
        struct typed_block *block = made->blocks;
        made->blocks = block->next;
        free(block->memory);
        free(block);
    }
}
