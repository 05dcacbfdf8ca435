/* SPDX-License-Identifier: Apache-2.0 */
/* The table of well-formed sequences of RFC 3629 section 4, as comparisons. */
#include "text/utf8.h"
#include "base/port.h"

ANVIL_COLD_FILE

#include "base/bytes.h"

static bool is_tail(unsigned char byte) {
    return (byte & 0xC0) == 0x80;
}

/* The second byte carries all that is irregular: overlong forms, surrogates, the upper end. */
static bool is_second(unsigned char first, unsigned char second) {
    switch (first) {
    case 0xE0:
        return second >= 0xA0 && second <= 0xBF;
    case 0xED:
        return second >= 0x80 && second <= 0x9F;
    case 0xF0:
        return second >= 0x90 && second <= 0xBF;
    case 0xF4:
        return second >= 0x80 && second <= 0x8F;
    default:
        return is_tail(second);
    }
}

size_t anvil_utf8_sequence(const unsigned char *p, const unsigned char *end) {
    unsigned char first = *p;
    if (first < 0x80)
        return 1;
    size_t bytes = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || (size_t)(end - p) < bytes || !is_second(first, p[1]))
        return 0;
    for (size_t i = 2; i < bytes; i++)
        if (!is_tail(p[i]))
            return 0;
    return bytes;
}

bool anvil_utf8_count(const char *text, size_t bytes, size_t *code_points) {
    size_t count = 0;
    if (bytes != 0) {
        const unsigned char *p = (const unsigned char *)text;
        const unsigned char *end = p + bytes;
        while (p != end) {
            /* ASCII, a word at a time. */
            for (; end - p >= 8 && (load_u64(p) & 0x8080808080808080) == 0; p += 8)
                count += 8;
            if (p == end)
                break;
            size_t sequence = anvil_utf8_sequence(p, end);
            if (sequence == 0)
                return false;
            p += sequence;
            count++;
        }
    }
    *code_points = count;
    return true;
}

size_t anvil_utf8_write(uint32_t code_point, char *out) {
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    if (code_point < 0x800) {
        out[0] = (char)(0xC0 | (code_point >> 6));
        out[1] = (char)(0x80 | (code_point & 0x3F));
        return 2;
    }
    if (code_point < 0x10000) {
        out[0] = (char)(0xE0 | (code_point >> 12));
        out[1] = (char)(0x80 | ((code_point >> 6) & 0x3F));
        out[2] = (char)(0x80 | (code_point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | (code_point >> 18));
    out[1] = (char)(0x80 | ((code_point >> 12) & 0x3F));
    out[2] = (char)(0x80 | ((code_point >> 6) & 0x3F));
    out[3] = (char)(0x80 | (code_point & 0x3F));
    return 4;
}
