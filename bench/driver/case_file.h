/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Files of bench/ as bytes in memory, and bytes where contestants want them. Knows no rows.
 */
#ifndef BENCH_CASE_FILE_H
#define BENCH_CASE_FILE_H

#include "anvil/str.h"

ANVIL_BEGIN_C

/** The whole of `folder`/`name` with a NUL behind it, for the rest of the program. `bytes` may be
 * NULL. Ends the program when it cannot be read. */
char *bench_read_file(const char *folder, const char *name, size_t *bytes);

/**
 * Makes a list longer: its items, one on each line of `text` with a comma in front of all but the
 * first, are repeated until there are at least `bytes`. What comes out is compact. `*out_bytes` is
 * its length.
 */
char *bench_grow(const char *text, size_t bytes, size_t *out_bytes);

/** A copy of the bytes whose last byte is the last one that may be read. */
struct anvil_str bench_exact(const char *ptr, size_t len);

/** A copy of the bytes with #BENCH_PADDING zeros behind it. */
struct anvil_str bench_padded(const char *ptr, size_t len);

ANVIL_END_C

#endif
