/* SPDX-License-Identifier: Apache-2.0 */
/* A value taken apart into a row of tokens that is the same for equal values and for no others. */
#ifndef ANVIL_CHECK_VALUE_STREAM_H
#define ANVIL_CHECK_VALUE_STREAM_H

#include "anvil/shape.h"

#include <stdbool.h>

/* How deep the items of a list that wants unique ones may be. */
#define STREAM_DEPTH_MAX 8

struct stream_token {
    const unsigned char *bytes; /* of text, blobs and numbers; NULL for brackets and nulls */
    size_t count;               /* how many bytes; how many members or items a bracket opens */
    uint8_t tag;                /* what it is: a kind, the end of a container, or null */
};

struct stream_frame {
    const struct anvil_shape *shape;
    const unsigned char *base;
    const unsigned char *entry; /* maps: the entry that is being told */
    size_t index;
    size_t count;
};

struct value_stream {
    unsigned depth;
    bool is_too_deep; /* the value is deeper than STREAM_DEPTH_MAX: the tokens are not all of it */
    struct stream_frame frames[STREAM_DEPTH_MAX];
};

/* Starts the tokens of one item of the list shape `list`. */
ANVIL_LOCAL void anvil_stream_begin(struct value_stream *stream, const struct anvil_shape *list,
                                    const unsigned char *item);

/* The next token. False behind the last. */
ANVIL_LOCAL bool anvil_stream_next(struct value_stream *stream, struct stream_token *token);

#endif
