/* SPDX-License-Identifier: Apache-2.0 */
/* Keys: which member they name. Members come in model order as a rule, so the one behind the last
 * is tried first. */
#include "base/bytes.h"
#include "decode/decode_step.h"

ANVIL_COLD_FILE

/* Tells whether the plain key of `member`, with its quotes, stands at p. */
ANVIL_INLINE bool is_key_of(const struct anvil_member *member, const unsigned char *p,
                            const unsigned char *end) {
    size_t bytes = (size_t)member->name_bytes + 2;
    return (size_t)(end - p) > bytes &&
           equal_bytes(p, (const unsigned char *)member->key + 2, bytes);
}

/* The member whose plain key stands at p: the expected one, else any; NO_MEMBER for a key that is
 * unknown, or escaped, or none at all. */
static inline size_t find_plain_key(const struct decode_frame *frame, const unsigned char *p,
                                    const unsigned char *end) {
    const struct anvil_member *members = frame->shape->members;
    size_t count = frame->shape->member_count;
    size_t at = frame->expected;
    for (size_t tried = 0; tried < count; tried++, at++) {
        if (at >= count)
            at = 0;
        if (is_key_of(&members[at], p, end))
            return at;
    }
    return NO_MEMBER;
}

enum anvil_status anvil_decoder_read_colon(struct decoder *decoder) {
    const unsigned char *end = decoder->end;
    const unsigned char *p = skip_space(decoder->p, end);
    if (ANVIL_LIKELY(p != end)) {
        if (ANVIL_UNLIKELY(*p != ':'))
            return anvil_decoder_fail(decoder, ANVIL_E_TOKEN, p);
        p = skip_space(p + 1, end);
    }
    decoder->p = p;
    return ANVIL_LIKELY(p != end) ? ANVIL_OK : anvil_decoder_fail(decoder, ANVIL_E_END, end);
}

enum anvil_status anvil_decoder_read_member(struct decoder *decoder,
                                            const struct decode_frame *frame, size_t *index) {
    *index = find_plain_key(frame, decoder->p, decoder->end);
    if (ANVIL_LIKELY(*index != NO_MEMBER)) {
        decoder->p += (size_t)frame->shape->members[*index].name_bytes + 2;
    } else {
        enum anvil_status status = anvil_decoder_read_key(decoder, frame->shape, index);
        if (status != ANVIL_OK)
            return status;
    }
    return anvil_decoder_read_colon(decoder);
}
