/* SPDX-License-Identifier: Apache-2.0 */
/* Keys: which member they name, and whether it has been given before. */
#ifndef ANVIL_DECODE_KEYS_H
#define ANVIL_DECODE_KEYS_H

#include "base/bytes.h"
#include "decode/decoder.h"
#include "scan/token.h"

/* Tells whether the plain key of `member`, with its quotes, stands at p. */
ANVIL_INLINE bool is_key_of(const struct anvil_member *member, const unsigned char *p,
                            const unsigned char *end) {
    size_t bytes = (size_t)member->name_bytes + 2;
    return (size_t)(end - p) > bytes &&
           equal_bytes(p, (const unsigned char *)member->key + 2, bytes);
}

/* The member whose plain key stands at p: the expected one, else any; NO_MEMBER for a key that is
 * unknown, or escaped, or none at all. */
static inline size_t find_plain_key(const struct decode_frame *frame, const unsigned char *p,
                                    const unsigned char *end) {
    const struct anvil_member *members = frame->shape->members;
    size_t count = frame->shape->member_count;
    for (size_t i = frame->expected; i < count; i++)
        if (is_key_of(&members[i], p, end))
            return i;
    for (size_t i = 0; i < frame->expected; i++)
        if (is_key_of(&members[i], p, end))
            return i;
    return NO_MEMBER;
}

static inline enum anvil_status read_colon(struct decoder *decoder) {
    const unsigned char *end = decoder->end;
    const unsigned char *p = skip_space(decoder->p, end);
    if (ANVIL_UNLIKELY(p == end))
        return anvil_decoder_fail(decoder, ANVIL_E_END, end);
    if (ANVIL_UNLIKELY(*p != ':'))
        return anvil_decoder_fail(decoder, ANVIL_E_TOKEN, p);
    decoder->p = skip_space(p + 1, end);
    if (ANVIL_UNLIKELY(decoder->p == end))
        return anvil_decoder_fail(decoder, ANVIL_E_END, end);
    return ANVIL_OK;
}

/* Reads a key and the colon behind it. */
static enum anvil_status read_key(struct decoder *decoder, struct decode_frame *frame,
                                  size_t *index) {
    const unsigned char *end = decoder->end;
    *index = find_plain_key(frame, decoder->p, end);
    if (ANVIL_LIKELY(*index != NO_MEMBER)) {
        decoder->p += (size_t)frame->shape->members[*index].name_bytes + 2;
    } else {
        enum anvil_status status = anvil_decoder_read_key(decoder, frame->shape, index);
        if (status != ANVIL_OK)
            return status;
    }
    return read_colon(decoder);
}

/* Notes that a member has been given. False when it had been before. The bits of members beyond the
 * 64th stand at the end of the C struct. */
static inline bool is_first_time(struct decode_frame *frame, size_t index) {
    uint64_t bit = (uint64_t)1 << (index & 63);
    if (ANVIL_LIKELY(index < 64)) {
        bool is_first = (frame->mark.seen & bit) == 0;
        frame->mark.seen |= bit;
        return is_first;
    }
    size_t words = (size_t)(frame->shape->member_count - 1) / 64;
    unsigned char *word = frame->base + frame->shape->size - 8 * (words - index / 64 + 1);
    uint64_t seen = load_u64(word);
    bool is_first = (seen & bit) == 0;
    seen |= bit;
    memcpy(word, &seen, sizeof seen);
    return is_first;
}

#endif
