/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of decoding: bytes to struct in one pass.
 *
 * The loop alternates between the containers that are open. A container's step reads scalar values
 * one after the other and returns when it opens a container or ends. What a kind does is a row of
 * READS; the loop knows no kinds. */
#include "decode/decode.h"

#include "base/form.h"
#include "check/clean.h"
#include "decode/decode_containers.h"
#include "decode/decode_keys.h"
#include "decode/decode_scalars.h"
#include "scan/skip.h"

/* Reads the value whose first byte stands at decoder->p into the slot, or opens a frame for it. */
typedef enum anvil_status decode_read(struct decoder *decoder, const struct anvil_member *member,
                                      unsigned char *slot);

/* [I-03] Plain text inside its member's run is bound where it stands. Moves decoder->p behind it;
 * false when it needs a closer look, with *from behind the part that is plain. */
static inline bool read_clean_text(struct decoder *decoder, const struct anvil_run *run,
                                   struct anvil_str *out, const unsigned char **from) {
    const unsigned char *begin = decoder->p + 1;
    const unsigned char *quote = anvil_spans[decoder->kernel](begin, decoder->end, &run->set);
    size_t bytes = (size_t)(quote - begin);
    *from = quote;
    if (ANVIL_UNLIKELY(quote == decoder->end || *quote != '"' || !has_clean_length(run, bytes)))
        return false;
    *out = anvil_str_of((const char *)begin, bytes);
    decoder->p = quote + 1;
    return true;
}

/* */
static enum anvil_status read_text(struct decoder *decoder, const struct anvil_member *member,
                                   unsigned char *slot) {
    if (ANVIL_UNLIKELY(*decoder->p != '"'))
        return anvil_decoder_fail_value(decoder, decoder->p);
    const struct anvil_run *run = decoder->is_checking ? member->run : &anvil_plain_run;
    const unsigned char *begin = decoder->p + 1;
    const unsigned char *from = begin;
    struct anvil_str text;
    if (ANVIL_UNLIKELY(!read_clean_text(decoder, run, &text, &from))) {
        enum anvil_status status = anvil_decoder_read_text(decoder, begin, from, &text);
        if (status != ANVIL_OK)
            return status;
    }
    memcpy(slot, &text, sizeof text);
    return ANVIL_OK;
}

static decode_read *const READS[ANVIL_KIND_COUNT] = {
    [ANVIL_KIND_STRUCTURE] = anvil_decode_structure,
    [ANVIL_KIND_UNION] = anvil_decode_structure,
    [ANVIL_KIND_LIST] = anvil_decode_list,
    [ANVIL_KIND_MAP] = anvil_decode_map,
    [ANVIL_KIND_STRING] = read_text,
    [ANVIL_KIND_ENUM] = read_text,
    [ANVIL_KIND_INT_ENUM] = anvil_decode_integer,
    [ANVIL_KIND_BLOB] = anvil_decode_blob,
    [ANVIL_KIND_BOOLEAN] = anvil_decode_boolean,
    [ANVIL_KIND_BYTE] = anvil_decode_integer,
    [ANVIL_KIND_SHORT] = anvil_decode_integer,
    [ANVIL_KIND_INTEGER] = anvil_decode_integer,
    [ANVIL_KIND_LONG] = anvil_decode_integer,
    [ANVIL_KIND_FLOAT] = anvil_decode_real,
    [ANVIL_KIND_DOUBLE] = anvil_decode_real,
    [ANVIL_KIND_BIG_INTEGER] = anvil_decode_big_number,
    [ANVIL_KIND_BIG_DECIMAL] = anvil_decode_big_number,
    [ANVIL_KIND_TIMESTAMP] = anvil_decode_timestamp,
    [ANVIL_KIND_DOCUMENT] = anvil_decode_document,
};

static inline enum anvil_status read_value(struct decoder *decoder,
                                           const struct anvil_member *member, unsigned char *slot) {
    if (ANVIL_LIKELY(is_text(member->kind)))
        return read_text(decoder, member, slot);
    return READS[member->kind](decoder, member, slot);
}

