/* SPDX-License-Identifier: Apache-2.0 */
/* SipHash-1-3 over words, and heap sort. */
#include "base/hash.h"

#include "base/port.h"
#include <stdbool.h>
#include <string.h>

ANVIL_COLD_FILE

static uint64_t rotate(uint64_t word, unsigned bits) {
    return word << bits | word >> (64 - bits);
}

static void mix(struct anvil_hash *hash) {
    hash->a += hash->b;
    hash->b = rotate(hash->b, 13) ^ hash->a;
    hash->a = rotate(hash->a, 32);
    hash->c += hash->d;
    hash->d = rotate(hash->d, 16) ^ hash->c;
    hash->a += hash->d;
    hash->d = rotate(hash->d, 21) ^ hash->a;
    hash->c += hash->b;
    hash->b = rotate(hash->b, 17) ^ hash->c;
    hash->c = rotate(hash->c, 32);
}

struct anvil_hash anvil_hash_begin(void) {
    struct anvil_hash hash = {UINT64_C(0x736f6d6570736575), UINT64_C(0x646f72616e646f6d),
                              UINT64_C(0x6c7967656e657261), UINT64_C(0x7465646279746573)};
    return hash;
}

void anvil_hash_word(struct anvil_hash *hash, uint64_t word) {
    hash->d ^= word;
    mix(hash);
    hash->a ^= word;
}

void anvil_hash_bytes(struct anvil_hash *hash, const void *bytes, size_t count) {
    const unsigned char *p = bytes;
    for (size_t at = 0; at < count; at += 8) {
        uint64_t word = 0;
        memcpy(&word, p + at, count - at < 8 ? count - at : 8);
        anvil_hash_word(hash, word);
    }
}

uint64_t anvil_hash_end(struct anvil_hash *hash) {
    hash->c ^= 0xff;
    for (int i = 0; i < 3; i++)
        mix(hash);
    return hash->a ^ hash->b ^ hash->c ^ hash->d;
}

static bool sorts_before(const struct anvil_hashed *a, const struct anvil_hashed *b) {
    return a->hash != b->hash ? a->hash < b->hash : a->index < b->index;
}

static void sift_down(struct anvil_hashed *items, size_t root, size_t count) {
    struct anvil_hashed item = items[root];
    for (size_t child = root * 2 + 1; child < count; child = root * 2 + 1) {
        if (child + 1 < count && sorts_before(&items[child], &items[child + 1]))
            child++;
        if (!sorts_before(&item, &items[child]))
            break;
        items[root] = items[child];
        root = child;
    }
    items[root] = item;
}

void anvil_hashed_sort(struct anvil_hashed *items, size_t count) {
    for (size_t i = count / 2; i-- != 0;)
        sift_down(items, i, count);
    for (size_t end = count; end-- > 1;) {
        struct anvil_hashed last = items[end];
        items[end] = items[0];
        items[0] = last;
        sift_down(items, 0, end);
    }
}
