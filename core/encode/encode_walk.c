/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of encoding: struct to pieces in one pass. It goes on with whichever container
 * is innermost; what a kind does stands in the row that its shape refers to. */
#include "base/port.h"
#include "encode/encoder.h"

ANVIL_COLD_FILE

enum anvil_status anvil_encoder_open(struct encoder *encoder, const struct anvil_shape *shape,
                                     const void *base, size_t index, size_t count) {
    if (ANVIL_UNLIKELY(encoder->depth == ANVIL_DEPTH_MAX))
        return anvil_encoder_fail(encoder, ANVIL_E_DEPTH);
    struct encode_frame *frame = &encoder->frames[encoder->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->index = index;
    frame->count = (uint16_t)count;
    frame->is_begun = false;
    return ANVIL_OK;
}

enum anvil_status anvil_encoder_close(struct encoder *encoder) {
    const struct encode_frame *frame = &encoder->frames[--encoder->depth];
    const char *brackets = frame->shape->row->brackets;
    if (frame->is_begun && encoder->is_quote_open)
        anvil_sink_put(&encoder->sink, brackets[1] == ']' ? "\"]" : "\"}", 2);
    else
        anvil_sink_put(&encoder->sink, brackets + frame->is_begun, (size_t)2 - frame->is_begun);
    encoder->is_quote_open = false;
    if (encoder->depth != 0)
        encoder->frames[encoder->depth - 1].index++;
    return ANVIL_OK;
}

/* `encoder->is_quote_open` at the start says that a lead has opened the object. */
enum anvil_status anvil_encode_walk(struct encoder *encoder, const struct anvil_shape *shape,
                                    const void *value) {
    enum anvil_status status = anvil_encoder_open(encoder, shape, value, 0, shape->member_count);
    encoder->frames[0].is_begun = encoder->is_quote_open;
    while (ANVIL_LIKELY(status == ANVIL_OK) && encoder->depth != 0) {
        struct encode_frame *frame = &encoder->frames[encoder->depth - 1];
        status = frame->shape->row->write_next(encoder, frame);
    }
    return status;
}