/* Moves to the next value of the container, or behind its closing bracket. */
static inline enum anvil_status read_separator(struct decoder *decoder, struct decode_frame *frame,
                                               unsigned char close, bool *is_closed) {
    const unsigned char *end = decoder->end;
    const unsigned char *p = skip_space(decoder->p, end);
    if (ANVIL_UNLIKELY(p == end))
        return anvil_decoder_fail(decoder, ANVIL_E_END, end);
    *is_closed = *p == close;
    if (*is_closed) {
        decoder->p = p + 1;
        return ANVIL_OK;
    }
    if (frame->place != AT_BEGIN) {
        if (ANVIL_UNLIKELY(*p != ','))
            return anvil_decoder_fail(decoder, ANVIL_E_TOKEN, p);
        p = skip_space(p + 1, end);
    }
    decoder->p = p;
    return ANVIL_OK;
}

/* */
static ANVIL_COLD enum anvil_status skip_unknown(struct decoder *decoder) {
    const unsigned char *next = decoder->p;
    enum anvil_status status = anvil_skip_value(decoder->p, decoder->end, decoder->depth, &next);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, next);
    decoder->p = next;
    return ANVIL_OK;
}

static inline enum anvil_status read_member(struct decoder *decoder, struct decode_frame *frame) {
    const unsigned char *key = decoder->p;
    size_t index = NO_MEMBER;
    enum anvil_status status = read_key(decoder, frame, &index);
    if (ANVIL_UNLIKELY(status != ANVIL_OK))
        return status;
    if (ANVIL_UNLIKELY(index == NO_MEMBER))
        return skip_unknown(decoder);
    const struct anvil_member *member = &frame->shape->members[index];
    unsigned char *slot = frame->base + member->offset;
    if (ANVIL_UNLIKELY(!is_first_time(frame, index))) {
        anvil_decoder_note_duplicate(decoder, key, member);
        /* the last of several wins, and a last null leaves the member absent */
        memset(slot, 0, anvil_forms[member->kind].bytes);
    }
    frame->expected = (uint16_t)(index + 1);
    frame->index = index;
    if (ANVIL_UNLIKELY(*decoder->p == 'n'))
        return anvil_decoder_read_null(decoder);
    return read_value(decoder, member, slot);
}

static void end_structure(struct decoder *decoder, const struct decode_frame *frame) {
    const struct anvil_shape *shape = frame->shape;
    if ((shape->flags & ANVIL_SHAPE_DEFAULTS) != 0)
        anvil_decoder_fill_defaults(decoder, frame);
    if ((frame->mark.seen & shape->required) != shape->required || shape->member_count > 64)
        decoder->is_dirty = true;
    decoder->depth--;
}

plain_read *const anvil_plain_reads[ANVIL_KERNEL_COUNT] = {
    [ANVIL_KERNEL_SCALAR] = anvil_read_plain_scalar,
    [ANVIL_KERNEL_SSSE3] = ANVIL_X86_ENTRY(anvil_read_plain_ssse3),
    [ANVIL_KERNEL_AVX2] = ANVIL_X86_ENTRY(anvil_read_plain_avx2),
    [ANVIL_KERNEL_NEON] = ANVIL_NEON_ENTRY(anvil_read_plain_neon),
};

/* Reads the plain members at decoder->p, where a key is due. */
static inline enum plain_end read_plain(struct decoder *decoder, struct decode_frame *frame) {
    if (ANVIL_UNLIKELY(decoder->plain_end == NULL || decoder->p >= decoder->plain_end))
        return PLAIN_AT_KEY;
    struct plain_state state = {decoder->p, frame->mark.seen, frame->expected};
    enum plain_end end = anvil_plain_reads[decoder->kernel](
        frame->shape, frame->base, decoder->plain_end, decoder->is_checking, &state);
    decoder->p = state.p;
    frame->mark.seen = state.seen;
    frame->expected = (uint16_t)state.expected;
    return end;
}

