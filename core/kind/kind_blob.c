/* SPDX-License-Identifier: Apache-2.0 */
/* Blobs: bytes in C, base64 in JSON. */
#include "base/port.h"
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"
#include "text/base64.h"

ANVIL_COLD_FILE

static enum anvil_status read_blob(struct decoder *decoder, const struct anvil_member *member,
                                   unsigned char *slot) {
    static const unsigned char nothing = 0;
    const unsigned char *quote = decoder->p;
    struct anvil_str text = {NULL, 0};
    size_t offset = 0;
    enum anvil_status status = anvil_decoder_read_string(decoder, &text);
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
        return anvil_decoder_fail_inside(decoder, status, quote, text, offset);
    memcpy(slot, &blob, sizeof blob);
    decoder->is_dirty |= member->limits != NULL;
    return ANVIL_OK;
}

/* In pieces whose length is a multiple of three bytes, so that the texts join. */
static void put_base64(struct encoder *encoder, struct anvil_blob blob) {
    enum { PIECE = 48 };
    char text[PIECE / 3 * 4];
    for (size_t at = 0; at < blob.len; at += PIECE) {
        size_t bytes = blob.len - at < PIECE ? blob.len - at : PIECE;
        anvil_base64_encode(blob.ptr + at, blob.ptr + at + bytes, text);
        anvil_sink_put(&encoder->sink, text, anvil_base64_encoded_bytes(bytes));
    }
}

static enum anvil_status write_blob(struct encoder *encoder, const struct anvil_member *member,
                                    const unsigned char *slot) {
    enum anvil_status status = ANVIL_OK;
    struct anvil_blob blob;
    memcpy(&blob, slot, sizeof blob);
    encoder->is_dirty |= member->limits != NULL;
    anvil_encoder_open_quote(encoder);
    if (blob.len == 0)
        return ANVIL_OK;
    if (!encoder->sink.takes_spans) {
        put_base64(encoder, blob);
        return ANVIL_OK;
    }
    size_t bytes = anvil_base64_encoded_bytes(blob.len);
    char *text = anvil_encoder_take(encoder, bytes, &status);
    if (text == NULL)
        return status;
    anvil_base64_encode(blob.ptr, blob.ptr + blob.len, text);
    anvil_sink_put(&encoder->sink, text, bytes);
    return ANVIL_OK;
}

static enum anvil_status visit_blob(struct checker *checker, const struct anvil_member *member,
                                    const unsigned char *slot) {
    struct anvil_blob blob;
    memcpy(&blob, slot, sizeof blob);
    anvil_checker_measure(checker, member->limits, blob.len);
    return ANVIL_OK;
}

const struct anvil_kind_row anvil_blob_row = {
    .read = read_blob,
    .write = write_blob,
    .visit = visit_blob,
};
