/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Decoding with everything that a test wants to look at afterwards: the body stands flush against
 * an unreadable page, the arena too.
 */
#ifndef UNIT_SAMPLE_DECODE_FLUSH_H
#define UNIT_SAMPLE_DECODE_FLUSH_H

#include "anvil/codec.h"
#include "guard_page.h"

/** The outcome of one anvil_decode(). */
struct decoded {
    enum anvil_status status;
    struct anvil_report report;
    struct anvil_arena arena;
    struct anvil_str body; /**< where the body stood */
    struct guard_page body_page;
    struct guard_page arena_page;
};

/** How much room decode_flush() gives. */
#define DECODED_ARENA_BYTES 8192

/** Decodes a copy of `body` into `out`. The copy, and what was decoded, live until decoded_free().
 */
struct decoded decode_flush(const struct anvil_shape *shape, struct anvil_str body, unsigned checks,
                            void *out);

/** Gives the memory back. */
void decoded_free(struct decoded *decoded);

/** Tells whether a view lies in the body, or in the used part of the arena. */
bool is_in_body(const struct decoded *decoded, struct anvil_str text);
bool is_in_arena(const struct decoded *decoded, struct anvil_str text);

#endif
