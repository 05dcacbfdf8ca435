/* SPDX-License-Identifier: Apache-2.0 */
/* Finding equal things among many without comparing all with all: hash each, sort the hashes.
 *
 * The hash is SipHash-1-3 (Aumasson and Bernstein, 2012) with a fixed key: hostile things that
 * share hashes by the thousands would have to be searched for, and simpler hashes give them away.
 * [I-06] */
#ifndef ANVIL_BASE_HASH_H
#define ANVIL_BASE_HASH_H

#include "anvil/port.h"

#include <stddef.h>
#include <stdint.h>

/* A hash under way. */
struct anvil_hash {
    uint64_t a, b, c, d;
};

ANVIL_LOCAL struct anvil_hash anvil_hash_begin(void);
ANVIL_LOCAL void anvil_hash_word(struct anvil_hash *hash, uint64_t word);
/* Takes `count` bytes in; not how many they are. `bytes` may be NULL when `count` is 0. */
ANVIL_LOCAL void anvil_hash_bytes(struct anvil_hash *hash, const void *bytes, size_t count);
ANVIL_LOCAL uint64_t anvil_hash_end(struct anvil_hash *hash);

/* A thing's hash and where it stands. */
struct anvil_hashed {
    uint64_t hash;
    size_t index;
};

/* Sorts by hash, then by index. Heap sort: no recursion, n log n always. */
ANVIL_LOCAL void anvil_hashed_sort(struct anvil_hashed *items, size_t count);

#endif
