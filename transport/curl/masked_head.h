/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a request as people may see it. */
#ifndef TRANSPORT_CURL_MASKED_HEAD_H
#define TRANSPORT_CURL_MASKED_HEAD_H

#include "anvil/str.h"

/*
 * Copies the head of an HTTP/1.1 request with its secrets replaced by ***: of Authorization the
 * signature and all but four characters of the access key, or everything when it has neither; of
 * X-Amz-Security-Token and Proxy-Authorization the whole value. `masked` has room for
 * anvil_masked_head_room(head.len) bytes. Returns how many were written.
 */
size_t anvil_masked_head(struct anvil_str head, char *masked);

/* Room enough for the copy of a head of that length, in bytes. */
size_t anvil_masked_head_room(size_t head_bytes);

#endif
