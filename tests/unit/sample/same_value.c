/* SPDX-License-Identifier: Apache-2.0 */
/* Follows the descriptors. Its recursion is as deep as the values are. */
#include "sample/same_value.h"

static bool is_same(const struct anvil_member *member, const void *a, const void *b, bool is_item);

static bool is_same_list(const struct anvil_member *item, const struct anvil_list *a,
                         const struct anvil_list *b) {
    if ((a->items == NULL) != (b->items == NULL) || a->count != b->count)
        return false;
    const unsigned char *left = a->items;
    const unsigned char *right = b->items;
    for (size_t i = 0; i < a->count; i++)
        if (!is_same(item, left + i * item->target->size, right + i * item->target->size, true))
            return false;
    return true;
}

static bool is_same(const struct anvil_member *member, const void *a, const void *b, bool is_item) {
    if (member->kind == ANVIL_KIND_LIST) {
        struct anvil_list left;
        struct anvil_list right;
        memcpy(&left, a, sizeof left);
        memcpy(&right, b, sizeof right);
        return is_same_list(&member->target->members[0], &left, &right);
    }
    if (member->kind != ANVIL_KIND_STRUCTURE) {
        struct anvil_str left;
        struct anvil_str right;
        memcpy(&left, a, sizeof left);
        memcpy(&right, b, sizeof right);
        return anvil_str_equal(left, right);
    }
    if (is_item)
        return is_same_value(member->target, a, b);
    const void *left = NULL;
    const void *right = NULL;
    memcpy(&left, a, sizeof left);
    memcpy(&right, b, sizeof right);
    if (left == NULL || right == NULL)
        return left == right;
    return is_same_value(member->target, left, right);
}

bool is_same_value(const struct anvil_shape *shape, const void *a, const void *b) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        if (!is_same(member, (const unsigned char *)a + member->offset,
                     (const unsigned char *)b + member->offset, false))
            return false;
    }
    return true;
}
