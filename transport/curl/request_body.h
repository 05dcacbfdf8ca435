/* SPDX-License-Identifier: Apache-2.0 */
/* A body in pieces, as libcurl fetches it. Internal to the transport. */
#ifndef TRANSPORT_CURL_REQUEST_BODY_H
#define TRANSPORT_CURL_REQUEST_BODY_H

#include "anvil/transport.h"

#include <curl/curl.h>

/* What is left to be fetched. */
struct anvil_curl_body {
    const struct anvil_http_request *request;
    size_t piece;  /* the next to be read from */
    size_t offset; /* in it */
    size_t left;   /* bytes of all pieces that nobody has fetched yet */
};

/* Begins with the first byte. */
struct anvil_curl_body anvil_curl_body_of(const struct anvil_http_request *request);

/* CURLOPT_READFUNCTION, its context a body: copies the next bytes into libcurl's buffer. */
size_t anvil_curl_body_read(char *buffer, size_t size, size_t count, void *context);

/* CURLOPT_SEEKFUNCTION, likewise: goes back to the beginning, unless the whole body has
 * been fetched: the service may then have seen all of it, and only the caller may send it again. */
int anvil_curl_body_seek(void *context, curl_off_t offset, int origin);

#endif
