/* SPDX-License-Identifier: Apache-2.0 */
/* [I-06] Hashing and sorting, on which finding equal keys and items among many rests. */
#include "base/hash.h"
#include "guard_page.h"
#include "sample/dice.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>

static uint64_t hash_of(const void *bytes, size_t count) {
    struct anvil_hash hash = anvil_hash_begin();
    anvil_hash_word(&hash, count);
    anvil_hash_bytes(&hash, bytes, count);
    return anvil_hash_end(&hash);
}

TEST(the_same_bytes_have_the_same_hash_wherever_they_stand) {
    unsigned char bytes[80];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i * 37);
    for (size_t len = 0; len <= sizeof bytes; len++) {
        struct guard_page behind = guard_page_of(bytes, len);
        struct guard_page before = guard_page_after(bytes, len);
        assert_true(hash_of(behind.ptr, len) == hash_of(before.ptr, len));
        guard_page_free(&behind);
        guard_page_free(&before);
    }
    assert_true(hash_of(NULL, 0) == hash_of("", 0));
}

/* Every bit counts, and every length. */
TEST(different_bytes_have_different_hashes) {
    unsigned char bytes[40] = {0};
    uint64_t hashes[41 + 40 * 8];
    size_t count = 0;
    for (size_t len = 0; len <= sizeof bytes; len++)
        hashes[count++] = hash_of(bytes, len);
    for (size_t bit = 0; bit < (size_t)40 * 8; bit++) {
        bytes[bit / 8] = (unsigned char)(1U << bit % 8);
        hashes[count++] = hash_of(bytes, sizeof bytes);
        bytes[bit / 8] = 0;
    }
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            assert_true(hashes[i] != hashes[j]);
}

/* Half of the bits change when one bit of the input does. */
TEST(a_small_change_is_a_large_one) {
    struct dice dice = {3};
    size_t changed = 0;
    enum { ROUNDS = 2000 };
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t words[3] = {dice_next(&dice), dice_next(&dice), dice_next(&dice)};
        uint64_t before = hash_of(words, sizeof words);
        size_t bit = dice_below(&dice, 192);
        words[bit / 64] ^= UINT64_C(1) << bit % 64;
        for (uint64_t rest = before ^ hash_of(words, sizeof words); rest != 0; rest &= rest - 1)
            changed++;
    }
    assert_in_range(changed, ROUNDS * 30, ROUNDS * 34);
}

static int by_hash_then_index(const void *a, const void *b) {
    const struct anvil_hashed *left = a;
    const struct anvil_hashed *right = b;
    if (left->hash != right->hash)
        return left->hash < right->hash ? -1 : 1;
    return (left->index > right->index) - (left->index < right->index);
}

/* Every length, with many equal hashes and few, sorted already and backwards. */
TEST(sorting_is_what_the_c_library_makes_of_it) {
    struct dice dice = {4};
    static struct anvil_hashed ours[600];
    static struct anvil_hashed theirs[600];
    for (size_t count = 0; count < 600; count += count < 40 ? 1 : 37)
        for (size_t kinds = 1; kinds < 2000; kinds *= 7)
            for (int order = 0; order < 3; order++) {
                for (size_t i = 0; i < count; i++) {
                    uint64_t random = dice_below(&dice, kinds);
                    ours[i].hash = order == 0   ? random
                                   : order == 1 ? i / kinds
                                                : (count - i) / kinds;
                    ours[i].index = (i * 7919) % count;
                }
                memcpy(theirs, ours, sizeof ours);
                anvil_hashed_sort(ours, count);
                qsort(theirs, count, sizeof theirs[0], by_hash_then_index);
                for (size_t i = 0; i < count; i++)
                    assert_true(ours[i].hash == theirs[i].hash);
                for (size_t i = 1; i < count; i++)
                    assert_true(by_hash_then_index(&ours[i - 1], &ours[i]) <= 0);
            }
}
