/* SPDX-License-Identifier: Apache-2.0 */
/* The C form of each kind, as far as the engine's loops need to know it. */
#ifndef ANVIL_BASE_FORM_H
#define ANVIL_BASE_FORM_H

#include "anvil/shape.h"

/* In place of an offset: the form begins with a pointer, and is absent when that is NULL. */
#define FORM_HAS_POINTER 0xFF

struct anvil_form {
    uint8_t bytes;  /* size as a member; of structures and unions that is a pointer */
    uint8_t set_at; /* offset of `is_set`, or FORM_HAS_POINTER */
};

/* By enum anvil_kind. */
ANVIL_LOCAL extern const struct anvil_form anvil_forms[ANVIL_KIND_COUNT];

/* Tells whether the value in a member's slot is absent. Nothing else is. */
static inline bool is_absent(uint8_t kind, const unsigned char *slot) {
    uint8_t set_at = anvil_forms[kind].set_at;
    if (set_at != FORM_HAS_POINTER)
        return slot[set_at] == 0;
    const void *pointer = NULL;
    memcpy(&pointer, slot, sizeof pointer);
    return pointer == NULL;
}

/* The number in the C form of any integer kind. */
ANVIL_LOCAL int64_t anvil_integer_of(uint8_t kind, const unsigned char *slot);

/* Tells whether structures and unions inside a container stand in it, as in dense lists and maps,
 * rather than behind a pointer. */
static inline bool holds_structures(const struct anvil_shape *container) {
    return (container->kind == ANVIL_KIND_LIST || container->kind == ANVIL_KIND_MAP) &&
           (container->flags & ANVIL_SHAPE_SPARSE) == 0;
}

/* Where the struct of a structure or union in a container's slot is: behind a pointer, or right
 * here. */
static inline const unsigned char *struct_at(const struct anvil_shape *container,
                                             const unsigned char *slot) {
    const unsigned char *base = slot;
    if (!holds_structures(container))
        memcpy(&base, slot, sizeof base);
    return base;
}

/* The entry `index` of the map in `slot`; NULL of any other container. */
static inline const unsigned char *map_entry(const struct anvil_shape *container,
                                             const unsigned char *slot, size_t index) {
    struct anvil_map map;
    if (container->kind != ANVIL_KIND_MAP)
        return NULL;
    memcpy(&map, slot, sizeof map);
    return (const unsigned char *)map.entries + index * container->item_size;
}

/* Tells whether an item of a list or a value of a map is null. Structures that stand in their
 * container never are. */
static inline bool is_null(const struct anvil_shape *container, uint8_t kind,
                           const unsigned char *slot) {
    bool is_struct = kind == ANVIL_KIND_STRUCTURE || kind == ANVIL_KIND_UNION;
    return !(is_struct && holds_structures(container)) && is_absent(kind, slot);
}

#endif
