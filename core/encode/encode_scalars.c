/* SPDX-License-Identifier: Apache-2.0 */
/* From C forms to text that stands nowhere yet: it goes straight into a buffer, or into the arena
 * when spans have to point at it. */
#include "encode/encoder.h"

#include "base/arena.h"
#include "base/form.h"
#include "scan/skip.h"
#include "scan/token.h"
#include "text/base64.h"
#include "text/integer.h"
#include "text/real.h"
#include "text/timestamp.h"

/* Writes text that dies with the caller. */
static enum anvil_status put_copy(struct encoder *encoder, const char *text, size_t bytes) {
    if (encoder->sink.takes_spans) {
        size_t need = bytes;
        char *copy =
            encoder->arena != NULL ? anvil_arena_take(encoder->arena, bytes, 1, &need) : NULL;
        if (copy == NULL)
            return anvil_encoder_fail_arena(encoder, need);
        memcpy(copy, text, bytes);
        text = copy;
    }
    anvil_sink_put(&encoder->sink, text, bytes);
    return ANVIL_OK;
}

/* Begins a JSON string whose closing quote belongs to the next piece, as that of any text does. */
static void open_quote(struct encoder *encoder) {
    anvil_sink_put(&encoder->sink, "\"", 1);
    encoder->is_quote_open = true;
}

/* Constraints on numbers and blobs are the check's business. */
static void note_limits(struct encoder *encoder, const struct anvil_member *member) {
    encoder->is_dirty |= member->limits != NULL;
}

enum anvil_status anvil_encode_boolean(struct encoder *encoder, const struct anvil_member *member,
                                       const unsigned char *slot) {
    (void)member;
    struct anvil_boolean boolean;
    memcpy(&boolean, slot, sizeof boolean);
    anvil_sink_put(&encoder->sink, boolean.value ? "true" : "false", boolean.value ? 4 : 5);
    return ANVIL_OK;
}

enum anvil_status anvil_encode_integer(struct encoder *encoder, const struct anvil_member *member,
                                       const unsigned char *slot) {
    char text[ANVIL_INTEGER_TEXT_MAX];
    note_limits(encoder, member);
    return put_copy(encoder, text, anvil_integer_write(anvil_integer_of(member->kind, slot), text));
}

/* */
enum anvil_status anvil_encode_real(struct encoder *encoder, const struct anvil_member *member,
                                    const unsigned char *slot) {
    bool is_float = member->kind == ANVIL_KIND_FLOAT;
    struct anvil_float single = {0, false};
    struct anvil_double wide = {0, false};
    if (is_float)
        memcpy(&single, slot, sizeof single);
    else
        memcpy(&wide, slot, sizeof wide);
    note_limits(encoder, member);
    struct anvil_str special = anvil_double_special(is_float ? (double)single.value : wide.value);
    if (special.ptr != NULL) {
        open_quote(encoder);
        anvil_sink_put(&encoder->sink, special.ptr, special.len);
        return ANVIL_OK;
    }
    char text[ANVIL_REAL_TEXT_MAX];
    size_t bytes =
        is_float ? anvil_float_write(single.value, text) : anvil_double_write(wide.value, text);
    return put_copy(encoder, text, bytes);
}

/* Writes the caller's own JSON text, of which the scan has said `status` and ended at `next`: it
 * has to be one value and nothing else. */
static enum anvil_status put_scanned(struct encoder *encoder, struct anvil_str text,
                                     enum anvil_status status, const unsigned char *next) {
    if (status != ANVIL_OK || next != (const unsigned char *)text.ptr + text.len)
        return anvil_encoder_fail(encoder, ANVIL_E_JSON);
    anvil_sink_put(&encoder->sink, text.ptr, text.len);
    return ANVIL_OK;
}

