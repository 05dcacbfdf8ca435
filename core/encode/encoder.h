/* SPDX-License-Identifier: Apache-2.0 */
/* The state of one encode, and its cold parts: escaping and errors. The hot part is
 * encode/encode_walk.h.
 */
#ifndef ANVIL_ENCODE_ENCODER_H
#define ANVIL_ENCODE_ENCODER_H

#include "anvil/codec.h"
#include "check/findings.h"
#include "encode/plain.h"
#include "encode/sink.h"
#include "scan/kernel.h"

/* A container that is open. */
struct encode_frame {
    const struct anvil_shape *shape;
    const unsigned char *base; /* the C struct, or the first item or entry */
    size_t index;              /* the member, item or entry that is being written */
    size_t count;              /* where to stop */
    bool is_begun;             /* something has been written since the bracket */
};

struct encoder {
    enum anvil_kernel kernel;
    struct anvil_sink sink;
    struct anvil_findings *findings;
    struct anvil_arena *arena; /* for what spans cannot point at yet; or NULL */
    unsigned checks;
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

/* Ends the encode with an error at the value that is being written. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status anvil_encoder_fail(struct encoder *encoder,
                                                            enum anvil_status status);

/* Ends the encode because the arena cannot hold what spans have to point at. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status anvil_encoder_fail_arena(struct encoder *encoder,
                                                                  size_t need);

/* Writes text that may need escapes, in pieces: what stands as it is, and constant escapes. Returns
 * #ANVIL_OK, or #ANVIL_E_UTF8 when the text is not UTF-8. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_encoder_escape(struct encoder *encoder, struct anvil_str text);

/* Writes the key of a map's entry or an unknown variant, whatever it holds: separator, quote, text;
 * the caller writes the closing quote and the colon. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_encoder_write_key_text(struct encoder *encoder, struct encode_frame *frame,
                             struct anvil_str key);

/* Writes JSON text that somebody else made, or fails when it is not one value and nothing else.
 * [R-058] */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_encoder_put_json(struct encoder *encoder,
                                                                      struct anvil_str text);

/* Opens a frame for the container at `base`, to be written from `index` up to `count`. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_encoder_open(struct encoder *encoder,
                                                                  const struct anvil_shape *shape,
                                                                  const void *base, size_t index,
                                                                  size_t count);

/* The rows of the kinds that are not plain text: the value in `slot` is there. */
typedef enum anvil_status encode_write(struct encoder *encoder, const struct anvil_member *member,
                                       const unsigned char *slot);
ANVIL_LOCAL encode_write anvil_encode_structure;
ANVIL_LOCAL encode_write anvil_encode_union;
ANVIL_LOCAL encode_write anvil_encode_list;
ANVIL_LOCAL encode_write anvil_encode_map;
ANVIL_LOCAL encode_write anvil_encode_boolean;
ANVIL_LOCAL encode_write anvil_encode_integer; /* byte to long, and intEnum */
ANVIL_LOCAL encode_write anvil_encode_real;    /* float and double */
ANVIL_LOCAL encode_write anvil_encode_big_number;
ANVIL_LOCAL encode_write anvil_encode_blob;
ANVIL_LOCAL encode_write anvil_encode_timestamp;
ANVIL_LOCAL encode_write anvil_encode_document;

/* Writes the struct at `value` as one JSON object. `encoder->is_quote_open` at the start says that
 * a lead has opened the object and its first member. Returns #ANVIL_OK or an error that has been
 * told to the findings. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_encode_walk(struct encoder *encoder, const struct anvil_shape *shape, const void *value);

#endif
