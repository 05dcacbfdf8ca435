/* SPDX-License-Identifier: Apache-2.0 */
/* A map's keys are the sender's, so a key given twice is found by hash and not by comparing all
 * pairs. */
#include "decode/map_keys.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/port.h"

ANVIL_COLD_FILE

/* Up to here the hashes find room on the stack. */
#define FEW_ENTRIES 8

static struct anvil_str key_of(const struct anvil_shape *map, const unsigned char *entries,
                               size_t index) {
    struct anvil_str key;
    memcpy(&key, entries + index * map->item_size + map->members[0].offset, sizeof key);
    return key;
}

/* Sorts the entries' indices by the hashes of their keys. */
static void sort_by_key(const struct anvil_shape *map, const unsigned char *entries, size_t count,
                        struct anvil_hashed *hashed) {
    for (size_t i = 0; i < count; i++) {
        struct anvil_hash hash = anvil_hash_begin();
        struct anvil_str key = key_of(map, entries, i);
        anvil_hash_word(&hash, key.len);
        anvil_hash_bytes(&hash, key.ptr, key.len);
        hashed[i].hash = anvil_hash_end(&hash);
        hashed[i].index = i;
    }
    anvil_hashed_sort(hashed, count);
}

/* Turns each pair into (where the entry stands, whether a later one has its key), in entry order.
 * Returns how many have a later one. */
static size_t mark_repeated(const struct anvil_shape *map, const unsigned char *entries,
                            size_t count, struct anvil_hashed *hashed) {
    size_t repeated = 0;
    for (size_t i = 0; i < count; i++) {
        struct anvil_str key = key_of(map, entries, hashed[i].index);
        bool has_later = false;
        for (size_t k = i + 1; k < count && hashed[k].hash == hashed[i].hash && !has_later; k++)
            has_later = anvil_str_equal(key, key_of(map, entries, hashed[k].index));
        hashed[i].hash = hashed[i].index;
        hashed[i].index = has_later;
        repeated += has_later;
    }
    if (repeated != 0)
        anvil_hashed_sort(hashed, count);
    return repeated;
}

static void tell_repeated(struct decoder *decoder, const unsigned char *entry) {
    const struct decode_frame *frame = &decoder->frames[decoder->depth - 1];
    memcpy(frame->base, &entry, sizeof entry);
    anvil_decoder_note_duplicate(decoder, NULL, NULL);
}

enum anvil_status anvil_decoder_drop_repeated(struct decoder *decoder, unsigned char *entries,
                                              size_t *count) {
    const struct anvil_shape *map = decoder->frames[decoder->depth - 1].shape;
    struct anvil_hashed few[FEW_ENTRIES];
    struct anvil_hashed *hashed = few;
    if (*count > FEW_ENTRIES) {
        struct anvil_arena room = *decoder->arena;
        size_t need = 0;
        bool fits = *count <= SIZE_MAX / sizeof *hashed;
        hashed = anvil_arena_take(&room, fits ? *count * sizeof *hashed : SIZE_MAX,
                                  _Alignof(struct anvil_hashed), &need);
        if (hashed == NULL)
            return anvil_decoder_fail_arena(decoder, need);
        decoder->arena->peak = room.peak;
    }
    sort_by_key(map, entries, *count, hashed);
    if (mark_repeated(map, entries, *count, hashed) == 0)
        return ANVIL_OK;
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        unsigned char *entry = entries + i * map->item_size;
        if (hashed[i].index != 0)
            tell_repeated(decoder, entry);
        else if (kept++ != i)
            memmove(entries + (kept - 1) * map->item_size, entry, map->item_size);
    }
    *count = kept;
    return ANVIL_OK;
}
