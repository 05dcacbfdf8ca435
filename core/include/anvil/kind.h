/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The rows of the kinds: what the engine does with a value of each. A shape refers to the row of
 * its kind, and nothing else does: a program links the code of the kinds that its shapes have, and
 * the linker drops the rest. What is in a row is the engine's own business.
 */
#ifndef ANVIL_KIND_H
#define ANVIL_KIND_H

#include "anvil/port.h"
#include "anvil/shape.h"

#include <stdbool.h>

ANVIL_BEGIN_C

ANVIL_API extern const struct anvil_kind_row anvil_structure_row;   /**< structures */
ANVIL_API extern const struct anvil_kind_row anvil_union_row;       /**< unions */
ANVIL_API extern const struct anvil_kind_row anvil_list_row;        /**< lists */
ANVIL_API extern const struct anvil_kind_row anvil_unique_list_row; /**< lists with the uniqueItems
                                                                       trait */
ANVIL_API extern const struct anvil_kind_row anvil_map_row;         /**< maps */
ANVIL_API extern const struct anvil_kind_row anvil_text_row;        /**< strings and enums */
ANVIL_API extern const struct anvil_kind_row anvil_blob_row;        /**< blobs */
ANVIL_API extern const struct anvil_kind_row anvil_boolean_row;     /**< booleans */
ANVIL_API extern const struct anvil_kind_row anvil_integer_row;     /**< bytes to longs, intEnums */
ANVIL_API extern const struct anvil_kind_row anvil_real_row;        /**< floats and doubles */
ANVIL_API extern const struct anvil_kind_row anvil_big_number_row;  /**< bigIntegers, bigDecimals */
ANVIL_API extern const struct anvil_kind_row anvil_timestamp_row;   /**< timestamps */
ANVIL_API extern const struct anvil_kind_row anvil_document_row;    /**< documents */

/**
 * The row of a kind, for those who make shapes at run time; whoever calls it links all kinds.
 *
 * @param kind      any kind but #ANVIL_KIND_COUNT.
 * @param is_unique the shape is a list with the uniqueItems trait.
 */
ANVIL_API const struct anvil_kind_row *anvil_row_of_kind(enum anvil_kind kind, bool is_unique);

ANVIL_END_C

#endif
