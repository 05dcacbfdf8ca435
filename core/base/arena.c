/* SPDX-License-Identifier: Apache-2.0 */
/* [I-02] Two-ended bump allocation. Every size is checked before it is added. */
#include "base/arena.h"

#include <stdint.h>
#include <string.h>

/* No C type that a table can name asks for more. */
enum { MAX_ALIGN = 16 };

static size_t free_bytes(const struct anvil_arena *arena) {
    return arena->capacity - arena->used - arena->scratch;
}

static void note_peak(struct anvil_arena *arena) {
    size_t in_use = arena->used + arena->scratch;
    if (in_use > arena->peak)
        arena->peak = in_use;
}

/* [I-14] What the whole arena would have to hold for `bytes` more; saturates instead of wrapping.
 * An arena of another size ends elsewhere, so its top may need padding where this one needs none.
 */
static size_t needed(const struct anvil_arena *arena, size_t bytes, size_t align) {
    size_t in_use = arena->used + arena->scratch;
    size_t slack = align - 1 + (arena->scratch != 0 ? MAX_ALIGN - 1 : 0);
    size_t spare = SIZE_MAX - in_use;
    return slack > spare || bytes > spare - slack ? SIZE_MAX : in_use + slack + bytes;
}

void *anvil_arena_take(struct anvil_arena *arena, size_t bytes, size_t align, size_t *need) {
    /* The caller's memory may start anywhere, so what is aligned is the address, not the offset. */
    uintptr_t at = (uintptr_t)arena->base + arena->used;
    size_t padding = (size_t)(-at & (align - 1));
    size_t room = free_bytes(arena);
    if (arena->base == NULL || padding > room || bytes > room - padding) {
        *need = needed(arena, bytes, align);
        return NULL;
    }
    unsigned char *memory = arena->base + arena->used + padding;
    arena->used += padding + bytes;
    note_peak(arena);
    return memory;
}

void anvil_clear(void *memory, size_t bytes) {
    memset(memory, 0, bytes);
}

void anvil_arena_give_back(struct anvil_arena *arena, size_t bytes) {
    arena->used -= bytes;
}

void *anvil_arena_push(struct anvil_arena *arena, size_t size, size_t align, size_t *need) {
    size_t room = free_bytes(arena);
    if (arena->base == NULL || size > room) {
        *need = needed(arena, size, align);
        return NULL;
    }
    uintptr_t at = (uintptr_t)arena->base + arena->capacity - arena->scratch - size;
    size_t padding = (size_t)(at & (align - 1));
    if (padding > room - size) {
        *need = needed(arena, size, align);
        return NULL;
    }
    arena->scratch += size + padding;
    note_peak(arena);
    unsigned char *item = arena->base + (arena->capacity - arena->scratch);
    memset(item, 0, size);
    return item;
}

void *anvil_arena_settle(struct anvil_arena *arena, size_t count, size_t size, size_t align,
                         size_t scratch, size_t *need) {
    const unsigned char *last = arena->base + (arena->capacity - arena->scratch);
    unsigned char *items = anvil_arena_take(arena, count * size, align, need);
    if (items == NULL)
        return NULL;
    for (size_t i = 0; i < count; i++)
        memcpy(items + i * size, last + (count - 1 - i) * size, size);
    arena->scratch = scratch;
    return items;
}
