/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers of binary floating point: floats and doubles. */
#include "base/port.h"
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"
#include "text/real.h"

ANVIL_COLD_FILE

/* what JSON has no number for is a string */
static ANVIL_COLD enum anvil_status
read_special(struct decoder *decoder, const struct anvil_member *member, unsigned char *slot) {
    const unsigned char *begin = decoder->p;
    struct anvil_str text = {NULL, 0};
    double wide = 0;
    enum anvil_status status = anvil_decoder_read_string(decoder, &text);
    if (status != ANVIL_OK)
        return status;
    const unsigned char *p = (const unsigned char *)text.ptr;
    if (!anvil_double_special_read(p, p + text.len, &wide))
        return anvil_decoder_fail(decoder, ANVIL_E_TYPE, begin);
    float single = (float)wide;
    bool is_float = member->kind == ANVIL_KIND_FLOAT;
    anvil_decoder_store(decoder, member, is_float ? (const void *)&single : &wide, slot);
    return ANVIL_OK;
}

static enum anvil_status read_real(struct decoder *decoder, const struct anvil_member *member,
                                   unsigned char *slot) {
    double value = 0; /* or a float in its first bytes */
    const unsigned char *begin = decoder->p;
    if (*begin == '"')
        return read_special(decoder, member, slot);
    enum anvil_status status = anvil_decoder_pass_number(decoder);
    if (status != ANVIL_OK)
        return status;
    status = anvil_real_read(begin, decoder->p, member->kind == ANVIL_KIND_FLOAT, &value);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, begin);
    anvil_decoder_store(decoder, member, &value, slot);
    return ANVIL_OK;
}

/* The number in the C form of a float or double. */
static double real_of(uint8_t kind, const unsigned char *slot) {
    struct anvil_float single;
    struct anvil_double wide;
    if (kind == ANVIL_KIND_FLOAT) {
        memcpy(&single, slot, sizeof single);
        return (double)single.value;
    }
    memcpy(&wide, slot, sizeof wide);
    return wide.value;
}

static enum anvil_status write_real(struct encoder *encoder, const struct anvil_member *member,
                                    const unsigned char *slot) {
    char text[ANVIL_REAL_TEXT_MAX];
    double value = real_of(member->kind, slot);
    struct anvil_str special = anvil_double_special(value);
    encoder->is_dirty |= member->limits != NULL;
    if (special.ptr != NULL) {
        anvil_encoder_open_quote(encoder);
        anvil_sink_put(&encoder->sink, special.ptr, special.len);
        return ANVIL_OK;
    }
    size_t bytes = member->kind == ANVIL_KIND_FLOAT ? anvil_float_write((float)value, text)
                                                    : anvil_double_write(value, text);
    return anvil_encoder_put_copy(encoder, text, bytes);
}

/* Ranges include their bounds. What only approximates a decimal is compared with the bound
 * rounded the same way: 4.4 is not above a maximum of 4.4. NaN is in no range. */
static enum anvil_status visit_real(struct checker *checker, const struct anvil_member *member,
                                    const unsigned char *slot) {
    const struct anvil_range *range = member->limits != NULL ? member->limits->range : NULL;
    double value = real_of(member->kind, slot);
    if (range != NULL &&
        !((range->min_text.ptr == NULL || value >= range->min_real) &&
          (range->max_text.ptr == NULL || value <= range->max_real) && value == value)) {
        anvil_checker_begin_path(checker);
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_RANGE, member->limits, 0, 0);
    }
    return ANVIL_OK;
}

const struct anvil_kind_row anvil_real_row = {
    .read = read_real,
    .write = write_real,
    .visit = visit_real,
};
