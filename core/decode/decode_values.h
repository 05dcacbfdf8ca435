/* SPDX-License-Identifier: Apache-2.0 */
/* Reading one value: text inline, because messages are made of it, every other kind by its row of
 * KINDS. A container's row opens a frame and leaves the rest to decode/decode_walk.h. Include a
 * kernel first. */
#ifndef ANVIL_DECODE_VALUES_H
#define ANVIL_DECODE_VALUES_H

#include "base/arena.h"
#include "check/clean.h"
#include "decode/decode.h"
#include "scan/token.h"

/* Reads the value whose first byte stands at decoder->p into the slot, or opens a frame for it. */
typedef enum anvil_status decode_kind(struct decoder *decoder, const struct anvil_member *member,
                                      unsigned char *slot);

static enum anvil_status open_frame(struct decoder *decoder, const struct anvil_shape *shape,
                                    unsigned char *base) {
    /* */
    if (decoder->depth == ANVIL_DEPTH_MAX)
        return anvil_decoder_fail(decoder, ANVIL_E_DEPTH, decoder->p);
    struct decode_frame *frame = &decoder->frames[decoder->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->mark.seen = 0;
    frame->index = shape->kind == ANVIL_KIND_LIST ? 0 : NO_MEMBER;
    frame->expected = 0;
    frame->place = AT_BEGIN;
    decoder->p++;
    return ANVIL_OK;
}

/* */
static void *take(struct decoder *decoder, const struct anvil_shape *shape,
                  enum anvil_status *status) {
    size_t need = (size_t)shape->size + shape->align - 1;
    void *memory = decoder->arena != NULL
                       ? anvil_arena_take(decoder->arena, shape->size, shape->align, &need)
                       : NULL;
    if (memory == NULL)
        *status = anvil_decoder_fail_arena(decoder, need);
    return memory;
}

/* A structure inside a structure is a pointer to arena memory; a list's item is the
 * structure itself. */
static enum anvil_status read_structure(struct decoder *decoder, const struct anvil_member *member,
                                        unsigned char *slot) {
    if (*decoder->p != '{')
        return anvil_decoder_fail_value(decoder, decoder->p);
    if (decoder->frames[decoder->depth - 1].shape->kind == ANVIL_KIND_LIST)
        return open_frame(decoder, member->target, slot);
    enum anvil_status status = ANVIL_OK;
    void *structure = take(decoder, member->target, &status);
    if (structure == NULL)
        return status;
    memset(structure, 0, member->target->size);
    memcpy(slot, &structure, sizeof structure);
    return open_frame(decoder, member->target, structure);
}

static enum anvil_status read_list(struct decoder *decoder, const struct anvil_member *member,
                                   unsigned char *slot) {
    if (*decoder->p != '[')
        return anvil_decoder_fail_value(decoder, decoder->p);
    enum anvil_status status = open_frame(decoder, member->target, slot);
    if (status == ANVIL_OK && decoder->arena != NULL)
        decoder->frames[decoder->depth - 1].mark.scratch = decoder->arena->scratch;
    /* Lengths are the check's business: only strings are judged while they are read. */
    decoder->is_dirty |= member->limits != NULL;
    return status;
}

/* [I-03] Plain text inside its member's run is bound where it stands. Moves decoder->p behind it;
 * false when it needs a closer look, with *from behind the part that is plain. */
ANVIL_INLINE bool read_clean_text(struct decoder *decoder, const struct anvil_run *run,
                                  struct anvil_str *out, const unsigned char **from) {
    const unsigned char *begin = decoder->p + 1;
    const unsigned char *quote = kernel_span(begin, decoder->end, &run->set);
    size_t bytes = (size_t)(quote - begin);
    *from = quote;
    if (ANVIL_UNLIKELY(quote == decoder->end || *quote != '"' || !has_clean_length(run, bytes)))
        return false;
    *out = anvil_str_of((const char *)begin, bytes);
    decoder->p = quote + 1;
    return true;
}

/* */
static inline enum anvil_status read_text(struct decoder *decoder,
                                          const struct anvil_member *member, unsigned char *slot) {
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

static decode_kind *const KINDS[ANVIL_KIND_COUNT] = {
    [ANVIL_KIND_STRUCTURE] = read_structure,
    [ANVIL_KIND_LIST] = read_list,
    [ANVIL_KIND_STRING] = read_text,
    [ANVIL_KIND_ENUM] = read_text,
};

ANVIL_INLINE enum anvil_status read_value(struct decoder *decoder,
                                          const struct anvil_member *member, unsigned char *slot) {
    if (ANVIL_LIKELY(is_text(member->kind)))
        return read_text(decoder, member, slot);
    if (ANVIL_UNLIKELY(KINDS[member->kind] == NULL))
        return anvil_decoder_fail(decoder, ANVIL_E_ARGUMENT, NULL);
    return KINDS[member->kind](decoder, member, slot);
}

/* */
static enum anvil_status read_null(struct decoder *decoder) {
    const unsigned char *next = decoder->p;
    enum anvil_status status = anvil_scan_literal(decoder->p, decoder->end, &next);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, next);
    decoder->p = next;
    decoder->is_dirty = true;
    return ANVIL_OK;
}

#endif
