/* SPDX-License-Identifier: Apache-2.0 */
/* Encoding as the protocol calls it: a message with something in front. */
#ifndef ANVIL_ENCODE_ENCODE_H
#define ANVIL_ENCODE_ENCODE_H

#include "anvil/codec.h"
#include "encode/sink.h"

/* Pieces that open the object and its first member and end inside that member's string; they need
 * no escape. Empty: the object is opened by its own first member. */
struct anvil_lead {
    const struct anvil_str *pieces;
    size_t count;
};

/* A sink over a buffer, which may be NULL when `capacity` is 0. */
static inline struct anvil_sink anvil_sink_of_buffer(char *buffer, size_t capacity) {
    struct anvil_sink sink = {false, buffer, capacity, NULL, 0, 0, 0};
    return sink;
}

/* A sink over a list of spans, which may be NULL when `capacity` is 0. */
static inline struct anvil_sink anvil_sink_of_spans(struct anvil_str *spans, size_t capacity) {
    struct anvil_sink sink = {true, NULL, 0, spans, capacity, 0, 0};
    return sink;
}

/* Encodes into *sink, which tells afterwards how much there was. Everything else is as for
 * anvil_encode(); `arena` as for anvil_encode_spans(). Arguments are checked here. A violation wins
 * over a sink that is too small. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_encode_message(const struct anvil_shape *shape, const void *value, unsigned checks,
                     const struct anvil_lead *lead, struct anvil_sink *sink,
                     struct anvil_arena *arena, struct anvil_report *report);

#endif
