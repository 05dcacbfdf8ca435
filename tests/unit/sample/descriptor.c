/* SPDX-License-Identifier: Apache-2.0 */
/* The shapes that are the same in every service. */
#include "sample/descriptor.h"

#define OF(kind_, row_, name_, type)                                                               \
    [kind_] = {.row = &anvil_##row_##_row,                                                         \
               NAME(name_),                                                                        \
               .size = sizeof(struct type),                                                        \
               .align = _Alignof(struct type),                                                     \
               .kind = (kind_)}

const struct anvil_shape sample_scalars[ANVIL_KIND_COUNT] = {
    OF(ANVIL_KIND_STRING, text, "Text", anvil_str),
    OF(ANVIL_KIND_ENUM, text, "Color", anvil_str),
    OF(ANVIL_KIND_INT_ENUM, integer, "Level", anvil_integer),
    OF(ANVIL_KIND_BLOB, blob, "Blob", anvil_blob),
    OF(ANVIL_KIND_BOOLEAN, boolean, "Boolean", anvil_boolean),
    OF(ANVIL_KIND_BYTE, integer, "Byte", anvil_byte),
    OF(ANVIL_KIND_SHORT, integer, "Short", anvil_short),
    OF(ANVIL_KIND_INTEGER, integer, "Integer", anvil_integer),
    OF(ANVIL_KIND_LONG, integer, "Long", anvil_long),
    OF(ANVIL_KIND_FLOAT, real, "Float", anvil_float),
    OF(ANVIL_KIND_DOUBLE, real, "Double", anvil_double),
    OF(ANVIL_KIND_BIG_INTEGER, big_number, "BigInteger", anvil_str),
    OF(ANVIL_KIND_BIG_DECIMAL, big_number, "BigDecimal", anvil_str),
    OF(ANVIL_KIND_TIMESTAMP, timestamp, "Timestamp", anvil_timestamp),
    OF(ANVIL_KIND_DOCUMENT, document, "Document", anvil_str),
};
