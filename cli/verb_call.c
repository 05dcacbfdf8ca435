/* SPDX-License-Identifier: Apache-2.0 */
/* anvil call: a whole call, answered from a recording. */
#include "allocation.h"
#include "outcome.h"
#include "outgoing.h"
#include "profile.h"
#include "replay/replay.h"

#include <stdlib.h>
#include <string.h>

enum {
    OPTION_REPLAY = 1,
    OPTION_FROM,
    OPTION_ATTEMPTS,
    OPTION_HTTP,
    OPTION_NO_TOKEN,
    OPTION_PROFILE,
    OPTION_IDENTITY,
    OPTION_FORMAT
};

static const struct cli_option OPTIONS[] = {
    {"--replay", "FILE", "the recording that answers", OPTION_REPLAY},
    {"--from", "FILE", "the request in the form of 'anvil decode'; - is standard input",
     OPTION_FROM},
    {"--attempts", "N", "call up to N times while a retry makes sense (default: 1)",
     OPTION_ATTEMPTS},
    {"--http", NULL, "show request and response on standard error", OPTION_HTTP},
    {"--no-token", NULL, "leave a client token that is not given absent", OPTION_NO_TOKEN},
    {CLI_OPTION_PROFILE, OPTION_PROFILE},
    {CLI_OPTION_IDENTITY, OPTION_IDENTITY},
    {CLI_OPTION_FORMAT, OPTION_FORMAT},
    {NULL, NULL, NULL, 0},
};

struct request {
    struct cli_outgoing outgoing;
    const char *recording;
    bool shows_http;
    int attempts;
};

/* Reads the value of --attempts, 1 to 99. */
static bool read_attempts(struct request *request, const struct cli_arguments *arguments) {
    const char *text = arguments->value;
    size_t digits = strspn(text, "0123456789");

    request->attempts = 0;
    for (size_t i = 0; i < digits && i < 3; i++)
        request->attempts = request->attempts * 10 + (text[i] - '0');
    if (digits <= 2 && text[digits] == '\0' && request->attempts > 0)
        return true;
    cli_wrong_usage(arguments->verb, "not a number of attempts from 1 to 99: '%s'", text);
    return false;
}

/* Takes one argument in. False after a message. */
static bool take(struct request *request, struct cli_arguments *arguments, int id) {
    struct cli_outgoing *outgoing = &request->outgoing;

    switch (id) {
    case OPTION_REPLAY:
        request->recording = arguments->value;
        return true;
    case OPTION_FROM:
        outgoing->from = arguments->value;
        return true;
    case OPTION_ATTEMPTS:
        return read_attempts(request, arguments);
    case OPTION_HTTP:
        request->shows_http = true;
        return true;
    case OPTION_NO_TOKEN:
        outgoing->without_token = true;
        return true;
    case OPTION_PROFILE:
        return cli_read_profile(arguments, &outgoing->profile);
    case OPTION_IDENTITY:
        outgoing->extra_checks |= ANVIL_CHECK_IDENTITY;
        return true;
    case OPTION_FORMAT:
        return cli_read_format(arguments, &outgoing->format);
    case CLI_ARGUMENT_WORD:
        cli_outgoing_word(outgoing, arguments->value);
        return true;
    default:
        return false;
    }
}

/* Shows what went over the wire, in the manner of HTTP tools. */
static void show_exchange(const struct anvil_exchange *call) {
    const struct anvil_http_response *response = &call->response;

    cli_write_request(stderr, &call->request, "localhost", "> ", "\n");
    if (response->status == 0) {
        fputc('\n', stderr);
        return;
    }
    fprintf(stderr, "\n< HTTP/1.1 %d\n", response->status);
    for (size_t i = 0; i < response->header_count; i++)
        fprintf(stderr, "< %.*s: %.*s\n", (int)response->headers[i].name.len,
                response->headers[i].name.ptr, (int)response->headers[i].value.len,
                response->headers[i].value.ptr);
    fputs("< \n", stderr);
    if (response->body.len > 0)
        fwrite(response->body.ptr, 1, response->body.len, stderr);
    fputc('\n', stderr);
}

/* Calls until there is an answer that no retry would change, or no attempt is left. The same call
 * object goes out again, and with it the same client token. */
