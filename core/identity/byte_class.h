/* SPDX-License-Identifier: Apache-2.0 */
/* What the pieces of an identity are made of: classes of ASCII bytes, no locale. Knows nothing of
 * ARNs or IDs. */
#ifndef ANVIL_IDENTITY_BYTE_CLASS_H
#define ANVIL_IDENTITY_BYTE_CLASS_H

#include "anvil/shape.h"

ANVIL_LOCAL extern const struct anvil_class anvil_digits; /* 0-9 */
ANVIL_LOCAL extern const struct anvil_class anvil_hex;    /* 0-9a-f */
ANVIL_LOCAL extern const struct anvil_class anvil_words;  /* A-Za-z0-9_- */

/* How many bytes at the beginning of `text`, which is not absent, are of `set`. */
ANVIL_LOCAL size_t anvil_leading(struct anvil_str text, const struct anvil_class *set);

/* Whether `text` is one or more bytes, all of `set`. */
static inline bool is_made_of(struct anvil_str text, const struct anvil_class *set) {
    return text.len > 0 && anvil_leading(text, set) == text.len;
}

/* How many bytes at the beginning of `text`, which may be absent, are words joined by single
 * hyphens, a word being one or more of a-z, and of 0-9 where it `takes_digits`. */
ANVIL_LOCAL size_t anvil_leading_words(struct anvil_str text, bool takes_digits);

/* Whether `text` begins with `start`. Neither may be absent. */
ANVIL_LOCAL bool anvil_begins_with(struct anvil_str text, struct anvil_str start);

#endif
