/* SPDX-License-Identifier: Apache-2.0 */
/* Whether two values are equal, and a number that is the same for equal ones. Both walk through
 * containers on the frames that the checker has not opened, which are as many as the value may have
 * levels: a deeper one equals nothing, and the check fails when it comes there. */
#ifndef ANVIL_CHECK_EQUAL_H
#define ANVIL_CHECK_EQUAL_H

#include "base/form.h"
#include "check/checker.h"

/* Tells whether two items of a list of the shape `list` are equal: text by its bytes, numbers and
 * timestamps by value, maps without regard to order, absent like absent. */
ANVIL_LOCAL bool anvil_items_equal(struct checker *checker, const struct anvil_shape *list,
                                   const unsigned char *a, const unsigned char *b);

/* A hash of an item. */
ANVIL_LOCAL uint64_t anvil_item_hash(struct checker *checker, const struct anvil_shape *list,
                                     const unsigned char *item);

/* The bytes that tell a scalar value from others of its kind. */
static inline struct anvil_blob scalar_bytes(uint8_t kind, const unsigned char *slot) {
    struct anvil_blob bytes = {slot, anvil_forms[kind].set_at};
    /* Text and blobs have one layout: a pointer and a length. */
    if (bytes.len == FORM_HAS_POINTER)
        memcpy(&bytes, slot, sizeof bytes);
    return bytes;
}

/* The first member of the structure or union at `base` that counts; of a union the one that is set.
 */
static inline size_t first_member(const struct anvil_shape *shape, const unsigned char *base) {
    struct anvil_union head;
    if (shape->kind != ANVIL_KIND_UNION)
        return 0;
    memcpy(&head, base, sizeof head);
    return head.member > 0 && head.member <= shape->member_count ? (size_t)head.member - 1 : 0;
}

/* Where to stop: behind the last member, the one that is set, or none when that is unknown; behind
 * the last item or entry. `base` is as in frames. */
static inline size_t end_of_values(const struct anvil_shape *shape, const unsigned char *base) {
    struct anvil_list list;
    struct anvil_union head;
    if (shape->kind == ANVIL_KIND_STRUCTURE)
        return shape->member_count;
    if (shape->kind == ANVIL_KIND_UNION) {
        memcpy(&head, base, sizeof head);
        return head.member > 0 && head.member <= shape->member_count ? (size_t)head.member : 0;
    }
    /* A map has the layout of a list. */
    memcpy(&list, base, sizeof list);
    return list.count;
}

/* The member `index` of a structure or union, the item `index` of a list. */
static inline const unsigned char *value_at(const struct anvil_shape *shape,
                                            const unsigned char *base, size_t index) {
    struct anvil_list list;
    if (shape->kind != ANVIL_KIND_LIST)
        return base + shape->members[index].offset;
    memcpy(&list, base, sizeof list);
    return (const unsigned char *)list.items + index * shape->item_size;
}

#endif
