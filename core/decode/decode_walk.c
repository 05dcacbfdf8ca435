/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of decoding: bytes to struct in one pass.
 *
 * The loop alternates between the containers that are open. A container's step reads scalar values
 * one after the other and returns when it opens a container or ends. What a kind does stands in the
 * row that its shape refers to; the loop knows no kinds. */
#include "decode/decode.h"
#include "scan/token.h"

ANVIL_COLD_FILE

enum anvil_status anvil_decoder_open(struct decoder *decoder, const struct anvil_shape *shape,
                                     unsigned char *base) {
    /* */
    if (ANVIL_UNLIKELY(decoder->depth == ANVIL_DEPTH_MAX))
        return anvil_decoder_fail(decoder, ANVIL_E_DEPTH, decoder->p);
    struct decode_frame *frame = &decoder->frames[decoder->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->mark.seen = 0;
    frame->count = 0;
    decoder->is_at_begin = true;
    decoder->p++;
    return ANVIL_OK;
}

enum anvil_status anvil_decode_begin(struct decoder *decoder, const struct anvil_shape *shape,
                                     void *out) {
    decoder->p = skip_space(decoder->p, decoder->end);
    /* */
    if (decoder->p == decoder->end || *decoder->p != '{')
        return anvil_decoder_fail_value(decoder, decoder->p);
    return anvil_decoder_open(decoder, shape, out);
}

/* [R-009] [I-09] */
static ANVIL_NOINLINE enum anvil_status end_message(struct decoder *decoder) {
    decoder->p = skip_space(decoder->p, decoder->end);
    if (ANVIL_UNLIKELY(decoder->p != decoder->end))
        return anvil_decoder_fail(decoder, ANVIL_E_TRAILING, decoder->p);
    return ANVIL_OK;
}

/* [I-07] frames instead of recursion */
enum anvil_status anvil_decode_walk(struct decoder *decoder) {
    while (decoder->depth != 0) {
        struct decode_frame *frame = &decoder->frames[decoder->depth - 1];
        enum anvil_status status = frame->shape->row->read_next(decoder, frame);
        if (ANVIL_UNLIKELY(status != ANVIL_OK))
            return status;
    }
    return end_message(decoder);
}
