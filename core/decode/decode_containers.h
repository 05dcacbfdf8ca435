/* SPDX-License-Identifier: Apache-2.0 */
/* Opening and closing containers. */
#ifndef ANVIL_DECODE_CONTAINERS_H
#define ANVIL_DECODE_CONTAINERS_H

#include "decode/decoder.h"

/* Opens a frame for the container whose bracket stands at decoder->p, and moves behind the bracket.
 */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_open(struct decoder *decoder, const struct anvil_shape *shape, unsigned char *base);

/* The rows of the container kinds: the value begins at decoder->p, its C form goes to `slot`. */
ANVIL_LOCAL enum anvil_status anvil_decode_structure(struct decoder *decoder,
                                                     const struct anvil_member *member,
                                                     unsigned char *slot);
ANVIL_LOCAL enum anvil_status
anvil_decode_list(struct decoder *decoder, const struct anvil_member *member, unsigned char *slot);
ANVIL_LOCAL enum anvil_status
anvil_decode_map(struct decoder *decoder, const struct anvil_member *member, unsigned char *slot);

/* Puts a zeroed item or entry on the top of the arena for the innermost frame, a list or map. NULL
 * when it does not fit, with the error told and its code in *status. */
ANVIL_LOCAL ANVIL_MUST_CHECK unsigned char *anvil_decoder_push_item(struct decoder *decoder,
                                                                    enum anvil_status *status);

/* Ends the list or map of the innermost frame: its items get their final place. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_decoder_end_items(struct decoder *decoder);

/* Reads the null at decoder->p where a dense list or map has no place for it: a client drops it, a
 * server fails. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_drop_null(struct decoder *decoder);

/* Reads the null at decoder->p: an absent member, or a null of a sparse list or map. */
ANVIL_LOCAL ANVIL_COLD ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_read_null(struct decoder *decoder);

/* Begins the variant `index` of the union of the innermost frame, whose key begins at `key`;
 * NO_MEMBER for an unknown one, which is then read whole. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_begin_variant(struct decoder *decoder, size_t index, const unsigned char *key);

/* Ends the union of the innermost frame. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_decoder_end_union(struct decoder *decoder);

#endif
