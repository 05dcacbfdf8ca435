/* SPDX-License-Identifier: Apache-2.0 */
/* The state of one encode, and its cold parts: escaping and errors. The hot part is
 * encode/encode_walk.h.
 */
#ifndef ANVIL_ENCODE_ENCODER_H
#define ANVIL_ENCODE_ENCODER_H

#include "anvil/codec.h"
#include "check/findings.h"
#include "encode/sink.h"

/* A container that is open. */
struct encode_frame {
    const struct anvil_shape *shape;
    const unsigned char *base; /* a structure's C struct, or a list's first item */
    size_t index;              /* the member or item that is being written */
    size_t count;              /* how many there are */
    bool is_begun;             /* something has been written since the bracket */
};

struct encoder {
    struct anvil_sink sink;
    struct anvil_findings *findings;
    unsigned checks;
    unsigned depth;   /* of containers that are open */
    bool is_checking; /* some constraint is to be checked */
    bool is_dirty;    /* something is not surely good: the check has to look at the struct */
    bool
        is_quote_open; /* the piece before was text; the next piece begins with its closing quote */
    struct encode_frame frames[ANVIL_DEPTH_MAX];
};

/* Ends the encode with an error at the value that is being written. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status anvil_encoder_fail(struct encoder *encoder,
                                                            enum anvil_status status);

/* Writes text that may need escapes, in pieces: what stands as it is, and constant escapes. Returns
 * #ANVIL_OK, or #ANVIL_E_UTF8 when the text is not UTF-8. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_encoder_escape(struct encoder *encoder, struct anvil_str text);

/* The compiled loops, one for each kernel: writes the struct at `value` as one JSON object. With
 * `lead`, which ends inside a string, the object has been opened and its first member is there.
 * Returns #ANVIL_OK or an error that has been told to the findings. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_encode_scalar(struct encoder *encoder, const struct anvil_shape *shape, const void *value);
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_encode_ssse3(struct encoder *encoder, const struct anvil_shape *shape, const void *value);

#endif