/* Reads the members of the innermost frame until one of them opens a frame, or the structure ends.
 */
static enum anvil_status step_structure(struct decoder *decoder, struct decode_frame *frame) {
    unsigned depth = decoder->depth;
    for (;;) {
        bool is_closed = false;
        frame->index = NO_MEMBER;
        enum anvil_status status = read_separator(decoder, frame, '}', &is_closed);
        if (ANVIL_UNLIKELY(status != ANVIL_OK))
            return status;
        frame->place = AFTER_VALUE;
        enum plain_end end = is_closed ? PLAIN_CLOSED : read_plain(decoder, frame);
        if (end == PLAIN_CLOSED) {
            end_structure(decoder, frame);
            return ANVIL_OK;
        }
        if (end == PLAIN_BEHIND_VALUE)
            continue;
        decoder->p = skip_space(decoder->p, decoder->end);
        status = read_member(decoder, frame);
        if (ANVIL_UNLIKELY(status != ANVIL_OK || decoder->depth != depth))
            return status;
    }
}

/* a null variant is none */
static ANVIL_COLD enum anvil_status read_variant(struct decoder *decoder,
                                                 struct decode_frame *frame) {
    const unsigned char *key = decoder->p;
    size_t index = NO_MEMBER;
    enum anvil_status status = read_key(decoder, frame, &index);
    if (status != ANVIL_OK)
        return status;
    frame->index = index;
    if (index != NO_MEMBER && *decoder->p == 'n')
        return anvil_decoder_read_null(decoder);
    frame->index = NO_MEMBER;
    status = anvil_decoder_begin_variant(decoder, index, key);
    if (status != ANVIL_OK || index == NO_MEMBER)
        return status;
    const struct anvil_member *member = &frame->shape->members[index];
    frame->index = index;
    return read_value(decoder, member, frame->base + member->offset);
}

static ANVIL_COLD enum anvil_status step_union(struct decoder *decoder,
                                               struct decode_frame *frame) {
    unsigned depth = decoder->depth;
    for (;;) {
        bool is_closed = false;
        frame->index = NO_MEMBER;
        enum anvil_status status = read_separator(decoder, frame, '}', &is_closed);
        if (status != ANVIL_OK)
            return status;
        if (is_closed)
            return anvil_decoder_end_union(decoder);
        frame->place = AFTER_VALUE;
        status = read_variant(decoder, frame);
        if (status != ANVIL_OK || decoder->depth != depth)
            return status;
    }
}

/* Tells whether null stands where an item or a map's value is due. Of documents it is a
 * value like any other. */
static inline bool is_null_next(const struct decoder *decoder, const struct anvil_member *member) {
    return ANVIL_UNLIKELY(*decoder->p == 'n') && member->kind != ANVIL_KIND_DOCUMENT;
}

static inline bool is_sparse(const struct decode_frame *frame) {
    return (frame->shape->flags & ANVIL_SHAPE_SPARSE) != 0;
}

static enum anvil_status read_item(struct decoder *decoder, struct decode_frame *frame) {
    const struct anvil_member *member = &frame->shape->members[0];
    if (ANVIL_UNLIKELY(decoder->p == decoder->end))
        return anvil_decoder_fail(decoder, ANVIL_E_END, decoder->p);
    bool is_null = is_null_next(decoder, member);
    if (ANVIL_UNLIKELY(is_null && !is_sparse(frame)))
        return anvil_decoder_drop_null(decoder);
    enum anvil_status status = ANVIL_OK;
    unsigned char *item = anvil_decoder_push_item(decoder, &status);
    if (ANVIL_UNLIKELY(item == NULL))
        return status;
    unsigned depth = decoder->depth;
    status = is_null ? anvil_decoder_read_null(decoder) : read_value(decoder, member, item);
    if (decoder->depth == depth)
        frame->index++;
    return status;
}

