/* SPDX-License-Identifier: Apache-2.0 */
/* Sizes and places, taken from the public forms themselves. */
#include "base/form.h"

#define WITH_POINTER(type)                                                                         \
    { sizeof(type), FORM_HAS_POINTER }
#define WITH_IS_SET(type)                                                                          \
    { sizeof(type), offsetof(type, is_set) }

const struct anvil_form anvil_forms[ANVIL_KIND_COUNT] = {
    [ANVIL_KIND_STRUCTURE] = WITH_POINTER(void *),
    [ANVIL_KIND_UNION] = WITH_POINTER(void *),
    [ANVIL_KIND_LIST] = WITH_POINTER(struct anvil_list),
    [ANVIL_KIND_MAP] = WITH_POINTER(struct anvil_map),
    [ANVIL_KIND_STRING] = WITH_POINTER(struct anvil_str),
    [ANVIL_KIND_ENUM] = WITH_POINTER(struct anvil_str),
    [ANVIL_KIND_INT_ENUM] = WITH_IS_SET(struct anvil_integer),
    [ANVIL_KIND_BLOB] = WITH_POINTER(struct anvil_blob),
    [ANVIL_KIND_BOOLEAN] = WITH_IS_SET(struct anvil_boolean),
    [ANVIL_KIND_BYTE] = WITH_IS_SET(struct anvil_byte),
    [ANVIL_KIND_SHORT] = WITH_IS_SET(struct anvil_short),
    [ANVIL_KIND_INTEGER] = WITH_IS_SET(struct anvil_integer),
    [ANVIL_KIND_LONG] = WITH_IS_SET(struct anvil_long),
    [ANVIL_KIND_FLOAT] = WITH_IS_SET(struct anvil_float),
    [ANVIL_KIND_DOUBLE] = WITH_IS_SET(struct anvil_double),
    [ANVIL_KIND_BIG_INTEGER] = WITH_POINTER(struct anvil_str),
    [ANVIL_KIND_BIG_DECIMAL] = WITH_POINTER(struct anvil_str),
    [ANVIL_KIND_TIMESTAMP] = WITH_IS_SET(struct anvil_timestamp),
    [ANVIL_KIND_DOCUMENT] = WITH_POINTER(struct anvil_str),
};

int64_t anvil_integer_of(uint8_t kind, const unsigned char *slot) {
    struct anvil_byte byte;
    struct anvil_short half;
    struct anvil_integer word;
    struct anvil_long wide;
    switch (kind) {
    case ANVIL_KIND_BYTE:
        memcpy(&byte, slot, sizeof byte);
        return byte.value;
    case ANVIL_KIND_SHORT:
        memcpy(&half, slot, sizeof half);
        return half.value;
    case ANVIL_KIND_LONG:
        memcpy(&wide, slot, sizeof wide);
        return wide.value;
    default:
        memcpy(&word, slot, sizeof word);
        return word.value;
    }
}
