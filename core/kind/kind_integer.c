/* SPDX-License-Identifier: Apache-2.0 */
/* Whole numbers of fixed size: byte to long, and intEnum. */
#include "base/form.h"
#include "base/port.h"
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"
#include "text/integer.h"

ANVIL_COLD_FILE

/* The greatest value of an integer kind; the least is the one below its negative. */
static int64_t greatest(uint8_t kind) {
    if (kind == ANVIL_KIND_BYTE)
        return INT8_MAX;
    if (kind == ANVIL_KIND_SHORT)
        return INT16_MAX;
    return kind == ANVIL_KIND_LONG ? INT64_MAX : INT32_MAX;
}

static void store_integer(struct decoder *decoder, const struct anvil_member *member, int64_t value,
                          unsigned char *slot) {
    const int8_t byte = (int8_t)value;
    const int16_t half = (int16_t)value;
    const int32_t word = (int32_t)value;
    const void *number = &word;
    if (member->kind == ANVIL_KIND_BYTE)
        number = &byte;
    else if (member->kind == ANVIL_KIND_SHORT)
        number = &half;
    else if (member->kind == ANVIL_KIND_LONG)
        number = &value;
    anvil_decoder_store(decoder, member, number, slot);
}

/* */
static enum anvil_status read_integer(struct decoder *decoder, const struct anvil_member *member,
                                      unsigned char *slot) {
    const unsigned char *begin = decoder->p;
    int64_t value = 0;
    int64_t max = greatest(member->kind);
    enum anvil_status status = anvil_decoder_pass_number(decoder);
    if (status != ANVIL_OK)
        return status;
    status = anvil_integer_read(begin, decoder->p, -max - 1, max, &value);
    if (status != ANVIL_OK)
        return anvil_decoder_fail(decoder, status, begin);
    store_integer(decoder, member, value, slot);
    return ANVIL_OK;
}

static enum anvil_status write_integer(struct encoder *encoder, const struct anvil_member *member,
                                       const unsigned char *slot) {
    char text[ANVIL_INTEGER_TEXT_MAX];
    size_t bytes = anvil_integer_write(anvil_integer_of(member->kind, slot), text);
    /* Constraints on numbers are the check's business. */
    encoder->is_dirty |= member->limits != NULL;
    return anvil_encoder_put_copy(encoder, text, bytes);
}

static bool is_listed(const struct anvil_int_enum *numbers, int64_t value) {
    for (uint16_t i = 0; i < numbers->count; i++)
        if (numbers->values[i] == value)
            return true;
    return false;
}

/* Ranges include their bounds. */
static enum anvil_status visit_integer(struct checker *checker, const struct anvil_member *member,
                                       const unsigned char *slot) {
    const struct anvil_limits *limits = member->limits;
    if (limits == NULL)
        return ANVIL_OK;
    int64_t value = anvil_integer_of(member->kind, slot);
    const struct anvil_range *range = limits->range;
    anvil_checker_begin_path(checker);
    if (range != NULL && (value < range->min_integer || value > range->max_integer))
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_RANGE, limits, 0, 0);
    if (limits->numbers != NULL && !is_listed(limits->numbers, value))
        anvil_checker_tell(checker, ANVIL_CONSTRAINT_ENUM, limits, 0, 0);
    return ANVIL_OK;
}

const struct anvil_kind_row anvil_integer_row = {
    .read = read_integer,
    .write = write_integer,
    .visit = visit_integer,
};
