/* SPDX-License-Identifier: Apache-2.0 */
/* The case that pays: members in model order, no white space, clean text. Include a kernel first.
 */
#ifndef ANVIL_DECODE_PLAIN_H
#define ANVIL_DECODE_PLAIN_H

#include "base/bytes.h"
#include "check/clean.h"
#include "decode/decode.h"

/* Reads as many such members as there are and stops, with nothing half done, before the first that
 * is different in any way. True: behind a value that no comma follows at once; false: where a key
 * is due. Its state is in locals, because a walk through memory would cost more than the bytes do.
 */
ANVIL_INLINE bool read_plain_members(struct decoder *decoder, struct decode_frame *frame) {
    const struct anvil_member *members = frame->shape->members;
    const unsigned char *p = decoder->p;
    const unsigned char *end = decoder->end;
    uint64_t seen = frame->mark.seen;
    size_t count = frame->shape->member_count < 64 ? frame->shape->member_count : 64;
    size_t index = frame->expected;
    unsigned char *base = frame->base;
    bool is_checking = decoder->is_checking;
    bool is_behind_value = false;
    for (; index < count && !is_behind_value; index++) {
        const struct anvil_member *member = &members[index];
        size_t bytes = (size_t)member->name_bytes + 4;
        if (!is_text(member->kind) || (seen >> index & 1) != 0 || (size_t)(end - p) <= bytes ||
            !equal_bytes(p, (const unsigned char *)member->key + 2, bytes))
            break;
        const struct anvil_run *run = is_checking ? member->run : &anvil_plain_run;
        const unsigned char *begin = p + bytes;
        const unsigned char *quote = kernel_span(begin, end, &run->set);
        if (ANVIL_UNLIKELY(quote == end || *quote != '"' ||
                           !has_clean_length(run, (size_t)(quote - begin))))
            break;
        struct anvil_str text = anvil_str_of((const char *)begin, (size_t)(quote - begin));
        memcpy(base + member->offset, &text, sizeof text);
        seen |= (uint64_t)1 << index;
        is_behind_value = end - quote < 2 || quote[1] != ',';
        p = quote + (is_behind_value ? 1 : 2);
    }
    decoder->p = p;
    frame->mark.seen = seen;
    frame->expected = (uint16_t)index;
    return is_behind_value;
}

#endif
