/* SPDX-License-Identifier: Apache-2.0 */
/* Four characters for three bytes. */
#include "text/base64.h"
#include "base/port.h"

#include <stdbool.h>
#include <stdint.h>

ANVIL_COLD_FILE

static const char ALPHABET[64] = {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"};

/* What no character of the alphabet stands for. */
enum { NO_VALUE = 0xFF };

/* The six bits of each character from '+' to 'z', the first and the last of the alphabet in ASCII.
 */
static const uint8_t VALUES['z' - '+' + 1] = {
    62,       NO_VALUE, NO_VALUE, NO_VALUE, 63, 52,       53,       54,       55,       56,
    57,       58,       59,       60,       61, NO_VALUE, NO_VALUE, NO_VALUE, NO_VALUE, NO_VALUE,
    NO_VALUE, NO_VALUE, 0,        1,        2,  3,        4,        5,        6,        7,
    8,        9,        10,       11,       12, 13,       14,       15,       16,       17,
    18,       19,       20,       21,       22, 23,       24,       25,       NO_VALUE, NO_VALUE,
    NO_VALUE, NO_VALUE, NO_VALUE, NO_VALUE, 26, 27,       28,       29,       30,       31,
    32,       33,       34,       35,       36, 37,       38,       39,       40,       41,
    42,       43,       44,       45,       46, 47,       48,       49,       50,       51,
};

/* The six bits of a character, or NO_VALUE. */
static unsigned value_of(unsigned char character) {
    unsigned index = (unsigned)character - '+';
    return index < sizeof VALUES ? VALUES[index] : NO_VALUE;
}

/* How many = stand at the end, two at most. */
static size_t padding_of(const unsigned char *begin, const unsigned char *end) {
    size_t count = (size_t)(end - begin);
    size_t padding = 0;
    while (padding < 2 && padding < count && end[-1 - (ptrdiff_t)padding] == '=')
        padding++;
    return padding;
}

size_t anvil_base64_decoded_bytes(const unsigned char *begin, const unsigned char *end) {
    size_t count = (size_t)(end - begin);
    return count / 4 * 3 - (count % 4 == 0 ? padding_of(begin, end) : 0);
}

/* Where the first character stands that is none of the alphabet, or `end`. */
static const unsigned char *find_foreign(const unsigned char *p, const unsigned char *end) {
    while (p != end && value_of(*p) != NO_VALUE)
        p++;
    return p;
}

/* The last group when it is padded: one byte for two characters, two for three. False when bits
 * are left that are not zero. */
static bool decode_padded(const unsigned char *p, size_t characters, unsigned char *out) {
    unsigned bits = value_of(p[0]) << 12 | value_of(p[1]) << 6;
    if (characters == 3)
        bits |= value_of(p[2]);
    unsigned left = characters == 3 ? 0x3 : 0x3FF;
    if ((bits & left) != 0)
        return false;
    out[0] = (unsigned char)(bits >> 10);
    if (characters == 3)
        out[1] = (unsigned char)(bits >> 2);
    return true;
}

/* The groups without padding. Returns the first that holds a foreign character, or `end`. */
static const unsigned char *decode_groups(const unsigned char *p, const unsigned char *end,
                                          unsigned char *out) {
    for (; p != end; p += 4, out += 3) {
        unsigned a = value_of(p[0]);
        unsigned b = value_of(p[1]);
        unsigned c = value_of(p[2]);
        unsigned d = value_of(p[3]);
        if ((a | b | c | d) > 0x3F)
            break;
        out[0] = (unsigned char)(a << 2 | b >> 4);
        out[1] = (unsigned char)(b << 4 | c >> 2);
        out[2] = (unsigned char)(c << 6 | d);
    }
    return p;
}

enum anvil_status anvil_base64_decode(const unsigned char *begin, const unsigned char *end,
                                      unsigned char *out, size_t *offset) {
    const unsigned char *groups_end = end - (size_t)(end - begin) % 4;
    const unsigned char *p = decode_groups(begin, groups_end, out);
    /* What is left: the last group, or the one that is wrong. */
    const unsigned char *foreign = find_foreign(p, end);
    size_t rest = (size_t)(foreign - p);
    size_t wanted = rest < 2 ? 0 : 4 - rest;
    const unsigned char *stop = foreign;
    while (stop != end && (size_t)(stop - foreign) < wanted && *stop == '=')
        stop++;
    if (stop == end && (size_t)(stop - foreign) == wanted && rest != 1) {
        if (rest == 0 || decode_padded(p, rest, out + (p - begin) / 4 * 3))
            return ANVIL_OK;
        stop = foreign - 1;
    }
    *offset = (size_t)(stop - begin);
    return ANVIL_E_BASE64;
}

size_t anvil_base64_encoded_bytes(size_t bytes) {
    return bytes / 3 * 4 + (bytes % 3 != 0 ? 4 : 0);
}

void anvil_base64_encode(const unsigned char *begin, const unsigned char *end, char *out) {
    size_t rest = (size_t)(end - begin) % 3;
    const unsigned char *p = begin;
    for (const unsigned char *whole = end - rest; p != whole; p += 3, out += 4) {
        uint32_t bits = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
        out[0] = ALPHABET[bits >> 18];
        out[1] = ALPHABET[bits >> 12 & 0x3F];
        out[2] = ALPHABET[bits >> 6 & 0x3F];
        out[3] = ALPHABET[bits & 0x3F];
    }
    if (rest == 0)
        return;
    uint32_t bits = (uint32_t)p[0] << 16 | (rest == 2 ? (uint32_t)p[1] << 8 : 0);
    out[0] = ALPHABET[bits >> 18];
    out[1] = ALPHABET[bits >> 12 & 0x3F];
    out[2] = '=';
    if (rest == 2)
        out[2] = ALPHABET[bits >> 6 & 0x3F];
    out[3] = '=';
}
