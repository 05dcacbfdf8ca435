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

/* More than a service's name in signatures can have. */
#define SIGNING_NAME_BYTES 128

/* Whom to call and as whom; the transport points at it. */
struct settings {
    const struct cli_link_options *options;
    struct anvil_environment environment;
    const char *region; /* NULL when nobody said */
    char signing_name[SIGNING_NAME_BYTES];
    char endpoint[ANVIL_ENDPOINT_BYTES];
};

static const char *problem_of_network(void *context) {
    return anvil_curl_problem(context);
}

static void close_network(void *context) {
    anvil_curl_close(context);
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

/* Finds the URL. NULL, or why there is none. */
static const char *find_endpoint(struct settings *settings) {
    const struct anvil_environment *environment = &settings->environment;
    const char *endpoint = settings->options->endpoint;

    if (endpoint == NULL)
        endpoint = environment->endpoint_url;
    if (endpoint == NULL && settings->region == NULL)
        return "which region? Set AWS_REGION or name it with --region";
    const struct anvil_endpoint_parameters parameters = {
        cli_view(settings->signing_name),
        cli_view(settings->region != NULL ? settings->region : ""),
        cli_view(endpoint != NULL ? endpoint : ""), environment->use_fips,
        environment->use_dual_stack};
    return anvil_endpoint_resolve(&parameters, settings->endpoint, sizeof settings->endpoint);
}

/* Says in `curl` who signs. NULL, or what is missing for that. */
static const char *set_signer(const struct settings *settings, struct anvil_curl_options *curl) {
    const struct anvil_environment *environment = &settings->environment;

    if (settings->signing_name[0] == '\0')
        return "the model does not say what the service is called in signatures: name it with "
               "--signing-name";
    if (environment->access_key_id == NULL)
        return "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or say "
               "--no-sign-request";
    if (settings->region == NULL)
        return "which region is signed for? Set AWS_REGION or name it with --region";
    curl->access_key_id = environment->access_key_id;
    curl->secret_access_key = environment->secret_access_key;
    curl->session_token = environment->session_token;
    curl->region = settings->region;
    curl->signing_name = settings->signing_name;
    return NULL;
}

static enum cli_exit open_curl(struct cli_link *link, const struct settings *settings) {
    const struct cli_link_options *options = settings->options;
    char problem[ANVIL_CURL_PROBLEM_BYTES];
    struct anvil_curl_options curl = {.endpoint = settings->endpoint,
                                      .ca_bundle = settings->environment.ca_bundle};
    const char *missing = options->is_unsigned ? NULL : set_signer(settings, &curl);

    if (missing != NULL)
        return wrong_settings(options, missing);
    if (options->shows_http) {
        curl.watch = show_head;
        curl.watch_context = link;
    }
    struct anvil_curl *transport = anvil_curl_open(&curl, problem);
    if (transport == NULL) {
        fprintf(stderr, "anvil %s: %s\n", options->verb->name, problem);
        return CLI_EXIT_NO_ANSWER;
    }
    link->carrier = anvil_curl_transport(transport);
    link->failure = anvil_curl_failure;
    link->limit = anvil_curl_limit;
    link->problem = problem_of_network;
    link->close = close_network;
    link->shows_own_heads = true;
    link->name = settings->endpoint;
    if (settings->environment.max_attempts != 0)
        link->attempts = settings->environment.max_attempts;
    return CLI_EXIT_OK;
}

enum cli_exit cli_network_open(struct cli_link *link, const struct cli_link_options *options) {
    const struct anvil_service *service = cli_service();
    bool is_smsv2 = anvil_str_equal(service->name, smsv2_service.name);
    struct settings *settings = cli_allocate(sizeof *settings);
    struct anvil_str name =
        options->signing_name != NULL ? cli_view(options->signing_name) : service->arn_service;

    link->memory = settings;
    settings->options = options;
    snprintf(settings->signing_name, sizeof settings->signing_name, "%.*s", (int)name.len,
             name.ptr != NULL ? name.ptr : "");
    const char *problem = anvil_environment_read(
        &settings->environment, getenv, is_smsv2 ? ANVIL_ENVIRONMENT_SMSV2_ENDPOINT : NULL);
    if (problem != NULL)
        return wrong_settings(options, problem);
    settings->region = options->region != NULL ? options->region : settings->environment.region;
    problem = find_endpoint(settings);
    return problem == NULL ? open_curl(link, settings) : wrong_settings(options, problem);
}
