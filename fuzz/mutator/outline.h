/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Where the keys and values of a text stand, as far as it looks like JSON. Written to be lenient:
 * what fuzzers make is broken more often than not, and the pieces that are whole are still worth
 * mutating as pieces. Knows JSON's brackets and quotes; knows no model.
 */
#ifndef FUZZ_MUTATOR_OUTLINE_H
#define FUZZ_MUTATOR_OUTLINE_H

#include <stdbool.h>
#include <stddef.h>

/** How many pieces are told apart; what follows is not looked at. */
#define OUTLINE_PIECES ((size_t)256)
/** In place of an index: there is none. */
#define OUTLINE_NONE ((size_t)-1)

/** What a piece is. */
enum piece_kind {
    PIECE_KEY,    /**< the name of a member, quotes included */
    PIECE_OBJECT, /**< a value in braces */
    PIECE_ARRAY,  /**< a value in brackets */
    PIECE_STRING, /**< a value in quotes */
    PIECE_NUMBER, /**< a value that begins like a number */
    PIECE_WORD    /**< any other run of letters: true, false, null, or none of them */
};

/** One key or value: the bytes from `begin` up to `end`. */
struct piece {
    size_t begin;
    size_t end;
    size_t parent; /**< the object or array that it stands in, or OUTLINE_NONE */
    size_t key;    /**< of a member's value: its key; else OUTLINE_NONE */
    enum piece_kind kind;
};

/** The pieces in the order in which they begin. Values that lack their end reach to the end. */
struct outline {
    struct piece pieces[OUTLINE_PIECES];
    size_t count;
    size_t begin; /**< where the first bracket stands; the length of the text without one */
};

/** Reads the outline of `bytes`. What stands before the first brace or bracket is skipped. Cost:
 * one pass. */
void outline_read(struct outline *outline, const unsigned char *bytes, size_t len);

/** Whether a piece is a value. */
static inline bool is_value(const struct piece *piece) {
    return piece->kind != PIECE_KEY;
}

#endif
