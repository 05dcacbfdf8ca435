/* SPDX-License-Identifier: Apache-2.0 */
/* The oracle arena_fit: what happens to a call as its arena shrinks. */
#ifndef FUZZ_ARENA_ORACLE_H
#define FUZZ_ARENA_ORACLE_H

#include "anvil/arena.h"
#include "anvil/status.h"

/* A call that takes memory from an arena and can be repeated. */
struct arena_attempt {
    /* Makes the call. Returns its status, and in *need what it says would be enough. */
    enum anvil_status (*run)(void *context, struct anvil_arena *arena, size_t *need);
    void *context; /* the first argument of `run` */
};

/* Begins with no memory and follows what each failure says is needed until the call gets what it
 * wants: every step asks for more than it had, and a failure leaves the arena as it was. Then again
 * with exactly what was in use at most, which is enough, and with less, which is not. Returns the
 * status of the call that had enough. */
enum anvil_status expect_arena_fit(const struct arena_attempt *attempt);

#endif
