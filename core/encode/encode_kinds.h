/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds that every message is made of, and what the other kinds share. */
#ifndef ANVIL_ENCODE_KINDS_H
#define ANVIL_ENCODE_KINDS_H

#include "base/form.h"
#include "check/clean.h"
#include "encode/encoder.h"

ANVIL_LOCAL encode_write anvil_encode_structure;
ANVIL_LOCAL encode_step anvil_encode_members;
ANVIL_LOCAL encode_write anvil_encode_list; /* also opens maps, which have the layout of lists */
ANVIL_LOCAL encode_step anvil_encode_items;
ANVIL_LOCAL encode_write anvil_encode_text;

/* Writes the value in the slot, which is there, or opens a frame for it. */
static inline enum anvil_status
write_value(struct encoder *encoder, const struct anvil_member *member, const unsigned char *slot) {
    return member->target->row->write(encoder, member, slot);
}

/* Writes the key of a member behind whatever came before it. */
ANVIL_LOCAL void anvil_encoder_begin_member(struct encoder *encoder, struct encode_frame *frame,
                                            const struct anvil_member *member);

/* Writes the key of a map's entry or an unknown variant, whatever it holds: separator, quote, text;
 * the caller writes the closing quote and the colon. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_encoder_write_key_text(struct encoder *encoder, struct encode_frame *frame,
                             struct anvil_str key);

/* Writes the item of a list or the value of a map. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_encoder_write_element(struct encoder *encoder, const struct encode_frame *frame,
                            const struct anvil_member *member, const unsigned char *slot);

/* Begins a JSON string whose closing quote belongs to the next piece, as that of any text does. */
ANVIL_LOCAL void anvil_encoder_open_quote(struct encoder *encoder);

/* Writes text that dies with the caller. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_encoder_put_copy(struct encoder *encoder, const char *text, size_t bytes);

/* Writes the caller's own JSON text, of which a scan has said `status` and ended at `next`: it has
 * to be one value and nothing else. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_encoder_put_scanned(struct encoder *encoder,
                                                                         struct anvil_str text,
                                                                         enum anvil_status status,
                                                                         const unsigned char *next);

/* Writes JSON text that somebody else made, or fails when it is not one value and nothing else. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_encoder_put_json(struct encoder *encoder,
                                                                      struct anvil_str text);

#endif
