/* SPDX-License-Identifier: Apache-2.0 */
/* What the loops over plain members share with whoever calls them. The loops themselves are in
 * encode/encode_plain.h, compiled once for each kernel. */
#ifndef ANVIL_ENCODE_PLAIN_RUN_H
#define ANVIL_ENCODE_PLAIN_RUN_H

#include "check/clean.h"

#include <stdbool.h>
#include <string.h>

/* Where the writing of a structure stands. */
struct plain_writing {
    const struct anvil_member *members;
    const unsigned char *base; /* the C struct */
    size_t index;              /* the member that comes next */
    size_t count;
    size_t skipped;   /* bytes of the next `key` that are not to be written: 2, and a brace instead,
                         when nothing stands before it; 1 behind a value; 0 behind text whose closing
                         quote is due */
    bool is_checking; /* some constraint is to be checked */
    bool is_checked;  /* text whose pattern rules out escapes need not be looked at */
};

/* Writes members as long as they are plain, which is text inside its run, or absent and owed
 * nothing, and as long as there is room at [to, end). Returns where the next byte goes; what stands
 * behind that has no meaning. */
typedef char *plain_write(struct plain_writing *writing, char *to, const char *end);
ANVIL_LOCAL plain_write anvil_write_plain_scalar;
ANVIL_LOCAL plain_write anvil_write_plain_avx2;
ANVIL_LOCAL plain_write anvil_write_plain_neon;

/* By enum anvil_kernel. */
ANVIL_LOCAL extern plain_write *const anvil_plain_writes[ANVIL_KERNEL_COUNT];

/* The same as pieces, up to `capacity` of them. Returns how many there are, and in *bytes how long
 * they are together. For every kernel, because checked text need not be looked at. */
ANVIL_LOCAL size_t anvil_list_plain(struct plain_writing *writing, enum anvil_kernel kernel,
                                    struct anvil_str *pieces, size_t capacity, size_t *bytes);

/* The text of the member that comes next, past those that are absent; NULL when the next is none
 * that could be plain. */
static inline const struct anvil_member *next_text(struct plain_writing *writing,
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

#endif
