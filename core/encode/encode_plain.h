/* SPDX-License-Identifier: Apache-2.0 */
/* The case that pays: members that are clean text, or absent and owed nothing. Include a kernel
 * first. */
#ifndef ANVIL_ENCODE_PLAIN_H
#define ANVIL_ENCODE_PLAIN_H

#include "check/clean_plain.h"
#include "encode/encoder.h"
#include "encode/member_key.h"

/* Writes as many such members as there are and stops before the first that is different. The sink
 * is in locals meanwhile, because a walk through memory would cost more than the bytes do. */
ANVIL_INLINE void write_plain_members(struct encoder *encoder, struct encode_frame *frame) {
    const struct anvil_member *members = frame->shape->members;
    struct anvil_sink sink = encoder->sink;
    bool is_quote_open = encoder->is_quote_open;
    bool is_begun = frame->is_begun;
    size_t index = frame->index;
    for (; index < frame->count && is_text(members[index].kind); index++) {
        const struct anvil_member *member = &members[index];
        struct anvil_str text;
        memcpy(&text, frame->base + member->offset, sizeof text);
        if (text.ptr == NULL) {
            if ((member->flags & (ANVIL_MEMBER_REQUIRED | ANVIL_MEMBER_DEFAULT)) != 0)
                break;
            continue;
        }
        const struct anvil_run *run = encoder->is_checking ? member->run : &anvil_plain_run;
        if (!is_trusted(encoder, member) && !is_clean_here(run, text))
            break;
        if (!is_begun)
            sink_put(&sink, "{", 1);
        struct anvil_str key = key_piece(member, is_quote_open, is_begun);
        sink_put(&sink, key.ptr, key.len);
        is_begun = true;
        is_quote_open = true;
        if (text.len != 0)
            sink_put(&sink, text.ptr, text.len);
    }
    encoder->sink = sink;
    encoder->is_quote_open = is_quote_open;
    frame->is_begun = is_begun;
    frame->index = index;
}

#endif
