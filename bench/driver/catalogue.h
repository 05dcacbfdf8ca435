/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The rows, read from bench/rows.tsv, and their messages, read from bench/cases/. What a row's
 * columns mean is told at the head of that file.
 */
#ifndef BENCH_CATALOGUE_H
#define BENCH_CATALOGUE_H

#include "contest.h"

ANVIL_BEGIN_C

/** A line of the catalogue. */
struct bench_plan {
    struct bench_row row;  /**< name, work, member and message_bytes; all else once it is loaded */
    const char *checks;    /**< profile: "off", "strict" or "lenient" */
    const char *operation; /**< its name, or "*" for a stream of all */
    const char *side;      /**< "request", "response" or "error" */
    const char *input;     /**< a file, its path from the root */
    size_t grown_bytes;    /**< the list in it is repeated until the text is as long; 0: as it is */
    bool is_loaded;        /**< the row can be worked on */
};

/** Reads the catalogue of the project at `root`; a mistake in it ends the program. */
struct bench_plan *bench_catalogue(const char *root, size_t *count);

/** Loads a row's messages unless that is done. A mistake in them ends the program. */
const struct bench_row *bench_load(struct bench_plan *plan, const char *root);

ANVIL_END_C

#endif
