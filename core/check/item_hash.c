/* SPDX-License-Identifier: Apache-2.0 */
/* Members come in model order, items in their own, map entries sorted by key: order means nothing
 * in a map. */
#include "check/equal.h"

#include "base/hash.h"
#include "base/port.h"
#include "base/text_order.h"

ANVIL_COLD_FILE

/* What stands for a value that is not there. */
enum { NOTHING = ANVIL_KIND_COUNT };

static struct anvil_str key_of(const struct anvil_shape *map, const unsigned char *entry) {
    struct anvil_str key;
    memcpy(&key, entry + map->members[0].offset, sizeof key);
    return key;
}

/* The entry with the least key above that of `last`, or the least of all when that is NULL. */
static const unsigned char *entry_after(const struct check_frame *frame,
                                        const unsigned char *last) {
    const struct anvil_shape *map = frame->shape;
    const unsigned char *best = NULL;
    size_t count = anvil_end_of_values(map, frame->base);
    for (size_t i = 0; i < count; i++) {
        const unsigned char *entry = map_entry(map, frame->base, i);
        bool is_after =
            last == NULL || anvil_text_compare(key_of(map, entry), key_of(map, last)) > 0;
        if (is_after &&
            (best == NULL || anvil_text_compare(key_of(map, entry), key_of(map, best)) < 0))
            best = entry;
    }
    /* Only a map with a key twice runs out of entries: the last one then stands for the rest. */
    return best != NULL ? best : last;
}

/* Takes in a value, or what it is and how much it holds, and opens a frame for that. */
static void take(struct checker *checker, const struct anvil_shape *container,
                 const struct anvil_member *member, const unsigned char *slot,
                 struct anvil_hash *hash) {
    if (is_null(container, member->kind, slot)) {
        anvil_hash_word(hash, NOTHING);
    } else if (member->target->row->visit_next == NULL) {
        struct anvil_blob bytes = anvil_scalar_bytes(member->kind, slot);
        anvil_hash_word(hash, bytes.len);
        anvil_hash_bytes(hash, bytes.ptr, bytes.len);
    } else if (anvil_open_to_compare(checker, container, member, slot)) {
        const struct check_frame *frame = &checker->frames[checker->depth - 1];
        anvil_hash_word(hash, anvil_end_of_values(frame->shape, frame->base));
    }
}

/* Takes in what comes next in the innermost frame, or closes it. */
static void take_next(struct checker *checker, struct anvil_hash *hash) {
    struct check_frame *frame = &checker->frames[checker->depth - 1];
    const struct anvil_shape *shape = frame->shape;
    size_t index = frame->index++;
    if (index == anvil_end_of_values(shape, frame->base)) {
        checker->depth--;
        return;
    }
    const struct anvil_member *member = &shape->members[0];
    if (shape->kind == ANVIL_KIND_MAP) {
        const unsigned char *entry = entry_after(frame, frame->other);
        struct anvil_str key = key_of(shape, entry);
        frame->other = entry;
        anvil_hash_word(hash, key.len);
        anvil_hash_bytes(hash, key.ptr, key.len);
        member = &shape->members[1];
        take(checker, shape, member, entry + member->offset, hash);
        return;
    }
    if (shape->kind != ANVIL_KIND_LIST)
        member = &shape->members[index];
    take(checker, shape, member, anvil_value_at(shape, frame->base, index), hash);
}

uint64_t anvil_item_hash(struct checker *checker, const struct anvil_shape *list,
                         const unsigned char *item) {
    struct anvil_hash hash = anvil_hash_begin();
    unsigned bottom = checker->depth;
    take(checker, list, &list->members[0], item, &hash);
    while (checker->depth != bottom)
        take_next(checker, &hash);
    return anvil_hash_end(&hash);
}
