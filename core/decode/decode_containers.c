/* SPDX-License-Identifier: Apache-2.0 */
/* Containers: where their C forms go, and what becomes of their items. */
#include "decode/decode_containers.h"

#include "base/arena.h"
#include "base/form.h"
#include "decode/map_keys.h"
#include "scan/skip.h"
#include "scan/token.h"

enum anvil_status anvil_decoder_open(struct decoder *decoder, const struct anvil_shape *shape,
                                     unsigned char *base) {
    /* */
    if (decoder->depth == ANVIL_DEPTH_MAX)
        return anvil_decoder_fail(decoder, ANVIL_E_DEPTH, decoder->p);
    struct decode_frame *frame = &decoder->frames[decoder->depth++];
    frame->shape = shape;
    frame->base = base;
    frame->mark.seen = 0;
    frame->index = shape->kind == ANVIL_KIND_LIST || shape->kind == ANVIL_KIND_MAP ? 0 : NO_MEMBER;
    frame->entry = NULL;
    frame->expected = 0;
    frame->place = AT_BEGIN;
    if (shape->kind == ANVIL_KIND_UNION)
        frame->mark.begin = decoder->p;
    decoder->p++;
    return ANVIL_OK;
}

/* A structure or union inside a structure is a pointer to arena memory; as the item of a
 * dense list it is the item itself. */
enum anvil_status anvil_decode_structure(struct decoder *decoder, const struct anvil_member *member,
                                         unsigned char *slot) {
    const struct anvil_shape *shape = member->target;
    if (*decoder->p != '{')
        return anvil_decoder_fail_value(decoder, decoder->p);
    if (holds_structures(decoder->frames[decoder->depth - 1].shape))
        return anvil_decoder_open(decoder, shape, slot);
    enum anvil_status status = ANVIL_OK;
    void *structure = anvil_decoder_take(decoder, shape->size, shape->align, &status);
    if (structure == NULL)
        return status;
    memcpy(slot, &structure, sizeof structure);
    return anvil_decoder_open(decoder, shape, structure);
}

static enum anvil_status open_items(struct decoder *decoder, const struct anvil_member *member,
                                    unsigned char *slot, unsigned char bracket) {
    if (*decoder->p != bracket)
        return anvil_decoder_fail_value(decoder, decoder->p);
    enum anvil_status status = anvil_decoder_open(decoder, member->target, slot);
    if (status == ANVIL_OK && decoder->arena != NULL)
        decoder->frames[decoder->depth - 1].mark.scratch = decoder->arena->scratch;
    /* Lengths are the check's business: only strings are judged while they are read. */
    decoder->is_dirty |= member->limits != NULL;
    return status;
}

enum anvil_status anvil_decode_list(struct decoder *decoder, const struct anvil_member *member,
                                    unsigned char *slot) {
    return open_items(decoder, member, slot, '[');
}

enum anvil_status anvil_decode_map(struct decoder *decoder, const struct anvil_member *member,
                                   unsigned char *slot) {
    return open_items(decoder, member, slot, '{');
}

unsigned char *anvil_decoder_push_item(struct decoder *decoder, enum anvil_status *status) {
    const struct anvil_shape *shape = decoder->frames[decoder->depth - 1].shape;
    size_t need = (size_t)shape->item_size + shape->item_align - 1;
    unsigned char *item =
        decoder->arena != NULL
            ? anvil_arena_push(decoder->arena, shape->item_size, shape->item_align, &need)
            : NULL;
    if (item == NULL)
        *status = anvil_decoder_fail_arena(decoder, need);
    return item;
}

