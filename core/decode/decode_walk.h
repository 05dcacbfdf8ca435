/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of decoding: bytes to struct in one pass. A kernel's file includes it once and names the
 * result.
 *
 * The loop alternates between the containers that are open. A container's step reads scalar values
 * one after the other and returns when it opens a container or ends. It knows no kinds. */
#ifndef ANVIL_DECODE_WALK_H
#define ANVIL_DECODE_WALK_H

#include "decode/decode_keys.h"
#include "decode/decode_values.h"
#include "scan/skip.h"

/* Moves to the next value of the container, or behind its closing bracket. */
static inline enum anvil_status read_separator(struct decoder *decoder, struct decode_frame *frame,
                                               unsigned char close, bool *is_closed) {
    const unsigned char *end = decoder->end;
    const unsigned char *p = skip_space(decoder->p, end);
    if (ANVIL_UNLIKELY(p == end))
        return anvil_decoder_fail(decoder, ANVIL_E_END, end);
    *is_closed = *p == close;
    if (*is_closed) {
        decoder->p = p + 1;
        return ANVIL_OK;
    }
    if (frame->place != AT_BEGIN) {
        if (ANVIL_UNLIKELY(*p != ','))
            return anvil_decoder_fail(decoder, ANVIL_E_TOKEN, p);
        p = skip_space(p + 1, end);
    }
    decoder->p = p;
    return ANVIL_OK;
}

/* */
static ANVIL_COLD enum anvil_status skip_unknown(struct decoder *decoder) {
    const unsigned char *next = decoder->p;
    enum anvil_status status = anvil_skip_value(decoder->p, decoder->end, decoder->depth, &next);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, next);
    decoder->p = next;
    return ANVIL_OK;
}

/* the last of several wins, and a last null leaves the member absent */
static ANVIL_COLD void forget_value(const struct anvil_member *member, unsigned char *slot) {
    size_t bytes = member->kind == ANVIL_KIND_STRUCTURE ? sizeof(void *) : member->target->size;
    memset(slot, 0, bytes);
}

static inline enum anvil_status read_member(struct decoder *decoder, struct decode_frame *frame) {
    const unsigned char *key = decoder->p;
    size_t index = NO_MEMBER;
    enum anvil_status status = read_key(decoder, frame, &index);
    if (ANVIL_UNLIKELY(status != ANVIL_OK))
        return status;
    if (ANVIL_UNLIKELY(index == NO_MEMBER))
        return skip_unknown(decoder);
    const struct anvil_member *member = &frame->shape->members[index];
    unsigned char *slot = frame->base + member->offset;
    if (ANVIL_UNLIKELY((frame->mark.seen >> index & 1) != 0)) {
        anvil_decoder_note_duplicate(decoder, key, member);
        forget_value(member, slot);
    }
    frame->mark.seen |= (uint64_t)1 << index;
    frame->expected = (uint16_t)(index + 1);
    frame->index = index;
    if (ANVIL_UNLIKELY(*decoder->p == 'n'))
        return read_null(decoder);
    return read_value(decoder, member, slot);
}

static void *settle(struct decoder *decoder, const struct decode_frame *frame,
                    enum anvil_status *status) {
    const struct anvil_shape *item = frame->shape->members[0].target;
    size_t need = 0;
    void *items = anvil_arena_settle(decoder->arena, frame->index, item->size, item->align,
                                     frame->mark.scratch, &need);
    if (items == NULL)
        *status = anvil_decoder_fail_arena(decoder, need);
    return items;
}

static enum anvil_status end_list(struct decoder *decoder, const struct decode_frame *frame) {
    enum anvil_status status = ANVIL_OK;
    struct anvil_list list = {&anvil_no_items, frame->index};
    if (frame->index != 0)
        list.items = settle(decoder, frame, &status);
    memcpy(frame->base, &list, sizeof list);
    decoder->depth--;
    return status;
}

