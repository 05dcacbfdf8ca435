/* SPDX-License-Identifier: Apache-2.0 */
/* Lists: items are pushed on the arena's top and settle when the list ends. */
#include "decode/decode_kinds.h"

#include "base/arena.h"

ANVIL_COLD_FILE

enum anvil_status anvil_decoder_open_items(struct decoder *decoder,
                                           const struct anvil_member *member, unsigned char *slot,
                                           unsigned char bracket) {
    if (ANVIL_UNLIKELY(*decoder->p != bracket))
        return anvil_decoder_fail_value(decoder, decoder->p);
    enum anvil_status status = anvil_decoder_open(decoder, member->target, slot);
    if (ANVIL_LIKELY(status == ANVIL_OK && decoder->arena != NULL))
        decoder->frames[decoder->depth - 1].mark.scratch = decoder->arena->scratch;
    /* Lengths are the check's business: only strings are judged while they are read. */
    decoder->is_dirty |= member->limits != NULL;
    return status;
}

enum anvil_status anvil_decode_list(struct decoder *decoder, const struct anvil_member *member,
                                    unsigned char *slot) {
    return anvil_decoder_open_items(decoder, member, slot, '[');
}

unsigned char *anvil_decoder_push_item(struct decoder *decoder, enum anvil_status *status) {
    const struct anvil_shape *shape = decoder->frames[decoder->depth - 1].shape;
    size_t need = (size_t)shape->item_size + shape->item_align - 1;
    unsigned char *item =
        decoder->arena != NULL
            ? anvil_arena_push(decoder->arena, shape->item_size, shape->item_align, &need)
            : NULL;
    if (ANVIL_UNLIKELY(item == NULL))
        *status = anvil_decoder_fail_arena(decoder, need);
    return item;
}

unsigned char *anvil_decoder_settle(struct decoder *decoder, const struct decode_frame *frame,
                                    enum anvil_status *status) {
    const struct anvil_shape *shape = frame->shape;
    size_t need = 0;
    unsigned char *items = anvil_arena_settle(decoder->arena, frame->count, shape->item_size,
                                              shape->item_align, frame->mark.scratch, &need);
    if (ANVIL_UNLIKELY(items == NULL))
        *status = anvil_decoder_fail_arena(decoder, need);
    return items;
}

enum anvil_status anvil_decoder_drop_null(struct decoder *decoder) {
    const unsigned char *begin = decoder->p;
    enum anvil_status status = anvil_decoder_read_null(decoder);
    if (status == ANVIL_OK && (decoder->checks & ANVIL_LENIENT) == 0)
        return anvil_decoder_fail(decoder, ANVIL_E_NULL, begin);
    return status;
}

static enum anvil_status end_list(struct decoder *decoder, const struct decode_frame *frame) {
    enum anvil_status status = ANVIL_OK;
    struct anvil_list list = {&anvil_no_items, frame->count};
    if (list.count != 0)
        list.items = anvil_decoder_settle(decoder, frame, &status);
    memcpy(frame->base, &list, sizeof list);
    decoder_close(decoder);
    return status;
}

static ANVIL_COLD enum anvil_status read_null_item(struct decoder *decoder,
                                                   struct decode_frame *frame) {
    enum anvil_status status = ANVIL_OK;
    if ((frame->shape->flags & ANVIL_SHAPE_SPARSE) == 0)
        return anvil_decoder_drop_null(decoder);
    if (anvil_decoder_push_item(decoder, &status) == NULL)
        return status;
    status = anvil_decoder_read_null(decoder);
    frame->count++;
    return status;
}

/* Reads an item, or opens it; one that was opened is counted when the list goes on. */
static inline enum anvil_status read_item(struct decoder *decoder, struct decode_frame *frame) {
    const struct anvil_member *member = &frame->shape->members[0];
    unsigned depth = decoder->depth;
    enum anvil_status status = ANVIL_OK;
    if (ANVIL_UNLIKELY(decoder->p == decoder->end))
        return anvil_decoder_fail(decoder, ANVIL_E_END, decoder->p);
    if (ANVIL_UNLIKELY(is_null_next(decoder, member)))
        return read_null_item(decoder, frame);
    unsigned char *item = anvil_decoder_push_item(decoder, &status);
    if (ANVIL_UNLIKELY(item == NULL))
        return status;
    status = read_value(decoder, member, item);
    frame->count += decoder->depth == depth && status == ANVIL_OK;
    return status;
}

enum anvil_status anvil_decode_items(struct decoder *decoder, struct decode_frame *frame) {
    unsigned depth = decoder->depth;
    frame->count += !decoder->is_at_begin;
    for (;;) {
        bool is_closed = false;
        enum anvil_status status = read_separator(decoder, ']', &is_closed);
        if (ANVIL_UNLIKELY(status != ANVIL_OK))
            return status;
        if (is_closed)
            return end_list(decoder, frame);
        status = read_item(decoder, frame);
        if (ANVIL_UNLIKELY(status != ANVIL_OK || decoder->depth != depth))
            return status;
    }
}
