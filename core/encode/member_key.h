/* SPDX-License-Identifier: Apache-2.0 */
/* A member's key as one piece. */
#ifndef ANVIL_ENCODE_MEMBER_KEY_H
#define ANVIL_ENCODE_MEMBER_KEY_H

#include "check/clean.h"

/* Of `","Name":"`: from the first byte on when the piece before left its quote open, from the
 * second when not, from the third as the first member, behind a brace; without its last quote
 * unless the value is text. */
ANVIL_INLINE struct anvil_str key_piece(const struct anvil_member *member, bool is_quote_open,
                                        bool is_begun) {
    size_t skipped = !is_begun ? 2 : is_quote_open ? 0 : 1;
    size_t bytes = (size_t)member->name_bytes + (is_text(member->kind) ? 6 : 5) - skipped;
    return anvil_str_of(member->key + skipped, bytes);
}

#endif
