/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The caller's memory for what a decoded message cannot alias: unescaped text, list items, nested
 * structures. Anvil never calls an allocator.
 */
#ifndef ANVIL_ARENA_H
#define ANVIL_ARENA_H

#include "anvil/port.h"

#include <stddef.h>

ANVIL_BEGIN_C

/**
 * A piece of the caller's memory that fills from both ends: finished values from the bottom, the
 * items of lists that are still being read from the top.
 *
 * Make one with anvil_arena_of(). The members may be read, not written. An arena serves one thread
 * at a time and any number of messages; everything decoded into it lives until anvil_arena_reset()
 * or until the memory goes away.
 */
struct anvil_arena {
    unsigned char *base; /**< the caller's memory, NULL when `capacity` is 0 */
    size_t capacity;     /**< its size in bytes */
    size_t used;         /**< bytes at the bottom that hold finished values */
    size_t scratch;      /**< bytes at the top in use; 0 between calls */
    size_t peak;         /**< the most bytes that were in use at once, both ends together */
};

/**
 * Makes an empty arena over `capacity` bytes at `memory`, which the caller keeps and owns.
 * Any alignment will do; `memory` may be NULL when `capacity` is 0.
 */
static inline struct anvil_arena anvil_arena_of(void *memory, size_t capacity) {
    struct anvil_arena arena;
    arena.base = (unsigned char *)memory;
    arena.capacity = capacity;
    arena.used = 0;
    arena.scratch = 0;
    arena.peak = 0;
    return arena;
}

/** Empties the arena: every value decoded into it is dead from here on. `peak` is kept. */
static inline void anvil_arena_reset(struct anvil_arena *arena) {
    arena->used = 0;
    arena->scratch = 0;
}

ANVIL_END_C

#endif
