/* SPDX-License-Identifier: Apache-2.0 */
/* Ranges of code points as sequences of byte ranges (RFC 3629). A range is cut until every byte of
 * its first and last encodings but the leading ones covers all continuation bytes. */
#include "automaton.h"

static size_t encode(uint32_t code, uint8_t *bytes) {
    if (code < 0x80) {
        bytes[0] = (uint8_t)code;
        return 1;
    }
    if (code < 0x800) {
        bytes[0] = (uint8_t)(0xC0 | code >> 6);
        bytes[1] = (uint8_t)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        bytes[0] = (uint8_t)(0xE0 | code >> 12);
        bytes[1] = (uint8_t)(0x80 | (code >> 6 & 0x3F));
        bytes[2] = (uint8_t)(0x80 | (code & 0x3F));
        return 3;
    }
    bytes[0] = (uint8_t)(0xF0 | code >> 18);
    bytes[1] = (uint8_t)(0x80 | (code >> 12 & 0x3F));
    bytes[2] = (uint8_t)(0x80 | (code >> 6 & 0x3F));
    bytes[3] = (uint8_t)(0x80 | (code & 0x3F));
    return 4;
}

/* The last code point of the first piece of the range that one sequence of byte ranges can cover:
 * one encoded length, and below every byte that differs, whole blocks of continuation bytes. */
static uint32_t piece_end(struct code_range range) {
    static const uint32_t length_ends[] = {0x7F, 0x7FF, 0xFFFF};
    uint32_t last = range.last;
    for (size_t i = 0; i < 3; i++)
        if (range.first <= length_ends[i] && last > length_ends[i])
            last = length_ends[i];
    if (range.first < 0x80)
        return last;
    for (uint32_t low = 0x3F; low <= 0x3FFFF; low = low << 6 | 0x3F) {
        if ((range.first & ~low) == (last & ~low))
            break;
        if ((range.first & low) != 0)
            return range.first | low;
        if ((last & low) != low)
            last = (last & ~low) - 1;
    }
    return last;
}

/* The states of one piece. */
static bool add_piece(struct spec *spec, const char *shape, struct nfa *nfa, uint32_t first,
                      uint32_t last, uint32_t next, uint32_t *entry) {
    uint8_t low[4];
    uint8_t high[4];
    size_t len = encode(first, low);
    encode(last, high);
    for (size_t i = len; i-- > 0;) {
        struct nfa_state state = {NFA_BYTES, low[i], high[i], next, 0};
        if (!nfa_add(spec, shape, nfa, state, &next))
            return false;
    }
    *entry = next;
    return true;
}

bool nfa_add_set(struct spec *spec, const char *shape, struct nfa *nfa, const struct code_set *set,
                 uint32_t next, uint32_t *entry) {
    const struct code_range *ranges = set->ranges.items;
    struct nfa_state stuck = {NFA_STUCK, 0, 0, 0, 0};
    uint32_t chain = 0;
    bool is_first = true;
    if (set->ranges.count == 0)
        return nfa_add(spec, shape, nfa, stuck, entry);
    for (size_t i = 0; i < set->ranges.count; i++) {
        struct code_range rest = ranges[i];
        for (;;) {
            uint32_t last = piece_end(rest);
            struct nfa_state split = {NFA_SPLIT, 0, 0, 0, chain};
            if (!add_piece(spec, shape, nfa, rest.first, last, next, &split.next))
                return false;
            if (is_first)
                chain = split.next;
            else if (!nfa_add(spec, shape, nfa, split, &chain))
                return false;
            is_first = false;
            if (last == rest.last)
                break;
            rest.first = last + 1;
        }
    }
    *entry = chain;
    return true;
}
