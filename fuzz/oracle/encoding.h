/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One encoding of a C struct: measured first, then written into a block of exactly that size.
 */
#ifndef FUZZ_ENCODING_H
#define FUZZ_ENCODING_H

#include "anvil/codec.h"

struct encoding {
    enum anvil_status status;   /* of the verb; ANVIL_OK when there is text */
    struct anvil_report report; /* of the last call */
    struct anvil_str text;      /* absent without #ANVIL_OK */
    char *memory;
};

/* Encodes by anvil_encode(). Asks exact_fit on the way: what was measured is what it takes. End
 * with encoding_free(). */
void encoding_begin(struct encoding *encoding, const struct anvil_shape *shape, const void *value,
                    unsigned checks);

void encoding_free(struct encoding *encoding);

/* exact_fit: every capacity below the text's is refused, asks for all of it and touches nothing
 * behind. Of long texts some of the capacities. */
void expect_short_buffers_fail(const struct encoding *encoding, const struct anvil_shape *shape,
                               const void *value, unsigned checks);

/* fixpoint: encoded to pieces, with an array and an arena as small as they can be, it is the same
 * text or the same refusal. */
void expect_pieces_join(const struct encoding *encoding, const struct anvil_shape *shape,
                        const void *value, unsigned checks);

/* kernels_agree: every kernel writes the same text or refuses alike. */
void expect_kernels_write_the_same(const struct encoding *encoding, const struct anvil_shape *shape,
                                   const void *value, unsigned checks);

#endif
