/* SPDX-License-Identifier: Apache-2.0 */
/* How long a service asks to be left alone. */
#ifndef TRANSPORT_CLIENT_RETRY_AFTER_H
#define TRANSPORT_CLIENT_RETRY_AFTER_H

#include "anvil/transport.h"

#include <stdint.h>

/*
 * Milliseconds to wait by the headers of an answer: x-amz-retry-after, in milliseconds,
 * else Retry-After, in seconds or as an http-date (RFC 9110 section 10.2.3), which is compared with
 * `unix_seconds`. 0 when there is neither, when it is no such value, and for a date that has
 * passed. Never more than UINT32_MAX.
 */
uint64_t anvil_retry_after_ms(const struct anvil_header *headers, size_t count,
                              int64_t unix_seconds);

#endif
