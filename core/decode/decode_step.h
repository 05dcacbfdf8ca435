/* SPDX-License-Identifier: Apache-2.0 */
/* What the steps of containers are made of: separators, keys, values. */
#ifndef ANVIL_DECODE_STEP_H
#define ANVIL_DECODE_STEP_H

#include "decode/decoder.h"
#include "scan/token.h"

/* Moves behind a colon, to the first byte of a value, with white space around it. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_decoder_read_colon(struct decoder *decoder);

/* Reads a key of the structure or union in `frame` and the colon behind it: which member it names
 * goes to *index, or NO_MEMBER. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_read_member(struct decoder *decoder, const struct decode_frame *frame, size_t *index);

/* Moves to the next value of the container, or behind its closing bracket. */
static inline enum anvil_status read_separator(struct decoder *decoder, unsigned char close,
                                               bool *is_closed) {
    const unsigned char *end = decoder->end;
    const unsigned char *p = skip_space(decoder->p, end);
    if (ANVIL_UNLIKELY(p == end))
        return anvil_decoder_fail(decoder, ANVIL_E_END, end);
    *is_closed = *p == close;
    if (*is_closed) {
        decoder->p = p + 1;
        return ANVIL_OK;
    }
    if (!decoder->is_at_begin) {
        if (ANVIL_UNLIKELY(*p != ','))
            return anvil_decoder_fail(decoder, ANVIL_E_TOKEN, p);
        p = skip_space(p + 1, end);
    }
    decoder->is_at_begin = false;
    decoder->p = p;
    return ANVIL_OK;
}

/* Reads the value whose first byte stands at decoder->p into the slot, or opens a frame for it. */
static inline enum anvil_status read_value(struct decoder *decoder,
                                           const struct anvil_member *member, unsigned char *slot) {
    return member->target->row->read(decoder, member, slot);
}

#endif
