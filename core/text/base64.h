/* SPDX-License-Identifier: Apache-2.0 */
/* Base64, RFC 4648 section 4: the alphabet with + and /, padded. Knows bytes, and nothing of JSON.
 */
#ifndef ANVIL_TEXT_BASE64_H
#define ANVIL_TEXT_BASE64_H

#include "anvil/status.h"

#include <stddef.h>

/* The bytes that the text [begin, end) stands for: exactly, when anvil_base64_decode() takes it,
 * and otherwise no less than that writes before it fails. Looks at the padding only. */
ANVIL_LOCAL size_t anvil_base64_decoded_bytes(const unsigned char *begin, const unsigned char *end);

/* Decodes the text [begin, end) to `out`, which has room for as many bytes as
 * anvil_base64_decoded_bytes() tells; it may be the memory of the text itself. The empty text
 * stands for no bytes.
 *
 * #ANVIL_E_BASE64 for a length that is no multiple of four, any byte outside the alphabet, white
 * space among them, padding elsewhere than at the end, and bits behind the last byte that are not
 * zero: one value has one text. *offset is then, in bytes from `begin`, the first byte that cannot
 * stand where it stands, or the length when the text is too short; `out` may have been written to.
 * Cost: linear. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_base64_decode(const unsigned char *begin,
                                                                   const unsigned char *end,
                                                                   unsigned char *out,
                                                                   size_t *offset);

/* The length of the text for `bytes` bytes that lie in memory. */
ANVIL_LOCAL size_t anvil_base64_encoded_bytes(size_t bytes);

/* Encodes the bytes [begin, end) to `out`, which has room for the length above. The texts of
 * pieces, joined, are the text of the whole when all pieces but the last have a multiple of three
 * bytes. */
ANVIL_LOCAL void anvil_base64_encode(const unsigned char *begin, const unsigned char *end,
                                     char *out);

#endif
