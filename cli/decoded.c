/* SPDX-License-Identifier: Apache-2.0 */
/* Try, grow, try again. */
#include "decoded.h"

#include "allocation.h"

#define FIRST_ARENA_BYTES ((size_t)1 << 14)

void cli_arena_grow(struct anvil_arena *arena) {
    size_t capacity = arena->capacity * 2;
    if (capacity < FIRST_ARENA_BYTES)
        capacity = FIRST_ARENA_BYTES;
    *arena = anvil_arena_of(cli_reallocate(arena->base, capacity), capacity);
}

enum anvil_status cli_decode(const struct anvil_shape *shape, struct anvil_str body,
                             unsigned checks, struct anvil_arena *arena, void *value,
                             struct anvil_report *report) {
    for (;;) {
        anvil_arena_reset(arena);
        enum anvil_status status = anvil_decode(shape, body, checks, arena, value, report);
        if (status != ANVIL_E_ARENA)
            return status;
        cli_arena_grow(arena);
    }
}
