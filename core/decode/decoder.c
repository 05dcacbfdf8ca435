/* SPDX-License-Identifier: Apache-2.0 */
/* The cold parts of decoding. */
#include "decode/decoder.h"

#include "base/arena.h"
#include "base/port.h"
#include "scan/skip.h"
#include "scan/token.h"

ANVIL_COLD_FILE

const uint64_t anvil_no_items = 0;

/* The path of the innermost value that is being read. */
static void begin_path(struct decoder *decoder) {
    struct anvil_findings *findings = decoder->findings;
    anvil_path_begin(findings);
    for (unsigned i = 0; i < decoder->depth; i++) {
        const struct decode_frame *frame = &decoder->frames[i];
        const unsigned char *entry = NULL;
        size_t index = frame->index;
        if (frame->shape->kind == ANVIL_KIND_MAP)
            memcpy(&entry, frame->base, sizeof entry);
        else if (frame->shape->kind == ANVIL_KIND_LIST)
            index = frame->count;
        anvil_path_step(findings, frame->shape, index, entry);
    }
}

/* [R-012] [I-14] */
enum anvil_status anvil_decoder_fail(struct decoder *decoder, enum anvil_status status,
                                     const unsigned char *at) {
    begin_path(decoder);
    size_t offset = at != NULL ? (size_t)(at - decoder->begin) : ANVIL_NO_OFFSET;
    return anvil_findings_fail(decoder->findings, status, offset, 0);
}

enum anvil_status anvil_decoder_fail_arena(struct decoder *decoder, size_t need) {
    begin_path(decoder);
    return anvil_findings_fail(decoder->findings, ANVIL_E_ARENA, ANVIL_NO_OFFSET, need);
}

void *anvil_decoder_take(struct decoder *decoder, size_t bytes, size_t align,
                         enum anvil_status *status) {
    size_t need = bytes + align - 1;
    void *memory =
        decoder->arena != NULL ? anvil_arena_take(decoder->arena, bytes, align, &need) : NULL;
    if (memory == NULL)
        *status = anvil_decoder_fail_arena(decoder, need);
    else
        anvil_clear(memory, bytes);
    return memory;
}

enum anvil_status anvil_decoder_fail_value(struct decoder *decoder, const unsigned char *at) {
    if (at == decoder->end)
        return anvil_decoder_fail(decoder, ANVIL_E_END, at);
    return anvil_decoder_fail(decoder, begins_value(*at) ? ANVIL_E_TYPE : ANVIL_E_TOKEN, at);
}

enum anvil_status anvil_decoder_finish(struct decoder *decoder, enum anvil_status status,
                                       const unsigned char *next) {
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, next);
    decoder->p = next;
    return ANVIL_OK;
}

enum anvil_status anvil_decoder_skip(struct decoder *decoder) {
    const unsigned char *next = decoder->p;
    enum anvil_status status = anvil_skip_value(decoder->p, decoder->end, decoder->depth, &next);
    return anvil_decoder_finish(decoder, status, next);
}

enum anvil_status anvil_decoder_read_null(struct decoder *decoder) {
    const unsigned char *next = decoder->p;
    enum anvil_status status = anvil_scan_literal(decoder->p, decoder->end, &next);
    decoder->is_dirty = true;
    return anvil_decoder_finish(decoder, status, next);
}

enum anvil_status anvil_decoder_read_text(struct decoder *decoder, const unsigned char *begin,
                                          const unsigned char *from, struct anvil_str *out) {
    struct anvil_raw_string raw;
    const unsigned char *at = from;
    enum anvil_status status = anvil_string_scan(begin, from, decoder->end, &raw, &at);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, at);
    decoder->p = raw.end + 1;
    decoder->is_dirty = true;
    size_t raw_bytes = (size_t)(raw.end - raw.begin);
    *out = anvil_str_of((const char *)raw.begin, raw_bytes);
    if (!raw.is_escaped)
        return ANVIL_OK;
    /* the value is the logical text; without escapes it is the input itself */
    size_t need = raw_bytes;
    char *copy =
        decoder->arena != NULL ? anvil_arena_take(decoder->arena, raw_bytes, 1, &need) : NULL;
    if (copy == NULL)
        return anvil_decoder_fail_arena(decoder, need);
    size_t bytes = anvil_string_unescape(&raw, copy);
    anvil_arena_give_back(decoder->arena, raw_bytes - bytes);
    *out = anvil_str_of(copy, bytes);
    return ANVIL_OK;
}

/* keys are compared by what they mean, case counts */
static size_t find_member(const struct anvil_shape *shape, const struct anvil_raw_string *key) {
    struct anvil_str plain =
        anvil_str_of((const char *)key->begin, (size_t)(key->end - key->begin));
    for (size_t i = 0; i < shape->member_count; i++) {
        struct anvil_str name = anvil_member_name(&shape->members[i]);
        if (key->is_escaped ? anvil_string_is(key, name) : anvil_str_equal(plain, name))
            return i;
    }
    return NO_MEMBER;
}

/* An unknown member's name is the sender's: it is told with its escapes resolved, as a name
 * would be. */
static ANVIL_COLD void note_unknown(struct decoder *decoder, const struct anvil_raw_string *key) {
    size_t offset = (size_t)(key->begin - 1 - decoder->begin);
    struct anvil_violation violation = {ANVIL_CONSTRAINT_UNKNOWN_MEMBER, 0, 0, offset, 0, 0, NULL};
    begin_path(decoder);
    anvil_path_name(decoder->findings, anvil_str_of("", 0));
    for (const unsigned char *p = key->begin; p != key->end;) {
        char piece[4];
        size_t bytes = anvil_string_next(key, &p, piece);
        anvil_path_more(decoder->findings, anvil_str_of(piece, bytes));
    }
    anvil_findings_add(decoder->findings, &violation);
}

enum anvil_status anvil_decoder_read_key(struct decoder *decoder, const struct anvil_shape *shape,
                                         size_t *index) {
    struct anvil_raw_string key;
    const unsigned char *begin = decoder->p;
    const unsigned char *at = begin;
    if (begin == decoder->end)
        return anvil_decoder_fail(decoder, ANVIL_E_END, begin);
    if (*begin != '"')
        return anvil_decoder_fail(decoder, ANVIL_E_TOKEN, begin);
    enum anvil_status status = anvil_string_scan(begin + 1, begin + 1, decoder->end, &key, &at);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, at);
    decoder->p = skip_space(key.end + 1, decoder->end);
    *index = find_member(shape, &key);
    if (*index == NO_MEMBER && (decoder->checks & ANVIL_CHECK_UNKNOWN_MEMBER) != 0)
        note_unknown(decoder, &key);
    return ANVIL_OK;
}

/* Where a map's key stood is found afterwards: its entry was read before the one that tells
 * that there are two. */
void anvil_decoder_note_duplicate(struct decoder *decoder, const unsigned char *key,
                                  const struct anvil_member *member) {
    if ((decoder->checks & ANVIL_CHECK_DUPLICATE) == 0)
        return;
    size_t offset = member != NULL ? (size_t)(key - decoder->begin) : ANVIL_NO_OFFSET;
    struct anvil_violation violation = {
        ANVIL_CONSTRAINT_DUPLICATE, 0, 0, offset, 0, 0, member != NULL ? member->limits : NULL};
    begin_path(decoder);
    if (member != NULL)
        anvil_path_name(decoder->findings, anvil_member_name(member));
    else
        decoder->is_dirty = true;
    anvil_findings_add(decoder->findings, &violation);
}
