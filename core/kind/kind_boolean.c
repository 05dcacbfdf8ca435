/* SPDX-License-Identifier: Apache-2.0 */
/* Booleans. */
#include "base/port.h"
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"

ANVIL_COLD_FILE

/* */
static enum anvil_status read_boolean(struct decoder *decoder, const struct anvil_member *member,
                                      unsigned char *slot) {
    (void)member;
    const struct anvil_boolean boolean = {*decoder->p == 't', true};
    const unsigned char *next = decoder->p;
    if (*next != 't' && *next != 'f')
        return anvil_decoder_fail_value(decoder, next);
    enum anvil_status status = anvil_scan_literal(decoder->p, decoder->end, &next);
    status = anvil_decoder_finish(decoder, status, next);
    if (status == ANVIL_OK)
        memcpy(slot, &boolean, sizeof boolean);
    return status;
}

static enum anvil_status write_boolean(struct encoder *encoder, const struct anvil_member *member,
                                       const unsigned char *slot) {
    (void)member;
    struct anvil_boolean boolean;
    memcpy(&boolean, slot, sizeof boolean);
    anvil_sink_put(&encoder->sink, boolean.value ? "true" : "false", boolean.value ? 4 : 5);
    return ANVIL_OK;
}

const struct anvil_kind_row anvil_boolean_row = {
    .read = read_boolean,
    .write = write_boolean,
    .visit = anvil_check_nothing,
};
