/* SPDX-License-Identifier: Apache-2.0 */
/* Unions: objects with exactly one member, the variant. */
#include "base/port.h"
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"

ANVIL_COLD_FILE

/* Which variant the union at `base` holds, as `struct anvil_union.member`. */
static int32_t variant_of(const unsigned char *base) {
    int32_t member;
    memcpy(&member, base + offsetof(struct anvil_union, member), sizeof member);
    return member;
}

static enum anvil_status open_union(struct decoder *decoder, const struct anvil_member *member,
                                    unsigned char *slot) {
    const unsigned char *begin = decoder->p;
    enum anvil_status status = anvil_decode_structure(decoder, member, slot);
    if (status == ANVIL_OK)
        decoder->frames[decoder->depth - 1].mark.begin = begin;
    return status;
}

/* a variant that the model does not have: a client keeps its name and text, a server
 * refuses it; "__type" is no variant at all */
static ANVIL_COLD enum anvil_status
read_unknown_variant(struct decoder *decoder, unsigned char *base, const unsigned char *key) {
    static const struct anvil_str TYPE = ANVIL_STR("__type");
    const char *begin = (const char *)decoder->p;
    struct anvil_union head = {ANVIL_UNION_UNKNOWN, {NULL, 0}, {NULL, 0}};
    struct anvil_raw_string name;
    const unsigned char *at = key;
    enum anvil_status status = anvil_string_scan(key + 1, key + 1, decoder->end, &name, &at);
    if (status == ANVIL_OK)
        status = anvil_decoder_skip(decoder);
    if (status != ANVIL_OK || *begin == 'n' || anvil_string_is(&name, TYPE))
        return status;
    if ((decoder->checks & ANVIL_LENIENT) == 0 || variant_of(base) != 0)
        return anvil_decoder_fail(decoder, ANVIL_E_UNION, key);
    head.unknown_value = anvil_str_of(begin, (size_t)((const char *)decoder->p - begin));
    head.unknown_name = anvil_str_of((const char *)name.begin, (size_t)(name.end - name.begin));
    if (name.is_escaped) {
        char *copy = anvil_decoder_take(decoder, head.unknown_name.len, 1, &status);
        if (copy != NULL)
            head.unknown_name = anvil_str_of(copy, anvil_string_unescape(&name, copy));
    }
    memcpy(base, &head, sizeof head);
    return status;
}

/* a null variant is none */
static enum anvil_status read_variant(struct decoder *decoder, struct decode_frame *frame) {
    const unsigned char *key = decoder->p;
    size_t index = NO_MEMBER;
    enum anvil_status status = anvil_decoder_read_member(decoder, frame, &index);
    if (status != ANVIL_OK)
        return status;
    if (index == NO_MEMBER)
        return read_unknown_variant(decoder, frame->base, key);
    int32_t variant = (int32_t)index + 1;
    if (*decoder->p != 'n') {
        if (variant_of(frame->base) != 0)
            return anvil_decoder_fail(decoder, ANVIL_E_UNION, key);
        memcpy(frame->base + offsetof(struct anvil_union, member), &variant, sizeof variant);
    }
    const struct anvil_member *member = &frame->shape->members[index];
    frame->index = (uint16_t)index;
    if (*decoder->p == 'n')
        return anvil_decoder_read_null(decoder);
    return read_value(decoder, member, frame->base + member->offset);
}

static enum anvil_status end_union(struct decoder *decoder, const struct decode_frame *frame) {
    if (variant_of(frame->base) == 0 && (decoder->checks & ANVIL_LENIENT) == 0)
        return anvil_decoder_fail(decoder, ANVIL_E_UNION, frame->mark.begin);
    decoder_close(decoder);
    return ANVIL_OK;
}

static enum anvil_status read_variants(struct decoder *decoder, struct decode_frame *frame) {
    unsigned depth = decoder->depth;
    for (;;) {
        bool is_closed = false;
        frame->index = NO_MEMBER;
        enum anvil_status status = read_separator(decoder, '}', &is_closed);
        if (status != ANVIL_OK)
            return status;
        if (is_closed)
            return end_union(decoder, frame);
        status = read_variant(decoder, frame);
        if (status != ANVIL_OK || decoder->depth != depth)
            return status;
    }
}

/* an unknown variant is shown by tools and never sent */
static ANVIL_COLD enum anvil_status write_unknown_variant(struct encoder *encoder,
                                                          const struct anvil_shape *shape,
                                                          const unsigned char *base) {
    struct anvil_str text;
    if ((encoder->checks & ANVIL_NEUTRAL) == 0)
        return anvil_encoder_fail(encoder, ANVIL_E_UNION);
    enum anvil_status status =
        anvil_encoder_open(encoder, shape, base, shape->member_count, shape->member_count);
    if (status != ANVIL_OK)
        return status;
    memcpy(&text, base + offsetof(struct anvil_union, unknown_name), sizeof text);
    status = anvil_encoder_write_key_text(encoder, &encoder->frames[encoder->depth - 1], text);
    if (status != ANVIL_OK)
        return status;
    anvil_sink_put(&encoder->sink, "\":", 2);
    memcpy(&text, base + offsetof(struct anvil_union, unknown_value), sizeof text);
    return anvil_encoder_put_json(encoder, text);
}

static enum anvil_status write_union(struct encoder *encoder, const struct anvil_member *member,
                                     const unsigned char *slot) {
    const struct anvil_shape *shape = member->target;
    const unsigned char *base = struct_at(encoder->frames[encoder->depth - 1].shape, slot);
    int32_t variant = variant_of(base);
    if (variant == ANVIL_UNION_UNKNOWN)
        return write_unknown_variant(encoder, shape, base);
    if (variant < 1 || variant > shape->member_count)
        return anvil_encoder_fail(encoder, ANVIL_E_UNION);
    return anvil_encoder_open(encoder, shape, base, (size_t)variant - 1, (size_t)variant);
}

/* A variant that holds nothing may be left without its empty structure. */
static enum anvil_status write_variant(struct encoder *encoder, struct encode_frame *frame) {
    if (frame->index == frame->count)
        return anvil_encoder_close(encoder);
    const struct anvil_member *member = &frame->shape->members[frame->index];
    const unsigned char *slot = frame->base + member->offset;
    unsigned depth = encoder->depth;
    bool is_unit = member->kind == ANVIL_KIND_STRUCTURE && member->target->member_count == 0;
    bool is_there = !is_absent(member->kind, slot);
    enum anvil_status status = ANVIL_OK;
    if (!is_there && !is_unit)
        return anvil_encoder_fail(encoder, ANVIL_E_UNION);
    anvil_encoder_begin_member(encoder, frame, member);
    if (is_there)
        status = write_value(encoder, member, slot);
    else
        anvil_sink_put(&encoder->sink, "{}", 2);
    frame->index += encoder->depth == depth && status == ANVIL_OK;
    return status;
}

/* Only the variant that is set is there to be visited. */
static enum anvil_status visit_union(struct checker *checker, const struct anvil_member *member,
                                     const unsigned char *slot) {
    const unsigned char *base = struct_at(checker->frames[checker->depth - 1].shape, slot);
    int32_t variant = variant_of(base);
    if (variant < 1 || variant > member->target->member_count)
        return ANVIL_OK;
    return anvil_checker_open(checker, member->target, base, (size_t)variant - 1, (size_t)variant);
}

const struct anvil_kind_row anvil_union_row = {
    .read = open_union,
    .read_next = read_variants,
    .write = write_union,
    .write_next = write_variant,
    .visit = visit_union,
    .visit_next = anvil_check_members,
    .brackets = {'{', '}'},
};