enum anvil_status anvil_decoder_end_items(struct decoder *decoder) {
    const struct decode_frame *frame = &decoder->frames[decoder->depth - 1];
    const struct anvil_shape *shape = frame->shape;
    struct anvil_list list = {&anvil_no_items, frame->index};
    if (frame->index != 0) {
        size_t need = 0;
        unsigned char *items = anvil_arena_settle(decoder->arena, frame->index, shape->item_size,
                                                  shape->item_align, frame->mark.scratch, &need);
        if (items == NULL)
            return anvil_decoder_fail_arena(decoder, need);
        list.items = items;
        if (shape->kind == ANVIL_KIND_MAP && frame->index > 1) {
            enum anvil_status status = anvil_decoder_drop_repeated(decoder, items, &list.count);
            if (status != ANVIL_OK)
                return status;
        }
    }
    /* A map has the layout of a list. */
    memcpy(frame->base, &list, sizeof list);
    decoder->depth--;
    return ANVIL_OK;
}

enum anvil_status anvil_decoder_read_null(struct decoder *decoder) {
    const unsigned char *next = decoder->p;
    enum anvil_status status = anvil_scan_literal(decoder->p, decoder->end, &next);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, next);
    decoder->p = next;
    decoder->is_dirty = true;
    return ANVIL_OK;
}

enum anvil_status anvil_decoder_drop_null(struct decoder *decoder) {
    const unsigned char *begin = decoder->p;
    enum anvil_status status = anvil_decoder_read_null(decoder);
    if (status == ANVIL_OK && (decoder->checks & ANVIL_LENIENT) == 0)
        return anvil_decoder_fail(decoder, ANVIL_E_NULL, begin);
    return status;
}

/* a variant that the model does not have: a client keeps its name and text, a server
 * refuses it;
 * "__type" is no variant at all */
static enum anvil_status read_unknown_variant(struct decoder *decoder, struct anvil_union *head,
                                              const unsigned char *key) {
    static const struct anvil_str TYPE = ANVIL_STR("__type");
    const unsigned char *begin = decoder->p;
    const unsigned char *next = begin;
    struct anvil_raw_string name = decoder->key;
    enum anvil_status status = anvil_skip_value(begin, decoder->end, decoder->depth, &next);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, next);
    decoder->p = next;
    if (*begin == 'n' || anvil_string_is(&name, TYPE))
        return ANVIL_OK;
    if ((decoder->checks & ANVIL_LENIENT) == 0 || head->member != 0)
        return anvil_decoder_fail(decoder, ANVIL_E_UNION, key);
    head->member = ANVIL_UNION_UNKNOWN;
    head->unknown_value = anvil_str_of((const char *)begin, (size_t)(next - begin));
    head->unknown_name = anvil_str_of((const char *)name.begin, (size_t)(name.end - name.begin));
    if (!name.is_escaped)
        return ANVIL_OK;
    char *copy = anvil_decoder_take(decoder, head->unknown_name.len, 1, &status);
    if (copy != NULL)
        head->unknown_name = anvil_str_of(copy, anvil_string_unescape(&name, copy));
    return status;
}

enum anvil_status anvil_decoder_begin_variant(struct decoder *decoder, size_t index,
                                              const unsigned char *key) {
    unsigned char *base = decoder->frames[decoder->depth - 1].base;
    enum anvil_status status = ANVIL_OK;
    struct anvil_union head;
    memcpy(&head, base, sizeof head);
    if (index == NO_MEMBER)
        status = read_unknown_variant(decoder, &head, key);
    else if (head.member != 0)
        status = anvil_decoder_fail(decoder, ANVIL_E_UNION, key);
    else
        head.member = (int32_t)index + 1;
    memcpy(base, &head, sizeof head);
    return status;
}

enum anvil_status anvil_decoder_end_union(struct decoder *decoder) {
    const struct decode_frame *frame = &decoder->frames[decoder->depth - 1];
    struct anvil_union head;
    memcpy(&head, frame->base, sizeof head);
    if (head.member == 0 && (decoder->checks & ANVIL_LENIENT) == 0)
        return anvil_decoder_fail(decoder, ANVIL_E_UNION, frame->mark.begin);
    decoder->depth--;
    return ANVIL_OK;
}
