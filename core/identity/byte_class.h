/* SPDX-License-Identifier: Apache-2.0 */
/* What the pieces of an identity are made of: disjoint classes of ASCII bytes, no locale. Knows
 * nothing of ARNs or IDs. */
#ifndef ANVIL_IDENTITY_BYTE_CLASS_H
#define ANVIL_IDENTITY_BYTE_CLASS_H

#include "anvil/str.h"

/* Every byte belongs to exactly one class, one bit each. */
enum anvil_byte_class {
    ANVIL_BYTES_DIGIT = 1,       /* 0-9 */
    ANVIL_BYTES_HEX_LETTER = 2,  /* a-f */
    ANVIL_BYTES_NON_HEX = 4,     /* g-z */
    ANVIL_BYTES_UPPER = 8,       /* A-Z */
    ANVIL_BYTES_HYPHEN = 16,     /* - */
    ANVIL_BYTES_UNDERSCORE = 32, /* _ */
    ANVIL_BYTES_SEPARATOR = 64,  /* : and / */
    ANVIL_BYTES_OTHER = 128,     /* all the rest: NUL, control bytes, UTF-8 beyond ASCII */

    ANVIL_BYTES_HEX = ANVIL_BYTES_DIGIT | ANVIL_BYTES_HEX_LETTER,     /* lower-case hex digits */
    ANVIL_BYTES_LOWER = ANVIL_BYTES_HEX_LETTER | ANVIL_BYTES_NON_HEX, /* a-z */
    ANVIL_BYTES_LETTER = ANVIL_BYTES_LOWER | ANVIL_BYTES_UPPER,       /* A-Za-z */
    ANVIL_BYTES_ID = ANVIL_BYTES_LETTER | ANVIL_BYTES_DIGIT | ANVIL_BYTES_HYPHEN |
                     ANVIL_BYTES_UNDERSCORE /* A-Za-z0-9_- */
};

/* The classes that occur in `text`, together; 0 for empty or absent text. One pass. */
ANVIL_LOCAL unsigned anvil_classes_in(struct anvil_str text);

/* Whether `text` is one or more bytes, all of `classes`. */
ANVIL_LOCAL bool anvil_is_made_of(struct anvil_str text, unsigned classes);

/* Whether `text` is one or more words, joined by single hyphens, all of whose bytes are of
 * `classes`. */
ANVIL_LOCAL bool anvil_is_hyphenated(struct anvil_str text, unsigned classes);

/* Whether `text` begins with `start`. Neither may be absent. */
ANVIL_LOCAL bool anvil_begins_with(struct anvil_str text, struct anvil_str start);

#endif
