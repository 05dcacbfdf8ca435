/* SPDX-License-Identifier: Apache-2.0 */
/* What the other kinds share: text that stands nowhere yet goes straight into a buffer, or into the
 * arena when spans have to point at it; text of the caller's own is looked at first. */
#include "encode/encode_kinds.h"

#include "base/port.h"
#include "scan/skip.h"

ANVIL_COLD_FILE

enum anvil_status anvil_encoder_put_copy(struct encoder *encoder, const char *text, size_t bytes) {
    enum anvil_status status = ANVIL_OK;
    if (encoder->sink.takes_spans) {
        char *copy = anvil_encoder_take(encoder, bytes, &status);
        if (copy == NULL)
            return status;
        memcpy(copy, text, bytes);
        text = copy;
    }
    anvil_sink_put(&encoder->sink, text, bytes);
    return ANVIL_OK;
}

void anvil_encoder_open_quote(struct encoder *encoder) {
    anvil_sink_put(&encoder->sink, "\"", 1);
    encoder->is_quote_open = true;
}

enum anvil_status anvil_encoder_put_scanned(struct encoder *encoder, struct anvil_str text,
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
    return anvil_encoder_put_scanned(encoder, text, status, next);
}

enum anvil_status anvil_encoder_write_key_text(struct encoder *encoder, struct encode_frame *frame,
                                               struct anvil_str key) {
    static const char SEPARATOR[] = "\",\"";
    if (frame->is_begun) {
        size_t skipped = encoder->is_quote_open ? 0 : 1;
        anvil_sink_put(&encoder->sink, SEPARATOR + skipped, sizeof SEPARATOR - 1 - skipped);
    } else {
        anvil_sink_put(&encoder->sink, "{\"", 2);
    }
    frame->is_begun = true;
    encoder->is_quote_open = false;
    return anvil_encoder_escape(encoder, key);
}
