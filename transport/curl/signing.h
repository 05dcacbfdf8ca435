/* SPDX-License-Identifier: Apache-2.0 */
/* What makes a request a signed one. Internal to the transport. */
#ifndef TRANSPORT_CURL_SIGNING_H
#define TRANSPORT_CURL_SIGNING_H

#include "curl_transport.h"

#include <curl/curl.h>

/* Why the options cannot sign, in static text without a secret; NULL when they can, and when they
 * do not want to. */
const char *anvil_curl_signing_problem(const struct anvil_curl_options *options);

/* Makes `easy` sign all its requests as the options say. False when memory runs out. */
ANVIL_MUST_CHECK bool anvil_curl_sign(CURL *easy, const struct anvil_curl_options *options);

/*
 * The headers of a request: its own and, when it is signed, X-Amz-Content-Sha256 and
 * X-Amz-Security-Token, all of which libcurl signs. NULL when memory or the cryptographic library
 * fails, or when a header holds a line end. The caller frees the list.
 */
struct curl_slist *anvil_curl_headers(const struct anvil_curl_options *options,
                                      const struct anvil_http_request *request);

#endif
