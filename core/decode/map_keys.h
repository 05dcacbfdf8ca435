/* SPDX-License-Identifier: Apache-2.0 */
/* Keys that a map was given more than once. */
#ifndef ANVIL_DECODE_MAP_KEYS_H
#define ANVIL_DECODE_MAP_KEYS_H

#include "decode/decoder.h"

/* Of the entries of the innermost frame's map with the same key only the last stays, in its order
 * with the check DUPLICATE each of them is told once. *count becomes what is left.
 * Needs sixteen bytes of free arena for each entry when there are more than a few. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_decoder_drop_repeated(struct decoder *decoder, unsigned char *entries, size_t *count);

#endif
