/* SPDX-License-Identifier: Apache-2.0 */
/* Decoding with memory that doubles until the message fits. */
#include "message.h"

#include "anvil/kind.h"

#include "allocation.h"
#include "decoded.h"

#include <stdlib.h>
#include <string.h>

/* The shape of errors that no operation models: JSON is checked, members are skipped. */
static const struct anvil_shape UNMODELLED = {
    .row = &anvil_structure_row,
    .name = "Error",
    .name_bytes = 5,
    .align = 1,
    .kind = ANVIL_KIND_STRUCTURE,
};

/* Zeroed memory for the C struct of `shape`. */
static void make_value(struct cli_message *message, const struct anvil_shape *shape) {
    message->shape = shape;
    if (message->value_bytes < shape->size || message->value == NULL) {
        free(message->value);
        message->value = cli_allocate(shape->size);
        message->value_bytes = shape->size;
    }
}

static struct anvil_http_response response_of(const struct cli_reading *reading,
                                              struct anvil_str body) {
    struct anvil_http_response response = {reading->status, reading->headers, reading->header_count,
                                           body};
    return response;
}

/* One attempt with the arena as it is. */
static enum anvil_status read_once(const struct cli_reading *reading, struct anvil_str body,
                                   struct cli_message *message) {
    const struct anvil_operation *operation = reading->operation;
    struct anvil_http_response response = response_of(reading, body);
    enum anvil_status status;

    anvil_arena_reset(&message->arena);
    switch (reading->direction) {
    case CLI_RESPONSE:
        make_value(message, operation->output);
        return anvil_response_decode(operation, body, reading->checks, &message->arena,
                                     message->value, &message->report);
    case CLI_ERROR:
        status = anvil_error_decode(operation, &response, &message->arena, &message->error,
                                    &message->report);
        message->shape = message->error.type != NULL ? message->error.type->shape : NULL;
        return status;
    default:
        make_value(message, operation->input);
        return anvil_request_decode(operation, body, reading->checks, &message->arena,
                                    message->value, &message->report);
    }
}

void cli_message_read(const struct cli_reading *reading, struct anvil_str body,
                      struct cli_message *message) {
    while (read_once(reading, body, message) == ANVIL_E_ARENA)
        cli_arena_grow(&message->arena);
}

/* Whether an unknown member is one that the protocol puts beside an error's own members. */
static bool is_of_the_protocol(const struct anvil_report *report,
                               const struct anvil_violation *violation) {
    static const struct anvil_str NAMES[] = {ANVIL_STR("/__type"), ANVIL_STR("/code"),
                                             ANVIL_STR("/message")};
    struct anvil_str path = anvil_violation_path(report, violation);

    if (violation->constraint != ANVIL_CONSTRAINT_UNKNOWN_MEMBER)
        return false;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (anvil_str_equal(path, NAMES[i]))
            return true;
    return false;
}

static void forgive_protocol_members(struct anvil_report *report) {
    uint16_t kept = 0;

    for (uint16_t i = 0; i < report->count; i++)
        if (!is_of_the_protocol(report, &report->violations[i]))
            report->violations[kept++] = report->violations[i];
    if (kept == report->count)
        return;
    report->count = kept;
    if (kept > 0)
        report->status =
            (enum anvil_status)(ANVIL_E_REQUIRED + (int)report->violations[0].constraint);
    else if (report->more == 0)
        report->status = ANVIL_OK;
}

void cli_message_check(const struct cli_reading *reading, struct anvil_str body,
                       struct cli_message *message) {
    cli_message_read(reading, body, message);
    if (reading->direction != CLI_ERROR)
        return;

    const struct anvil_shape *shape = message->shape != NULL ? message->shape : &UNMODELLED;
    static const struct anvil_str EMPTY = ANVIL_STR("{}");
    /* An error is a kind of response, and read as leniently. */
    unsigned checks = reading->checks | ANVIL_LENIENT;

    /* Nobody knows which members an error has that nobody modelled. */
    if (message->shape == NULL)
        checks &= ~(unsigned)ANVIL_CHECK_UNKNOWN_MEMBER;
    make_value(message, shape);
    if (cli_decode(shape, body.len > 0 ? body : EMPTY, checks, &message->arena, message->value,
                   &message->report) != ANVIL_OK)
        forgive_protocol_members(&message->report);
}

void cli_message_free(struct cli_message *message) {
    free(message->value);
    free(message->arena.base);
    memset(message, 0, sizeof *message);
}

static struct anvil_str trim(struct anvil_str text) {
    while (text.len > 0 && (text.ptr[0] == ' ' || text.ptr[0] == '\t')) {
        text.ptr++;
        text.len--;
    }
    while (text.len > 0 && (text.ptr[text.len - 1] == ' ' || text.ptr[text.len - 1] == '\t'))
        text.len--;
    return text;
}

bool cli_add_header(const struct cli_arguments *arguments, struct cli_reading *reading) {
    const char *text = arguments->value;
    const char *colon = strchr(text, ':');

    if (colon == NULL || colon == text) {
        cli_wrong_usage(arguments->verb, "not a header; one looks like --header 'Name: value'");
        return false;
    }
    reading->headers =
        cli_reallocate(reading->headers, (reading->header_count + 1) * sizeof *reading->headers);
    struct anvil_header *header = &reading->headers[reading->header_count++];
    header->name = trim(anvil_str_of(text, (size_t)(colon - text)));
    header->value = trim(anvil_str_of(colon + 1, strlen(colon + 1)));
    return true;
}

bool cli_read_status(const struct cli_arguments *arguments, struct cli_reading *reading) {
    const char *text = arguments->value;
    bool is_status = strlen(text) == 3 && strspn(text, "0123456789") == 3 && text[0] != '0';

    if (!is_status) {
        cli_wrong_usage(arguments->verb, "not an HTTP status: '%s'", text);
        return false;
    }
    reading->status = (text[0] - '0') * 100 + (text[1] - '0') * 10 + (text[2] - '0');
    return true;
}
