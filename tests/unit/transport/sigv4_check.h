/* SPDX-License-Identifier: Apache-2.0 */
/* What a server does with a signature: computes it again from the request that came (AWS General
 * Reference, "Signature Version 4"), without libcurl. */
#ifndef UNIT_TRANSPORT_SIGV4_CHECK_H
#define UNIT_TRANSPORT_SIGV4_CHECK_H

#include "anvil/str.h"

#include <stdbool.h>

/* Whether the request that came, head and body, carries the signature that `secret` makes of it and
 * the hash of its body. */
bool sigv4_is_signed(struct anvil_str request, const char *secret);

#endif
