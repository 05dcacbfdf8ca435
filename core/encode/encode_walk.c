/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of encoding: struct to pieces in one pass. A member costs two pieces, its key
 * and its value: a key's constant text closes the string before and opens the one after. What a
 * kind does is a row of WRITES; the loop knows none. */
#include "base/form.h"
#include "check/clean.h"
#include "encode/encoder.h"
#include "encode/member_key.h"

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
    const struct anvil_run *run = encoder->is_checking ? member->run : &anvil_plain_run;
    if (ANVIL_UNLIKELY(!is_trusted(encoder, member) && !is_clean(encoder->kernel, run, text)))
        return write_closer(encoder, text);
    anvil_sink_put(&encoder->sink, text.ptr, text.len);
    return ANVIL_OK;
}

static encode_write *const WRITES[ANVIL_KIND_COUNT] = {
    [ANVIL_KIND_STRUCTURE] = anvil_encode_structure,
    [ANVIL_KIND_UNION] = anvil_encode_union,
    [ANVIL_KIND_LIST] = anvil_encode_list,
    [ANVIL_KIND_MAP] = anvil_encode_map,
    [ANVIL_KIND_STRING] = write_text,
    [ANVIL_KIND_ENUM] = write_text,
    [ANVIL_KIND_INT_ENUM] = anvil_encode_integer,
    [ANVIL_KIND_BLOB] = anvil_encode_blob,
    [ANVIL_KIND_BOOLEAN] = anvil_encode_boolean,
    [ANVIL_KIND_BYTE] = anvil_encode_integer,
    [ANVIL_KIND_SHORT] = anvil_encode_integer,
    [ANVIL_KIND_INTEGER] = anvil_encode_integer,
    [ANVIL_KIND_LONG] = anvil_encode_integer,
    [ANVIL_KIND_FLOAT] = anvil_encode_real,
    [ANVIL_KIND_DOUBLE] = anvil_encode_real,
    [ANVIL_KIND_BIG_INTEGER] = anvil_encode_big_number,
    [ANVIL_KIND_BIG_DECIMAL] = anvil_encode_big_number,
    [ANVIL_KIND_TIMESTAMP] = anvil_encode_timestamp,
    [ANVIL_KIND_DOCUMENT] = anvil_encode_document,
};

static inline enum anvil_status
write_value(struct encoder *encoder, const struct anvil_member *member, const unsigned char *slot) {
    return is_text(member->kind) ? write_text(encoder, member, slot)
                                 : WRITES[member->kind](encoder, member, slot);
}

static ANVIL_NOINLINE void begin_member(struct encoder *encoder, struct encode_frame *frame,
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

static enum anvil_status write_member(struct encoder *encoder, struct encode_frame *frame) {
    const struct anvil_member *member = &frame->shape->members[frame->index];
    const unsigned char *slot = frame->base + member->offset;
    if (is_absent(member->kind, slot)) {
        encoder->is_dirty |= (member->flags & ANVIL_MEMBER_REQUIRED) != 0;
        slot = default_of(encoder, member);
        if (slot == NULL)
            return ANVIL_OK;
    }
    begin_member(encoder, frame, member);
    return write_value(encoder, member, slot);
}

plain_write *const anvil_plain_writes[ANVIL_KERNEL_COUNT] = {
    [ANVIL_KERNEL_SCALAR] = anvil_write_plain_scalar,
    [ANVIL_KERNEL_SSSE3] = ANVIL_X86_ENTRY(anvil_write_plain_ssse3),
    [ANVIL_KERNEL_AVX2] = ANVIL_X86_ENTRY(anvil_write_plain_avx2),
    [ANVIL_KERNEL_NEON] = ANVIL_NEON_ENTRY(anvil_write_plain_neon),
};

plain_list *const anvil_plain_lists[ANVIL_KERNEL_COUNT] = {
    [ANVIL_KERNEL_SCALAR] = anvil_list_plain_scalar,
    [ANVIL_KERNEL_SSSE3] = ANVIL_X86_ENTRY(anvil_list_plain_ssse3),
    [ANVIL_KERNEL_AVX2] = ANVIL_X86_ENTRY(anvil_list_plain_avx2),
    [ANVIL_KERNEL_NEON] = ANVIL_NEON_ENTRY(anvil_list_plain_neon),
};

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
    } else if (sink->span_count < sink->span_capacity) {
        sink->span_count +=
            anvil_plain_lists[encoder->kernel](&writing, sink->spans + sink->span_count,
                                               sink->span_capacity - sink->span_count, &bytes);
    }
    sink->bytes += bytes;
    frame->index = writing.index;
    if (bytes != 0) {
        frame->is_begun = true;
        encoder->is_quote_open = true;
    }
}

