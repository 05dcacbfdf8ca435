/* SPDX-License-Identifier: Apache-2.0 */
/* Structures: members in any order, the plain ones in runs. */
#include "base/bytes.h"
#include "base/form.h"
#include "decode/decode.h"
#include "decode/decode_kinds.h"

ANVIL_COLD_FILE

/* A structure or union inside a structure is a pointer to arena memory; as the item of a
 * dense list it is the item itself. */
enum anvil_status anvil_decode_structure(struct decoder *decoder, const struct anvil_member *member,
                                         unsigned char *slot) {
    const struct anvil_shape *shape = member->target;
    if (ANVIL_UNLIKELY(*decoder->p != '{'))
        return anvil_decoder_fail_value(decoder, decoder->p);
    if (!holds_structures(decoder->frames[decoder->depth - 1].shape)) {
        enum anvil_status status = ANVIL_OK;
        unsigned char *structure = anvil_decoder_take(decoder, shape->size, shape->align, &status);
        if (ANVIL_UNLIKELY(structure == NULL))
            return status;
        memcpy(slot, &structure, sizeof structure);
        slot = structure;
    }
    return anvil_decoder_open(decoder, shape, slot);
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

static inline enum anvil_status read_member(struct decoder *decoder, struct decode_frame *frame) {
    const unsigned char *key = decoder->p;
    size_t index = NO_MEMBER;
    enum anvil_status status = anvil_decoder_read_member(decoder, frame, &index);
    if (ANVIL_UNLIKELY(status != ANVIL_OK))
        return status;
    /* */
    if (ANVIL_UNLIKELY(index == NO_MEMBER))
        return anvil_decoder_skip(decoder);
    const struct anvil_member *member = &frame->shape->members[index];
    unsigned char *slot = frame->base + member->offset;
    if (ANVIL_UNLIKELY(!is_first_time(frame, index))) {
        anvil_decoder_note_duplicate(decoder, key, member);
        /* the last of several wins, and a last null leaves the member absent */
        memset(slot, 0, anvil_forms[member->kind].bytes);
    }
    frame->expected = (uint16_t)(index + 1);
    frame->index = (uint16_t)index;
    if (ANVIL_UNLIKELY(*decoder->p == 'n'))
        return anvil_decoder_read_null(decoder);
    return read_value(decoder, member, slot);
}

/* */
static ANVIL_COLD void fill_defaults(struct decoder *decoder, const struct decode_frame *frame) {
    /* The neutral form tells what somebody set, and nothing else. */
    if ((decoder->checks & ANVIL_NEUTRAL) != 0)
        return;
    for (size_t i = 0; i < frame->shape->member_count; i++) {
        const struct anvil_member *member = &frame->shape->members[i];
        const void *value = anvil_member_default(member);
        unsigned char *slot = frame->base + member->offset;
        bool is_used = decoder->is_request || (member->flags & ANVIL_MEMBER_CLIENT_OPTIONAL) == 0;
        if (value == NULL || !is_used || !is_absent(member->kind, slot))
            continue;
        memcpy(slot, value, anvil_forms[member->kind].bytes);
        /* [I-10] A model may give a default that its own constraints refuse, such as 0. */
        decoder->is_dirty = true;
    }
}

static inline void end_structure(struct decoder *decoder, const struct decode_frame *frame) {
    const struct anvil_shape *shape = frame->shape;
    if (ANVIL_UNLIKELY((shape->flags & ANVIL_SHAPE_DEFAULTS) != 0))
        fill_defaults(decoder, frame);
    if ((frame->mark.seen & shape->required) != shape->required || shape->member_count > 64)
        decoder->is_dirty = true;
    decoder_close(decoder);
}

/* Reads the plain members at decoder->p, where a key is due. */
static inline enum plain_end read_plain(struct decoder *decoder, struct decode_frame *frame) {
    if (ANVIL_UNLIKELY(decoder->plain_end == NULL || decoder->p >= decoder->plain_end))
        return PLAIN_AT_KEY;
    struct plain_state state = {decoder->p, frame->mark.seen, frame->expected};
    enum plain_end end = anvil_plain_reads[decoder->kernel](
        frame->shape, frame->base, decoder->plain_end, decoder->is_checking, &state);
    decoder->p = state.p;
    frame->mark.seen = state.seen;
    frame->expected = (uint16_t)state.expected;
    return end;
}

enum anvil_status anvil_decode_members(struct decoder *decoder, struct decode_frame *frame) {
    unsigned depth = decoder->depth;
    for (;;) {
        bool is_closed = false;
        frame->index = NO_MEMBER;
        enum anvil_status status = read_separator(decoder, '}', &is_closed);
        if (ANVIL_UNLIKELY(status != ANVIL_OK))
            return status;
        enum plain_end end = is_closed ? PLAIN_CLOSED : read_plain(decoder, frame);
        if (end == PLAIN_CLOSED) {
            end_structure(decoder, frame);
            return ANVIL_OK;
        }
        if (end == PLAIN_BEHIND_VALUE)
            continue;
        decoder->p = skip_space(decoder->p, decoder->end);
        status = read_member(decoder, frame);
        if (ANVIL_UNLIKELY(status != ANVIL_OK || decoder->depth != depth))
            return status;
    }
}
