/* SPDX-License-Identifier: Apache-2.0 */
/* anvil check: what is wrong with messages. */
#include "allocation.h"
#include "arguments.h"
#include "check_files.h"
#include "profile.h"
#include "service.h"

#include <stdlib.h>

enum {
    OPTION_REQUEST = 1,
    OPTION_RESPONSE,
    OPTION_ERROR,
    OPTION_PROFILE,
    OPTION_IDENTITY,
    OPTION_UNKNOWN,
    OPTION_LINT,
    OPTION_LINES,
    OPTION_HEADER,
    OPTION_FORMAT
};

static const struct cli_option OPTIONS[] = {
    {"--request", NULL, "the messages are requests (default)", OPTION_REQUEST},
    {"--response", NULL, "the messages are responses", OPTION_RESPONSE},
    {"--error", NULL, "the messages are bodies of errors, each of the type that it names",
     OPTION_ERROR},
    {"--header", "'Name: value'", "a header around the errors, such as X-Amzn-Errortype",
     OPTION_HEADER},
    {CLI_OPTION_PROFILE, OPTION_PROFILE},
    {CLI_OPTION_IDENTITY, OPTION_IDENTITY},
    {CLI_OPTION_UNKNOWN, OPTION_UNKNOWN},
    {"--lint", NULL, "also warn of what the documentation asks of requests; never an error",
     OPTION_LINT},
    {"--lines", NULL, "one message per line, files of any size", OPTION_LINES},
    {CLI_OPTION_FORMAT, OPTION_FORMAT},
    {NULL, NULL, NULL, 0},
};

/* What the arguments ask for. */
struct request {
    struct cli_check check;
    const char *operation;
    const char **files; /* ends with NULL */
    size_t file_count;
    unsigned extra_checks;
    unsigned profile;
    bool has_profile;
};

static void add_file(struct request *request, const char *name) {
    request->files[request->file_count++] = name;
}

/* Takes one argument in. False after a message. */
static bool take(struct request *request, struct cli_arguments *arguments, int id) {
    switch (id) {
    case OPTION_REQUEST:
        request->check.reading.direction = CLI_REQUEST;
        return true;
    case OPTION_RESPONSE:
        request->check.reading.direction = CLI_RESPONSE;
        return true;
    case OPTION_ERROR:
        request->check.reading.direction = CLI_ERROR;
        return true;
    case OPTION_HEADER:
        return cli_add_header(arguments, &request->check.reading);
    case OPTION_PROFILE:
        request->has_profile = true;
        return cli_read_profile(arguments, &request->profile);
    case OPTION_IDENTITY:
        request->extra_checks |= ANVIL_CHECK_IDENTITY;
        return true;
    case OPTION_UNKNOWN:
        request->extra_checks |= ANVIL_CHECK_UNKNOWN_MEMBER;
        return true;
    case OPTION_LINT:
        request->check.wants_lints = true;
        return true;
    case OPTION_LINES:
        request->check.by_lines = true;
        return true;
    case OPTION_FORMAT:
        return cli_read_format(arguments, &request->check.format);
    case CLI_ARGUMENT_WORD:
        if (request->operation == NULL)
            request->operation = arguments->value;
        else
            add_file(request, arguments->value);
        return true;
    default:
        return false;
    }
}

static enum cli_exit check(struct request *request, const struct cli_verb *verb) {
    struct cli_reading *reading = &request->check.reading;
    bool is_request = reading->direction == CLI_REQUEST;

    reading->operation = cli_operation(verb, request->operation);
    if (reading->operation == NULL)
        return CLI_EXIT_USAGE;
    /* Requests are held to the model; responses are never refused for a constraint unless asked. */
    reading->checks = is_request ? ANVIL_STRICT : ANVIL_OFF;
    if (request->has_profile)
        reading->checks = request->profile;
    reading->checks |= request->extra_checks;
    if (request->check.wants_lints && !is_request)
        return cli_wrong_usage(verb, "--lint looks at requests only");
    if (request->file_count == 0)
        add_file(request, "-");
    return cli_check_files(&request->check, request->files);
}

static enum cli_exit run(struct cli_arguments *arguments) {
    struct request request = {0};
    size_t words = 0;
    bool is_good = true;

    while (arguments->next[words] != NULL)
        words++;
    /* Room for every word as a file, for the one that stands for none, and for the end. */
    request.files = cli_allocate((words + 2) * sizeof *request.files);
    request.check.reading.status = 400;
    for (int id; is_good && (id = cli_next_argument(arguments)) != CLI_ARGUMENT_END;)
        is_good = take(&request, arguments, id);
    enum cli_exit code = is_good ? check(&request, arguments->verb) : CLI_EXIT_USAGE;
    free(request.check.reading.headers);
    free(request.files);
    return code;
}

const struct cli_verb cli_verb_check = {
    "check",
    "OPERATION [--request|--response|--error] [--profile off|sdk|strict] [--identity]\n"
    "                   [--unknown-members] [--lint] [--lines] [--format text|json] [FILE...]",
    "say what is wrong with messages, and where",
    "Checks each FILE, or standard input, as one message of OPERATION and reports every\n"
    "violated constraint with its place. Requests are checked with the profile strict;\n"
    "responses and errors with the profile off, which finds malformed ones only.\n"
    "An empty FILE is an empty message, {}.\n"
    "\n"
    "With --lines every line is a message, an empty one included; lines end at a line\n"
    "feed and may hold 16 MiB. Counts come out on standard error.\n"
    "\n"
    "With --lint warnings follow, of what only the documentation says; they never change\n"
    "the exit code, and in JSON stand in an array of their own, lints:\n"
    "  shared-arn         a bare ID or name means a resource of the caller's account; one\n"
    "                     that is shared by another account needs its full ARN\n"
    "  sender-id-country  a sender ID without IsoCountryCode can mean several\n"
    "  no-events          a message that is sent without a configuration set has no events\n"
    "\n"
    "Columns count characters, offsets count bytes. The text form shows the line that a\n"
    "report speaks of; the JSON form never shows a value.\n"
    "\n"
    "Exit code: 0 all good, 1 a constraint is violated, 2 a message is malformed or a\n"
    "file cannot be read; the worst of all messages.\n",
    OPTIONS,
    run,
};
