/* SPDX-License-Identifier: Apache-2.0 */
/* Structures. What they are made of is in the rooms of the walks: every message is one. */
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"

const struct anvil_kind_row anvil_structure_row = {
    .read = anvil_decode_structure,
    .read_next = anvil_decode_members,
    .write = anvil_encode_structure,
    .write_next = anvil_encode_members,
    .visit = anvil_check_structure,
    .visit_next = anvil_check_members,
    .brackets = {'{', '}'},
};
