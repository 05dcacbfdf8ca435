/* SPDX-License-Identifier: Apache-2.0 */
/* From tokens to C forms. What a text means is computed in text/; here it is found, and what is
 * wrong with it is told. */
#include "decode/decode_scalars.h"

#include "base/form.h"
#include "scan/skip.h"
#include "scan/token.h"
#include "text/base64.h"
#include "text/integer.h"
#include "text/real.h"
#include "text/timestamp.h"

/* A value's bytes in the message. */
struct token {
    const unsigned char *begin;
    const unsigned char *end;
};

/* The number at decoder->p, which is moved behind it. */
static enum anvil_status read_number(struct decoder *decoder, struct token *token) {
    const unsigned char *next = decoder->p;
    if (*next != '-' && (*next < '0' || *next > '9'))
        return anvil_decoder_fail_value(decoder, next);
    enum anvil_status status = anvil_scan_number(decoder->p, decoder->end, &next);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, next);
    token->begin = decoder->p;
    token->end = next;
    decoder->p = next;
    return ANVIL_OK;
}

/* The string at decoder->p, unescaped if it has to be; *is_copy tells that it stands in the arena.
 */
static enum anvil_status read_string(struct decoder *decoder, struct anvil_str *text) {
    bool was_dirty = decoder->is_dirty;
    if (*decoder->p != '"')
        return anvil_decoder_fail_value(decoder, decoder->p);
    enum anvil_status status =
        anvil_decoder_read_text(decoder, decoder->p + 1, decoder->p + 1, text);
    /* Reading text looks for constraints of strings, which these are not. */
    decoder->is_dirty = was_dirty;
    return status;
}

/* Stores a value in the zeroed slot of a form that has `is_set`. Not as a struct: what stands
 * between its members would come along. */
static void store(uint8_t kind, const void *value, unsigned char *slot) {
    uint8_t set_at = anvil_forms[kind].set_at;
    memcpy(slot, value, set_at);
    slot[set_at] = 1;
}

/* Constraints on numbers and blobs are the check's business. */
static void note_limits(struct decoder *decoder, const struct anvil_member *member) {
    decoder->is_dirty |= member->limits != NULL;
}

/* */
enum anvil_status anvil_decode_boolean(struct decoder *decoder, const struct anvil_member *member,
                                       unsigned char *slot) {
    (void)member;
    bool boolean = *decoder->p == 't';
    const unsigned char *next = decoder->p;
    if (*next != 't' && *next != 'f')
        return anvil_decoder_fail_value(decoder, next);
    enum anvil_status status = anvil_scan_literal(decoder->p, decoder->end, &next);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, next);
    decoder->p = next;
    store(ANVIL_KIND_BOOLEAN, &boolean, slot);
    return ANVIL_OK;
}

static void store_integer(uint8_t kind, int64_t value, unsigned char *slot) {
    const int8_t byte = (int8_t)value;
    const int16_t half = (int16_t)value;
    const int32_t word = (int32_t)value;
    const void *number = &word;
    if (kind == ANVIL_KIND_BYTE)
        number = &byte;
    else if (kind == ANVIL_KIND_SHORT)
        number = &half;
    else if (kind == ANVIL_KIND_LONG)
        number = &value;
    store(kind, number, slot);
}

/* The greatest value of an integer kind; the least is the one below its negative. */
static int64_t greatest(uint8_t kind) {
    if (kind == ANVIL_KIND_BYTE)
        return INT8_MAX;
    if (kind == ANVIL_KIND_SHORT)
        return INT16_MAX;
    return kind == ANVIL_KIND_LONG ? INT64_MAX : INT32_MAX;
}

/* */
enum anvil_status anvil_decode_integer(struct decoder *decoder, const struct anvil_member *member,
                                       unsigned char *slot) {
    struct token token = {NULL, NULL};
    int64_t value = 0;
    int64_t max = greatest(member->kind);
    enum anvil_status status = read_number(decoder, &token);
    if (status != ANVIL_OK)
        return status;
    status = anvil_integer_read(token.begin, token.end, -max - 1, max, &value);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, token.begin);
    store_integer(member->kind, value, slot);
    note_limits(decoder, member);
    return ANVIL_OK;
}

/* what JSON has no number for is a string */
static enum anvil_status read_special(struct decoder *decoder, double *value) {
    const unsigned char *begin = decoder->p;
    struct anvil_str text = {NULL, 0};
    enum anvil_status status = read_string(decoder, &text);
    if (status != ANVIL_OK)
        return status;
    const unsigned char *p = (const unsigned char *)text.ptr;
    if (!anvil_double_special_read(p, p + text.len, value))
        return anvil_decoder_fail(decoder, ANVIL_E_TYPE, begin);
    return ANVIL_OK;
}

enum anvil_status anvil_decode_real(struct decoder *decoder, const struct anvil_member *member,
                                    unsigned char *slot) {
    bool is_float = member->kind == ANVIL_KIND_FLOAT;
    float single = 0;
    double wide = 0;
    struct token token = {decoder->p, NULL};
    enum anvil_status status = ANVIL_OK;
    if (*decoder->p == '"') {
        status = read_special(decoder, &wide);
        single = (float)wide;
    } else {
        status = read_number(decoder, &token);
        if (status == ANVIL_OK) {
            status = is_float ? anvil_float_read(token.begin, token.end, &single)
                              : anvil_double_read(token.begin, token.end, &wide);
            if (status != ANVIL_OK)
                return anvil_decoder_fail(decoder, status, token.begin);
        }
    }
    if (status != ANVIL_OK)
        return status;
    store(member->kind, is_float ? (const void *)&single : &wide, slot);
    note_limits(decoder, member);
    return ANVIL_OK;
}

