/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * A C struct as JSON in one of the many ways to write it. Written apart from the engine and far
 * simpler: what the engine reads is compared with what this has written.
 */
#ifndef UNIT_SAMPLE_RANDOM_JSON_H
#define UNIT_SAMPLE_RANDOM_JSON_H

#include "anvil/shape.h"
#include "sample/dice.h"

/** How freely to write. With nothing set the text is the compact one, in model order. */
struct json_style {
    bool has_space;      /**< white space between all tokens */
    bool is_shuffled;    /**< members in any order */
    bool has_escapes;    /**< characters escaped and numbers written longer without need */
    bool has_nulls;      /**< some absent members as null */
    bool has_unknown;    /**< members that the shape does not have */
    bool has_duplicates; /**< some members twice, the wrong value first */
    bool has_dropped;    /**< null among the items and entries of dense lists and maps */
};

/** JSON being written. */
struct json_text {
    struct dice dice;
    struct json_style style;
    bool is_shortest; /**< all numbers were written as shortly as they can be */
    size_t len;
    char text[1 << 18];
};

/** Writes the struct at `value`, whose text is UTF-8, to `out->text`; `dice` and `style` are set by
 * the caller. Gives a view of it. */
struct anvil_str random_json(struct json_text *out, const struct anvil_shape *shape,
                             const void *value);

/** Changes a few bytes of a message in place, so that it is probably no JSON any more. Gives the
 * new length, which is at most the old one. */
size_t spoil_json(struct dice *dice, char *text, size_t len);

#endif