static enum anvil_status read_item(struct decoder *decoder, struct decode_frame *frame) {
    const struct anvil_member *item = &frame->shape->members[0];
    if (decoder->p == decoder->end)
        return anvil_decoder_fail(decoder, ANVIL_E_END, decoder->p);
    if (ANVIL_UNLIKELY(*decoder->p == 'n')) {
        /* a dense list holds no null; a client drops it, a server refuses it */
        if ((decoder->checks & ANVIL_LENIENT) == 0)
            return anvil_decoder_fail(decoder, ANVIL_E_NULL, decoder->p);
        return read_null(decoder);
    }
    size_t need = (size_t)item->target->size + item->target->align - 1;
    unsigned char *slot =
        decoder->arena != NULL
            ? anvil_arena_push(decoder->arena, item->target->size, item->target->align, &need)
            : NULL;
    if (ANVIL_UNLIKELY(slot == NULL))
        return anvil_decoder_fail_arena(decoder, need);
    unsigned depth = decoder->depth;
    enum anvil_status status = read_value(decoder, item, slot);
    if (decoder->depth == depth)
        frame->index++;
    return status;
}

/* Reads the members of the innermost frame until one of them opens a frame, or the structure ends.
 */
static enum anvil_status step_structure(struct decoder *decoder, struct decode_frame *frame) {
    unsigned depth = decoder->depth;
    for (;;) {
        bool is_closed = false;
        frame->index = NO_MEMBER;
        enum anvil_status status = read_separator(decoder, frame, '}', &is_closed);
        if (ANVIL_UNLIKELY(status != ANVIL_OK))
            return status;
        if (is_closed) {
            uint64_t required = frame->shape->required;
            decoder->is_dirty |= (frame->mark.seen & required) != required;
            decoder->depth--;
            return ANVIL_OK;
        }
        frame->place = AFTER_VALUE;
        read_plain_members(decoder, frame);
        decoder->p = skip_space(decoder->p, decoder->end);
        status = read_member(decoder, frame);
        if (ANVIL_UNLIKELY(status != ANVIL_OK || decoder->depth != depth))
            return status;
    }
}

static enum anvil_status step_list(struct decoder *decoder, struct decode_frame *frame) {
    unsigned depth = decoder->depth;
    if (frame->place == INSIDE_CHILD)
        frame->index++;
    for (;;) {
        bool is_closed = false;
        enum anvil_status status = read_separator(decoder, frame, ']', &is_closed);
        if (ANVIL_UNLIKELY(status != ANVIL_OK))
            return status;
        if (is_closed)
            return end_list(decoder, frame);
        frame->place = AFTER_VALUE;
        status = read_item(decoder, frame);
        if (decoder->depth != depth)
            frame->place = INSIDE_CHILD;
        if (ANVIL_UNLIKELY(status != ANVIL_OK || decoder->depth != depth))
            return status;
    }
}

/* [I-07] frames instead of recursion */
static enum anvil_status decode_walk(struct decoder *decoder, const struct anvil_shape *shape,
                                     void *out) {
    decoder->p = skip_space(decoder->p, decoder->end);
    /* */
    if (decoder->p == decoder->end || *decoder->p != '{')
        return anvil_decoder_fail_value(decoder, decoder->p);
    enum anvil_status status = open_frame(decoder, shape, out);
    while (ANVIL_LIKELY(status == ANVIL_OK) && decoder->depth != 0) {
        struct decode_frame *frame = &decoder->frames[decoder->depth - 1];
        status = frame->shape->kind == ANVIL_KIND_LIST ? step_list(decoder, frame)
                                                       : step_structure(decoder, frame);
    }
    if (ANVIL_UNLIKELY(status != ANVIL_OK))
        return status;
    decoder->p = skip_space(decoder->p, decoder->end);
    /* [R-009] [I-09] */
    if (ANVIL_UNLIKELY(decoder->p != decoder->end))
        return anvil_decoder_fail(decoder, ANVIL_E_TRAILING, decoder->p);
    return ANVIL_OK;
}

#endif
