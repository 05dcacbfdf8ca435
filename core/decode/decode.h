/* SPDX-License-Identifier: Apache-2.0 */
/* Decoding as the protocol calls it, its loop, and finding a path's bytes again. */
#ifndef ANVIL_DECODE_DECODE_H
#define ANVIL_DECODE_DECODE_H

#include "decode/decoder.h"

/* Opens the message at decoder->p, whose members go to the zeroed struct at `out`. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decode_begin(struct decoder *decoder, const struct anvil_shape *shape, void *out);

/* Decodes the message that has been opened up to decoder->end. Returns #ANVIL_OK when it is JSON
 * and fits the shape, with decoder->is_dirty when the check has to look at the struct; or an error
 * that has been told to the findings. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_decode_walk(struct decoder *decoder);

/* Decodes `body`, with findings that have a report and no more yet, and leaves the check to the
 * caller, when findings->wants_check. Everything else is as for anvil_decode(). Arguments are
 * checked here. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_read_message(const struct anvil_shape *shape, struct anvil_str body, unsigned checks,
                   struct anvil_arena *arena, void *out, struct anvil_findings *findings);

/* Decodes `body` as a client reads what a service says: anvil_decode() with #ANVIL_LENIENT and
 * nothing to check. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decode_unchecked(const struct anvil_shape *shape, struct anvil_str body,
                       struct anvil_arena *arena, void *out, struct anvil_report *report);

/* Reads a message that is plain from brace to brace into the zeroed struct at `out`, without any of
 * the state that others need. Arguments are checked here. False when it is not, or when something
 * is to be said about it: then nothing is known yet. */
ANVIL_LOCAL bool anvil_read_plain_message(const struct anvil_shape *shape, struct anvil_str body,
                                          unsigned checks, void *out);

/* The offset of the value that the JSON pointer `path` leads to in `body`, which has been decoded
 * as `shape` without an error; of the innermost object on the way when that lacks the next member.
 * Of duplicates the last one counts, as in decoding, and with `drops_null` the nulls of dense
 * lists and maps do not count. */
ANVIL_LOCAL ANVIL_COLD size_t anvil_locate(const struct anvil_shape *shape, struct anvil_str body,
                                           struct anvil_str path, bool drops_null);

#endif
