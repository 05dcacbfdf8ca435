/* SPDX-License-Identifier: Apache-2.0 */
/* Strings and enums. */
#include "check/check_kinds.h"
#include "decode/decode_kinds.h"
#include "encode/encode_kinds.h"

const struct anvil_kind_row anvil_text_row = {
    .read = anvil_decode_text,
    .write = anvil_encode_text,
    .visit = anvil_check_text,
};
