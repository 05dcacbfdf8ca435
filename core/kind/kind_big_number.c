/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of any size: bigIntegers and bigDecimals. The text is kept, so that nothing is
 * lost. */
#include "base/port.h"
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"
#include "text/decimal_order.h"

ANVIL_COLD_FILE

/* Tells whether a number is written as its kind wants it. */
static bool is_good_for(uint8_t kind, struct anvil_str text) {
    for (size_t i = 0; kind == ANVIL_KIND_BIG_INTEGER && i < text.len; i++)
        if (text.ptr[i] == '.' || text.ptr[i] == 'e' || text.ptr[i] == 'E')
            return false;
    return true;
}

static enum anvil_status read_big_number(struct decoder *decoder, const struct anvil_member *member,
                                         unsigned char *slot) {
    const unsigned char *begin = decoder->p;
    enum anvil_status status = anvil_decoder_pass_number(decoder);
    if (status != ANVIL_OK)
        return status;
    struct anvil_str text = anvil_str_of((const char *)begin, (size_t)(decoder->p - begin));
    if (!is_good_for(member->kind, text))
        return anvil_decoder_fail(decoder, ANVIL_E_WHOLE, begin);
    memcpy(slot, &text, sizeof text);
    decoder->is_dirty |= member->limits != NULL;
    return ANVIL_OK;
}

static enum anvil_status write_big_number(struct encoder *encoder,
                                          const struct anvil_member *member,
                                          const unsigned char *slot) {
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    const unsigned char *begin = (const unsigned char *)text.ptr;
    const unsigned char *next = begin;
    enum anvil_status status = ANVIL_E_END;
    if (text.len != 0 && is_good_for(member->kind, text))
        status = anvil_scan_number(begin, begin + text.len, &next);
    encoder->is_dirty |= member->limits != NULL;
    return anvil_encoder_put_scanned(encoder, text, status, next);
}

/* Ranges include their bounds. */
static enum anvil_status visit_big_number(struct checker *checker,
                                          const struct anvil_member *member,
                                          const unsigned char *slot) {
    const struct anvil_range *range = member->limits != NULL ? member->limits->range : NULL;
    struct anvil_str text;
    memcpy(&text, slot, sizeof text);
    if (range != NULL &&
        ((range->min_text.ptr != NULL && anvil_decimal_compare(text, range->min_text) < 0) ||
         (range->max_text.ptr != NULL && anvil_decimal_compare(text, range->max_text) > 0))) {
        anvil_checker_begin_path(checker);
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_RANGE, member->limits, 0, 0);
    }
    return ANVIL_OK;
}

const struct anvil_kind_row anvil_big_number_row = {
    .read = read_big_number,
    .write = write_big_number,
    .visit = visit_big_number,
};
