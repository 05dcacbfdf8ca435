/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Numbers, booleans, blobs, timestamps and documents as JSON, written with the C library.
 */
#ifndef UNIT_SAMPLE_JSON_SCALARS_H
#define UNIT_SAMPLE_JSON_SCALARS_H

#include "anvil/shape.h"
#include "sample/dice.h"

/** The most bytes that json_scalar() writes: of a blob. */
#define JSON_SCALAR_MAX 1024

/** Writes the value in `slot` to `out` and gives its length. With `is_varied` numbers are also
 * written in longer ways. *is_exact becomes false when the text need not be the shortest one. */
size_t json_scalar(struct dice *dice, const struct anvil_member *member, const void *slot,
                   bool is_varied, char out[JSON_SCALAR_MAX], bool *is_exact);

/** A value that a member can hold, in the one way in which it is encoded: empty containers, the
 * text "v", small numbers. */
const char *json_example(const struct anvil_member *member);

#endif
