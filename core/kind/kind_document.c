/* SPDX-License-Identifier: Apache-2.0 */
/* Documents. The text as it stands, white space and all. */
#include "base/port.h"
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"

ANVIL_COLD_FILE

static enum anvil_status read_document(struct decoder *decoder, const struct anvil_member *member,
                                       unsigned char *slot) {
    (void)member;
    const char *begin = (const char *)decoder->p;
    enum anvil_status status = anvil_decoder_skip(decoder);
    struct anvil_str text = anvil_str_of(begin, (size_t)((const char *)decoder->p - begin));
    memcpy(slot, &text, sizeof text);
    return status;
}

static enum anvil_status write_document(struct encoder *encoder, const struct anvil_member *member,
                                        const unsigned char *slot) {
    (void)member;
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    return anvil_encoder_put_json(encoder, text);
}

const struct anvil_kind_row anvil_document_row = {
    .read = read_document,
    .write = write_document,
    .visit = anvil_check_nothing,
};
