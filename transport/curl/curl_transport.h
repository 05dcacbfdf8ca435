/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * A transport over libcurl: HTTP or HTTPS to AWS, or to anything that speaks like it, signed with
 * Signature Version 4 by libcurl itself. It plugs into anvil_call() like any other transport.
 *
 * libcurl hashes only a body that lies in one piece (CURLOPT_POSTFIELDS); signing a body that comes
 * through a read callback, it would sign the hash of nothing. So the pieces are hashed here, the
 * hash goes out as X-Amz-Content-Sha256, which libcurl (since 7.87) takes as the hash to sign, and
 * the body is copied once, from the caller's memory into libcurl's send buffer. The callback has
 * another use: it lets this transport refuse when libcurl would silently send a whole request again
 * because a reused connection died. Each anvil_http_request is handed over at most once.
 *
 * A build without libcurl has this interface too; opening then fails and says so.
 */
#ifndef TRANSPORT_CURL_CURL_TRANSPORT_H
#define TRANSPORT_CURL_CURL_TRANSPORT_H

#include "anvil/port.h"
#include "anvil/str.h"
#include "anvil/transport.h"
#include "client/failure.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

ANVIL_BEGIN_C

/** The longest description of a problem, with its terminator. */
#define ANVIL_CURL_PROBLEM_BYTES 512

/** A connection to one endpoint, kept open between requests. One thread at a time. */
struct anvil_curl;

/** How requests are sent. Only `endpoint` is needed; a number that is 0 has the value in brackets.
 */
struct anvil_curl_options {
    const char *endpoint;          /**< scheme, host, at most a port and a path: what
                                      anvil_endpoint_resolve()          writes */
    const char *access_key_id;     /**< who signs; NULL: requests are not signed */
    const char *secret_access_key; /**< needed with an access key */
    const char *session_token;     /**< of temporary credentials, or NULL */
    const char *region;            /**< that is signed for; needed with an access key */
    const char *signing_name; /**< of the service, such as "sms-voice"; needed with an access key */
    const char *user_agent;   /**< NULL: "anvil/" and the version */
    const char *ca_bundle;    /**< a PEM file of the authorities to trust; NULL: the system's */
    uint32_t connect_ms;      /**< longest time to connect, TLS included [10000] */
    uint32_t total_ms;        /**< longest time for a request and its answer [60000] */
    size_t response_bytes_max; /**< longest body of an answer [16 MiB] */

    bool (*is_cancelled)(void *context); /**< NULL, or asked about once a second and more often
                                            while bytes flow; true ends the request */
    void *cancel_context;                /**< handed to it as it is */

    /** NULL, or gets the head of each request as it goes out, line ends included, with the
     * signature, the session token and most of the access key replaced by ***. Valid during the
     * call. */
    void (*watch)(void *context, struct anvil_str head);
    void *watch_context; /**< handed to it as it is */
};

/**
 * Makes a transport. Connects to nobody yet.
 *
 * @param options what it points at must outlive the transport.
 * @param problem on failure why; holds no secret.
 * @return NULL on failure.
 */
ANVIL_MUST_CHECK struct anvil_curl *anvil_curl_open(const struct anvil_curl_options *options,
                                                    char problem[ANVIL_CURL_PROBLEM_BYTES]);

/**
 * The transport of `curl`, which must outlive it. A response lives until the next request or until
 * `curl` is closed. Redirects are not followed. Fails with #ANVIL_E_TRANSPORT.
 */
struct anvil_transport anvil_curl_transport(struct anvil_curl *curl);

/** Why the last request failed, NUL-terminated; empty when it did not. Holds no value of a request
 * and no secret. Lives until the next request. */
const char *anvil_curl_problem(const struct anvil_curl *curl);

/** What is known of the last failure: the `failure` hook of a client, `context` being a struct
 * anvil_curl. */
enum anvil_failure anvil_curl_failure(void *context);

/** Limits the next requests to that many milliseconds, when that is less than the options allow;
 * 0: no limit beside theirs. The `limit` hook of a client, `context` being a struct anvil_curl. */
void anvil_curl_limit(void *context, uint64_t milliseconds);

/** Closes the connection and frees everything; NULL is allowed. */
void anvil_curl_close(struct anvil_curl *curl);

ANVIL_END_C

#endif
