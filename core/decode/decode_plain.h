/* SPDX-License-Identifier: Apache-2.0 */
/* The case that pays: text and booleans under plain keys. Include a kernel first. */
#ifndef ANVIL_DECODE_PLAIN_H
#define ANVIL_DECODE_PLAIN_H

#include "base/bytes.h"
#include "check/clean.h"
#include "decode/plain.h"
#include "scan/token.h"

/* Where the reading of a structure stands. What precedes a key when there is no white space is the
 * beginning of its member's `key`, `","Name":"`: all of it behind text, whose closing quote is
 * still ahead; all but the first byte behind other values; all but two behind the opening brace. */
struct plain_place {
    const unsigned char *at;
    size_t skipped; /* bytes of `key` that are not there */
    const struct anvil_member *member;
    enum plain_end end; /* what the run of plain members may end with there */
};

/* The first byte at p or behind it that is not white space; there is one. */
ANVIL_INLINE const unsigned char *pass_space(const unsigned char *p) {
    while (*p <= ' ' && is_space(*p))
        p++;
    return p;
}

/* Tells whether `bytes` bytes of a member's key stand at p. */
ANVIL_INLINE bool is_key_here(const char *key, size_t bytes, const unsigned char *p,
                              const unsigned char *end) {
    return (size_t)(end - p) > bytes && kernel_equal(p, (const unsigned char *)key, bytes);
}

/* Behind the colon, and the quote of text, that follow the name which ends at p. NULL when they do
 * not. */
static const unsigned char *pass_colon(const struct anvil_member *member, const unsigned char *p) {
    p = pass_space(p);
    if (*p != ':')
        return NULL;
    p = pass_space(p + 1);
    if (!is_text(member->kind))
        return p;
    return *p == '"' ? p + 1 : NULL;
}

/* The same for any member, beginning with the expected one, whose key stands at place->at with any
 * white space. */
static const unsigned char *pass_any_key(struct plain_place *place, const struct anvil_shape *shape,
                                         const unsigned char *end) {
    const struct anvil_member *last = shape->members + shape->member_count;
    for (size_t tried = 0; tried < shape->member_count; tried++, place->member++) {
        if (place->member == last)
            place->member = shape->members;
        size_t bytes = (size_t)place->member->name_bytes + 2;
        if (is_key_here(place->member->key + 2, bytes, place->at, end))
            return pass_colon(place->member, place->at + bytes);
    }
    return NULL;
}

/* Goes on where the expected key does not come next: past white space and past the comma or the
 * closing brace behind a value. Not inlined: the loop needs the registers. */
static ANVIL_NOINLINE const unsigned char *
turn_aside(struct plain_place *place, const struct anvil_shape *shape, const unsigned char *end) {
    if (place->skipped != 2) {
        const unsigned char *p = pass_space(place->at + 1 - place->skipped);
        place->end = *p == ',' ? PLAIN_AT_KEY : *p == '}' ? PLAIN_CLOSED : PLAIN_BEHIND_VALUE;
        place->at = place->end == PLAIN_BEHIND_VALUE ? p : p + 1;
        place->skipped = 2;
        if (place->end != PLAIN_AT_KEY)
            return NULL;
    }
    place->at = pass_space(place->at);
    return pass_any_key(place, shape, end);
}

/* The text that begins at p. Returns its closing quote, or NULL when it is not plain. */
ANVIL_INLINE const unsigned char *read_plain_text(const struct anvil_run *run,
                                                  const unsigned char *p, const unsigned char *end,
                                                  unsigned char *slot) {
    const unsigned char *quote = kernel_text(p, end, &run->set);
    if (ANVIL_UNLIKELY(quote == NULL || !has_clean_length(run, (size_t)(quote - p))))
        return NULL;
    struct anvil_str text = anvil_str_of((const char *)p, (size_t)(quote - p));
    memcpy(slot, &text, sizeof text);
    return quote;
}

/* The true or false at p. Returns where it ends, or NULL when it is neither. */
ANVIL_INLINE const unsigned char *
read_plain_boolean(const unsigned char *p, const unsigned char *end, unsigned char *slot) {
    if (ANVIL_UNLIKELY(end - p < 6))
        return NULL;
    bool value = equal_bytes(p, (const unsigned char *)"true", 4);
    if (!value && !equal_bytes(p, (const unsigned char *)"false", 5))
        return NULL;
    const struct anvil_boolean boolean = {value, true};
    memcpy(slot, &boolean, sizeof boolean);
    return p + (value ? 4 : 5);
}

/* Its state is in locals, because a walk through memory would cost more than the bytes do. */
ANVIL_INLINE enum plain_end read_plain_members(const struct anvil_shape *shape, unsigned char *base,
                                               const unsigned char *end, bool is_checking,
                                               struct plain_state *state) {
    if (ANVIL_UNLIKELY(shape->member_count == 0))
        return PLAIN_AT_KEY;
    const unsigned char *at = state->p;
    size_t skipped = 2;
    size_t count = shape->member_count < 64 ? shape->member_count : 64;
    const struct anvil_member *last = shape->members + count;
    const struct anvil_member *member = shape->members + state->expected;
    uint64_t seen = state->seen;
    uint64_t bit = (uint64_t)1 << (state->expected & 63);
    enum plain_end result = PLAIN_AT_KEY;
    for (;;) {
        const unsigned char *p = NULL;
        if (ANVIL_LIKELY(member < last && (seen & bit) == 0)) {
            size_t bytes = (size_t)member->name_bytes + (is_text(member->kind) ? 6 : 5) - skipped;
            if (ANVIL_LIKELY(is_key_here(member->key + skipped, bytes, at, end)))
                p = at + bytes;
        }
        if (ANVIL_UNLIKELY(p == NULL)) {
            if (skipped != 2 && at[1 - skipped] == '}') {
                at += 2 - skipped;
                skipped = 2;
                result = PLAIN_CLOSED;
                break;
            }
            struct plain_place place = {at, skipped, member, PLAIN_AT_KEY};
            p = turn_aside(&place, shape, end);
            at = place.at;
            skipped = 2;
            member = place.member;
            result = place.end;
            bit = (uint64_t)1 << ((member - shape->members) & 63);
            if (p == NULL || member >= last || (seen & bit) != 0)
                break;
        }
        if (ANVIL_LIKELY(is_text(member->kind)))
            p = read_plain_text(is_checking ? member->run : &anvil_plain_run, p, end,
                                base + member->offset);
        else if (member->kind == ANVIL_KIND_BOOLEAN)
            p = read_plain_boolean(p, end, base + member->offset);
        else
            break;
        if (ANVIL_UNLIKELY(p == NULL))
            break;
        at = p;
        skipped = is_text(member->kind) ? 0 : 1;
        member++;
        seen |= bit;
        bit <<= 1;
    }
    state->p = at + (2 - skipped);
    state->seen = seen;
    state->expected = (uint32_t)(member - shape->members);
    return result;
}

#endif
