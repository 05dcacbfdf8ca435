/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The text that is being mutated: bytes in a room of fixed size, and what all mutations do with
 * them. A change that does not fit is not made.
 */
#ifndef FUZZ_MUTATOR_DRAFT_H
#define FUZZ_MUTATOR_DRAFT_H

#include "mutator/outline.h"
#include "sample/dice.h"

/** A text in the caller's memory, its outline, and the dice that decide. */
struct draft {
    unsigned char *bytes;
    size_t len;
    size_t room; /**< how many bytes fit */
    struct dice dice;
    struct outline outline; /**< of the text as it was before the mutation began */
};

/** Bytes that are to be written somewhere: a value that was made, or a part of another text. */
struct snippet {
    const unsigned char *bytes;
    size_t len;
};

/** Replaces the bytes from `begin` up to `end` by a snippet, which may stand in the draft itself.
 * False, and nothing changed, when there is no room. */
bool draft_replace(struct draft *draft, size_t begin, size_t end, struct snippet by);

/** The same with bytes of a C string. */
bool draft_replace_text(struct draft *draft, size_t begin, size_t end, const char *by);

/** The bytes of a piece, where they stand. */
static inline struct snippet draft_piece(const struct draft *draft, const struct piece *piece) {
    struct snippet snippet = {draft->bytes + piece->begin, piece->end - piece->begin};
    return snippet;
}

/** A piece whose kind is one of `kinds`, bits 1 << enum piece_kind; all alike likely. NULL: there
 * is none. */
const struct piece *draft_pick(struct draft *draft, unsigned kinds);

/** Sets of kinds for draft_pick(). */
enum {
    PICK_KEYS = 1 << PIECE_KEY,
    PICK_OBJECTS = 1 << PIECE_OBJECT,
    PICK_CONTAINERS = 1 << PIECE_OBJECT | 1 << PIECE_ARRAY,
    PICK_STRINGS = 1 << PIECE_STRING,
    PICK_NUMBERS = 1 << PIECE_NUMBER,
    PICK_VALUES = PICK_CONTAINERS | PICK_STRINGS | PICK_NUMBERS | 1 << PIECE_WORD
};

#endif
