/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests on their way out: what the verbs encode and call have in common. Both take an operation
 * and Member=value words, fill in a client token as anvil_call() does, and check.
 */
#ifndef CLI_OUTGOING_H
#define CLI_OUTGOING_H

#include "anvil/protocol.h"
#include "anvil/transport.h"
#include "arguments.h"

#include <stdio.h>

/* What the arguments ask for. Begin with zeros and cli_outgoing_begin(). */
struct cli_outgoing {
    const struct cli_verb *verb;
    const char *operation_name;
    const char **words; /* Member=value, ends with NULL; owned */
    size_t word_count;
    unsigned profile;
    unsigned extra_checks;
    bool without_token;
    enum cli_format format;

    struct anvil_operation operation; /* a copy, so that its token can be left out */
    struct anvil_entropy entropy;
    void *input; /* the request's struct; owned */
    struct anvil_arena arena;
    struct anvil_exchange call;
};

void cli_outgoing_begin(struct cli_outgoing *outgoing, struct cli_arguments *arguments);

/* Makes the request from the words that were collected. False after a message. */
bool cli_outgoing_make(struct cli_outgoing *outgoing);

/* anvil_call_prepare() with memory that grows. */
enum anvil_status cli_outgoing_prepare(struct cli_outgoing *outgoing, struct anvil_report *report);

/* Reports why a request could not be prepared. Returns the exit code. */
enum cli_exit cli_outgoing_refused(const struct cli_outgoing *outgoing,
                                   const struct anvil_report *report, enum anvil_status status);

/* Writes the request as HTTP/1.1. The lines of its head begin with `prefix` and end with
 * `line_end`, "" and "\r\n" on the wire. */
void cli_write_request(FILE *file, const struct anvil_http_request *request, const char *host,
                       const char *prefix, const char *line_end);

void cli_outgoing_end(struct cli_outgoing *outgoing);

#endif
