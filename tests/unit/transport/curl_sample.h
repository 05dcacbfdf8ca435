/* SPDX-License-Identifier: Apache-2.0 */
/* A request to send and the options to send it with. */
#ifndef UNIT_TRANSPORT_CURL_SAMPLE_H
#define UNIT_TRANSPORT_CURL_SAMPLE_H

#include "curl/curl_transport.h"
#include "transport/loopback_server.h"

/* Three pieces, one of them empty, that make SAMPLE_BODY. */
extern const struct anvil_http_request sample_request;
#define SAMPLE_BODY "{\"PoolId\":\"pool-1\"}"

#define SAMPLE_ANSWER                                                                              \
    "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\n"                              \
    "x-amzn-RequestId:  a-b-c \r\nContent-Length: 2\r\n\r\n{}"

/* Options for the server, signing as AKIDEXAMPLE does. */
struct anvil_curl_options sample_options(const struct loopback_server *server);

/* Opens a transport or fails the test. */
struct anvil_curl *sample_open(const struct anvil_curl_options *options);

/* Sends sample_request once. */
enum anvil_status sample_send(struct anvil_curl *curl, struct anvil_http_response *response);

/* Asserts that `text` is `expected`. */
void assert_view(struct anvil_str text, const char *expected);

#endif
