/* SPDX-License-Identifier: Apache-2.0 */
/* The shapes that are the same in every service. */
#include "sample/descriptor.h"

#define OF(kind_, name_, type)                                                                     \
    [kind_] = {.name = ANVIL_STR(name_),                                                           \
               .size = sizeof(struct type),                                                        \
               .align = _Alignof(struct type),                                                     \
               .kind = (kind_)}

const struct anvil_shape sample_scalars[ANVIL_KIND_COUNT] = {
    OF(ANVIL_KIND_STRING, "Text", anvil_str),
    OF(ANVIL_KIND_ENUM, "Color", anvil_str),
    OF(ANVIL_KIND_INT_ENUM, "Level", anvil_integer),
    OF(ANVIL_KIND_BLOB, "Blob", anvil_blob),
    OF(ANVIL_KIND_BOOLEAN, "Boolean", anvil_boolean),
    OF(ANVIL_KIND_BYTE, "Byte", anvil_byte),
    OF(ANVIL_KIND_SHORT, "Short", anvil_short),
    OF(ANVIL_KIND_INTEGER, "Integer", anvil_integer),
    OF(ANVIL_KIND_LONG, "Long", anvil_long),
    OF(ANVIL_KIND_FLOAT, "Float", anvil_float),
    OF(ANVIL_KIND_DOUBLE, "Double", anvil_double),
    OF(ANVIL_KIND_BIG_INTEGER, "BigInteger", anvil_str),
    OF(ANVIL_KIND_BIG_DECIMAL, "BigDecimal", anvil_str),
    OF(ANVIL_KIND_TIMESTAMP, "Timestamp", anvil_timestamp),
    OF(ANVIL_KIND_DOCUMENT, "Document", anvil_str),
};
