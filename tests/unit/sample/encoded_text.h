/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Encoding as tests want it: to a buffer that is big enough, to spans, and spans joined.
 */
#ifndef UNIT_SAMPLE_ENCODED_TEXT_H
#define UNIT_SAMPLE_ENCODED_TEXT_H

#include "anvil/codec.h"

/** More bytes and more pieces than any message of the tests has. */
#define ENCODED_BYTES_MAX (1 << 16)
#define ENCODED_SPANS_MAX (1 << 14)

/** Encodes into a buffer of the harness; the view lives until the next call. Fails the running test
 * unless the status is `expected`; the view is absent unless that is #ANVIL_OK. */
struct anvil_str encode_text(const struct anvil_shape *shape, const void *value, unsigned checks,
                             enum anvil_status expected);

/** The same through spans, joined; the pieces themselves stay in encoded_spans until
 * the next call. */
struct anvil_str encode_joined(const struct anvil_shape *shape, const void *value, unsigned checks,
                               enum anvil_status expected);

/** The pieces of the last encode_joined(). */
extern struct anvil_str encoded_spans[ENCODED_SPANS_MAX];
/** How many there are. */
extern size_t encoded_span_count;

#endif
