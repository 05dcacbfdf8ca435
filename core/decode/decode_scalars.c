/* SPDX-License-Identifier: Apache-2.0 */
/* What the scalar kinds share: finding a token, and telling what is wrong with it. What a token
 * means is computed in text/. */
#include "decode/decode_kinds.h"

#include "base/form.h"

enum anvil_status anvil_decoder_pass_number(struct decoder *decoder) {
    const unsigned char *next = decoder->p;
    if (*next != '-' && (*next < '0' || *next > '9'))
        return anvil_decoder_fail_value(decoder, next);
    enum anvil_status status = anvil_scan_number(decoder->p, decoder->end, &next);
    return anvil_decoder_finish(decoder, status, next);
}

enum anvil_status anvil_decoder_read_string(struct decoder *decoder, struct anvil_str *text) {
    bool was_dirty = decoder->is_dirty;
    if (*decoder->p != '"')
        return anvil_decoder_fail_value(decoder, decoder->p);
    enum anvil_status status =
        anvil_decoder_read_text(decoder, decoder->p + 1, decoder->p + 1, text);
    /* Reading text looks for constraints of strings, which these are not. */
    decoder->is_dirty = was_dirty;
    return status;
}

enum anvil_status anvil_decoder_fail_inside(struct decoder *decoder, enum anvil_status status,
                                            const unsigned char *quote, struct anvil_str text,
                                            size_t offset) {
    bool is_alias = text.ptr == (const char *)quote + 1;
    return anvil_decoder_fail(decoder, status, is_alias ? quote + 1 + offset : quote);
}

void anvil_decoder_store(struct decoder *decoder, const struct anvil_member *member,
                         const void *value, unsigned char *slot) {
    uint8_t set_at = anvil_forms[member->kind].set_at;
    memcpy(slot, value, set_at);
    slot[set_at] = 1;
    /* Constraints on numbers are the check's business. */
    decoder->is_dirty |= member->limits != NULL;
}
