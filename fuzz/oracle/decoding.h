/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One decoding with all that belongs to it, every part in a block of its own size, so that a step
 * too far is noticed. The arena begins small and grows until the message fits.
 */
#ifndef FUZZ_DECODING_H
#define FUZZ_DECODING_H

#include "anvil/codec.h"
#include "scan/kernel.h"

struct decoding {
    enum anvil_status status; /* what the verb said */
    struct anvil_report report;
    struct anvil_arena arena;
    void *value;   /* the C struct */
    void *memory;  /* of the arena */
    bool is_dirty; /* on a kernel: the check has something to look at */
};

/* Decodes by the verb anvil_decode(). End with decoding_free(). */
void decoding_begin(struct decoding *decoding, const struct anvil_shape *shape,
                    struct anvil_str body, unsigned checks);

/* The reading half of it, on one kernel. */
void decoding_begin_on(struct decoding *decoding, enum anvil_kernel kernel,
                       const struct anvil_shape *shape, struct anvil_str body, unsigned checks);

void decoding_free(struct decoding *decoding);

/* Whether there is a struct to look at: it is good, or only breaks constraints. */
bool decoding_has_value(const struct decoding *decoding);

#endif