/* the text is kept, so that nothing is lost */
enum anvil_status anvil_decode_big_number(struct decoder *decoder,
                                          const struct anvil_member *member, unsigned char *slot) {
    struct token token = {NULL, NULL};
    enum anvil_status status = read_number(decoder, &token);
    if (status != ANVIL_OK)
        return status;
    size_t bytes = (size_t)(token.end - token.begin);
    for (size_t i = 0; member->kind == ANVIL_KIND_BIG_INTEGER && i < bytes; i++)
        if (token.begin[i] == '.' || token.begin[i] == 'e' || token.begin[i] == 'E')
            return anvil_decoder_fail(decoder, ANVIL_E_WHOLE, token.begin);
    struct anvil_str text = anvil_str_of((const char *)token.begin, bytes);
    memcpy(slot, &text, sizeof text);
    note_limits(decoder, member);
    return ANVIL_OK;
}

/* An offset inside the text of a string tells a place in the message only when nothing was
 * unescaped. */
static enum anvil_status fail_inside(struct decoder *decoder, enum anvil_status status,
                                     const unsigned char *quote, struct anvil_str text,
                                     size_t offset) {
    bool is_alias = text.ptr == (const char *)quote + 1;
    return anvil_decoder_fail(decoder, status, is_alias ? quote + 1 + offset : quote);
}

/* */
enum anvil_status anvil_decode_blob(struct decoder *decoder, const struct anvil_member *member,
                                    unsigned char *slot) {
    static const unsigned char nothing = 0;
    const unsigned char *quote = decoder->p;
    struct anvil_str text = {NULL, 0};
    size_t offset = 0;
    enum anvil_status status = read_string(decoder, &text);
    if (status != ANVIL_OK)
        return status;
    const unsigned char *begin = (const unsigned char *)text.ptr;
    struct anvil_blob blob = {&nothing, anvil_base64_decoded_bytes(begin, begin + text.len)};
    unsigned char *bytes = NULL;
    if (blob.len != 0) {
        bytes = anvil_decoder_take(decoder, blob.len, 1, &status);
        if (bytes == NULL)
            return status;
        blob.ptr = bytes;
    }
    if (text.len != 0)
        status = anvil_base64_decode(begin, begin + text.len, bytes, &offset);
    if (status != ANVIL_OK)
        return fail_inside(decoder, status, quote, text, offset);
    memcpy(slot, &blob, sizeof blob);
    note_limits(decoder, member);
    return ANVIL_OK;
}

/* a server takes no offset from UTC, a client normalises one */
static enum anvil_status read_date(struct decoder *decoder, uint8_t format,
                                   struct anvil_timestamp *value) {
    const unsigned char *quote = decoder->p;
    bool is_lenient = (decoder->checks & ANVIL_LENIENT) != 0;
    struct anvil_str text = {NULL, 0};
    size_t offset = 0;
    enum anvil_status status = read_string(decoder, &text);
    if (status != ANVIL_OK)
        return status;
    const unsigned char *begin = (const unsigned char *)text.ptr;
    const unsigned char *end = begin + text.len;
    if (format == ANVIL_DATE_TIME)
        status = anvil_date_time_read(begin, end, is_lenient, value, &offset);
    else
        status = anvil_http_date_read(begin, end, true, value, &offset);
    return status == ANVIL_OK ? status : fail_inside(decoder, status, quote, text, offset);
}

/* in the neutral form every format is that of epoch seconds */
enum anvil_status anvil_decode_timestamp(struct decoder *decoder, const struct anvil_member *member,
                                         unsigned char *slot) {
    struct anvil_timestamp value = {0, 0, true};
    struct token token = {NULL, NULL};
    enum anvil_status status = ANVIL_OK;
    if (member->format != ANVIL_EPOCH_SECONDS && (decoder->checks & ANVIL_NEUTRAL) == 0) {
        status = read_date(decoder, member->format, &value);
    } else {
        status = read_number(decoder, &token);
        if (status == ANVIL_OK)
            status = anvil_epoch_seconds_read(token.begin, token.end, &value);
        if (status != ANVIL_OK && token.end != NULL)
            return anvil_decoder_fail(decoder, status, token.begin);
    }
    if (status != ANVIL_OK)
        return status;
    store(ANVIL_KIND_TIMESTAMP, &value, slot);
    return ANVIL_OK;
}

/* the text as it stands, white space and all */
enum anvil_status anvil_decode_document(struct decoder *decoder, const struct anvil_member *member,
                                        unsigned char *slot) {
    (void)member;
    const unsigned char *begin = decoder->p;
    const unsigned char *next = begin;
    enum anvil_status status = anvil_skip_value(begin, decoder->end, decoder->depth, &next);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, next);
    struct anvil_str text = anvil_str_of((const char *)begin, (size_t)(next - begin));
    decoder->p = next;
    memcpy(slot, &text, sizeof text);
    return ANVIL_OK;
}
