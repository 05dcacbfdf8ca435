/* SPDX-License-Identifier: Apache-2.0 */
/* anvil call: a whole call, over a network, to the emulator, or answered from a recording. */
#include "allocation.h"
#include "decoded.h"
#include "link.h"
#include "no_answer.h"
#include "outcome.h"
#include "outgoing.h"
#include "profile.h"

#include <stdlib.h>
#include <string.h>

enum {
    OPTION_ENDPOINT = 1,
    OPTION_REGION,
    OPTION_SIGNING_NAME,
    OPTION_NO_SIGN,
    OPTION_EMULATOR,
    OPTION_STATE,
    OPTION_SEED,
    OPTION_FAULT,
    OPTION_REPLAY,
    OPTION_FROM,
    OPTION_ATTEMPTS,
    OPTION_TIMEOUT,
    OPTION_HTTP,
    OPTION_NO_TOKEN,
    OPTION_PROFILE,
    OPTION_IDENTITY,
    OPTION_FORMAT
};

static const struct cli_option OPTIONS[] = {
    {"--endpoint", "URL", "whom to call (default: the environment's, or the region's)",
     OPTION_ENDPOINT},
    {"--region", "NAME", "where to call and for whom to sign (default: AWS_REGION)", OPTION_REGION},
    {"--signing-name", "NAME", "the service in signatures and host names (default: the model's)",
     OPTION_SIGNING_NAME},
    {"--no-sign-request", NULL, "do not sign; needs no credentials", OPTION_NO_SIGN},
    {"--emulator", NULL, "call the emulator in this process; see 'anvil help serve'",
     OPTION_EMULATOR},
    {"--state", "FILE", "of the emulator: keep the account in FILE (default: in memory)",
     OPTION_STATE},
    {"--seed", "FILE", "of the emulator: the account to begin with (default: a sample)",
     OPTION_SEED},
    {"--fault", "LIST", "of the emulator: what goes wrong on purpose", OPTION_FAULT},
    {"--replay", "FILE", "the recording that answers", OPTION_REPLAY},
    {"--from", "FILE", "the request in the form of 'anvil decode'; - is standard input",
     OPTION_FROM},
    {"--attempts", "N", "call up to N times while a retry makes sense (default: 3, recording: 1)",
     OPTION_ATTEMPTS},
    {"--timeout", "SECONDS", "end the call after that time, all attempts and waits together",
     OPTION_TIMEOUT},
    {"--http", NULL, "show requests and responses on standard error, secrets masked", OPTION_HTTP},
    {"--no-token", NULL, "leave a client token that is not given absent", OPTION_NO_TOKEN},
    {CLI_OPTION_PROFILE, OPTION_PROFILE},
    {CLI_OPTION_IDENTITY, OPTION_IDENTITY},
    {CLI_OPTION_FORMAT, OPTION_FORMAT},
    {NULL, NULL, NULL, 0},
};

/* The longest --timeout, an hour. */
#define SECONDS_MAX 3600
#define ATTEMPTS_MAX 99

struct request {
    struct cli_outgoing outgoing;
    struct cli_link_options options;
    struct cli_link link;
    unsigned attempts; /* 0: as many as are usual */
    unsigned seconds;  /* 0: no limit */
};

/* Reads a value that is a number from 1 to `most`; `what` is what the message calls it. */
static bool read_number(const struct cli_arguments *arguments, const char *what, unsigned most,
                        unsigned *number) {
    const char *text = arguments->value;
    size_t digits = strspn(text, "0123456789");

    *number = 0;
    for (size_t i = 0; i < digits && *number <= most; i++)
        *number = *number * 10 + (unsigned)(text[i] - '0');
    if (digits > 0 && text[digits] == '\0' && *number > 0 && *number <= most)
        return true;
    cli_wrong_usage(arguments->verb, "not a number of %s from 1 to %u: '%s'", what, most, text);
    return false;
}

