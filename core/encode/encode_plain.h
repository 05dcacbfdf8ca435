/* SPDX-License-Identifier: Apache-2.0 */
/* The case that pays: members that are clean text, or absent and owed nothing. Include a kernel
 * first. */
#ifndef ANVIL_ENCODE_PLAIN_H
#define ANVIL_ENCODE_PLAIN_H

#include "check/clean_plain.h"
#include "encode/plain.h"

/* The text of the member that comes next, past those that are absent; NULL when the next is none
 * that could be plain. */
ANVIL_INLINE const struct anvil_member *next_text(struct plain_writing *writing,
                                                  struct anvil_str *text) {
    for (; writing->index < writing->count; writing->index++) {
        const struct anvil_member *member = &writing->members[writing->index];
        if (ANVIL_UNLIKELY(!is_text(member->kind)))
            return NULL;
        memcpy(text, writing->base + member->offset, sizeof *text);
        if (ANVIL_LIKELY(text->ptr != NULL))
            return member;
        if ((member->flags & (ANVIL_MEMBER_REQUIRED | ANVIL_MEMBER_DEFAULT)) != 0)
            return NULL;
    }
    return NULL;
}

ANVIL_INLINE char *write_plain_members(struct plain_writing *shared, char *to, const char *end) {
    /* A copy in locals, because a walk through memory would cost more than the bytes do. */
    struct plain_writing writing = *shared;
    struct anvil_str text;
    const struct anvil_member *member = NULL;
    while ((member = next_text(&writing, &text)) != NULL) {
        const struct anvil_run *run = writing.is_checking ? member->run : &anvil_plain_run;
        size_t key_bytes = (size_t)member->name_bytes + 6 - writing.skipped;
        size_t room = (size_t)(end - to);
        size_t overhead = 1 + key_bytes + KERNEL_COPY_ROOM;
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

ANVIL_INLINE size_t list_plain_members(struct plain_writing *shared, struct anvil_str *pieces,
                                       size_t capacity, size_t *bytes) {
    struct plain_writing writing = *shared;
    struct anvil_str text;
    const struct anvil_member *member = NULL;
    size_t count = 0;
    size_t sum = 0;
    while ((member = next_text(&writing, &text)) != NULL && capacity - count >= 3) {
        const struct anvil_run *run = writing.is_checking ? member->run : &anvil_plain_run;
        bool is_trusted =
            writing.is_checked && member->limits != NULL && member->limits->escape_free != 0;
        if (!is_trusted && !is_clean_here(run, text))
            break;
        if (writing.skipped == 2) {
            pieces[count++] = anvil_str_of("{", 1);
            sum++;
        }
        size_t key_bytes = (size_t)member->name_bytes + 6 - writing.skipped;
        pieces[count++] = anvil_str_of(member->key + writing.skipped, key_bytes);
        if (ANVIL_LIKELY(text.len != 0))
            pieces[count++] = text;
        sum += key_bytes + text.len;
        writing.skipped = 0;
        writing.index++;
    }
    shared->index = writing.index;
    shared->skipped = writing.skipped;
    *bytes = sum;
    return count;
}

#endif
