/* SPDX-License-Identifier: Apache-2.0 */
#include "transport/curl_sample.h"

#include "test.h"

#include <string.h>

static const struct anvil_header HEADERS[] = {
    {ANVIL_STR("Content-Type"), ANVIL_STR("application/x-amz-json-1.0")},
    {ANVIL_STR("X-Amz-Target"), ANVIL_STR("PinpointSMSVoiceV2.DescribePools")},
};
static const struct anvil_str PIECES[] = {ANVIL_STR("{\"PoolId\":\""), ANVIL_STR(""),
                                          ANVIL_STR("pool-1\"}")};

const struct anvil_http_request sample_request = {
    ANVIL_STR("POST"), ANVIL_STR("/"), HEADERS, 2, PIECES, 3, sizeof SAMPLE_BODY - 1};

struct anvil_curl_options sample_options(const struct loopback_server *server) {
    const struct anvil_curl_options options = {
        .endpoint = server->endpoint,
        .access_key_id = "AKIDEXAMPLE",
        .secret_access_key = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        .region = "us-east-1",
        .signing_name = "sms-voice",
        .total_ms = 20000,
    };
    return options;
}

struct anvil_curl *sample_open(const struct anvil_curl_options *options) {
    char problem[ANVIL_CURL_PROBLEM_BYTES];
    struct anvil_curl *curl = anvil_curl_open(options, problem);

    if (curl == NULL)
        fail_msg("%s", problem);
    return curl;
}

enum anvil_status sample_send(struct anvil_curl *curl, struct anvil_http_response *response) {
    struct anvil_transport transport = anvil_curl_transport(curl);

    memset(response, 0, sizeof *response);
    return transport.send(transport.context, &sample_request, response);
}

void assert_view(struct anvil_str text, const char *expected) {
    assert_non_null(text.ptr);
    if (text.len != strlen(expected) || memcmp(text.ptr, expected, text.len) != 0)
        fail_msg("'%.*s' is not '%s'", (int)text.len, text.ptr, expected);
}
