/* SPDX-License-Identifier: Apache-2.0 */
/* The state of one encode, and its cold parts: escaping and errors. */
#ifndef ANVIL_ENCODE_ENCODER_H
#define ANVIL_ENCODE_ENCODER_H

#include "anvil/codec.h"
#include "base/kind_row.h"
#include "check/findings.h"
#include "encode/plain.h"
#include "encode/sink.h"
#include "scan/kernel.h"

/* A container that is open. */
struct encode_frame {
    const struct anvil_shape *shape;
    const unsigned char *base; /* the C struct; the C form of a list or map */
    size_t index;              /* the member, item or entry that is being written */
    uint16_t count;            /* structures, unions: the member at which to stop */
    bool is_begun;             /* something has been written since the bracket */
};

struct encoder {
    struct anvil_sink sink;
    struct anvil_findings *findings;
    struct anvil_arena *arena; /* for what spans cannot point at yet; or NULL */
    unsigned checks;
    enum anvil_kernel kernel;
    unsigned depth;     /* of containers that are open */
    bool is_checking;   /* some constraint is to be checked */
    bool is_dirty;      /* something is not surely good: the check has to look at the struct */
    bool is_request;    /* the message is an operation's input: who writes it is a client */
    bool is_at_key;     /* a map's key is being written, not its value */
    bool is_quote_open; /* the piece before was text, whose closing quote the next one brings */
    struct encode_frame frames[ANVIL_DEPTH_MAX];
};

/* Text that passed its check, and whose pattern rules out escapes, is not looked at. */
static inline bool is_trusted(const struct encoder *encoder, const struct anvil_member *member) {
    return (encoder->checks & ANVIL_CHECKED) != 0 && !encoder->is_checking &&
           member->limits != NULL && member->limits->escape_free != 0;
}

/* Opens a frame for the container at `base`; of structures and unions the members from `index` up
 * to `count` are to be written. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_encoder_open(struct encoder *encoder,
                                                                  const struct anvil_shape *shape,
                                                                  const void *base, size_t index,
                                                                  size_t count);

/* Writes the closing bracket of the innermost frame and goes on in the one around it. */
ANVIL_LOCAL enum anvil_status anvil_encoder_close(struct encoder *encoder);

/* Ends the encode with an error at the value that is being written. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status anvil_encoder_fail(struct encoder *encoder,
                                                            enum anvil_status status);

/* Takes memory for text that spans have to point at. NULL when it does not fit, with the error told
 * and its code in *status. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK char *
anvil_encoder_take(struct encoder *encoder, size_t bytes, enum anvil_status *status);

/* Writes text that may need escapes, in pieces: what stands as it is, and constant escapes. Fails
 * when the text is not UTF-8. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_encoder_escape(struct encoder *encoder, struct anvil_str text);

/* Writes the struct at `value` as one JSON object. `encoder->is_quote_open` at the start says that
 * a lead has opened the object and its first member. Returns #ANVIL_OK or an error that has been
 * told to the findings. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_encode_walk(struct encoder *encoder, const struct anvil_shape *shape, const void *value);

#endif
