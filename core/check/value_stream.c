/* SPDX-License-Identifier: Apache-2.0 */
/* Members come in model order, items in their own, map entries sorted by key: order means nothing
 * in a map. */
#include "check/value_stream.h"

#include "base/form.h"
#include "base/port.h"

ANVIL_COLD_FILE

enum { TAG_END = ANVIL_KIND_COUNT, TAG_NULL };

static void open_frame(struct value_stream *stream, const struct anvil_shape *shape,
                       const unsigned char *base, size_t index, size_t count) {
    if (stream->depth == STREAM_DEPTH_MAX) {
        stream->is_too_deep = true;
        return;
    }
    struct stream_frame *frame = &stream->frames[stream->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->entry = NULL;
    frame->index = index;
    frame->count = count;
}

void anvil_stream_begin(struct value_stream *stream, const struct anvil_shape *list,
                        const unsigned char *item) {
    stream->depth = 0;
    stream->is_too_deep = false;
    open_frame(stream, list, item, 0, 1);
}

static int compare_text(struct anvil_str a, struct anvil_str b) {
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter != 0 ? memcmp(a.ptr, b.ptr, shorter) : 0;
    if (order != 0 || a.len == b.len)
        return order;
    return a.len < b.len ? -1 : 1;
}

static struct anvil_str key_of(const struct anvil_shape *map, const unsigned char *entry) {
    struct anvil_str key;
    memcpy(&key, entry + map->members[0].offset, sizeof key);
    return key;
}

/* The entry with the least key above that of `last`, or the least of all when that is NULL. */
static const unsigned char *entry_after(const struct stream_frame *frame,
                                        const unsigned char *last) {
    const struct anvil_shape *map = frame->shape;
    const unsigned char *best = NULL;
    for (size_t i = 0; i < frame->count / 2; i++) {
        const unsigned char *entry = frame->base + i * map->item_size;
        bool is_after = last == NULL || compare_text(key_of(map, entry), key_of(map, last)) > 0;
        if (is_after && (best == NULL || compare_text(key_of(map, entry), key_of(map, best)) < 0))
            best = entry;
    }
    /* Only a map with a key twice runs out of entries: the last one then stands for the rest. */
    return best != NULL ? best : last;
}

static void tell_bytes(struct stream_token *token, const unsigned char *bytes, size_t count) {
    token->bytes = bytes;
    token->count = count;
}

/* Text and blobs have one layout: a pointer and a length. */
static void tell_text(struct stream_token *token, const unsigned char *slot) {
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    tell_bytes(token, (const unsigned char *)text.ptr, text.len);
}

/* A variant that the model does not have is told by where its text stands: it equals no other. */
static void tell_unknown(struct stream_token *token, const unsigned char *base) {
    tell_bytes(token, base + offsetof(struct anvil_union, unknown_name),
               2 * sizeof(struct anvil_str));
}

static void open_struct(struct value_stream *stream, const struct anvil_shape *container,
                        const struct anvil_member *member, const unsigned char *slot,
                        struct stream_token *token) {
    const struct anvil_shape *shape = member->target;
    const unsigned char *base = slot;
    size_t index = 0;
    size_t count = shape->member_count;
    if (!holds_structures(container))
        memcpy(&base, slot, sizeof base);
    if (shape->kind == ANVIL_KIND_UNION) {
        struct anvil_union head;
        memcpy(&head, base, sizeof head);
        bool is_known = head.member > 0 && head.member <= shape->member_count;
        index = is_known ? (size_t)head.member - 1 : 0;
        count = is_known ? index + 1 : 0;
        if (head.member == ANVIL_UNION_UNKNOWN)
            tell_unknown(token, base);
    }
    if (token->bytes == NULL)
        token->count = index;
    open_frame(stream, shape, base, index, count);
}

static void tell_value(struct value_stream *stream, const struct anvil_shape *container,
                       const struct anvil_member *member, const unsigned char *slot,
                       struct stream_token *token) {
    struct anvil_list list;
    token->tag = member->kind;
    switch (member->kind) {
    case ANVIL_KIND_STRUCTURE:
    case ANVIL_KIND_UNION:
        open_struct(stream, container, member, slot, token);
        return;
    case ANVIL_KIND_LIST:
    case ANVIL_KIND_MAP:
        /* A map has the layout of a list, and two tokens for each entry. */
        memcpy(&list, slot, sizeof list);
        token->count = list.count;
        open_frame(stream, member->target, list.items, 0,
                   member->kind == ANVIL_KIND_MAP ? list.count * 2 : list.count);
        return;
    case ANVIL_KIND_TIMESTAMP:
        tell_bytes(token, slot, offsetof(struct anvil_timestamp, is_set));
        return;
    default:
        if (anvil_forms[member->kind].set_at == FORM_HAS_POINTER)
            tell_text(token, slot);
        else
            tell_bytes(token, slot, anvil_forms[member->kind].set_at);
    }
}

bool anvil_stream_next(struct value_stream *stream, struct stream_token *token) {
    if (stream->depth == 0)
        return false;
    struct stream_frame *frame = &stream->frames[stream->depth - 1];
    const struct anvil_shape *shape = frame->shape;
    token->bytes = NULL;
    token->count = 0;
    token->tag = TAG_END;
    if (frame->index == frame->count) {
        stream->depth--;
        return true;
    }
    size_t index = frame->index++;
    if (shape->kind == ANVIL_KIND_MAP && index % 2 == 0) {
        frame->entry = entry_after(frame, frame->entry);
        token->tag = ANVIL_KIND_STRING;
        tell_text(token, frame->entry + shape->members[0].offset);
        return true;
    }
    const struct anvil_member *member = &shape->members[0];
    const unsigned char *slot = frame->base + index * shape->item_size;
    if (shape->kind == ANVIL_KIND_MAP) {
        member = &shape->members[1];
        slot = frame->entry + member->offset;
    } else if (shape->kind != ANVIL_KIND_LIST) {
        member = &shape->members[index];
        slot = frame->base + member->offset;
    }
    token->tag = TAG_NULL;
    if (!is_null(shape, member->kind, slot))
        tell_value(stream, shape, member, slot, token);
    return true;
}
