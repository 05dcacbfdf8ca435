/* SPDX-License-Identifier: Apache-2.0 */
/* [I-14] [I-16] Every arena stands in a block of exactly its size. */
#include "arena_oracle.h"

#include "fuzz_input.h"
#include "oracle.h"

#include <stdlib.h>

/* Far beyond what a message of a fuzzer needs; and what addresses are aligned to. */
enum { MOST = 1 << 26, ALIGN = 16 };

static enum anvil_status attempt_with(const struct arena_attempt *attempt, size_t capacity,
                                      size_t *need, size_t *peak) {
    void *memory = fuzz_memory(capacity);
    struct anvil_arena arena = anvil_arena_of(capacity != 0 ? memory : NULL, capacity);
    *need = 0;
    enum anvil_status status = attempt->run(attempt->context, &arena, need);
    FUZZ_EXPECT(arena_fit, arena.scratch == 0 && arena.used <= capacity && arena.peak <= capacity &&
                               (status != ANVIL_E_ARENA || (arena.used == 0 && *need > capacity)));
    *peak = arena.peak;
    free(memory);
    return status;
}

enum anvil_status expect_arena_fit(const struct arena_attempt *attempt) {
    size_t capacity = 0;
    size_t need = 0;
    size_t peak = 0;
    size_t ignored;
    enum anvil_status status = attempt_with(attempt, 0, &need, &peak);
    while (status == ANVIL_E_ARENA && need <= MOST) {
        capacity = need;
        status = attempt_with(attempt, capacity, &need, &peak);
    }
    if (peak == 0 || status == ANVIL_E_ARENA)
        return status;
    /* What fills it from the top is padded alike only where the end is aligned alike. */
    size_t enough = peak + (capacity - peak) % ALIGN;
    FUZZ_EXPECT(arena_fit, attempt_with(attempt, enough, &need, &ignored) == status);
    if (enough >= ALIGN)
        FUZZ_EXPECT(arena_fit,
                    attempt_with(attempt, enough - ALIGN, &need, &ignored) == ANVIL_E_ARENA);
    /* One byte short: refused, or it had room to spare. */
    enum anvil_status shorter = attempt_with(attempt, peak - 1, &need, &ignored);
    FUZZ_EXPECT(arena_fit, shorter == ANVIL_E_ARENA || (shorter == status && ignored < peak));
    return status;
}
