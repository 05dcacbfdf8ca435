/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments win over the environment, and a URL over the endpoint rules. */
#include "network.h"

#include "allocation.h"
#include "curl/curl_transport.h"
#include "endpoint/endpoint.h"
#include "environment/environment.h"
#include "service.h"
#include "smsv2/smsv2.h"
#include "suggest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a link over a network keeps. */
struct network {
    struct anvil_curl *curl;
    struct cli_link *link;
    char *signing_name;
    char endpoint[ANVIL_ENDPOINT_BYTES];
};

static void close_network(void *context) {
    struct network *network = context;

    anvil_curl_close(network->curl);
    free(network->signing_name);
    free(network);
}

static enum anvil_status send_network(void *context, const struct anvil_http_request *request,
                                      struct anvil_http_response *response) {
    struct network *network = context;
    struct anvil_transport transport = anvil_curl_transport(network->curl);

    return transport.send(transport.context, request, response);
}

static enum anvil_failure failure_of_network(void *context) {
    struct network *network = context;
    return anvil_curl_failure(network->curl);
}

static void limit_network(void *context, uint64_t milliseconds) {
    struct network *network = context;
    anvil_curl_limit(network->curl, milliseconds);
}

static const char *problem_of_network(void *context) {
    struct network *network = context;
    return anvil_curl_problem(network->curl);
}

/* Shows the head that goes out, its lines as cli_write_request() does, and the body behind it. */
static void show_head(void *context, struct anvil_str head) {
    struct cli_link *link = context;

    for (size_t at = 0; at < head.len;) {
        const char *feed = memchr(head.ptr + at, '\n', head.len - at);
        size_t end = feed != NULL ? (size_t)(feed - head.ptr) : head.len;
        size_t bytes = end - at;
        if (bytes > 0 && head.ptr[end - 1] == '\r')
            bytes--;
        fprintf(stderr, "> %.*s\n", (int)bytes, head.ptr + at);
        at = end + 1;
    }
    for (size_t i = 0; i < link->request->body_count; i++)
        fwrite(link->request->body[i].ptr, 1, link->request->body[i].len, stderr);
}

/* Says what is wrong with the settings. */
static enum cli_exit wrong_settings(const struct cli_link_options *options, const char *why) {
    fprintf(stderr, "anvil %s: %s\n", options->verb->name, why);
    return CLI_EXIT_USAGE;
}

/* Finds the URL. */
static enum cli_exit find_endpoint(struct network *network, const struct cli_link_options *options,
                                   const struct anvil_environment *environment) {
    const char *endpoint =
        options->endpoint != NULL ? options->endpoint : environment->endpoint_url;
    const char *region = options->region != NULL ? options->region : environment->region;
    const struct anvil_endpoint_parameters parameters = {
        cli_view(network->signing_name), cli_view(region != NULL ? region : ""),
        cli_view(endpoint != NULL ? endpoint : ""), environment->use_fips,
        environment->use_dual_stack};
    const char *problem =
        anvil_endpoint_resolve(&parameters, network->endpoint, sizeof network->endpoint);

    if (problem == NULL)
        return CLI_EXIT_OK;
    return wrong_settings(options, region == NULL && parameters.endpoint.len == 0
                                       ? "which region? Set AWS_REGION or name it with --region"
                                       : problem);
}

/* Says in `curl` who signs. NULL, or what is missing for that. */
static const char *set_signer(const struct network *network, const struct cli_link_options *options,
                              const struct anvil_environment *environment,
                              struct anvil_curl_options *curl) {
    curl->access_key_id = environment->access_key_id;
    curl->secret_access_key = environment->secret_access_key;
    curl->session_token = environment->session_token;
    curl->region = options->region != NULL ? options->region : environment->region;
    curl->signing_name = network->signing_name;
    if (curl->signing_name[0] == '\0')
        return "the model does not say what the service is called in signatures: name it with "
               "--signing-name";
    if (curl->access_key_id == NULL)
        return "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or say "
               "--no-sign-request";
    return curl->region == NULL
               ? "which region is signed for? Set AWS_REGION or name it with --region"
               : NULL;
}

static enum cli_exit open_curl(struct network *network, const struct cli_link_options *options,
                               const struct anvil_environment *environment) {
    char problem[ANVIL_CURL_PROBLEM_BYTES];
    struct anvil_curl_options curl = {.endpoint = network->endpoint,
                                      .ca_bundle = environment->ca_bundle};
    const char *missing =
        options->is_unsigned ? NULL : set_signer(network, options, environment, &curl);

    if (missing != NULL)
        return wrong_settings(options, missing);
    if (options->shows_http) {
        curl.watch = show_head;
        curl.watch_context = network->link;
    }
    network->curl = anvil_curl_open(&curl, problem);
    if (network->curl != NULL)
        return CLI_EXIT_OK;
    fprintf(stderr, "anvil %s: %s\n", options->verb->name, problem);
    return CLI_EXIT_NO_ANSWER;
}

enum cli_exit cli_network_open(struct cli_link *link, const struct cli_link_options *options) {
    const struct anvil_service *service = cli_service();
    struct anvil_environment environment;
    bool is_smsv2 = anvil_str_equal(service->name, smsv2_service.name);
    struct anvil_str name =
        options->signing_name != NULL ? cli_view(options->signing_name) : service->arn_service;

    const char *problem = anvil_environment_read(
        &environment, getenv, is_smsv2 ? ANVIL_ENVIRONMENT_SMSV2_ENDPOINT : NULL);
    if (problem != NULL)
        return wrong_settings(options, problem);
    struct network *network = cli_allocate(sizeof *network);
    network->link = link;
    network->signing_name = cli_allocate(name.len + 1);
    if (name.len > 0)
        memcpy(network->signing_name, name.ptr, name.len);
    link->carrier.send = send_network;
    link->carrier.context = network;
    link->failure = failure_of_network;
    link->limit = limit_network;
    link->problem = problem_of_network;
    link->close = close_network;
    link->shows_own_heads = true;
    link->name = network->endpoint;
    if (environment.max_attempts != 0)
        link->attempts = environment.max_attempts;
    enum cli_exit code = find_endpoint(network, options, &environment);
    return code == CLI_EXIT_OK ? open_curl(network, options, &environment) : code;
}
