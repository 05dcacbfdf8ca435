/* SPDX-License-Identifier: Apache-2.0 */
/* Keys, and the members that need no more than a look at their key and text. Include a kernel
 * first. */
#ifndef ANVIL_DECODE_KEYS_H
#define ANVIL_DECODE_KEYS_H

#include "base/bytes.h"
#include "check/clean.h"
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

/* The case that pays: members in model order, no white space, clean text. Reads as many as there
 * are and stops, with nothing half done, before the first that is different in any way. Its state
 * is in locals, because a walk through memory would cost more than the bytes do. */
ANVIL_INLINE void read_plain_members(struct decoder *decoder, struct decode_frame *frame) {
    const struct anvil_member *members = frame->shape->members;
    const unsigned char *p = decoder->p;
    const unsigned char *end = decoder->end;
    uint64_t seen = frame->mark.seen;
    size_t count = frame->shape->member_count;
    size_t index = frame->expected;
    unsigned char *base = frame->base;
    bool is_checking = decoder->is_checking;
    for (; index < count; index++) {
        const struct anvil_member *member = &members[index];
        size_t bytes = (size_t)member->name_bytes + 4;
        if (!is_text(member->kind) || (seen >> index & 1) != 0 || (size_t)(end - p) <= bytes ||
            !equal_bytes(p, (const unsigned char *)member->key + 2, bytes))
            break;
        const struct anvil_run *run = is_checking ? member->run : &anvil_plain_run;
        const unsigned char *begin = p + bytes;
        const unsigned char *quote = kernel_span(begin, end, &run->set);
        /* Behind the quote a comma has to follow; the last member's brace is for others to judge.
         */
        if (end - quote < 2 || quote[0] != '"' || quote[1] != ',' ||
            !has_clean_length(run, (size_t)(quote - begin)))
            break;
        struct anvil_str text = anvil_str_of((const char *)begin, (size_t)(quote - begin));
        memcpy(base + member->offset, &text, sizeof text);
        seen |= (uint64_t)1 << index;
        p = quote + 2;
    }
    decoder->p = p;
    frame->mark.seen = seen;
    frame->expected = (uint16_t)index;
}

#endif
