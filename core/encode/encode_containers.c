/* SPDX-License-Identifier: Apache-2.0 */
/* Opening containers. What is in them is encode/encode_walk.h's business. */
#include "encode/encoder.h"

#include "base/form.h"
#include "base/port.h"

ANVIL_COLD_FILE

enum anvil_status anvil_encoder_open(struct encoder *encoder, const struct anvil_shape *shape,
                                     const void *base, size_t index, size_t count) {
    if (encoder->depth == ANVIL_DEPTH_MAX)
        return anvil_encoder_fail(encoder, ANVIL_E_DEPTH);
    struct encode_frame *frame = &encoder->frames[encoder->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->index = index;
    frame->count = count;
    frame->is_begun = false;
    return ANVIL_OK;
}

/* Where the struct of a structure or union is: behind a pointer, or, as an item, right here. */
static const unsigned char *struct_at(const struct encoder *encoder, const unsigned char *slot) {
    const unsigned char *base = slot;
    if (!holds_structures(encoder->frames[encoder->depth - 1].shape))
        memcpy(&base, slot, sizeof base);
    return base;
}

enum anvil_status anvil_encode_structure(struct encoder *encoder, const struct anvil_member *member,
                                         const unsigned char *slot) {
    const struct anvil_shape *shape = member->target;
    return anvil_encoder_open(encoder, shape, struct_at(encoder, slot), 0, shape->member_count);
}

/* an unknown variant is shown by tools and never sent */
static enum anvil_status write_unknown_variant(struct encoder *encoder,
                                               const struct anvil_shape *shape,
                                               const struct anvil_union *head) {
    if ((encoder->checks & ANVIL_NEUTRAL) == 0)
        return anvil_encoder_fail(encoder, ANVIL_E_UNION);
    size_t none = shape->member_count;
    enum anvil_status status = anvil_encoder_open(encoder, shape, head, none, none);
    if (status == ANVIL_OK)
        status = anvil_encoder_write_key_text(encoder, &encoder->frames[encoder->depth - 1],
                                              head->unknown_name);
    if (status != ANVIL_OK)
        return status;
    anvil_sink_put(&encoder->sink, "\":", 2);
    return anvil_encoder_put_json(encoder, head->unknown_value);
}

/* exactly one variant is written */
enum anvil_status anvil_encode_union(struct encoder *encoder, const struct anvil_member *member,
                                     const unsigned char *slot) {
    const struct anvil_shape *shape = member->target;
    const unsigned char *base = struct_at(encoder, slot);
    struct anvil_union head;
    memcpy(&head, base, sizeof head);
    if (head.member == ANVIL_UNION_UNKNOWN)
        return write_unknown_variant(encoder, shape, &head);
    if (head.member < 1 || head.member > shape->member_count)
        return anvil_encoder_fail(encoder, ANVIL_E_UNION);
    size_t index = (size_t)head.member - 1;
    return anvil_encoder_open(encoder, shape, base, index, index + 1);
}

enum anvil_status anvil_encode_list(struct encoder *encoder, const struct anvil_member *member,
                                    const unsigned char *slot) {
    struct anvil_list list;
    memcpy(&list, slot, sizeof list);
    /* Lengths are the check's business: only strings are judged while they are written. */
    encoder->is_dirty |= member->limits != NULL;
    return anvil_encoder_open(encoder, member->target, list.items, 0, list.count);
}

/* A map has the layout of a list. */
enum anvil_status anvil_encode_map(struct encoder *encoder, const struct anvil_member *member,
                                   const unsigned char *slot) {
    return anvil_encode_list(encoder, member, slot);
}

enum anvil_status anvil_encoder_write_key_text(struct encoder *encoder, struct encode_frame *frame,
                                               struct anvil_str key) {
    static const char SEPARATOR[] = "\",\"";
    if (frame->is_begun) {
        size_t skipped = encoder->is_quote_open ? 0 : 1;
        anvil_sink_put(&encoder->sink, SEPARATOR + skipped, sizeof SEPARATOR - 1 - skipped);
    } else {
        anvil_sink_put(&encoder->sink, "{\"", 2);
    }
    frame->is_begun = true;
    encoder->is_quote_open = false;
    enum anvil_status status = anvil_encoder_escape(encoder, key);
    return status == ANVIL_OK ? ANVIL_OK : anvil_encoder_fail(encoder, status);
}
