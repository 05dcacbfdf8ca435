/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The two things that Anvil cannot do without the world: carry a request to a service, and roll
 * dice. Both are one function of the caller's, with a context of the caller's.
 */
#ifndef ANVIL_TRANSPORT_H
#define ANVIL_TRANSPORT_H

#include "anvil/port.h"
#include "anvil/status.h"
#include "anvil/str.h"

ANVIL_BEGIN_C

/** One HTTP header. Names are compared without regard to case. */
struct anvil_header {
    struct anvil_str name;  /**< such as "X-Amz-Target" */
    struct anvil_str value; /**< without the white space around it */
};

/**
 * A request that is ready to be sent. The transport adds Host, Content-Length (`body_bytes`), its
 * own headers and the signature. Everything it points at lives until the call that made it is made
 * again.
 */
struct anvil_http_request {
    struct anvil_str method;            /**< "POST" */
    struct anvil_str path;              /**< "/" */
    const struct anvil_header *headers; /**< Content-Type and X-Amz-Target */
    size_t header_count;                /**< number of headers */
    const struct anvil_str *body;       /**< the body in pieces, to be sent one after the other */
    size_t body_count;                  /**< number of pieces */
    size_t body_bytes;                  /**< length of all pieces together */
};

/**
 * An answer. The transport owns all memory in it and keeps it alive and unchanged for as long as
 * the decoded output is used, because decoded text points into `body`.
 */
struct anvil_http_response {
    int status;                         /**< the HTTP status code */
    const struct anvil_header *headers; /**< the headers that came */
    size_t header_count;                /**< number of headers */
    struct anvil_str body;              /**< the whole body; empty or absent when there was none */
};

/** What carries a request to a service. */
struct anvil_transport {
    /**
     * Sends one request once and waits for the answer.
     *
     * @param context  the member below.
     * @param request  what to send; valid during the call.
     * @param response to be filled; zeroed before.
     * @return #ANVIL_OK when there is an answer, whatever its status code; any other status,
     * usually #ANVIL_E_TRANSPORT, is passed on to the caller of anvil_call().
     */
    enum anvil_status (*send)(void *context, const struct anvil_http_request *request,
                              struct anvil_http_response *response);
    void *context; /**< handed to `send` as it is */
};

/** Where random bytes come from. */
struct anvil_entropy {
    /**
     * Fills `count` bytes at `bytes` with random values. Returns #ANVIL_OK only when all are
     * filled; any other status is passed on.
     */
    enum anvil_status (*fill)(void *context, void *bytes, size_t count);
    void *context; /**< handed to `fill` as it is */
};

/**
 * Finds a header by its name, without regard to case.
 * Returns its value, or the absent string. Of several the first counts. `headers` may be NULL when
 * `count` is 0. Cost: linear in the number of headers.
 */
ANVIL_API struct anvil_str anvil_header_value(const struct anvil_header *headers, size_t count,
                                              struct anvil_str name);

ANVIL_END_C

#endif
