/* SPDX-License-Identifier: Apache-2.0 */
/* One recorded exchange and what its two halves know of each other. Internal to the transport. */
#ifndef TRANSPORT_REPLAY_EXCHANGE_H
#define TRANSPORT_REPLAY_EXCHANGE_H

#include "replay.h"

/* Views into the recording; `headers` are owned by the exchange. */
struct anvil_replay_half {
    struct anvil_str start_line; /* "POST / HTTP/1.1" or "HTTP/1.1 200 OK" */
    struct anvil_header *headers;
    size_t header_count;
    struct anvil_str body; /* empty when there is none */
    size_t body_line;      /* the number of its first line in the recording, from 1 */
};

struct anvil_replay_exchange {
    struct anvil_str title; /* may be empty */
    size_t line;            /* where it begins, from 1 */
    struct anvil_replay_half request;
    struct anvil_replay_half response;
    int status; /* of the response */
};

/* Splits the text of `replay` into exchanges. On failure `problem` is set. */
ANVIL_MUST_CHECK bool anvil_replay_split(struct anvil_replay *replay);

/* Tells whether `request` is the one that `exchange` expects; if not, sets `problem`. */
ANVIL_MUST_CHECK bool anvil_replay_match(struct anvil_replay *replay,
                                         const struct anvil_replay_exchange *exchange,
                                         const struct anvil_http_request *request);

/* Sets `problem` to "NAME:LINE: MESSAGE", printf-style, and returns false. */
bool anvil_replay_fail(struct anvil_replay *replay, size_t line, const char *form, ...)
    __attribute__((format(printf, 3, 4)));

#endif
