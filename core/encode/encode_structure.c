/* SPDX-License-Identifier: Apache-2.0 */
/* Structures. A member costs two pieces, its key and its value: a key's constant text closes the
 * string before and opens the one after. */
#include "encode/encode_kinds.h"
#include "encode/member_key.h"

enum anvil_status anvil_encode_structure(struct encoder *encoder, const struct anvil_member *member,
                                         const unsigned char *slot) {
    const struct anvil_shape *shape = member->target;
    const struct anvil_shape *container = encoder->frames[encoder->depth - 1].shape;
    return anvil_encoder_open(encoder, shape, struct_at(container, slot), 0, shape->member_count);
}

void anvil_encoder_begin_member(struct encoder *encoder, struct encode_frame *frame,
                                const struct anvil_member *member) {
    if (!frame->is_begun)
        anvil_sink_put(&encoder->sink, "{", 1);
    struct anvil_str key = key_piece(member, encoder->is_quote_open, frame->is_begun);
    anvil_sink_put(&encoder->sink, key.ptr, key.len);
    frame->is_begun = true;
    encoder->is_quote_open = false;
}

/* What is written for a member that is absent: its default, or NULL for nothing. A client
 * leaves the defaults of an input's own members to the service. */
static inline const unsigned char *default_of(const struct encoder *encoder,
                                              const struct anvil_member *member) {
    bool is_left_out = encoder->is_request &&
                       (encoder->depth == 1 || (member->flags & ANVIL_MEMBER_CLIENT_OPTIONAL) != 0);
    return is_left_out ? NULL : anvil_member_default(member);
}

static inline enum anvil_status write_member(struct encoder *encoder, struct encode_frame *frame) {
    const struct anvil_member *member = &frame->shape->members[frame->index];
    const unsigned char *slot = frame->base + member->offset;
    if (is_absent(member->kind, slot)) {
        encoder->is_dirty |= (member->flags & ANVIL_MEMBER_REQUIRED) != 0;
        slot = default_of(encoder, member);
        if (slot == NULL)
            return ANVIL_OK;
    }
    anvil_encoder_begin_member(encoder, frame, member);
    return write_value(encoder, member, slot);
}

void anvil_write_nothing_plain(struct encoder *encoder, struct encode_frame *frame) {
    (void)encoder;
    (void)frame;
}

/* By kernel. */
static void (*const PLAIN_WRITES[ANVIL_KERNEL_COUNT])(struct encoder *, struct encode_frame *) = {
    [ANVIL_KERNEL_SCALAR] = ANVIL_SCALAR_ENTRY(anvil_write_plain_scalar, anvil_write_nothing_plain),
    [ANVIL_KERNEL_SSSE3] = ANVIL_SSSE3_ENTRY(anvil_write_plain_ssse3),
};

enum anvil_status anvil_encode_members(struct encoder *encoder, struct encode_frame *frame) {
    unsigned depth = encoder->depth;
    for (;; frame->index++) {
        PLAIN_WRITES[encoder->kernel](encoder, frame);
        if (frame->index == frame->count)
            return anvil_encoder_close(encoder);
        enum anvil_status status = write_member(encoder, frame);
        if (ANVIL_UNLIKELY(status != ANVIL_OK || encoder->depth != depth))
            return status;
    }
}
