/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Byte offsets as lines and columns. A line ends at a line feed. A column counts characters
 * (Unicode code points) from 1, so a tab or an emoji counts one; the byte after the end of a line
 * has a column too.
 */
#ifndef CLI_PLACE_H
#define CLI_PLACE_H

#include "anvil/str.h"

/* One place in a text. */
struct cli_place {
    size_t line;       /* from 1 */
    size_t column;     /* from 1 */
    size_t line_begin; /* offset of the line's first byte */
};

/*
 * Finds places in one text. Offsets that do not go backwards are found in one pass over the text
 * altogether. Begin with cli_place_finder_of().
 */
struct cli_place_finder {
    struct anvil_str text;
    size_t first_line;     /* the number of the text's first line */
    size_t at;             /* how far the text has been counted */
    struct cli_place last; /* the place of `at` */
};

/* A finder over `text`, whose first line has the number `first_line`. */
struct cli_place_finder cli_place_finder_of(struct anvil_str text, size_t first_line);

/* The place of `offset`, at most the text's length. */
struct cli_place cli_place_of(struct cli_place_finder *finder, size_t offset);

/* The line that begins at `place.line_begin`, without its line feed and carriage return. */
struct anvil_str cli_line_at(struct anvil_str text, struct cli_place place);

#endif
