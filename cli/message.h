/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reading one message with the library: which shape it has, what is checked, and memory that grows
 * until it is enough. Does not know where the bytes came from or how the outcome is shown.
 */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include "anvil/protocol.h"
#include "arguments.h"

/* Which of an operation's messages it is. */
enum cli_direction { CLI_REQUEST, CLI_RESPONSE, CLI_ERROR };

/* How to read messages, the same for a whole run. */
struct cli_reading {
    const struct anvil_operation *operation;
    enum cli_direction direction;
    unsigned checks;              /* of requests, responses, and of errors when they are checked */
    int status;                   /* the HTTP status around an error */
    struct anvil_header *headers; /* the headers around an error */
    size_t header_count;
};

/* One message that has been read. Begin with zeros; read into it as often as you like. */
struct cli_message {
    struct anvil_report report;      /* the outcome */
    const struct anvil_shape *shape; /* what it was read as; NULL for an error nobody modelled */
    void *value;                     /* the C struct; of no use after a malformed message */
    struct anvil_error error;        /* for errors: what surrounds the struct */
    size_t value_bytes;              /* memory behind `value` */
    struct anvil_arena arena;        /* memory for what the struct points to */
};

/* Reads a request, a response, or an error as a client does; see `message->report.status`. */
void cli_message_read(const struct cli_reading *reading, struct anvil_str body,
                      struct cli_message *message);

/* Reads a message in order to check it: as above, but the body of an error must be JSON and is held
 * against the constraints of the error that it names. */
void cli_message_check(const struct cli_reading *reading, struct anvil_str body,
                       struct cli_message *message);

/* Frees the memory of a message. */
void cli_message_free(struct cli_message *message);

/* Adds the value of --header, "Name: value", to `reading`; else says what is wrong and returns
 * false. The text must outlive `reading`. */
bool cli_add_header(const struct cli_arguments *arguments, struct cli_reading *reading);

/* Reads the value of --status into `reading`; else says what is wrong and returns false. */
bool cli_read_status(const struct cli_arguments *arguments, struct cli_reading *reading);

#endif
