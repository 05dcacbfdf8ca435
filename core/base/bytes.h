/* SPDX-License-Identifier: Apache-2.0 */
/* [I-04] Loads and comparisons of a few bytes at any address, without a call. */
#ifndef ANVIL_BASE_BYTES_H
#define ANVIL_BASE_BYTES_H

#include "base/port.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

ANVIL_INLINE uint32_t load_u32(const void *p) {
    uint32_t word = 0;
    memcpy(&word, p, sizeof word);
    return word;
}

ANVIL_INLINE uint64_t load_u64(const void *p) {
    uint64_t word = 0;
    memcpy(&word, p, sizeof word);
    return word;
}

/* Tells whether the `count` bytes at a and b are the same; for names, which are short. The last
 * words overlap the ones before instead of ending in a loop over bytes. */
ANVIL_INLINE bool equal_bytes(const unsigned char *a, const unsigned char *b, size_t count) {
    if (ANVIL_LIKELY(count >= 8 && count <= 16))
        return ((load_u64(a) ^ load_u64(b)) |
                (load_u64(a + count - 8) ^ load_u64(b + count - 8))) == 0;
    if (count >= 8) {
        for (size_t i = 0; i + 8 < count; i += 8)
            if (load_u64(a + i) != load_u64(b + i))
                return false;
        return load_u64(a + count - 8) == load_u64(b + count - 8);
    }
    if (count >= 4)
        return load_u32(a) == load_u32(b) && load_u32(a + count - 4) == load_u32(b + count - 4);
    for (size_t i = 0; i < count; i++)
        if (a[i] != b[i])
            return false;
    return true;
}

/* Copies `count` bytes, at least one, that do not overlap. Pieces of messages are short and their
 * lengths vary, which is where a call of memcpy costs the most. */
ANVIL_INLINE void copy_bytes(char *to, const char *from, size_t count) {
    if (count > 64) {
        memcpy(to, from, count);
    } else if (count > 16) {
        for (size_t i = 0; i + 16 < count; i += 16)
            memcpy(to + i, from + i, 16);
        memcpy(to + count - 16, from + count - 16, 16);
    } else if (count >= 8) {
        uint64_t low = load_u64(from);
        uint64_t high = load_u64(from + count - 8);
        memcpy(to, &low, 8);
        memcpy(to + count - 8, &high, 8);
    } else if (count >= 4) {
        uint32_t low = load_u32(from);
        uint32_t high = load_u32(from + count - 4);
        memcpy(to, &low, 4);
        memcpy(to + count - 4, &high, 4);
    } else {
        to[0] = from[0];
        to[count / 2] = from[count / 2];
        to[count - 1] = from[count - 1];
    }
}

#endif
