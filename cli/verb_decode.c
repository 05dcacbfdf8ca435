/* SPDX-License-Identifier: Apache-2.0 */
/* anvil decode: a message as the library read it. */
#include "arguments.h"
#include "input.h"
#include "message.h"
#include "outcome.h"
#include "service.h"

#include <stdlib.h>

enum {
    OPTION_REQUEST = 1,
    OPTION_RESPONSE,
    OPTION_ERROR,
    OPTION_STATUS,
    OPTION_HEADER,
    OPTION_FORMAT
};

static const struct cli_option OPTIONS[] = {
    {"--request", NULL, "the message is a request (default)", OPTION_REQUEST},
    {"--response", NULL, "the message is a response, read leniently as a client does",
     OPTION_RESPONSE},
    {"--error", NULL, "the message is the body of an error", OPTION_ERROR},
    {"--status", "N", "the HTTP status around it; alone it tells response and error apart",
     OPTION_STATUS},
    {"--header", "'Name: value'", "a header around an error, such as X-Amzn-Errortype",
     OPTION_HEADER},
    {CLI_OPTION_FORMAT, OPTION_FORMAT},
    {NULL, NULL, NULL, 0},
};

/* What the arguments ask for. */
struct request {
    struct cli_reading reading;
    const char *operation;
    const char *file;
    bool has_direction;
    enum cli_format format;
};

static void set_direction(struct request *request, enum cli_direction direction) {
    request->reading.direction = direction;
    request->has_direction = true;
}

/* Takes one argument in. False after a message. */
static bool take(struct request *request, struct cli_arguments *arguments, int id) {
    switch (id) {
    case OPTION_REQUEST:
        set_direction(request, CLI_REQUEST);
        return true;
    case OPTION_RESPONSE:
        set_direction(request, CLI_RESPONSE);
        return true;
    case OPTION_ERROR:
        set_direction(request, CLI_ERROR);
        return true;
    case OPTION_STATUS:
        return cli_read_status(arguments, &request->reading);
    case OPTION_HEADER:
        return cli_add_header(arguments, &request->reading);
    case OPTION_FORMAT:
        return cli_read_format(arguments, &request->format);
    case CLI_ARGUMENT_WORD:
        if (request->operation == NULL) {
            request->operation = arguments->value;
        } else if (request->file == NULL) {
            request->file = arguments->value;
        } else {
            cli_wrong_usage(arguments->verb, "too many arguments: '%s'", arguments->value);
            return false;
        }
        return true;
    default:
        return false;
    }
}

/* Which message it is when only the status tells, and which status when only the message does. */
static void settle_direction(struct cli_reading *reading, bool has_direction) {
    if (!has_direction && reading->status != 0)
        reading->direction = reading->status / 100 == 2 ? CLI_RESPONSE : CLI_ERROR;
    if (reading->status == 0)
        reading->status = reading->direction == CLI_ERROR ? 400 : 200;
}

/* An error is printed whatever its body is like, as a client has to make do with it. */
static enum cli_exit print_error(const struct cli_message *message, const char *file) {
    const struct anvil_error *error = &message->error;
    struct anvil_str path = anvil_report_path(&message->report);

    if (error->type != NULL && error->value == NULL)
        fprintf(stderr, "%s: the body does not fit %.*s: %.*s%s%s\n", file, (int)error->name.len,
                error->name.ptr, (int)path.len, path.ptr, path.len > 0 ? ": " : "",
                anvil_status_text(message->report.status));
    return cli_print_error(error);
}

static enum cli_exit decode(const struct request *request, struct cli_input *input) {
    struct cli_message message = {0};
    struct cli_finding finding = {input->name, {NULL, 0}, 1, false, 0, NULL, NULL, NULL, NULL};
    enum cli_exit code;

    if (!cli_input_whole(input, &finding.text))
        return CLI_EXIT_MALFORMED;
    cli_message_read(&request->reading, finding.text, &message);
    finding.report = &message.report;
    if (request->reading.direction == CLI_ERROR)
        code = print_error(&message, input->name);
    else if (cli_kind_of(&finding) != CLI_KIND_OK)
        code = cli_print_finding(&finding, request->format);
    else
        code = cli_print_value(message.shape, message.value);
    cli_message_free(&message);
    return code;
}

static enum cli_exit run(struct cli_arguments *arguments) {
    struct request request = {0};
    struct cli_input input;
    bool is_good = true;
    enum cli_exit code = CLI_EXIT_USAGE;

    for (int id; is_good && (id = cli_next_argument(arguments)) != CLI_ARGUMENT_END;)
        is_good = take(&request, arguments, id);
    if (is_good) {
        settle_direction(&request.reading, request.has_direction);
        request.reading.operation = cli_operation(arguments->verb, request.operation);
    }
    if (request.reading.operation != NULL) {
        code = CLI_EXIT_MALFORMED;
        if (cli_input_open(&input, request.file != NULL ? request.file : "-")) {
            code = decode(&request, &input);
            cli_input_close(&input);
        }
    }
    free(request.reading.headers);
    return code;
}

const struct cli_verb cli_verb_decode = {
    "decode",
    "OPERATION [--request|--response|--error] [--status N] [--header 'Name: value']...\n"
    "                    [--format text|json] [FILE]",
    "print a message as the library reads it",
    "Decodes FILE, or standard input, and prints what was understood as JSON: members in\n"
    "the order of the model, unknown members and nulls left out. Nothing but the JSON\n"
    "and its types is checked; see 'anvil help check' for constraints.\n"
    "\n"
    "The form is neutral, whatever formats the model has: timestamps are seconds since\n"
    "1970 in decimal, blobs base64, documents as they came, numbers that JSON lacks the\n"
    "strings NaN, Infinity and -Infinity. A variant that a union does not have keeps its\n"
    "name and value. 'anvil encode --from' takes the same form.\n"
    "\n"
    "An error is printed as {\"error\": NAME, \"retry\": RETRY, \"class\": CLASS, \"members\":\n"
    "{...}}. Its name comes from the header X-Amzn-Errortype, else from the member\n"
    "__type, else from the member code. RETRY is never, throttle (back off, then try\n"
    "again) or transient (try again soon). CLASS is what the model says of the error and\n"
    "its reason: throttle, transient, quota (a limit is reached), request (this request\n"
    "will never do), recipient (this recipient cannot be reached) or unknown.\n"
    "\n"
    "A malformed request or response is reported on standard error, or with --format\n"
    "json as one object on standard output, and the exit code is 2. An error is printed\n"
    "whatever its body is, even when that is no JSON.\n",
    OPTIONS,
    run,
};
