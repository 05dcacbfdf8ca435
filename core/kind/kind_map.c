/* SPDX-License-Identifier: Apache-2.0 */
/* Maps: lists of entries whose keys are the sender's. */
#include "base/port.h"
#include "check/check_kinds.h"
#include "check/clean.h"
#include "decode/decode_kinds.h"
#include "decode/map_keys.h"
#include "encode/encode_kinds.h"

ANVIL_COLD_FILE

static enum anvil_status open_map(struct decoder *decoder, const struct anvil_member *member,
                                  unsigned char *slot) {
    return anvil_decoder_open_items(decoder, member, slot, '{');
}

/* Remembers the entry that is being read in the map's own slot, where paths look for it; NULL
 * between two. */
static void be_at(struct decode_frame *frame, const unsigned char *entry) {
    memcpy(frame->base, &entry, sizeof entry);
}

/* The value of the entry whose key has been read. */
static enum anvil_status read_entry_value(struct decoder *decoder, struct decode_frame *frame,
                                          unsigned char *entry, size_t scratch) {
    const struct anvil_member *member = &frame->shape->members[1];
    bool is_sparse = (frame->shape->flags & ANVIL_SHAPE_SPARSE) != 0;
    unsigned depth = decoder->depth;
    enum anvil_status status;
    if (!is_null_next(decoder, member)) {
        status = read_value(decoder, member, entry + member->offset);
    } else if (is_sparse) {
        status = anvil_decoder_read_null(decoder);
    } else {
        status = anvil_decoder_drop_null(decoder);
        decoder->arena->scratch = scratch;
        return status;
    }
    frame->count += decoder->depth == depth && status == ANVIL_OK;
    return status;
}

static enum anvil_status read_entry(struct decoder *decoder, struct decode_frame *frame) {
    const struct anvil_member *key = &frame->shape->members[0];
    enum anvil_status status = ANVIL_OK;
    size_t scratch = decoder->arena != NULL ? decoder->arena->scratch : 0;
    if (decoder->p == decoder->end || *decoder->p != '"')
        return anvil_decoder_fail(decoder, decoder->p == decoder->end ? ANVIL_E_END : ANVIL_E_TOKEN,
                                  decoder->p);
    unsigned char *entry = anvil_decoder_push_item(decoder, &status);
    if (entry == NULL)
        return status;
    status = anvil_decode_text(decoder, key, entry + key->offset);
    if (status == ANVIL_OK)
        status = anvil_decoder_read_colon(decoder);
    if (status != ANVIL_OK)
        return status;
    be_at(frame, entry);
    return read_entry_value(decoder, frame, entry, scratch);
}

static ANVIL_NOINLINE enum anvil_status end_map(struct decoder *decoder,
                                                struct decode_frame *frame) {
    enum anvil_status status = ANVIL_OK;
    struct anvil_map map = {&anvil_no_items, frame->count};
    if (map.count != 0) {
        unsigned char *entries = anvil_decoder_settle(decoder, frame, &status);
        map.entries = entries;
        if (entries != NULL && map.count > 1)
            status = anvil_decoder_drop_repeated(decoder, entries, &map.count);
    }
    memcpy(frame->base, &map, sizeof map);
    decoder_close(decoder);
    return status;
}

static enum anvil_status read_entries(struct decoder *decoder, struct decode_frame *frame) {
    unsigned depth = decoder->depth;
    frame->count += !decoder->is_at_begin;
    for (;;) {
        bool is_closed = false;
        enum anvil_status status = read_separator(decoder, '}', &is_closed);
        be_at(frame, NULL);
        if (status != ANVIL_OK)
            return status;
        if (is_closed)
            return end_map(decoder, frame);
        status = read_entry(decoder, frame);
        if (status != ANVIL_OK || decoder->depth != depth)
            return status;
    }
}

static enum anvil_status write_entry(struct encoder *encoder, struct encode_frame *frame,
                                     const unsigned char *entry) {
    const struct anvil_member *key = &frame->shape->members[0];
    const struct anvil_member *value = &frame->shape->members[1];
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
    return anvil_encoder_write_element(encoder, frame, value, slot);
}

static enum anvil_status write_entries(struct encoder *encoder, struct encode_frame *frame) {
    unsigned depth = encoder->depth;
    size_t count;
    memcpy(&count, frame->base + offsetof(struct anvil_map, count), sizeof count);
    for (; frame->index != count; frame->index++) {
        enum anvil_status status =
            write_entry(encoder, frame, map_entry(frame->shape, frame->base, frame->index));
        if (status != ANVIL_OK || encoder->depth != depth)
            return status;
    }
    return anvil_encoder_close(encoder);
}

/* An entry's key first, at the path of the map, then its value. */
static enum anvil_status visit_entry(struct checker *checker, const struct check_frame *frame,
                                     const unsigned char *entry) {
    const struct anvil_member *key = &frame->shape->members[0];
    const struct anvil_member *value = &frame->shape->members[1];
    checker->is_at_key = true;
    enum anvil_status status = anvil_check_text(checker, key, entry + key->offset);
    checker->is_at_key = false;
    if (status != ANVIL_OK)
        return status;
    return anvil_checker_visit_element(checker, frame, value, entry + value->offset);
}

static enum anvil_status visit_entries(struct checker *checker, struct check_frame *frame) {
    unsigned depth = checker->depth;
    for (; frame->index != frame->count; frame->index++) {
        enum anvil_status status =
            visit_entry(checker, frame, map_entry(frame->shape, frame->base, frame->index));
        if (status != ANVIL_OK || checker->depth != depth)
            return status;
    }
    return anvil_checker_close(checker);
}

/* A map has the layout of a list. */
const struct anvil_kind_row anvil_map_row = {
    .read = open_map,
    .read_next = read_entries,
    .write = anvil_encode_list,
    .write_next = write_entries,
    .visit = anvil_check_list,
    .visit_next = visit_entries,
    .brackets = {'{', '}'},
};
