/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds that every message is made of, and what the other kinds share. */
#ifndef ANVIL_DECODE_KINDS_H
#define ANVIL_DECODE_KINDS_H

#include "decode/decode_step.h"

ANVIL_LOCAL decode_read anvil_decode_structure; /* also opens unions */
ANVIL_LOCAL decode_step anvil_decode_members;
ANVIL_LOCAL decode_read anvil_decode_list;
ANVIL_LOCAL decode_step anvil_decode_items;
ANVIL_LOCAL decode_read anvil_decode_text;

/* Opens a list or map, whose bracket has to stand at decoder->p. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_open_items(struct decoder *decoder, const struct anvil_member *member,
                         unsigned char *slot, unsigned char bracket);

/* Puts a zeroed item or entry on the top of the arena for the innermost frame, a list or map. NULL
 * when it does not fit, with the error told and its code in *status. */
ANVIL_LOCAL ANVIL_MUST_CHECK unsigned char *anvil_decoder_push_item(struct decoder *decoder,
                                                                    enum anvil_status *status);

/* Closes the list or map in `frame`: its items get their final place, which is returned; NULL when
 * there is none, with the error told. What the C form holds is stored by store_items(). */
ANVIL_LOCAL ANVIL_MUST_CHECK unsigned char *anvil_decoder_settle(struct decoder *decoder,
                                                                 const struct decode_frame *frame,
                                                                 enum anvil_status *status);

/* Tells whether null stands where an item or a map's value is due. Of documents it is a
 * value like any other. */
static inline bool is_null_next(const struct decoder *decoder, const struct anvil_member *member) {
    return ANVIL_UNLIKELY(*decoder->p == 'n') && member->kind != ANVIL_KIND_DOCUMENT;
}

/* Reads the null at decoder->p where a dense list or map has no place for it: a client drops it, a
 * server fails. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_drop_null(struct decoder *decoder);

/* Moves behind the number at decoder->p. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_decoder_pass_number(struct decoder *decoder);

/* Reads the string at decoder->p, unescaped if it has to be, whatever it is to mean. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_decoder_read_string(struct decoder *decoder,
                                                                         struct anvil_str *text);

/* Ends the decode with an error `offset` bytes inside the text of the string whose quote stands at
 * `quote`; at the quote when the text was unescaped, and so stands elsewhere. */
ANVIL_LOCAL ANVIL_COLD enum anvil_status
anvil_decoder_fail_inside(struct decoder *decoder, enum anvil_status status,
                          const unsigned char *quote, struct anvil_str text, size_t offset);

/* Stores a value in the zeroed slot of a form that has `is_set`. Not as a struct: what stands
 * between its members would come along. */
ANVIL_LOCAL void anvil_decoder_store(struct decoder *decoder, const struct anvil_member *member,
                                     const void *value, unsigned char *slot);

#endif
