/* SPDX-License-Identifier: Apache-2.0 */
/* Items are hashed, the hashes sorted, and only items whose hashes are equal are compared. */
#include "check/unique.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/port.h"
#include "check/equal.h"

ANVIL_COLD_FILE

/* Up to here pairs are compared at once. */
#define FEW_ITEMS 8

/* Tells whether two items differ, by their indices. */
static bool differs(struct checker *checker, const struct anvil_shape *shape,
                    const unsigned char *items, size_t a, size_t b) {
    return !anvil_items_equal(checker, shape, items + a * shape->item_size,
                              items + b * shape->item_size);
}

static bool pairs_differ(struct checker *checker, const struct anvil_shape *shape,
                         struct anvil_list list) {
    for (size_t i = 1; i < list.count; i++)
        for (size_t k = 0; k < i; k++)
            if (!differs(checker, shape, list.items, k, i))
                return false;
    return true;
}

static bool hashed_differ(struct checker *checker, const struct anvil_shape *shape,
                          struct anvil_list list, const struct anvil_hashed *hashed) {
    for (size_t i = 1; i < list.count; i++)
        for (size_t k = i; k-- != 0 && hashed[k].hash == hashed[i].hash;)
            if (!differs(checker, shape, list.items, hashed[k].index, hashed[i].index))
                return false;
    return true;
}

enum anvil_status anvil_check_unique(struct checker *checker, const struct anvil_shape *shape,
                                     struct anvil_list list, bool *is_unique, size_t *need) {
    struct anvil_arena *arena = checker->arena;
    if (arena == NULL || list.count <= FEW_ITEMS) {
        *is_unique = pairs_differ(checker, shape, list);
        return ANVIL_OK;
    }
    struct anvil_arena room = *arena;
    bool fits = list.count <= SIZE_MAX / sizeof(struct anvil_hashed);
    struct anvil_hashed *hashed = anvil_arena_take(
        &room, fits ? list.count * sizeof *hashed : SIZE_MAX, _Alignof(struct anvil_hashed), need);
    if (hashed == NULL)
        return ANVIL_E_ARENA;
    arena->peak = room.peak;
    const unsigned char *items = list.items;
    for (size_t i = 0; i < list.count; i++) {
        hashed[i].hash = anvil_item_hash(checker, shape, items + i * shape->item_size);
        hashed[i].index = i;
    }
    anvil_hashed_sort(hashed, list.count);
    *is_unique = hashed_differ(checker, shape, list, hashed);
    return ANVIL_OK;
}
