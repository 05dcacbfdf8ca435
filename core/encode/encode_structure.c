/* SPDX-License-Identifier: Apache-2.0 */
/* Structures. A member costs two pieces, its key and its value: a key's constant text closes the
 * string before and opens the one after. */
#include "check/clean.h"
#include "encode/encode_kinds.h"
#include "encode/member_key.h"

ANVIL_COLD_FILE

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

/* Writes the members that are plain, as long as there is room. */
static void write_plain(struct encoder *encoder, struct encode_frame *frame) {
    struct anvil_sink *sink = &encoder->sink;
    if (frame->index == frame->count || !is_text(frame->shape->members[frame->index].kind))
        return;
    struct plain_writing writing = {
        .members = frame->shape->members,
        .base = frame->base,
        .index = frame->index,
        .count = frame->count,
        .skipped = !frame->is_begun         ? 2
                   : encoder->is_quote_open ? 0
                                            : 1,
        .is_checking = encoder->is_checking,
        .is_checked = (encoder->checks & ANVIL_CHECKED) != 0 && !encoder->is_checking,
    };
    size_t bytes = 0;
    if (!sink->takes_spans) {
        if (sink->room == 0)
            return;
        char *to = sink->buffer + sink->bytes;
        bytes = (size_t)(anvil_plain_writes[encoder->kernel](&writing, to, to + sink->room) - to);
        sink->room -= bytes;
    } else if (sink->span_count < sink->capacity) {
        sink->span_count +=
            anvil_list_plain(&writing, encoder->kernel, sink->spans + sink->span_count,
                             sink->capacity - sink->span_count, &bytes);
    }
    sink->bytes += bytes;
    frame->index = writing.index;
    if (bytes != 0) {
        frame->is_begun = true;
        encoder->is_quote_open = true;
    }
}

enum anvil_status anvil_encode_members(struct encoder *encoder, struct encode_frame *frame) {
    unsigned depth = encoder->depth;
    for (;; frame->index++) {
        write_plain(encoder, frame);
        if (frame->index == frame->count)
            return anvil_encoder_close(encoder);
        enum anvil_status status = write_member(encoder, frame);
        if (ANVIL_UNLIKELY(status != ANVIL_OK || encoder->depth != depth))
            return status;
    }
}
