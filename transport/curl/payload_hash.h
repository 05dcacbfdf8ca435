/* SPDX-License-Identifier: Apache-2.0 */
/* The hash of a body that lies in pieces. */
#ifndef TRANSPORT_CURL_PAYLOAD_HASH_H
#define TRANSPORT_CURL_PAYLOAD_HASH_H

#include "anvil/str.h"

#include <stdbool.h>

/* The length of a SHA-256 in hexadecimal, without a terminator. */
#define ANVIL_PAYLOAD_HASH_BYTES 64

/* Writes the SHA-256 of the pieces, one after the other, in lower-case hexadecimal and with a
 * terminator. False when the cryptographic library fails. */
ANVIL_MUST_CHECK bool anvil_payload_hash(const struct anvil_str *pieces, size_t count,
                                         char hash[ANVIL_PAYLOAD_HASH_BYTES + 1]);

#endif
