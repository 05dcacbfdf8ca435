/* SPDX-License-Identifier: Apache-2.0 */
/* What a kind is to the engine: six steps and two brackets. The walks of decode, encode and check
 * enter a kind through the row of a shape, and know no kinds themselves. The rows are in kind/. */
#ifndef ANVIL_BASE_KIND_ROW_H
#define ANVIL_BASE_KIND_ROW_H

#include "anvil/kind.h"
#include "anvil/status.h"

struct decoder;
struct decode_frame;
struct encoder;
struct encode_frame;
struct checker;
struct check_frame;

/* Reads the value whose first byte stands at decoder->p into the zeroed `slot`, and moves behind
 * it; or opens a frame for it. */
typedef enum anvil_status decode_read(struct decoder *decoder, const struct anvil_member *member,
                                      unsigned char *slot);
/* Writes the value in `slot`, which is there, or opens a frame for it. */
typedef enum anvil_status encode_write(struct encoder *encoder, const struct anvil_member *member,
                                       const unsigned char *slot);
/* Checks the value in `slot`, which is there, and opens a frame when there is more inside. */
typedef enum anvil_status check_visit(struct checker *checker, const struct anvil_member *member,
                                      const unsigned char *slot);

/* Goes on with the container of the innermost frame until a container inside it is opened, or its
 * own frame is closed. */
typedef enum anvil_status decode_step(struct decoder *decoder, struct decode_frame *frame);
typedef enum anvil_status encode_step(struct encoder *encoder, struct encode_frame *frame);
typedef enum anvil_status check_step(struct checker *checker, struct check_frame *frame);

/* Only containers have steps and brackets. */
struct anvil_kind_row {
    decode_read *read;
    decode_step *read_next;
    encode_write *write;
    encode_step *write_next;
    check_visit *visit;
    check_step *visit_next;
    char brackets[2]; /* the JSON text of an empty one */
};

#endif
