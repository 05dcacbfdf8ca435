/* SPDX-License-Identifier: Apache-2.0 */
/* The forms of anvil/value.h as this compiler lays them out. */
#include "c_form.h"

#include <stdbool.h>

#define FORM(type)                                                                                 \
    { sizeof(struct type), _Alignof(struct type), "struct " #type }

struct c_form spec_c_form(int kind) {
    static const struct c_form forms[ANVIL_KIND_COUNT] = {
        [ANVIL_KIND_STRUCTURE] = {sizeof(void *), _Alignof(void *), NULL},
        [ANVIL_KIND_UNION] = {sizeof(void *), _Alignof(void *), NULL},
        [ANVIL_KIND_LIST] = {sizeof(struct anvil_list), _Alignof(struct anvil_list), NULL},
        [ANVIL_KIND_MAP] = {sizeof(struct anvil_map), _Alignof(struct anvil_map), NULL},
        [ANVIL_KIND_STRING] = FORM(anvil_str),
        [ANVIL_KIND_ENUM] = FORM(anvil_str),
        [ANVIL_KIND_INT_ENUM] = FORM(anvil_integer),
        [ANVIL_KIND_BLOB] = FORM(anvil_blob),
        [ANVIL_KIND_BOOLEAN] = FORM(anvil_boolean),
        [ANVIL_KIND_BYTE] = FORM(anvil_byte),
        [ANVIL_KIND_SHORT] = FORM(anvil_short),
        [ANVIL_KIND_INTEGER] = FORM(anvil_integer),
        [ANVIL_KIND_LONG] = FORM(anvil_long),
        [ANVIL_KIND_FLOAT] = FORM(anvil_float),
        [ANVIL_KIND_DOUBLE] = FORM(anvil_double),
        [ANVIL_KIND_BIG_INTEGER] = FORM(anvil_str),
        [ANVIL_KIND_BIG_DECIMAL] = FORM(anvil_str),
        [ANVIL_KIND_TIMESTAMP] = FORM(anvil_timestamp),
        [ANVIL_KIND_DOCUMENT] = FORM(anvil_str),
    };
    return forms[kind];
}

uint32_t spec_align(uint32_t offset, uint32_t align) {
    return (offset + align - 1) / align * align;
}

bool spec_holds_structures(const struct anvil_shape *container) {
    return (container->kind == ANVIL_KIND_LIST || container->kind == ANVIL_KIND_MAP) &&
           (container->flags & ANVIL_SHAPE_SPARSE) == 0;
}

uint32_t spec_mark_words(uint32_t member_count) {
    return member_count > 64 ? (member_count - 1) / 64 : 0;
}
