/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * A small service of our own, written by hand: what the descriptors allow and the first real
 * service does not have. Lists of lists, structures inside structures without end, more than eight
 * members, more than 64 and more than 128 members, an automaton, an enum in a request, names that a
 * JSON pointer has to escape. The kinds that are not text have samples of their own.
 */
#ifndef UNIT_SAMPLE_SHAPES_H
#define UNIT_SAMPLE_SHAPES_H

#include "anvil/shape.h"
#include "anvil/str.h"

#include <stddef.h>
#include <stdint.h>

/** A list of text. */
struct sample_texts {
    const struct anvil_str *items;
    size_t count;
};

/** A list of lists of text. */
struct sample_rows {
    const struct sample_texts *items;
    size_t count;
};

struct sample_part;

/** A list of structures. */
struct sample_parts {
    const struct sample_part *items;
    size_t count;
};

/** A structure that may hold itself, as a member and in a list. */
struct sample_part {
    struct anvil_str code;          /**< Code: required, 2 of `^[A-Z]{2}$` */
    struct anvil_str note;          /**< Note: at most 5 code points */
    const struct sample_part *part; /**< Part */
    struct sample_parts parts;      /**< Parts: at most 3 items */
};

/** A message with a member of every sort. */
struct sample_message {
    struct anvil_str id;       /**< Id: required, 1..8 of `^[a-z0-9]+$` */
    struct anvil_str token;    /**< Token: 1..64 of `^[!-~]+$`, so quotes and backslashes too */
    struct anvil_str slug;     /**< Slug: 1..12 of `^[a-z]+(-[a-z]+)*$`, an automaton */
    struct anvil_str title;    /**< Title: 2..4 code points of any text */
    struct anvil_str color;    /**< Color: RED, GREEN or BLUE */
    struct anvil_str text;     /**< Text: no constraint */
    struct sample_texts tags;  /**< Tags: 1..3 items of at most 4 code points */
    struct sample_rows rows;   /**< Rows: at most 2 items of 1..2 texts */
    struct sample_parts parts; /**< Parts: at most 3 items */
    const struct sample_part *part; /**< Part */
    struct anvil_str owner;  /**< Owner: 1..64 of `^[A-Za-z0-9_:/-]+$`, ARN or ID of a thing */
    struct anvil_str in_out; /**< In/Out~: at most 3 code points */
};

/** How many members the largest sample has: those beyond the 64th are remembered elsewhere. */
#define SAMPLE_WIDE_MEMBERS 130

/** M00 to M129; M00, M63, M126 and the last are required. */
struct sample_wide {
    struct anvil_str members[SAMPLE_WIDE_MEMBERS];
    uint64_t seen[2]; /**< the decoder's own */
};

/** A structure without members. */
struct sample_empty {
    char nothing; /**< C has no empty struct */
};

extern const struct anvil_shape sample_part_shape;
extern const struct anvil_shape sample_message_shape;
extern const struct anvil_shape sample_wide_shape;
extern const struct anvil_shape sample_empty_shape;

/** The positions of the members of `struct sample_message`. */
enum sample_message_member {
    SAMPLE_ID,
    SAMPLE_TOKEN,
    SAMPLE_SLUG,
    SAMPLE_TITLE,
    SAMPLE_COLOR,
    SAMPLE_TEXT,
    SAMPLE_TAGS,
    SAMPLE_ROWS,
    SAMPLE_PARTS,
    SAMPLE_PART,
    SAMPLE_OWNER,
    SAMPLE_IN_OUT,
    SAMPLE_MESSAGE_MEMBERS
};

/** A text from a literal, as an expression. */
#define TEXT(literal) anvil_str_of("" literal, sizeof(literal) - 1)

#endif
