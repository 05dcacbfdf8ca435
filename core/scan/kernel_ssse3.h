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

/* All ones in each of the sixteen bytes that is not in the class. */
ANVIL_INLINE __m128i misses_16(__m128i bytes, __m128i rows) {
    const __m128i bits = _mm_set_epi64x(0, (long long)HIGH_HALF_BITS);
    __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(0x0F));
    __m128i found = _mm_and_si128(_mm_shuffle_epi8(rows, bytes), _mm_shuffle_epi8(bits, high));
    return _mm_cmpeq_epi8(found, _mm_setzero_si128());
}

/* One bit for each of the sixteen bytes that is not in the class; that is a quote. */
ANVIL_INLINE unsigned outside_16(__m128i bytes, __m128i rows) {
    return (unsigned)_mm_movemask_epi8(misses_16(bytes, rows));
}
ANVIL_INLINE unsigned quotes_16(__m128i bytes) {
    return (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')));
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
    while (end - p >= 16) {
        unsigned misses = outside_16(load_16(p), rows);
        if (misses != 0)
            return p + __builtin_ctz(misses);
        p += 16;
    }
    size_t rest = (size_t)(end - p);
    if (rest == 0)
        return end;
    unsigned misses = outside_16(load_short(p, rest), rows) | 1U << rest;
    return p + __builtin_ctz(misses);
}

/* The last block overlaps the one before; only texts shorter than a block need more care. */
ANVIL_INLINE bool is_all_16(const unsigned char *p, const unsigned char *end,
                            const struct anvil_class *set) {
    __m128i rows = load_16(set->rows);
    size_t bytes = (size_t)(end - p);
    if (bytes == 0)
        return true;
    if (bytes < 16)
        return (outside_16(load_short(p, bytes), rows) & ((1U << bytes) - 1)) == 0;
    __m128i misses = misses_16(load_16(end - 16), rows);
    for (; end - p > 16; p += 16)
        misses = _mm_or_si128(misses, misses_16(load_16(p), rows));
    return _mm_movemask_epi8(misses) == 0;
}

ANVIL_INLINE void store_16(char *to, __m128i bytes) {
    _mm_storeu_si128((__m128i *)(void *)to, bytes);
}

/* What the copy of a short text may write behind it. */
#define KERNEL_COPY_ROOM 16

/* Copies the bytes of [from, from + bytes) while it looks at them; at least one. */
ANVIL_INLINE bool copy_all_16(char *to, const char *from, size_t bytes,
                              const struct anvil_class *set) {
    const unsigned char *p = (const unsigned char *)from;
    __m128i rows = load_16(set->rows);
    if (bytes < 16) {
        __m128i text = load_short(p, bytes);
        store_16(to, text);
        return (outside_16(text, rows) & ((1U << bytes) - 1)) == 0;
    }
    __m128i last = load_16(p + bytes - 16);
    __m128i misses = misses_16(last, rows);
    for (size_t i = 0; i + 16 < bytes; i += 16) {
        __m128i text = load_16(p + i);
        store_16(to + i, text);
        misses = _mm_or_si128(misses, misses_16(text, rows));
    }
    store_16(to + bytes - 16, last);
    return _mm_movemask_epi8(misses) == 0;
}

/* The first quote of a block that has one, unless a byte before it is not in the class: up to the
 * lowest bit of `quotes`, which is in no class, `misses` must be the same. */
ANVIL_INLINE const unsigned char *first_quote(const unsigned char *p, uint32_t quotes,
                                              uint32_t misses) {
    uint32_t up_to_quote = quotes ^ (quotes - 1);
    return ANVIL_LIKELY(((misses ^ quotes) & up_to_quote) == 0) ? p + __builtin_ctz(quotes) : NULL;
}

/* Two overlapping blocks are enough for most names. */
ANVIL_INLINE bool equal_16(const unsigned char *a, const unsigned char *b, size_t bytes) {
    if (bytes < 16)
        return equal_bytes(a, b, bytes);
    if (ANVIL_UNLIKELY(bytes > 32))
        return memcmp(a, b, bytes) == 0;
    __m128i first = _mm_cmpeq_epi8(load_16(a), load_16(b));
    __m128i last = _mm_cmpeq_epi8(load_16(a + bytes - 16), load_16(b + bytes - 16));
    return _mm_movemask_epi8(_mm_and_si128(first, last)) == 0xFFFF;
}

#ifndef ANVIL_SCAN_KERNEL_WIDER
ANVIL_INLINE bool kernel_copy_all(char *to, const char *from, size_t bytes,
                                  const struct anvil_class *set) {
    return copy_all_16(to, from, bytes, set);
}

ANVIL_INLINE bool kernel_equal(const unsigned char *a, const unsigned char *b, size_t bytes) {
    return equal_16(a, b, bytes);
}

ANVIL_INLINE const unsigned char *kernel_span(const unsigned char *p, const unsigned char *end,
                                              const struct anvil_class *set) {
    return span_16(p, end, set);
}

ANVIL_INLINE bool kernel_is_all(const unsigned char *p, const unsigned char *end,
                                const struct anvil_class *set) {
    return is_all_16(p, end, set);
}

ANVIL_INLINE const unsigned char *kernel_text(const unsigned char *p, const unsigned char *end,
                                              const struct anvil_class *set) {
    __m128i rows = load_16(set->rows);
    for (; ANVIL_LIKELY(p <= end - 16); p += 16) {
        __m128i bytes = load_16(p);
        unsigned misses = outside_16(bytes, rows);
        if (ANVIL_LIKELY(misses != 0)) {
            unsigned quotes = quotes_16(bytes);
            return ANVIL_LIKELY(quotes != 0) ? first_quote(p, quotes, misses) : NULL;
        }
    }
    __m128i bytes = load_16(end - 16);
    unsigned before = 16 - (unsigned)(end - p);
    unsigned quotes = quotes_16(bytes) >> before;
    return quotes != 0 ? first_quote(p, quotes, outside_16(bytes, rows) >> before) : NULL;
}
#endif

#endif
