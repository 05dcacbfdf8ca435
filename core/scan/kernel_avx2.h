/* SPDX-License-Identifier: Apache-2.0 */
/* The AVX2 kernel: the look-up of the SSSE3 kernel, thirty-two bytes at a time. Texts shorter than
 * that are the business of the narrower instructions. */
#ifndef ANVIL_SCAN_KERNEL_AVX2_H
#define ANVIL_SCAN_KERNEL_AVX2_H

#include "scan/kernel_ssse3.h"

#include <immintrin.h>

ANVIL_INLINE __m256i load_32(const unsigned char *p) {
    return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

ANVIL_INLINE __m256i rows_32(const struct anvil_class *set) {
    return _mm256_broadcastsi128_si256(load_16(set->rows));
}

/* All ones in each of the thirty-two bytes that is not in the class. */
ANVIL_INLINE __m256i misses_32(__m256i bytes, __m256i rows) {
    const __m256i bits =
        _mm256_set_epi64x(0, (long long)HIGH_HALF_BITS, 0, (long long)HIGH_HALF_BITS);
    __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), _mm256_set1_epi8(0x0F));
    __m256i found =
        _mm256_and_si256(_mm256_shuffle_epi8(rows, bytes), _mm256_shuffle_epi8(bits, high));
    return _mm256_cmpeq_epi8(found, _mm256_setzero_si256());
}

/* One bit for each of the thirty-two bytes that is not in the class; that is a quote. */
ANVIL_INLINE uint32_t outside_32(__m256i bytes, __m256i rows) {
    return (uint32_t)_mm256_movemask_epi8(misses_32(bytes, rows));
}
ANVIL_INLINE uint32_t quotes_32(__m256i bytes) {
    return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('"')));
}

/* For texts that are short, and for those whose end is not known, sixteen bytes are enough. */
ANVIL_INLINE const unsigned char *kernel_span(const unsigned char *p, const unsigned char *end,
                                              const struct anvil_class *set) {
    return anvil_span_ssse3(p, end, set);
}

ANVIL_INLINE void store_32(char *to, __m256i bytes) {
    _mm256_storeu_si256((__m256i *)(void *)to, bytes);
}

ANVIL_INLINE bool kernel_copy_all(char *to, const char *from, size_t bytes,
                                  const struct anvil_class *set) {
    const unsigned char *p = (const unsigned char *)from;
    if (bytes < 32) {
        memcpy(to, from, bytes);
        return kernel_span(p, p + bytes, set) == p + bytes;
    }
    __m256i rows = rows_32(set);
    __m256i last = load_32(p + bytes - 32);
    __m256i misses = misses_32(last, rows);
    for (size_t i = 0; i + 32 < bytes; i += 32) {
        __m256i text = load_32(p + i);
        store_32(to + i, text);
        misses = _mm256_or_si256(misses, misses_32(text, rows));
    }
    store_32(to + bytes - 32, last);
    return _mm256_movemask_epi8(misses) == 0;
}

/* Two overlapping blocks are enough for most names. */
ANVIL_INLINE bool kernel_equal(const unsigned char *a, const unsigned char *b, size_t bytes) {
    if (bytes < 16)
        return equal_bytes(a, b, bytes);
    if (ANVIL_UNLIKELY(bytes > 32))
        return memcmp(a, b, bytes) == 0;
    __m128i first = _mm_cmpeq_epi8(load_16(a), load_16(b));
    __m128i last = _mm_cmpeq_epi8(load_16(a + bytes - 16), load_16(b + bytes - 16));
    return _mm_movemask_epi8(_mm_and_si128(first, last)) == 0xFFFF;
}

/* The first quote of a block that has one, unless a byte before it is not in the class: up to the
 * lowest bit of `quotes`, which is in no class, `misses` must be the same. */
ANVIL_INLINE const unsigned char *first_quote(const unsigned char *p, uint32_t quotes,
                                              uint32_t misses) {
    uint32_t up_to_quote = quotes ^ (quotes - 1);
    return ANVIL_LIKELY(((misses ^ quotes) & up_to_quote) == 0) ? p + __builtin_ctz(quotes) : NULL;
}

ANVIL_INLINE const unsigned char *kernel_text(const unsigned char *p, const unsigned char *end,
                                              const struct anvil_class *set) {
    __m256i rows = rows_32(set);
    for (; ANVIL_LIKELY(p <= end - 32); p += 32) {
        __m256i bytes = load_32(p);
        uint32_t misses = outside_32(bytes, rows);
        if (ANVIL_LIKELY(misses != 0)) {
            uint32_t quotes = quotes_32(bytes);
            return ANVIL_LIKELY(quotes != 0) ? first_quote(p, quotes, misses) : NULL;
        }
    }
    __m256i bytes = load_32(end - 32);
    unsigned before = 32 - (unsigned)(end - p);
    uint32_t quotes = (uint32_t)((uint64_t)quotes_32(bytes) >> before);
    uint32_t misses = (uint32_t)((uint64_t)outside_32(bytes, rows) >> before);
    return quotes != 0 ? first_quote(p, quotes, misses) : NULL;
}

#endif