/* Takes one argument in that says who is called. False when it does not. */
static bool take_link(struct cli_link_options *options, const char *value, int id) {
    switch (id) {
    case OPTION_ENDPOINT:
        options->endpoint = value;
        return true;
    case OPTION_REGION:
        options->region = value;
        return true;
    case OPTION_SIGNING_NAME:
        options->signing_name = value;
        return true;
    case OPTION_NO_SIGN:
        options->is_unsigned = true;
        return true;
    case OPTION_EMULATOR:
        options->is_emulated = true;
        return true;
    case OPTION_STATE:
        options->emulator.state = value;
        return true;
    case OPTION_SEED:
        options->emulator.seed = value;
        return true;
    case OPTION_FAULT:
        options->emulator.faults = value;
        return true;
    case OPTION_REPLAY:
        options->recording = value;
        return true;
    case OPTION_HTTP:
        options->shows_http = true;
        return true;
    default:
        return false;
    }
}

/* Takes one argument in. False after a message. */
static bool take(struct request *request, struct cli_arguments *arguments, int id) {
    struct cli_outgoing *outgoing = &request->outgoing;

    if (take_link(&request->options, arguments->value, id))
        return true;
    switch (id) {
    case OPTION_FROM:
        outgoing->from = arguments->value;
        return true;
    case OPTION_ATTEMPTS:
        return read_number(arguments, "attempts", ATTEMPTS_MAX, &request->attempts);
    case OPTION_TIMEOUT:
        return read_number(arguments, "seconds", SECONDS_MAX, &request->seconds);
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

/* Whether the options that say who is called fit together. False after a message. */
static bool is_one_link(const struct cli_link_options *options) {
    bool is_over_network = options->endpoint != NULL || options->region != NULL ||
                           options->signing_name != NULL || options->is_unsigned;
    bool is_emulators = options->emulator.state != NULL || options->emulator.seed != NULL ||
                        options->emulator.faults != NULL;
    const char *wrong = NULL;

    if (is_over_network + options->is_emulated + (options->recording != NULL) > 1)
        wrong = "who is called? --emulator, --replay and the options of a network exclude each "
                "other";
    else if (is_emulators && !options->is_emulated)
        wrong = "--state, --seed and --fault are for --emulator";
    if (wrong != NULL)
        cli_wrong_usage(options->verb, "%s", wrong);
    return wrong == NULL;
}

/* A recording is played without waiting. */
static void wait_not(void *context, uint64_t milliseconds) {
    (void)context, (void)milliseconds;
}

/* Tells that another attempt follows; what came of the last one is the outcome's business. */
static void tell_retry(void *context, const struct anvil_client_event *event) {
    const struct cli_verb *verb = context;
    char text[ANVIL_CLIENT_TEXT_BYTES];

    if (!event->is_last)
        fprintf(stderr, "anvil %s: %s\n", verb->name, anvil_client_event_text(event, text));
}

/* Decodes an answer that did not fit again, with more and more memory: it is not fetched twice. */
static enum anvil_status read_again(struct cli_outgoing *outgoing, enum anvil_status status,
                                    void *output, struct anvil_error *error,
                                    struct anvil_report *report) {
    const struct anvil_exchange *call = &outgoing->call;
    struct anvil_arena *arena = &outgoing->arena;
    enum anvil_status outcome = ANVIL_E_ARENA;

    while (outcome == ANVIL_E_ARENA) {
        cli_arena_grow(arena);
        outcome = status == ANVIL_E_SERVICE
                      ? anvil_error_decode(call->operation, &call->response, arena, error, report)
                      : anvil_response_decode(call->operation, call->response.body, ANVIL_OFF,
                                              arena, output, report);
    }
    return status == ANVIL_E_SERVICE ? status : outcome;
}

/* Calls and prints what came of it. */
static enum cli_exit call_and_print(struct request *request, void *output) {
    struct cli_outgoing *outgoing = &request->outgoing;
    struct cli_link *link = &request->link;
    struct anvil_client_clock clock = anvil_client_system_clock();
    struct anvil_client client = {.transport = &link->transport,
                                  .clock = &clock,
                                  .entropy = &outgoing->entropy,
                                  .failure = cli_link_failure,
                                  .limit = cli_link_limit};
    struct anvil_error error;
    struct anvil_report report;
    enum anvil_client_end end;

    client.policy.max_attempts = request->attempts != 0 ? request->attempts : link->attempts;
    client.policy.deadline_ms = request->seconds * 1000;
    if (link->waits) {
        client.log = tell_retry;
        memcpy(&client.log_context, &outgoing->verb, sizeof client.log_context);
    } else {
        clock.wait_ms = wait_not;
    }
    enum anvil_status status = cli_outgoing_prepare(outgoing, &report);
    if (status != ANVIL_OK)
        return cli_outgoing_refused(outgoing, &report, status);
    anvil_arena_reset(&outgoing->arena);
    status = anvil_client_call(&client, &outgoing->call, outgoing->values.value, output, &error,
                               &report, &end);
    const struct anvil_http_response *response = &outgoing->call.response;
    if (response->status != 0 && report.status == ANVIL_E_ARENA)
        status = read_again(outgoing, status, output, &error, &report);
    if (status == ANVIL_OK)
        return cli_print_value(outgoing->operation.output, output);
    if (response->status == 0)
        return cli_print_no_answer(link, end, outgoing->format);
    if (client.policy.max_attempts > 1)
        cli_tell_end(outgoing->verb, end);
    if (status == ANVIL_E_SERVICE)
        return cli_exit_worse(cli_print_error(&error), CLI_EXIT_VIOLATION);
    const struct cli_finding finding = {"<response>", response->body, 1,    false, 0,
                                        &report,      NULL,           NULL, NULL};
    return cli_print_finding(&finding, outgoing->format);
}

static enum cli_exit call(struct request *request) {
    struct cli_outgoing *outgoing = &request->outgoing;
    enum cli_exit code = cli_outgoing_make(outgoing);

    request->options.verb = outgoing->verb;
    if (code != CLI_EXIT_OK)
        return code;
    if (!is_one_link(&request->options))
        return CLI_EXIT_USAGE;
    code = cli_link_open(&request->link, &request->options);
    if (code == CLI_EXIT_OK) {
        void *output = cli_allocate(outgoing->operation.output->size);
        code = call_and_print(request, output);
        free(output);
    }
    cli_link_close(&request->link);
    return code;
}

static enum cli_exit run(struct cli_arguments *arguments) {
    struct request request = {0};
    bool is_good = true;

    cli_outgoing_begin(&request.outgoing, arguments);
    for (int id; is_good && (id = cli_next_argument(arguments)) != CLI_ARGUMENT_END;)
        is_good = take(&request, arguments, id);
    enum cli_exit code = is_good ? call(&request) : CLI_EXIT_USAGE;
    cli_outgoing_end(&request.outgoing);
    return code;
}

const struct cli_verb cli_verb_call = {
    "call",
    "OPERATION Member=value...|--from FILE\n"
    "                  [[--endpoint URL] [--region NAME] [--signing-name NAME]\n"
    "                   [--no-sign-request]]\n"
    "                  | --emulator [--state FILE] [--seed FILE] [--fault LIST]\n"
    "                  | --replay FILE\n"
    "                  [--attempts N] [--timeout SECONDS] [--http] [--no-token]\n"
    "                  [--profile off|sdk|strict] [--identity] [--format text|json]",
    "call an operation, over HTTPS, in the emulator, or from a recording",
    "Makes a request as 'anvil encode' does, sends it, and prints the decoded response, or\n"
    "the decoded error as 'anvil decode --error' does.\n"
    "\n"
    "Whom it calls: AWS, in the region of AWS_REGION and at the endpoint of the service's\n"
    "rules, signed with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN; or the\n"
    "URL in --endpoint, AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2 or AWS_ENDPOINT_URL. With\n"
    "--emulator the account that 'anvil serve' emulates, in this process. With --replay the\n"
    "recorded exchanges in FILE; their form is explained in transport/replay/replay.h and\n"
    "shown in spec/examples/recorded/.\n"
    "\n"
    "A throttled or unavailable call is sent again as the AWS SDKs do, with the same client\n"
    "token, after a while, which is shown; a recording without waiting. What may have been\n"
    "carried out and could be carried out twice, as sending a message, is not sent again.\n"
    "\n"
    "Exit code: 0 for a response; 1 when a constraint of the request is violated or the\n"
    "service answers with an error; 2 when the request is not the recorded one; 69 when there\n"
    "is no answer.\n",
    OPTIONS,
    run,
};
