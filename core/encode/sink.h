/* SPDX-License-Identifier: Apache-2.0 */
/* Where encoded pieces go: copied side by side into a buffer, or listed as spans. A full sink goes
 * on counting, so that measuring is the same code as writing. */
#ifndef ANVIL_ENCODE_SINK_H
#define ANVIL_ENCODE_SINK_H

#include "anvil/str.h"
#include "base/bytes.h"

struct anvil_sink {
    bool takes_spans; /* spans, not a buffer */
    char *buffer;     /* the caller's, or NULL */
    size_t room;      /* bytes of it that are free; 0 from the first piece that does not fit */
    struct anvil_str *spans; /* the caller's, or NULL */
    size_t capacity;         /* bytes of the buffer, or how many spans fit */
    size_t span_count;       /* how many pieces there were */
    size_t bytes;            /* how many bytes there were */
};

/* [R-084] [I-02] Takes one piece of at least one byte. Spans point at it, so it has to outlive the
 * call. */
ANVIL_INLINE void sink_put(struct anvil_sink *sink, const char *piece, size_t bytes) {
    if (sink->takes_spans) {
        if (ANVIL_LIKELY(sink->span_count < sink->capacity))
            sink->spans[sink->span_count] = anvil_str_of(piece, bytes);
        sink->span_count++;
    } else if (ANVIL_LIKELY(bytes <= sink->room)) {
        copy_bytes(sink->buffer + sink->bytes, piece, bytes);
        sink->room -= bytes;
    } else {
        sink->room = 0;
    }
    sink->bytes += bytes;
}

/* The same, as a function: where a piece is not one of many. */
ANVIL_LOCAL void anvil_sink_put(struct anvil_sink *sink, const char *piece, size_t bytes);

#endif
