/* SPDX-License-Identifier: Apache-2.0 */
/* The transport of a build without libcurl: it cannot be opened, and says why. */
#include "curl_transport.h"

#include <stdio.h>

struct anvil_curl *anvil_curl_open(const struct anvil_curl_options *options,
                                   char problem[ANVIL_CURL_PROBLEM_BYTES]) {
    (void)options;
    snprintf(
        problem, ANVIL_CURL_PROBLEM_BYTES,
        "this build has no network: it was made without libcurl (at least 7.87) and libcrypto");
    return NULL;
}

static enum anvil_status send_nothing(void *context, const struct anvil_http_request *request,
                                      struct anvil_http_response *response) {
    (void)context, (void)request, (void)response;
    return ANVIL_E_TRANSPORT;
}

struct anvil_transport anvil_curl_transport(struct anvil_curl *curl) {
    struct anvil_transport transport = {send_nothing, curl};
    return transport;
}

const char *anvil_curl_problem(const struct anvil_curl *curl) {
    (void)curl;
    return "";
}

enum anvil_failure anvil_curl_failure(void *context) {
    (void)context;
    return ANVIL_FAILURE_FINAL;
}

void anvil_curl_limit(void *context, uint64_t milliseconds) {
    (void)context, (void)milliseconds;
}

void anvil_curl_close(struct anvil_curl *curl) {
    (void)curl;
}