enum anvil_status anvil_encoder_put_json(struct encoder *encoder, struct anvil_str text) {
    const unsigned char *begin = (const unsigned char *)text.ptr;
    const unsigned char *next = begin;
    enum anvil_status status = ANVIL_E_END;
    if (text.len != 0)
        status = anvil_skip_value(begin, begin + text.len, encoder->depth, &next);
    return put_scanned(encoder, text, status, next);
}

enum anvil_status anvil_encode_big_number(struct encoder *encoder,
                                          const struct anvil_member *member,
                                          const unsigned char *slot) {
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    const unsigned char *begin = (const unsigned char *)text.ptr;
    const unsigned char *next = begin;
    enum anvil_status status = ANVIL_E_END;
    if (text.len != 0)
        status = anvil_scan_number(begin, begin + text.len, &next);
    for (size_t i = 0; member->kind == ANVIL_KIND_BIG_INTEGER && i < text.len; i++)
        if (text.ptr[i] == '.' || text.ptr[i] == 'e' || text.ptr[i] == 'E')
            status = ANVIL_E_WHOLE;
    note_limits(encoder, member);
    return put_scanned(encoder, text, status, next);
}

enum anvil_status anvil_encode_document(struct encoder *encoder, const struct anvil_member *member,
                                        const unsigned char *slot) {
    (void)member;
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    return anvil_encoder_put_json(encoder, text);
}

/* in pieces whose length is a multiple of three bytes, so that the texts join */
static void put_base64(struct encoder *encoder, struct anvil_blob blob) {
    enum { PIECE = 96 };
    char text[PIECE / 3 * 4];
    for (size_t at = 0; at < blob.len; at += PIECE) {
        size_t bytes = blob.len - at < PIECE ? blob.len - at : PIECE;
        anvil_base64_encode(blob.ptr + at, blob.ptr + at + bytes, text);
        anvil_sink_put(&encoder->sink, text, anvil_base64_encoded_bytes(bytes));
    }
}

enum anvil_status anvil_encode_blob(struct encoder *encoder, const struct anvil_member *member,
                                    const unsigned char *slot) {
    struct anvil_blob blob;
    memcpy(&blob, slot, sizeof blob);
    note_limits(encoder, member);
    open_quote(encoder);
    if (blob.len == 0)
        return ANVIL_OK;
    if (!encoder->sink.takes_spans) {
        put_base64(encoder, blob);
        return ANVIL_OK;
    }
    size_t bytes = anvil_base64_encoded_bytes(blob.len);
    size_t need = bytes;
    char *text = encoder->arena != NULL ? anvil_arena_take(encoder->arena, bytes, 1, &need) : NULL;
    if (text == NULL)
        return anvil_encoder_fail_arena(encoder, need);
    anvil_base64_encode(blob.ptr, blob.ptr + blob.len, text);
    anvil_sink_put(&encoder->sink, text, bytes);
    return ANVIL_OK;
}

/* */
enum anvil_status anvil_encode_timestamp(struct encoder *encoder, const struct anvil_member *member,
                                         const unsigned char *slot) {
    struct anvil_timestamp value;
    char text[ANVIL_DATE_TIME_TEXT_MAX];
    size_t bytes = 0;
    memcpy(&value, slot, sizeof value);
    if (!anvil_timestamp_is_valid(value))
        return anvil_encoder_fail(encoder, ANVIL_E_RANGE_OF_TYPE);
    bool is_number =
        member->format == ANVIL_EPOCH_SECONDS || (encoder->checks & ANVIL_NEUTRAL) != 0;
    if (!is_number)
        open_quote(encoder);
    if (is_number)
        bytes = anvil_epoch_seconds_write(value, ANVIL_PRECISION_NANOSECONDS, text);
    else if (member->format == ANVIL_DATE_TIME)
        bytes = anvil_date_time_write(value, ANVIL_PRECISION_NANOSECONDS, text);
    else
        bytes = anvil_http_date_write(value, text);
    return put_copy(encoder, text, bytes);
}