/* The members that are plain, and the one behind them. */
static enum anvil_status write_members(struct encoder *encoder, struct encode_frame *frame) {
    write_plain(encoder, frame);
    if (frame->index != frame->count)
        return write_member(encoder, frame);
    /* The loop moves on by one, and there is none. */
    frame->index--;
    return ANVIL_OK;
}

/* The one variant of a union. A variant that holds nothing may be left without its empty structure.
 */
static ANVIL_COLD enum anvil_status write_variant(struct encoder *encoder,
                                                  struct encode_frame *frame) {
    const struct anvil_member *member = &frame->shape->members[frame->index];
    const unsigned char *slot = frame->base + member->offset;
    bool is_unit = member->kind == ANVIL_KIND_STRUCTURE && member->target->member_count == 0;
    bool is_there = !is_absent(member->kind, slot);
    if (!is_there && !is_unit)
        return anvil_encoder_fail(encoder, ANVIL_E_UNION);
    begin_member(encoder, frame, member);
    if (is_there)
        return write_value(encoder, member, slot);
    anvil_sink_put(&encoder->sink, "{}", 2);
    return ANVIL_OK;
}

/* The item of a list or the value of a map. null is a value only where the
 * container is sparse */
static inline enum anvil_status write_element(struct encoder *encoder,
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

static enum anvil_status write_item(struct encoder *encoder, struct encode_frame *frame) {
    const struct anvil_member *item = &frame->shape->members[0];
    const unsigned char *slot = frame->base + frame->index * frame->shape->item_size;
    size_t skipped = encoder->is_quote_open ? 0 : 1;
    /* A null in a list of text has no quote to open. */
    bool is_quoted = is_text(item->kind) && !is_null(frame->shape, item->kind, slot);
    if (frame->is_begun)
        anvil_sink_put(&encoder->sink, &"\",\""[skipped], 2 - skipped + is_quoted);
    else
        anvil_sink_put(&encoder->sink, "[\"", (size_t)1 + is_quoted);
    frame->is_begun = true;
    encoder->is_quote_open = false;
    return write_element(encoder, frame, item, slot);
}

static ANVIL_COLD enum anvil_status write_entry(struct encoder *encoder,
                                                struct encode_frame *frame) {
    const struct anvil_member *key = &frame->shape->members[0];
    const struct anvil_member *value = &frame->shape->members[1];
    const unsigned char *entry = frame->base + frame->index * frame->shape->item_size;
    struct anvil_str name;
    memcpy(&name, entry + key->offset, sizeof name);
    encoder->is_dirty |= key->limits != NULL;
    encoder->is_at_key = true;
    enum anvil_status status = anvil_encoder_write_key_text(encoder, frame, name);
    encoder->is_at_key = false;
    if (status != ANVIL_OK)
        return status;
    const unsigned char *slot = entry + value->offset;
    bool is_quoted = is_text(value->kind) && !is_null(frame->shape, value->kind, slot);
    anvil_sink_put(&encoder->sink, "\":\"", (size_t)2 + is_quoted);
    return write_element(encoder, frame, value, slot);
}

static ANVIL_NOINLINE void close_frame(struct encoder *encoder, const struct encode_frame *frame) {
    bool is_list = frame->shape->kind == ANVIL_KIND_LIST;
    if (!frame->is_begun) {
        anvil_sink_put(&encoder->sink, is_list ? "[]" : "{}", 2);
    } else {
        size_t skipped = encoder->is_quote_open ? 0 : 1;
        const char *close = is_list ? "\"]" : "\"}";
        anvil_sink_put(&encoder->sink, close + skipped, 2 - skipped);
    }
    encoder->is_quote_open = false;
    encoder->depth--;
    if (encoder->depth != 0)
        encoder->frames[encoder->depth - 1].index++;
}

static inline enum anvil_status write_next(struct encoder *encoder, struct encode_frame *frame) {
    switch (frame->shape->kind) {
    case ANVIL_KIND_STRUCTURE:
        return write_members(encoder, frame);
    case ANVIL_KIND_UNION:
        return write_variant(encoder, frame);
    case ANVIL_KIND_MAP:
        return write_entry(encoder, frame);
    default:
        return write_item(encoder, frame);
    }
}

/* `encoder->is_quote_open` at the start says that a lead has opened the object. */
enum anvil_status anvil_encode_walk(struct encoder *encoder, const struct anvil_shape *shape,
                                    const void *value) {
    enum anvil_status status = anvil_encoder_open(encoder, shape, value, 0, shape->member_count);
    encoder->frames[0].is_begun = encoder->is_quote_open;
    while (ANVIL_LIKELY(status == ANVIL_OK) && encoder->depth != 0) {
        unsigned depth = encoder->depth;
        struct encode_frame *frame = &encoder->frames[depth - 1];
        if (frame->index == frame->count) {
            close_frame(encoder, frame);
            continue;
        }
        status = write_next(encoder, frame);
        if (encoder->depth == depth)
            frame->index++;
    }
    return status;
}
