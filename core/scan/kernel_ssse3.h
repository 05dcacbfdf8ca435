/* SPDX-License-Identifier: Apache-2.0 */
/* The SSSE3 kernel. A byte is in a class when the row of its low half has the bit of its high half:
 * two shuffles and an AND answer for sixteen bytes. A shuffle yields 0 for bytes of 0x80 and above,
 * so they are in no class without being asked. */
#ifndef ANVIL_SCAN_KERNEL_SSSE3_H
#define ANVIL_SCAN_KERNEL_SSSE3_H

#include "base/bytes.h"
#include "scan/kernel.h"

#include <tmmintrin.h>

/* By high half of a byte: its bit in a row, none from 0x80 on. */
#define HIGH_HALF_BITS 0x8040201008040201

ANVIL_INLINE __m128i load_16(const unsigned char *p) {
    return _mm_loadu_si128((const __m128i *)(const void *)p);
}

/* One bit for each of the sixteen bytes that is not in the class. */
ANVIL_INLINE unsigned outside_16(__m128i bytes, __m128i rows) {
    const __m128i bits = _mm_set_epi64x(0, (long long)HIGH_HALF_BITS);
    __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(0x0F));
    __m128i found = _mm_and_si128(_mm_shuffle_epi8(rows, bytes), _mm_shuffle_epi8(bits, high));
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(found, _mm_setzero_si128()));
}

/* The 1 to 15 bytes at p, zeros after them. Two overlapping loads instead of a loop, and never a
 * byte outside: [I-01] */
ANVIL_INLINE __m128i load_short(const unsigned char *p, size_t bytes) {
    if (bytes > 8) {
        uint64_t high = load_u64(p + bytes - 8) >> (8 * (16 - bytes));
        return _mm_set_epi64x((long long)high, (long long)load_u64(p));
    }
    uint64_t low = 0;
    if (bytes >= 4)
        low = load_u32(p) | (uint64_t)load_u32(p + bytes - 4) << (8 * (bytes - 4));
    else
        low = (uint64_t)p[0] | (uint64_t)p[bytes / 2] << (8 * (bytes / 2)) |
              (uint64_t)p[bytes - 1] << (8 * (bytes - 1));
    return _mm_cvtsi64_si128((long long)low);
}

ANVIL_INLINE const unsigned char *span_16(const unsigned char *p, const unsigned char *end,
                                          const struct anvil_class *set) {
    __m128i rows = load_16(set->rows);
    for (; end - p >= 16; p += 16) {
        unsigned misses = outside_16(load_16(p), rows);
        if (misses != 0)
            return p + __builtin_ctz(misses);
    }
    size_t rest = (size_t)(end - p);
    if (rest == 0)
        return end;
    unsigned misses = outside_16(load_short(p, rest), rows) | 1U << rest;
    return p + __builtin_ctz(misses);
}

#endif
