/* SPDX-License-Identifier: Apache-2.0 */
/* Lists, and what maps share with them. */
#include "encode/encode_kinds.h"

ANVIL_COLD_FILE

enum anvil_status anvil_encode_list(struct encoder *encoder, const struct anvil_member *member,
                                    const unsigned char *slot) {
    /* Lengths are the check's business: only strings are judged while they are written. */
    encoder->is_dirty |= member->limits != NULL;
    return anvil_encoder_open(encoder, member->target, slot, 0, 0);
}

/* null is a value only where the container is sparse */
enum anvil_status anvil_encoder_write_element(struct encoder *encoder,
                                              const struct encode_frame *frame,
                                              const struct anvil_member *member,
                                              const unsigned char *slot) {
    if (ANVIL_LIKELY(!is_null(frame->shape, member->kind, slot)))
        return write_value(encoder, member, slot);
    if ((frame->shape->flags & ANVIL_SHAPE_SPARSE) == 0)
        return anvil_encoder_fail(encoder, ANVIL_E_NULL);
    anvil_sink_put(&encoder->sink, "null", 4);
    return ANVIL_OK;
}

enum anvil_status anvil_encode_items(struct encoder *encoder, struct encode_frame *frame) {
    const struct anvil_shape *shape = frame->shape;
    const struct anvil_member *item = &shape->members[0];
    unsigned depth = encoder->depth;
    struct anvil_list list;
    memcpy(&list, frame->base, sizeof list);
    for (; frame->index != list.count; frame->index++) {
        const unsigned char *slot =
            (const unsigned char *)list.items + frame->index * shape->item_size;
        size_t skipped = encoder->is_quote_open ? 0 : 1;
        /* A null in a list of text has no quote to open. */
        bool is_quoted = is_text(item->kind) && !is_null(shape, item->kind, slot);
        if (frame->is_begun)
            anvil_sink_put(&encoder->sink, &"\",\""[skipped], 2 - skipped + is_quoted);
        else
            anvil_sink_put(&encoder->sink, "[\"", (size_t)1 + is_quoted);
        frame->is_begun = true;
        encoder->is_quote_open = false;
        enum anvil_status status = anvil_encoder_write_element(encoder, frame, item, slot);
        if (ANVIL_UNLIKELY(status != ANVIL_OK || encoder->depth != depth))
            return status;
    }
    return anvil_encoder_close(encoder);
}
