/* SPDX-License-Identifier: Apache-2.0 */
/* Timestamps, in the format that the member has; in the neutral form all are epoch seconds.
 * [R-195] */
#include "base/port.h"
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"
#include "text/timestamp.h"

ANVIL_COLD_FILE

static enum anvil_status read_number(struct decoder *decoder, struct anvil_timestamp *value) {
    const unsigned char *begin = decoder->p;
    enum anvil_status status = anvil_decoder_pass_number(decoder);
    if (status != ANVIL_OK)
        return status;
    status = anvil_epoch_seconds_read(begin, decoder->p, value);
    return status == ANVIL_OK ? ANVIL_OK : anvil_decoder_fail(decoder, status, begin);
}

/* a server takes no offset from UTC, a client normalises one */
static enum anvil_status read_date(struct decoder *decoder, uint8_t format,
                                   struct anvil_timestamp *value) {
    const unsigned char *quote = decoder->p;
    bool is_lenient = (decoder->checks & ANVIL_LENIENT) != 0;
    struct anvil_str text = {NULL, 0};
    size_t offset = 0;
    enum anvil_status status = anvil_decoder_read_string(decoder, &text);
    if (status != ANVIL_OK)
        return status;
    const unsigned char *begin = (const unsigned char *)text.ptr;
    const unsigned char *end = begin + text.len;
    if (format == ANVIL_DATE_TIME)
        status = anvil_date_time_read(begin, end, is_lenient, value, &offset);
    else
        status = anvil_http_date_read(begin, end, true, value, &offset);
    return status == ANVIL_OK ? status
                              : anvil_decoder_fail_inside(decoder, status, quote, text, offset);
}

static bool is_number(unsigned checks, const struct anvil_member *member) {
    return member->format == ANVIL_EPOCH_SECONDS || (checks & ANVIL_NEUTRAL) != 0;
}

static enum anvil_status read_timestamp(struct decoder *decoder, const struct anvil_member *member,
                                        unsigned char *slot) {
    struct anvil_timestamp value = {0, 0, true};
    enum anvil_status status = is_number(decoder->checks, member)
                                   ? read_number(decoder, &value)
                                   : read_date(decoder, member->format, &value);
    if (status == ANVIL_OK)
        anvil_decoder_store(decoder, member, &value, slot);
    return status;
}

static enum anvil_status write_timestamp(struct encoder *encoder, const struct anvil_member *member,
                                         const unsigned char *slot) {
    struct anvil_timestamp value;
    char text[ANVIL_DATE_TIME_TEXT_MAX];
    size_t bytes = 0;
    memcpy(&value, slot, sizeof value);
    if (!anvil_timestamp_is_valid(value))
        return anvil_encoder_fail(encoder, ANVIL_E_RANGE_OF_TYPE);
    if (is_number(encoder->checks, member)) {
        bytes = anvil_epoch_seconds_write(value, ANVIL_PRECISION_NANOSECONDS, text);
    } else {
        anvil_encoder_open_quote(encoder);
        if (member->format == ANVIL_DATE_TIME)
            bytes = anvil_date_time_write(value, ANVIL_PRECISION_NANOSECONDS, text);
        else
            bytes = anvil_http_date_write(value, text);
    }
    return anvil_encoder_put_copy(encoder, text, bytes);
}

const struct anvil_kind_row anvil_timestamp_row = {
    .read = read_timestamp,
    .write = write_timestamp,
    .visit = anvil_check_nothing,
};
