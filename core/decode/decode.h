/* SPDX-License-Identifier: Apache-2.0 */
/* The loop of decoding, and finding a path's bytes again. */
#ifndef ANVIL_DECODE_DECODE_H
#define ANVIL_DECODE_DECODE_H

#include "decode/decoder.h"

/* Decodes decoder->[p, end), from the place `start` in its structure, into the struct at `out`,
 * zeroed but for the members that have been read. Returns #ANVIL_OK when the message is
 * JSON and fits the shape, with decoder->is_dirty when the check has to look at the struct; or an
 * error that has been told to the findings. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decode_walk(struct decoder *decoder, const struct anvil_shape *shape, void *out);

/* The offset of the value that the JSON pointer `path` leads to in `body`, which has been decoded
 * as `shape` without an error; of the innermost object on the way when that lacks the next member.
 * Of duplicates the last one counts, as in decoding, and with `drops_null` the nulls of dense
 * lists and maps do not count. */
ANVIL_LOCAL ANVIL_COLD size_t anvil_locate(const struct anvil_shape *shape, struct anvil_str body,
                                           struct anvil_str path, bool drops_null);

#endif
