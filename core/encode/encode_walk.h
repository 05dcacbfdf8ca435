/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of encoding: struct to pieces in one pass. A kernel's file includes it once and
 * names the result.
 *
 * A member costs two pieces, its key and its value: a key's constant text closes the string before
 * and opens the one after. A kind is a row of KINDS; the loop knows none. */
#ifndef ANVIL_ENCODE_WALK_H
#define ANVIL_ENCODE_WALK_H

#include "check/clean.h"
#include "encode/encoder.h"

typedef enum anvil_status encode_kind(struct encoder *encoder, const struct anvil_member *member,
                                      const unsigned char *slot);

static enum anvil_status open_frame(struct encoder *encoder, const struct anvil_shape *shape,
                                    const void *base, size_t count) {
    if (encoder->depth == ANVIL_DEPTH_MAX)
        return anvil_encoder_fail(encoder, ANVIL_E_DEPTH);
    struct encode_frame *frame = &encoder->frames[encoder->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->index = 0;
    frame->count = count;
    frame->is_begun = false;
    return ANVIL_OK;
}

/* Text that is not surely plain: it may still be good and may still need no escape. */
static ANVIL_COLD enum anvil_status write_closer(struct encoder *encoder, struct anvil_str text) {
    encoder->is_dirty = true;
    enum anvil_status status = anvil_encoder_escape(encoder, text);
    return status == ANVIL_OK ? ANVIL_OK : anvil_encoder_fail(encoder, status);
}

static inline enum anvil_status
write_text(struct encoder *encoder, const struct anvil_member *member, const unsigned char *slot) {
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    encoder->is_quote_open = true;
    if (text.len == 0) {
        encoder->is_dirty |= member->run->min != 0;
        return ANVIL_OK;
    }
    /* */
    bool is_trusted = (encoder->checks & ANVIL_CHECKED) != 0 && !encoder->is_checking &&
                      member->limits != NULL && member->limits->escape_free != 0;
    const struct anvil_run *run = encoder->is_checking ? member->run : &anvil_plain_run;
    if (ANVIL_UNLIKELY(!is_trusted && !is_clean(run, text)))
        return write_closer(encoder, text);
    sink_put(&encoder->sink, text.ptr, text.len);
    return ANVIL_OK;
}

static enum anvil_status write_list(struct encoder *encoder, const struct anvil_member *member,
                                    const unsigned char *slot) {
    struct anvil_list list;
    memcpy(&list, slot, sizeof list);
    /* Lengths are the check's business: only strings are judged while they are written. */
    encoder->is_dirty |= member->limits != NULL;
    return open_frame(encoder, member->target, list.items, list.count);
}

/* A structure inside a structure is a pointer; the items of a list are the structures themselves.
 */
static enum anvil_status write_structure(struct encoder *encoder, const struct anvil_member *member,
                                         const unsigned char *slot) {
    const void *base = slot;
    if (encoder->frames[encoder->depth - 1].shape->kind != ANVIL_KIND_LIST)
        memcpy(&base, slot, sizeof base);
    return open_frame(encoder, member->target, base, member->target->member_count);
}

static encode_kind *const KINDS[ANVIL_KIND_COUNT] = {
    [ANVIL_KIND_STRUCTURE] = write_structure,
    [ANVIL_KIND_LIST] = write_list,
    [ANVIL_KIND_STRING] = write_text,
    [ANVIL_KIND_ENUM] = write_text,
};

/* Every C form begins with a pointer that is NULL when the value is absent. */
static bool is_absent(const unsigned char *slot) {
    const void *pointer = NULL;
    memcpy(&pointer, slot, sizeof pointer);
    return pointer == NULL;
}

/* `","Name":"` from its first, second or third byte on, with or without its last quote. */
static inline void write_key(struct encoder *encoder, struct encode_frame *frame,
                             const struct anvil_member *member) {
    size_t skipped = encoder->is_quote_open ? 0 : 1;
    if (!frame->is_begun) {
        sink_put(&encoder->sink, "{", 1);
        skipped = 2;
    }
    size_t bytes = (size_t)member->name_bytes + (is_text(member->kind) ? 6 : 5) - skipped;
    sink_put(&encoder->sink, member->key + skipped, bytes);
    frame->is_begun = true;
    encoder->is_quote_open = false;
}

static enum anvil_status write_member(struct encoder *encoder, struct encode_frame *frame) {
    const struct anvil_member *member = &frame->shape->members[frame->index];
    const unsigned char *slot = frame->base + member->offset;
    if (ANVIL_UNLIKELY(KINDS[member->kind] == NULL))
        return anvil_encoder_fail(encoder, ANVIL_E_ARGUMENT);
    if (is_absent(slot)) {
        encoder->is_dirty |= (member->flags & ANVIL_MEMBER_REQUIRED) != 0;
        return ANVIL_OK;
    }
    write_key(encoder, frame, member);
    return is_text(member->kind) ? write_text(encoder, member, slot)
                                 : KINDS[member->kind](encoder, member, slot);
}

static enum anvil_status write_item(struct encoder *encoder, struct encode_frame *frame) {
    const struct anvil_member *item = &frame->shape->members[0];
    if (ANVIL_UNLIKELY(KINDS[item->kind] == NULL))
        return anvil_encoder_fail(encoder, ANVIL_E_ARGUMENT);
    size_t skipped = encoder->is_quote_open ? 0 : 1;
    size_t opening = is_text(item->kind) ? 1 : 0;
    if (frame->is_begun)
        sink_put(&encoder->sink, &"\",\""[skipped], 2 - skipped + opening);
    else
        sink_put(&encoder->sink, "[\"", 1 + opening);
    frame->is_begun = true;
    encoder->is_quote_open = false;
    return KINDS[item->kind](encoder, item, frame->base + frame->index * item->target->size);
}

static void close_frame(struct encoder *encoder, const struct encode_frame *frame) {
    bool is_list = frame->shape->kind == ANVIL_KIND_LIST;
    if (!frame->is_begun) {
        sink_put(&encoder->sink, is_list ? "[]" : "{}", 2);
    } else {
        size_t skipped = encoder->is_quote_open ? 0 : 1;
        const char *close = is_list ? "\"]" : "\"}";
        sink_put(&encoder->sink, close + skipped, 2 - skipped);
    }
    encoder->is_quote_open = false;
    encoder->depth--;
    if (encoder->depth != 0)
        encoder->frames[encoder->depth - 1].index++;
}

/* `encoder->is_quote_open` at the start says that a lead has opened the object. */
static enum anvil_status encode_walk(struct encoder *encoder, const struct anvil_shape *shape,
                                     const void *value) {
    enum anvil_status status = open_frame(encoder, shape, value, shape->member_count);
    encoder->frames[0].is_begun = encoder->is_quote_open;
    while (ANVIL_LIKELY(status == ANVIL_OK) && encoder->depth != 0) {
        unsigned depth = encoder->depth;
        struct encode_frame *frame = &encoder->frames[depth - 1];
        if (frame->index == frame->count) {
            close_frame(encoder, frame);
            continue;
        }
        status = frame->shape->kind == ANVIL_KIND_LIST ? write_item(encoder, frame)
                                                       : write_member(encoder, frame);
        if (encoder->depth == depth)
            frame->index++;
    }
    return status;
}

#endif
