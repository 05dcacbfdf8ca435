/* SPDX-License-Identifier: Apache-2.0 */
/* Sizes and places of the public forms. */
#include "sample/value_form.h"

#include <string.h>

bool is_bytes_kind(uint8_t kind) {
    return kind == ANVIL_KIND_STRING || kind == ANVIL_KIND_ENUM || kind == ANVIL_KIND_BLOB ||
           kind == ANVIL_KIND_BIG_INTEGER || kind == ANVIL_KIND_BIG_DECIMAL ||
           kind == ANVIL_KIND_DOCUMENT;
}

bool is_struct_kind(uint8_t kind) {
    return kind == ANVIL_KIND_STRUCTURE || kind == ANVIL_KIND_UNION;
}

size_t form_bytes(uint8_t kind) {
    if (is_struct_kind(kind))
        return sizeof(void *);
    if (is_bytes_kind(kind) || kind == ANVIL_KIND_LIST || kind == ANVIL_KIND_MAP)
        return 2 * sizeof(void *);
    switch (kind) {
    case ANVIL_KIND_BOOLEAN:
        return sizeof(struct anvil_boolean);
    case ANVIL_KIND_BYTE:
        return sizeof(struct anvil_byte);
    case ANVIL_KIND_SHORT:
        return sizeof(struct anvil_short);
    case ANVIL_KIND_LONG:
        return sizeof(struct anvil_long);
    case ANVIL_KIND_FLOAT:
        return sizeof(struct anvil_float);
    case ANVIL_KIND_DOUBLE:
        return sizeof(struct anvil_double);
    case ANVIL_KIND_TIMESTAMP:
        return sizeof(struct anvil_timestamp);
    default:
        return sizeof(struct anvil_integer);
    }
}

/* Where `is_set` stands in the forms that have one. */
static size_t set_at(uint8_t kind) {
    switch (kind) {
    case ANVIL_KIND_BOOLEAN:
        return offsetof(struct anvil_boolean, is_set);
    case ANVIL_KIND_BYTE:
        return offsetof(struct anvil_byte, is_set);
    case ANVIL_KIND_SHORT:
        return offsetof(struct anvil_short, is_set);
    case ANVIL_KIND_LONG:
        return offsetof(struct anvil_long, is_set);
    case ANVIL_KIND_FLOAT:
        return offsetof(struct anvil_float, is_set);
    case ANVIL_KIND_DOUBLE:
        return offsetof(struct anvil_double, is_set);
    case ANVIL_KIND_TIMESTAMP:
        return offsetof(struct anvil_timestamp, is_set);
    default:
        return offsetof(struct anvil_integer, is_set);
    }
}

bool is_slot_absent(uint8_t kind, const void *slot) {
    const void *pointer = NULL;
    if (!is_struct_kind(kind) && !is_bytes_kind(kind) && kind != ANVIL_KIND_LIST &&
        kind != ANVIL_KIND_MAP)
        return ((const unsigned char *)slot)[set_at(kind)] == 0;
    memcpy(&pointer, slot, sizeof pointer);
    return pointer == NULL;
}

bool stands_inside(const struct anvil_shape *container) {
    bool is_collection = container->kind == ANVIL_KIND_LIST || container->kind == ANVIL_KIND_MAP;
    return is_collection && (container->flags & ANVIL_SHAPE_SPARSE) == 0;
}

const void *struct_in_slot(const struct anvil_shape *container, const void *slot) {
    const void *pointer = slot;
    if (!stands_inside(container))
        memcpy(&pointer, slot, sizeof pointer);
    return pointer;
}
