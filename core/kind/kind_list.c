/* SPDX-License-Identifier: Apache-2.0 */
/* Lists. */
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"

const struct anvil_kind_row anvil_list_row = {
    .read = anvil_decode_list,
    .read_next = anvil_decode_items,
    .write = anvil_encode_list,
    .write_next = anvil_encode_items,
    .visit = anvil_check_list,
    .visit_next = anvil_check_items,
    .brackets = {'[', ']'},
};
