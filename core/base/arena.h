/* SPDX-License-Identifier: Apache-2.0 */
/* [I-05] Taking memory out of an arena, the only memory there is. Finished values come from the
 * bottom; the items of a list that is still being read come from the top, last item lowest, and
 * move to the bottom when the list ends. So lists nest, items end up side by side, and nobody has
 * to know beforehand how many there are.
 */
#ifndef ANVIL_BASE_ARENA_H
#define ANVIL_BASE_ARENA_H

#include "anvil/arena.h"

#include <stdbool.h>

/* Takes `bytes` at the bottom, aligned to `align` (a power of two). NULL when they do not fit, with
 * what an arena at the same address would have to hold for this step in *need [I-14]. */
ANVIL_LOCAL ANVIL_MUST_CHECK void *anvil_arena_take(struct anvil_arena *arena, size_t bytes,
                                                    size_t align, size_t *need);

/* Zeroes memory, by a call: files that are made small would do it byte by byte. */
ANVIL_LOCAL void anvil_clear(void *memory, size_t bytes);

/* Gives back the last `bytes` that anvil_arena_take() handed out. */
ANVIL_LOCAL void anvil_arena_give_back(struct anvil_arena *arena, size_t bytes);

/* Puts one item of `size` bytes, zeroed, on the top. NULL when it does not fit, as above. */
ANVIL_LOCAL ANVIL_MUST_CHECK void *anvil_arena_push(struct anvil_arena *arena, size_t size,
                                                    size_t align, size_t *need);

/* Moves the `count` items of `size` bytes that were pushed last to the bottom, first item first,
 * and sets the scratch size to `scratch`. NULL when they do not fit, as above. `count` is not 0. */
ANVIL_LOCAL ANVIL_MUST_CHECK void *anvil_arena_settle(struct anvil_arena *arena, size_t count,
                                                      size_t size, size_t align, size_t scratch,
                                                      size_t *need);

#endif