/* The value of the entry whose key has been read. */
static ANVIL_COLD enum anvil_status read_entry_value(struct decoder *decoder,
                                                     struct decode_frame *frame, size_t scratch) {
    const struct anvil_member *member = &frame->shape->members[1];
    bool is_null = is_null_next(decoder, member);
    unsigned depth = decoder->depth;
    enum anvil_status status = ANVIL_OK;
    if (is_null && !is_sparse(frame)) {
        status = anvil_decoder_drop_null(decoder);
        decoder->arena->scratch = scratch;
        return status;
    }
    status = is_null ? anvil_decoder_read_null(decoder)
                     : read_value(decoder, member, frame->entry + member->offset);
    if (decoder->depth == depth)
        frame->index++;
    return status;
}

static ANVIL_COLD enum anvil_status read_entry(struct decoder *decoder,
                                               struct decode_frame *frame) {
    const struct anvil_member *key = &frame->shape->members[0];
    enum anvil_status status = ANVIL_OK;
    size_t scratch = decoder->arena != NULL ? decoder->arena->scratch : 0;
    frame->entry = NULL;
    if (decoder->p == decoder->end || *decoder->p != '"')
        return anvil_decoder_fail(decoder, decoder->p == decoder->end ? ANVIL_E_END : ANVIL_E_TOKEN,
                                  decoder->p);
    unsigned char *entry = anvil_decoder_push_item(decoder, &status);
    if (ANVIL_UNLIKELY(entry == NULL))
        return status;
    status = read_text(decoder, key, entry + key->offset);
    if (ANVIL_LIKELY(status == ANVIL_OK))
        status = read_colon(decoder);
    if (ANVIL_UNLIKELY(status != ANVIL_OK))
        return status;
    frame->entry = entry;
    return read_entry_value(decoder, frame, scratch);
}

/* Reads the items of a list or the entries of a map until one of them opens a frame, or it ends. */
static enum anvil_status step_items(struct decoder *decoder, struct decode_frame *frame) {
    unsigned depth = decoder->depth;
    bool is_map = frame->shape->kind == ANVIL_KIND_MAP;
    if (frame->place == INSIDE_CHILD)
        frame->index++;
    for (;;) {
        bool is_closed = false;
        enum anvil_status status = read_separator(decoder, frame, is_map ? '}' : ']', &is_closed);
        if (ANVIL_UNLIKELY(status != ANVIL_OK))
            return status;
        if (is_closed)
            return anvil_decoder_end_items(decoder);
        frame->place = AFTER_VALUE;
        status = is_map ? read_entry(decoder, frame) : read_item(decoder, frame);
        if (decoder->depth != depth)
            frame->place = INSIDE_CHILD;
        if (ANVIL_UNLIKELY(status != ANVIL_OK || decoder->depth != depth))
            return status;
    }
}

/* [I-07] frames instead of recursion */
enum anvil_status anvil_decode_walk(struct decoder *decoder, const struct anvil_shape *shape,
                                    void *out) {
    decoder->p = skip_space(decoder->p, decoder->end);
    /* */
    if (decoder->p == decoder->end || *decoder->p != '{')
        return anvil_decoder_fail_value(decoder, decoder->p);
    enum anvil_status status = anvil_decoder_open(decoder, shape, out);
    while (ANVIL_LIKELY(status == ANVIL_OK) && decoder->depth != 0) {
        struct decode_frame *frame = &decoder->frames[decoder->depth - 1];
        if (ANVIL_LIKELY(frame->shape->kind == ANVIL_KIND_STRUCTURE))
            status = step_structure(decoder, frame);
        else if (frame->shape->kind == ANVIL_KIND_UNION)
            status = step_union(decoder, frame);
        else
            status = step_items(decoder, frame);
    }
    if (ANVIL_UNLIKELY(status != ANVIL_OK))
        return status;
    decoder->p = skip_space(decoder->p, decoder->end);
    /* [R-009] [I-09] */
    if (ANVIL_UNLIKELY(decoder->p != decoder->end))
        return anvil_decoder_fail(decoder, ANVIL_E_TRAILING, decoder->p);
    return ANVIL_OK;
}
