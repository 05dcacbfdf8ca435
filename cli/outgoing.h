/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Requests on their way out: what the verbs encode and call have in common. Both take an operation
 * and Member=value words or a file, fill in a client token as anvil_call() does, and check.
 */
#ifndef CLI_OUTGOING_H
#define CLI_OUTGOING_H

#include "anvil/protocol.h"
#include "anvil/transport.h"
#include "arguments.h"
#include "request_values.h"

#include <stdio.h>

/* What the arguments ask for. Begin with zeros and cli_outgoing_begin(). */
struct cli_outgoing {
    const struct cli_verb *verb;
    const char *operation_name;
    const char **words; /* Member=value, ends with NULL; owned */
    size_t word_count;
    const char *from; /* the file with the neutral form, or NULL */
    unsigned profile;
    unsigned extra_checks;
    bool without_token;
    enum cli_format format;

    struct anvil_operation operation; /* a copy, so that its token can be left out */
    struct anvil_entropy entropy;
    struct cli_values values; /* the request's struct */
    struct anvil_arena arena;
    struct anvil_exchange call;
};

void cli_outgoing_begin(struct cli_outgoing *outgoing, struct cli_arguments *arguments);

/* Takes a word in: the operation first, then Member=value. */
void cli_outgoing_word(struct cli_outgoing *outgoing, const char *word);

/* Makes the request from the words or the file. CLI_EXIT_OK, or an exit code after a message. */
enum cli_exit cli_outgoing_make(struct cli_outgoing *outgoing);

/* anvil_call_prepare() with memory that grows. */
enum anvil_status cli_outgoing_prepare(struct cli_outgoing *outgoing, struct anvil_report *report);

/* Reports why a request could not be prepared. Returns the exit code. */
enum cli_exit cli_outgoing_refused(struct cli_outgoing *outgoing, struct anvil_report *report,
                                   enum anvil_status status);

/* Reads the neutral form of `shape` in the file `from`; `is_error` takes what anvil decode --error
 * prints, too. CLI_EXIT_OK, or an exit code after a report. */
enum cli_exit cli_outgoing_read(struct cli_outgoing *outgoing, const struct anvil_shape *shape,
                                bool is_error);

/* Reports why a struct from words or a file could not be encoded, with places when the file has
 * them. Returns the exit code. */
enum cli_exit cli_outgoing_broken(struct cli_outgoing *outgoing, const struct anvil_shape *shape,
                                  unsigned checks, struct anvil_report *report);

/* Writes the request as HTTP/1.1. The lines of its head begin with `prefix` and end with
 * `line_end`, "" and "\r\n" on the wire. */
void cli_write_request(FILE *file, const struct anvil_http_request *request, const char *host,
                       const char *prefix, const char *line_end);

void cli_outgoing_end(struct cli_outgoing *outgoing);

#endif
