/* SPDX-License-Identifier: Apache-2.0 */
/* Every kind at once, for shapes that are made at run time. Nothing else refers to this file, so
 * that nobody else links what no shape of theirs has. */
#include "base/kind_row.h"

static const struct anvil_kind_row *const ROWS[ANVIL_KIND_COUNT] = {
    [ANVIL_KIND_STRUCTURE] = &anvil_structure_row,
    [ANVIL_KIND_UNION] = &anvil_union_row,
    [ANVIL_KIND_LIST] = &anvil_list_row,
    [ANVIL_KIND_MAP] = &anvil_map_row,
    [ANVIL_KIND_STRING] = &anvil_text_row,
    [ANVIL_KIND_ENUM] = &anvil_text_row,
    [ANVIL_KIND_INT_ENUM] = &anvil_integer_row,
    [ANVIL_KIND_BLOB] = &anvil_blob_row,
    [ANVIL_KIND_BOOLEAN] = &anvil_boolean_row,
    [ANVIL_KIND_BYTE] = &anvil_integer_row,
    [ANVIL_KIND_SHORT] = &anvil_integer_row,
    [ANVIL_KIND_INTEGER] = &anvil_integer_row,
    [ANVIL_KIND_LONG] = &anvil_integer_row,
    [ANVIL_KIND_FLOAT] = &anvil_real_row,
    [ANVIL_KIND_DOUBLE] = &anvil_real_row,
    [ANVIL_KIND_BIG_INTEGER] = &anvil_big_number_row,
    [ANVIL_KIND_BIG_DECIMAL] = &anvil_big_number_row,
    [ANVIL_KIND_TIMESTAMP] = &anvil_timestamp_row,
    [ANVIL_KIND_DOCUMENT] = &anvil_document_row,
};

const struct anvil_kind_row *anvil_row_of_kind(enum anvil_kind kind, bool is_unique) {
    return kind == ANVIL_KIND_LIST && is_unique ? &anvil_unique_list_row : ROWS[kind];
}
