/* SPDX-License-Identifier: Apache-2.0 */
/* The NEON kernel, for 64-bit ARM: the look-up of the SSSE3 kernel, whose shuffle is called TBL
 * here. A shift by four that narrows turns sixteen bytes into the sixteen nibbles of one word,
 * which stands in for the mask of bits that other processors make. */
#ifndef ANVIL_SCAN_KERNEL_NEON_H
#define ANVIL_SCAN_KERNEL_NEON_H

#include "base/bytes.h"
#include "scan/kernel.h"

#include <arm_neon.h>

/* All ones in each of the sixteen bytes that is not in the class. */
ANVIL_INLINE uint8x16_t misses_16(uint8x16_t bytes, uint8x16_t rows) {
    const uint8x16_t bits =
        vcombine_u8(vcreate_u8(0x8040201008040201), vcreate_u8(0)); /* none from 0x80 on */
    uint8x16_t row = vqtbl1q_u8(rows, vandq_u8(bytes, vdupq_n_u8(0x0F)));
    return vmvnq_u8(vtstq_u8(row, vqtbl1q_u8(bits, vshrq_n_u8(bytes, 4))));
}

/* Four bits for each of the sixteen bytes. */
ANVIL_INLINE uint64_t nibbles_of(uint8x16_t bytes) {
    uint8x8_t narrow = vshrn_n_u16(vreinterpretq_u16_u8(bytes), 4);
    return vget_lane_u64(vreinterpret_u64_u8(narrow), 0);
}

/* The 1 to 15 bytes at p, zeros after them. Two overlapping loads instead of a loop, and never a
 * byte outside: [I-01] */
ANVIL_INLINE uint8x16_t load_short(const unsigned char *p, size_t bytes) {
    uint64_t low = 0;
    uint64_t high = 0;
    if (bytes > 8) {
        low = load_u64(p);
        high = load_u64(p + bytes - 8) >> (8 * (16 - bytes));
    } else if (bytes >= 4) {
        low = load_u32(p) | (uint64_t)load_u32(p + bytes - 4) << (8 * (bytes - 4));
    } else {
        low = (uint64_t)p[0] | (uint64_t)p[bytes / 2] << (8 * (bytes / 2)) |
              (uint64_t)p[bytes - 1] << (8 * (bytes - 1));
    }
    return vreinterpretq_u8_u64(vcombine_u64(vcreate_u64(low), vcreate_u64(high)));
}

ANVIL_INLINE const unsigned char *kernel_span(const unsigned char *p, const unsigned char *end,
                                              const struct anvil_class *set) {
    uint8x16_t rows = vld1q_u8(set->rows);
    for (; end - p >= 16; p += 16) {
        uint64_t misses = nibbles_of(misses_16(vld1q_u8(p), rows));
        if (misses != 0)
            return p + __builtin_ctzll(misses) / 4;
    }
    size_t rest = (size_t)(end - p);
    if (rest == 0)
        return end;
    uint64_t misses = nibbles_of(misses_16(load_short(p, rest), rows)) | (uint64_t)1 << (4 * rest);
    return p + __builtin_ctzll(misses) / 4;
}

ANVIL_INLINE bool kernel_copy_all(char *to, const char *from, size_t bytes,
                                  const struct anvil_class *set) {
    const unsigned char *p = (const unsigned char *)from;
    unsigned char *out = (unsigned char *)to;
    uint8x16_t rows = vld1q_u8(set->rows);
    if (bytes < 16) {
        copy_bytes(to, from, bytes);
        return kernel_span(p, p + bytes, set) == p + bytes;
    }
    uint8x16_t last = vld1q_u8(p + bytes - 16);
    uint8x16_t misses = misses_16(last, rows);
    for (size_t i = 0; i + 16 < bytes; i += 16) {
        uint8x16_t text = vld1q_u8(p + i);
        vst1q_u8(out + i, text);
        misses = vorrq_u8(misses, misses_16(text, rows));
    }
    vst1q_u8(out + bytes - 16, last);
    return vmaxvq_u8(misses) == 0;
}

/* The first quote of a block that has one, unless a byte before it is not in the class: up to the
 * lowest nibble of `quotes`, which no class has, `misses` must be the same. */
ANVIL_INLINE const unsigned char *first_quote(const unsigned char *p, uint64_t quotes,
                                              uint64_t misses) {
    uint64_t up_to_quote = quotes ^ (quotes - 1);
    return ANVIL_LIKELY(((misses ^ quotes) & up_to_quote) == 0) ? p + __builtin_ctzll(quotes) / 4
                                                                : NULL;
}

ANVIL_INLINE const unsigned char *kernel_text(const unsigned char *p, const unsigned char *end,
                                              const struct anvil_class *set) {
    uint8x16_t rows = vld1q_u8(set->rows);
    for (; ANVIL_LIKELY(p <= end - 16); p += 16) {
        uint8x16_t bytes = vld1q_u8(p);
        uint64_t misses = nibbles_of(misses_16(bytes, rows));
        if (ANVIL_LIKELY(misses != 0)) {
            uint64_t quotes = nibbles_of(vceqq_u8(bytes, vdupq_n_u8('"')));
            return ANVIL_LIKELY(quotes != 0) ? first_quote(p, quotes, misses) : NULL;
        }
    }
    if (p == end)
        return NULL;
    uint8x16_t bytes = vld1q_u8(end - 16);
    unsigned before = 4 * (16 - (unsigned)(end - p));
    uint64_t quotes = nibbles_of(vceqq_u8(bytes, vdupq_n_u8('"'))) >> before;
    uint64_t misses = nibbles_of(misses_16(bytes, rows)) >> before;
    return quotes != 0 ? first_quote(p, quotes, misses) : NULL;
}

ANVIL_INLINE bool kernel_equal(const unsigned char *a, const unsigned char *b, size_t bytes) {
    if (bytes < 16)
        return equal_bytes(a, b, bytes);
    if (ANVIL_UNLIKELY(bytes > 32))
        return memcmp(a, b, bytes) == 0;
    uint8x16_t first = vceqq_u8(vld1q_u8(a), vld1q_u8(b));
    uint8x16_t last = vceqq_u8(vld1q_u8(a + bytes - 16), vld1q_u8(b + bytes - 16));
    return vminvq_u8(vandq_u8(first, last)) != 0;
}

#endif
