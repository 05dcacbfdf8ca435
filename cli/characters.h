/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Text as a terminal shows it: where a character ends, which code point it is, how many columns it
 * takes. Knows nothing of messages. Unlike the library it must survive bytes that are not UTF-8,
 * because it shows people why a message is malformed.
 */
#ifndef CLI_CHARACTERS_H
#define CLI_CHARACTERS_H

#include "anvil/str.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* The code of a byte that is no part of well-formed UTF-8. */
#define CLI_NO_CHARACTER UINT32_MAX

/*
 * Reads the character that begins at `text.ptr[at]`, at < text.len. Returns its length in bytes,
 * 1 to 4, and sets `code` to its code point; a byte that is not UTF-8 (RFC 3629) is a character of
 * its own with the code CLI_NO_CHARACTER.
 */
size_t cli_character_at(struct anvil_str text, size_t at, uint32_t *code);

/* Where the character before `text.ptr[at]` begins, at > 0. */
size_t cli_character_before(struct anvil_str text, size_t at);

/*
 * Writes the character [at, at + bytes) so that it cannot do anything to a terminal: control
 * characters, invisible direction marks and bad bytes become \x1b or \u202e. Tabs stay.
 * Returns the columns it takes, a tab counting 1. `file` NULL only measures.
 */
size_t cli_character_write(FILE *file, struct anvil_str text, size_t at, size_t bytes,
                           uint32_t code);

/* Writes a whole text by the rule of cli_character_write(); tabs and line ends are shown too. */
void cli_text_write(FILE *file, struct anvil_str text);

#endif
