/* SPDX-License-Identifier: Apache-2.0 */
/* Whichever carrier it is, requests pass through here, where they can be shown. */
#include "link.h"

#include "allocation.h"
#include "characters.h"
#include "network.h"
#include "outgoing.h"
#include "replay/replay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Shows text from afar, line by line, so that it cannot do anything to a terminal. */
static void show_text(struct anvil_str text) {
    for (size_t at = 0; at < text.len;) {
        const char *feed = memchr(text.ptr + at, '\n', text.len - at);
        size_t bytes = (feed != NULL ? (size_t)(feed - text.ptr) : text.len) - at;
        cli_text_write(stderr, anvil_str_of(text.ptr + at, bytes));
        if (feed != NULL)
            fputc('\n', stderr);
        at += bytes + 1;
    }
}

/* Shows an answer in the manner of HTTP tools. */
static void show_response(const struct anvil_http_response *response) {
    fprintf(stderr, "\n< HTTP/1.1 %d\n", response->status);
    for (size_t i = 0; i < response->header_count; i++) {
        fputs("< ", stderr);
        show_text(response->headers[i].name);
        fputs(": ", stderr);
        show_text(response->headers[i].value);
        fputc('\n', stderr);
    }
    fputs("< \n", stderr);
    show_text(response->body);
    fputc('\n', stderr);
}

static enum anvil_status send_shown(void *context, const struct anvil_http_request *request,
                                    struct anvil_http_response *response) {
    struct cli_link *link = context;

    link->request = request;
    if (link->shows_http && !link->shows_own_heads)
        cli_write_request(stderr, request, "localhost", "> ", "\n");
    enum anvil_status status = link->carrier.send(link->carrier.context, request, response);
    /* Whoever answers that something broke may have acted before it did. */
    if (status == ANVIL_OK ? response->status >= 500
                           : cli_link_failure(link) == ANVIL_FAILURE_UNCLEAR)
        link->may_have_acted = true;
    if (link->shows_http && status == ANVIL_OK)
        show_response(response);
    else if (link->shows_http)
        fputc('\n', stderr);
    return status;
}

static const char *problem_of_replay(void *context) {
    const struct anvil_replay *replay = context;
    return replay->problem;
}

static void close_replay(void *context) {
    anvil_replay_close(context);
    free(context);
}

static enum cli_exit open_replay(struct cli_link *link, const struct cli_link_options *options) {
    struct anvil_replay *replay = cli_allocate(sizeof *replay);

    if (!anvil_replay_open(replay, options->recording)) {
        fprintf(stderr, "anvil %s: %s\n", options->verb->name, replay->problem);
        free(replay);
        return CLI_EXIT_MALFORMED;
    }
    link->carrier = anvil_replay_transport(replay);
    link->problem = problem_of_replay;
    link->close = close_replay;
    link->attempts = 1;
    link->waits = false;
    link->without_answer = CLI_EXIT_MALFORMED;
    return CLI_EXIT_OK;
}

static void close_emulator(void *context) {
    anvil_emulator_close(context);
}

static enum cli_exit open_emulator(struct cli_link *link, const struct cli_link_options *options) {
    char problem[ANVIL_EMULATOR_PROBLEM_BYTES];
    struct anvil_emulator *emulator = anvil_emulator_open(&options->emulator, problem);

    if (emulator == NULL) {
        fprintf(stderr, "anvil %s: %s\n", options->verb->name, problem);
        return CLI_EXIT_MALFORMED;
    }
    link->carrier = anvil_emulator_transport(emulator);
    link->close = close_emulator;
    link->name = "the emulator";
    return CLI_EXIT_OK;
}

enum cli_exit cli_link_open(struct cli_link *link, const struct cli_link_options *options) {
    const struct cli_link fresh = {.transport = {send_shown, link},
                                   .attempts = 3,
                                   .waits = true,
                                   .without_answer = CLI_EXIT_NO_ANSWER,
                                   .shows_http = options->shows_http};

    *link = fresh;
    if (options->recording != NULL)
        return open_replay(link, options);
    if (options->is_emulated)
        return open_emulator(link, options);
    return cli_network_open(link, options);
}

enum anvil_failure cli_link_failure(void *context) {
    const struct cli_link *link = context;
    return link->failure != NULL ? link->failure(link->carrier.context) : ANVIL_FAILURE_UNCLEAR;
}

void cli_link_limit(void *context, uint64_t milliseconds) {
    const struct cli_link *link = context;
    if (link->limit != NULL)
        link->limit(link->carrier.context, milliseconds);
}

enum anvil_failure cli_link_outcome(const struct cli_link *link) {
    if (link->may_have_acted)
        return ANVIL_FAILURE_UNCLEAR;
    return link->failure != NULL ? link->failure(link->carrier.context) : ANVIL_FAILURE_UNCLEAR;
}

const char *cli_link_problem(const struct cli_link *link) {
    const char *problem = link->problem != NULL ? link->problem(link->carrier.context) : "";
    return problem[0] != '\0' ? problem : "the connection was dropped before there was an answer";
}

void cli_link_close(struct cli_link *link) {
    if (link->close != NULL)
        link->close(link->carrier.context);
    free(link->memory);
    link->close = NULL;
    link->memory = NULL;
}