static enum anvil_status call_patiently(struct request *request, void *output,
                                        struct anvil_error *error, struct anvil_report *report) {
    struct cli_outgoing *outgoing = &request->outgoing;

    for (int attempt = 1;; attempt++) {
        anvil_arena_reset(&outgoing->arena);
        enum anvil_status status =
            anvil_call(&outgoing->call, outgoing->values.value, output, error, report);
        if (request->shows_http && outgoing->call.request.body_count > 0)
            show_exchange(&outgoing->call);
        bool may_retry = status == ANVIL_E_SERVICE && error->retry != ANVIL_RETRY_NEVER;
        if (!may_retry || attempt == request->attempts)
            return status;
    }
}

/* Calls and prints what came of it. */
static enum cli_exit call_and_print(struct request *request, struct anvil_replay *replay,
                                    void *output) {
    struct cli_outgoing *outgoing = &request->outgoing;
    struct anvil_error error;
    struct anvil_report report;
    enum anvil_status status = call_patiently(request, output, &error, &report);
    struct anvil_str body = outgoing->call.response.body;
    struct cli_finding finding = {"<response>", body, 1, false, 0, &report, NULL, NULL, NULL};

    if (status == ANVIL_OK)
        return cli_print_value(outgoing->operation.output, output);
    if (status == ANVIL_E_SERVICE)
        return cli_exit_worse(cli_print_error(&error), CLI_EXIT_VIOLATION);
    if (replay->problem[0] != '\0') {
        fprintf(stderr, "anvil call: %s\n", replay->problem);
        return CLI_EXIT_MALFORMED;
    }
    if (outgoing->call.response.status != 0)
        return cli_print_finding(&finding, outgoing->format);
    return cli_outgoing_refused(outgoing, &report, status);
}

static enum cli_exit call(struct request *request) {
    struct cli_outgoing *outgoing = &request->outgoing;
    struct anvil_replay replay;
    struct anvil_transport transport;

    enum cli_exit code = cli_outgoing_make(outgoing);
    if (code != CLI_EXIT_OK)
        return code;
    if (request->recording == NULL)
        return cli_wrong_usage(outgoing->verb, "which recording answers? Name it with --replay");
    if (!anvil_replay_open(&replay, request->recording)) {
        fprintf(stderr, "anvil call: %s\n", replay.problem);
        return CLI_EXIT_MALFORMED;
    }
    /* A recording may not be asked twice, so the memory must do at the first attempt: a few dozen
     * bytes for each of the answer's are more than any item of a list takes. */
    size_t capacity = outgoing->arena.capacity + replay.text_bytes * 64;
    outgoing->arena = anvil_arena_of(cli_reallocate(outgoing->arena.base, capacity), capacity);
    void *output = cli_allocate(outgoing->operation.output->size);
    transport = anvil_replay_transport(&replay);
    outgoing->call.transport = &transport;
    code = call_and_print(request, &replay, output);
    free(output);
    anvil_replay_close(&replay);
    return code;
}

static enum cli_exit run(struct cli_arguments *arguments) {
    struct request request = {0};
    bool is_good = true;

    request.attempts = 1;
    cli_outgoing_begin(&request.outgoing, arguments);
    for (int id; is_good && (id = cli_next_argument(arguments)) != CLI_ARGUMENT_END;)
        is_good = take(&request, arguments, id);
    enum cli_exit code = is_good ? call(&request) : CLI_EXIT_USAGE;
    cli_outgoing_end(&request.outgoing);
    return code;
}

const struct cli_verb cli_verb_call = {
    "call",
    "OPERATION Member=value...|--from FILE --replay FILE [--attempts N] [--http]\n"
    "                  [--no-token] [--profile off|sdk|strict] [--identity] [--format text|json]",
    "call an operation, answered from a recording",
    "Makes a request as 'anvil encode' does, sends it through the replay transport, which\n"
    "answers from the recorded exchanges in FILE, and prints the decoded response, or\n"
    "the decoded error as 'anvil decode --error' does. The form of recordings is explained\n"
    "in transport/replay/replay.h and shown in spec/examples/recorded/.\n"
    "\n"
    "With --attempts a throttled or unavailable call is sent again, with the same client\n"
    "token and without waiting.\n"
    "\n"
    "Exit code: 0 for a response; 1 when a constraint of the request is violated or the\n"
    "service answers with an error; 2 when the request is not the recorded one.\n",
    OPTIONS,
    run,
};
