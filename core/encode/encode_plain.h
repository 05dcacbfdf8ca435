/* SPDX-License-Identifier: Apache-2.0 */
/* The case that pays: members that are clean text, or absent and owed nothing. Include a kernel
 * first. */
#ifndef ANVIL_ENCODE_PLAIN_H
#define ANVIL_ENCODE_PLAIN_H

#include "base/bytes.h"
#include "check/clean.h"
#include "encode/plain_writing.h"

ANVIL_INLINE char *write_plain_members(struct plain_writing *shared, char *to, const char *end) {
    /* A copy in locals, because a walk through memory would cost more than the bytes do. */
    struct plain_writing writing = *shared;
    struct anvil_str text;
    const struct anvil_member *member = NULL;
    while ((member = next_text(&writing, &text)) != NULL) {
        const struct anvil_run *run = writing.is_checking ? member->run : &anvil_plain_run;
        size_t key_bytes = (size_t)member->name_bytes + 6 - writing.skipped;
        size_t room = (size_t)(end - to);
        size_t overhead = 1 + key_bytes;
        if (!has_clean_length(run, text.len) || room < overhead || room - overhead < text.len)
            break;
        char *at = to;
        if (writing.skipped == 2)
            *at++ = '{';
        copy_bytes(at, member->key + writing.skipped, key_bytes);
        at += key_bytes;
        if (ANVIL_UNLIKELY(text.len != 0 && !kernel_copy_all(at, text.ptr, text.len, &run->set)))
            break;
        to = at + text.len;
        writing.skipped = 0;
        writing.index++;
    }
    shared->index = writing.index;
    shared->skipped = writing.skipped;
    return to;
}

#endif
