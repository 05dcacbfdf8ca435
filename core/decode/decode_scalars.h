/* SPDX-License-Identifier: Apache-2.0 */
/* The rows of the scalar kinds that are not plain text: the value begins at decoder->p, its C form
 * goes to `slot`. Each moves the decoder behind the value, or fails at its first byte, or inside it
 * where more can be said. */
#ifndef ANVIL_DECODE_SCALARS_H
#define ANVIL_DECODE_SCALARS_H

#include "decode/decoder.h"

ANVIL_LOCAL enum anvil_status anvil_decode_boolean(struct decoder *decoder,
                                                   const struct anvil_member *member,
                                                   unsigned char *slot);
/* Byte to long, and intEnum. */
ANVIL_LOCAL enum anvil_status anvil_decode_integer(struct decoder *decoder,
                                                   const struct anvil_member *member,
                                                   unsigned char *slot);
/* Float and double. */
ANVIL_LOCAL enum anvil_status
anvil_decode_real(struct decoder *decoder, const struct anvil_member *member, unsigned char *slot);
/* BigInteger and bigDecimal. */
ANVIL_LOCAL enum anvil_status anvil_decode_big_number(struct decoder *decoder,
                                                      const struct anvil_member *member,
                                                      unsigned char *slot);
ANVIL_LOCAL enum anvil_status
anvil_decode_blob(struct decoder *decoder, const struct anvil_member *member, unsigned char *slot);
ANVIL_LOCAL enum anvil_status anvil_decode_timestamp(struct decoder *decoder,
                                                     const struct anvil_member *member,
                                                     unsigned char *slot);
ANVIL_LOCAL enum anvil_status anvil_decode_document(struct decoder *decoder,
                                                    const struct anvil_member *member,
                                                    unsigned char *slot);

#endif
