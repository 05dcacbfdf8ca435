/* SPDX-License-Identifier: Apache-2.0 */
/* Encoding as the protocol calls it: a message with something in front. */
#ifndef ANVIL_ENCODE_ENCODE_H
#define ANVIL_ENCODE_ENCODE_H

#include "anvil/codec.h"
#include "check/findings.h"
#include "encode/sink.h"

/* A message under way. */
struct anvil_writing {
    const struct anvil_shape *shape;
    const void *value;
    const struct anvil_str *lead; /* pieces that open the object and its first member and end inside
                                     that member's string; they need no escape */
    size_t lead_count;            /* 0: the object is opened by its own first member */
    struct anvil_arena *arena;    /* as for anvil_encode_spans() */
    struct anvil_sink sink;       /* tells afterwards how much there was */
    struct anvil_findings findings; /* has its report, and nothing else yet */
    unsigned checks;
};

/* A sink over a buffer, which may be NULL when `capacity` is 0. */
static inline struct anvil_sink anvil_sink_of_buffer(char *buffer, size_t capacity) {
    struct anvil_sink sink = {false, buffer, capacity, NULL, capacity, 0, 0};
    return sink;
}

/* A sink over a list of spans, which may be NULL when `capacity` is 0. */
static inline struct anvil_sink anvil_sink_of_spans(struct anvil_str *spans, size_t capacity) {
    struct anvil_sink sink = {true, NULL, 0, spans, capacity, 0, 0};
    return sink;
}

/* Every bit that both verbs know. */
#define ENCODE_CHECKS (ANVIL_CHECK_BITS | (unsigned)ANVIL_NEUTRAL)

/* Writes a message all of whose members are plain, without any of the state that others need.
 * Arguments are checked here. How long it is; 0 when it is not plain, or does not fit with room to
 * spare, or something is to be said about it. */
ANVIL_LOCAL size_t anvil_write_plain_message(const struct anvil_shape *shape, const void *value,
                                             unsigned checks, char *buffer, size_t capacity);

/* The same as pieces: how many there are, and in *bytes how long they are together. */
ANVIL_LOCAL size_t anvil_list_plain_message(const struct anvil_shape *shape, const void *value,
                                            unsigned checks, struct anvil_str *spans,
                                            size_t capacity, size_t *bytes);

/* Encodes the message. Everything else is as for anvil_encode(). Arguments are checked here. A
 * violation wins over a sink that is too small. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_encode_message(struct anvil_writing *writing);

#endif
