/* SPDX-License-Identifier: Apache-2.0 */
/* Items are hashed, the hashes sorted, and only items whose hashes are equal are compared. */
#include "check/unique.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/port.h"
#include "check/value_stream.h"

ANVIL_COLD_FILE

/* Up to here pairs are compared at once. */
#define FEW_ITEMS 8

static uint64_t hash_of(const struct anvil_shape *list, const unsigned char *item) {
    struct anvil_hash hash = anvil_hash_begin();
    struct value_stream stream;
    struct stream_token token;
    anvil_stream_begin(&stream, list, item);
    while (anvil_stream_next(&stream, &token)) {
        anvil_hash_word(&hash, (uint64_t)token.tag << 56 ^ token.count);
        if (token.bytes != NULL)
            anvil_hash_bytes(&hash, token.bytes, token.count);
    }
    return anvil_hash_end(&hash);
}

static bool tokens_equal(const struct stream_token *a, const struct stream_token *b) {
    return a->tag == b->tag && a->count == b->count &&
           (a->bytes == NULL || a->count == 0 || memcmp(a->bytes, b->bytes, a->count) == 0);
}

static bool items_equal(const struct anvil_shape *list, const unsigned char *a,
                        const unsigned char *b) {
    struct value_stream left;
    struct value_stream right;
    struct stream_token x;
    struct stream_token y;
    anvil_stream_begin(&left, list, a);
    anvil_stream_begin(&right, list, b);
    while (anvil_stream_next(&left, &x)) {
        if (!anvil_stream_next(&right, &y) || !tokens_equal(&x, &y))
            return false;
    }
    return !left.is_too_deep;
}

/* Tells whether two items differ, by their indices. */
static bool differs(const struct anvil_shape *shape, const unsigned char *items, size_t a,
                    size_t b) {
    return !items_equal(shape, items + a * shape->item_size, items + b * shape->item_size);
}

static bool pairs_differ(const struct anvil_shape *shape, struct anvil_list list) {
    for (size_t i = 1; i < list.count; i++)
        for (size_t k = 0; k < i; k++)
            if (!differs(shape, list.items, k, i))
                return false;
    return true;
}

static bool hashed_differ(const struct anvil_shape *shape, struct anvil_list list,
                          const struct anvil_hashed *hashed) {
    for (size_t i = 1; i < list.count; i++)
        for (size_t k = i; k-- != 0 && hashed[k].hash == hashed[i].hash;)
            if (!differs(shape, list.items, hashed[k].index, hashed[i].index))
                return false;
    return true;
}

enum anvil_status anvil_check_unique(const struct anvil_shape *shape, struct anvil_list list,
                                     struct anvil_arena *arena, bool *is_unique, size_t *need) {
    if (arena == NULL || list.count <= FEW_ITEMS) {
        *is_unique = pairs_differ(shape, list);
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
        hashed[i].hash = hash_of(shape, items + i * shape->item_size);
        hashed[i].index = i;
    }
    anvil_hashed_sort(hashed, list.count);
    *is_unique = hashed_differ(shape, list, hashed);
    return ANVIL_OK;
}
