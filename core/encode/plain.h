/* SPDX-License-Identifier: Apache-2.0 */
/* What the loops over plain members share with whoever calls them. The loops themselves are in
 * encode/encode_plain.h, compiled once for each kernel. */
#ifndef ANVIL_ENCODE_PLAIN_RUN_H
#define ANVIL_ENCODE_PLAIN_RUN_H

#include "anvil/shape.h"
#include "scan/kernel.h"

#include <stdbool.h>

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
ANVIL_LOCAL plain_write anvil_write_plain_ssse3;
ANVIL_LOCAL plain_write anvil_write_plain_avx2;
ANVIL_LOCAL plain_write anvil_write_plain_neon;

/* The same as pieces, up to `capacity` of them. Returns how many there are, and in *bytes how long
 * they are together. */
typedef size_t plain_list(struct plain_writing *writing, struct anvil_str *pieces, size_t capacity,
                          size_t *bytes);
ANVIL_LOCAL plain_list anvil_list_plain_scalar;
ANVIL_LOCAL plain_list anvil_list_plain_ssse3;
ANVIL_LOCAL plain_list anvil_list_plain_avx2;
ANVIL_LOCAL plain_list anvil_list_plain_neon;

/* By enum anvil_kernel. */
ANVIL_LOCAL extern plain_write *const anvil_plain_writes[ANVIL_KERNEL_COUNT];
ANVIL_LOCAL extern plain_list *const anvil_plain_lists[ANVIL_KERNEL_COUNT];

#endif
