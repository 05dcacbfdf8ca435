/* SPDX-License-Identifier: Apache-2.0 */
/* What the loops over plain members share with whoever calls them. The loop itself is in
 * decode/decode_plain.h, compiled once for each kernel. */
#ifndef ANVIL_DECODE_PLAIN_RUN_H
#define ANVIL_DECODE_PLAIN_RUN_H

#include "anvil/shape.h"
#include "scan/kernel.h"
#include "scan/token.h"

#include <stdbool.h>

/* What the widest kernel loads at once. */
#define PLAIN_LEAST 32

/* Behind the brace that ends the message, if nothing but white space follows it and the message is
 * long enough to be read as plain; else NULL. */
static inline const unsigned char *plain_end_of(const unsigned char *begin,
                                                const unsigned char *end) {
    while (ANVIL_UNLIKELY(end != begin && is_space(end[-1])))
        end--;
    return ANVIL_LIKELY(end - begin >= PLAIN_LEAST && end[-1] == '}') ? end : NULL;
}

/* Where the reading of a structure stands. */
struct plain_state {
    const unsigned char *p;
    uint64_t seen;     /* a bit for each of the first 64 members that came */
    uint32_t expected; /* the member that probably comes next */
};

enum plain_end {
    PLAIN_AT_KEY,       /* a key is due, and the member there is not plain */
    PLAIN_BEHIND_VALUE, /* behind a value; what follows is no separator */
    PLAIN_CLOSED        /* behind the closing brace */
};

/* Reads members from a place where a key is due, as many as are plain: text inside its member's
 * run, and booleans, under a key that has no escape and has not come before. Stops with nothing
 * half done before the first that is different in any way.
 *
 * The byte before `end` is a closing brace, which spares the loop a question at each byte: one that
 * is no brace is not the last. At least #PLAIN_LEAST bytes before `end` belong to the message.
 * [I-01] */
typedef enum plain_end plain_read(const struct anvil_shape *shape, unsigned char *base,
                                  const unsigned char *end, bool is_checking,
                                  struct plain_state *state);
ANVIL_LOCAL plain_read anvil_read_plain_scalar;
ANVIL_LOCAL plain_read anvil_read_plain_avx2;
ANVIL_LOCAL plain_read anvil_read_plain_neon;

/* By enum anvil_kernel. */
ANVIL_LOCAL extern plain_read *const anvil_plain_reads[ANVIL_KERNEL_COUNT];

#endif
