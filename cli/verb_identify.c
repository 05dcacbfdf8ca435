/* SPDX-License-Identifier: Apache-2.0 */
/* anvil identify: ARN or ID, and of what. */
#include "arguments.h"
#include "identity_member.h"
#include "identity_report.h"
#include "input.h"
#include "progress.h"
#include "service.h"

#include <string.h>

enum { OPTION_FORMAT = 1, OPTION_LINES, OPTION_OPERATION };

static const struct cli_option OPTIONS[] = {
    {"--operation", "OPERATION", "the request to look for MEMBER in (default: all of them)",
     OPTION_OPERATION},
    {"--lines", NULL, "one value per line, from FILE or standard input", OPTION_LINES},
    {CLI_OPTION_FORMAT, OPTION_FORMAT},
    {NULL, NULL, NULL, 0},
};

/* What the arguments ask for. */
struct request {
    const struct cli_verb *verb;
    const char *operation;
    const char *member;
    const char *value; /* or the file, with --lines */
    bool by_lines;
    enum cli_format format;
};

static enum cli_exit exit_of(const struct anvil_identity *identity) {
    return identity->verdict == ANVIL_IDENTITY_OK ? CLI_EXIT_OK : CLI_EXIT_VIOLATION;
}

static enum cli_exit identify_lines(const struct request *request,
                                    const struct anvil_identity_rule *rule) {
    struct json_out json = {stdout, false};
    struct cli_progress progress = cli_progress_begin();
    struct cli_input input;
    enum cli_exit code = CLI_EXIT_OK;
    enum cli_line line = CLI_LINE_UNREADABLE;
    uint64_t count = 0;
    struct anvil_str value;

    if (!cli_input_open(&input, request->value != NULL ? request->value : "-"))
        return CLI_EXIT_MALFORMED;
    while (!ferror(stdout)) {
        line = cli_next_line(&input, &value);
        if (line == CLI_LINE_END || line == CLI_LINE_UNREADABLE)
            break;
        /* A line too long to be kept is in any case too long for the member. */
        if (line == CLI_LINE_TOO_LONG)
            value = anvil_str_of(NULL, 0);
        struct anvil_identity identity = anvil_identify(rule, value);
        cli_progress_clear(&progress);
        count++;
        if (request->format == CLI_FORMAT_JSON)
            cli_identity_json(&json, request->member, &identity);
        else
            cli_identity_line(stdout, count, &identity);
        code = cli_exit_worse(code, exit_of(&identity));
        cli_progress_tick(&progress, &input, count);
    }
    cli_progress_done(&progress, &input, count);
    cli_input_close(&input);
    return line == CLI_LINE_UNREADABLE ? CLI_EXIT_MALFORMED : code;
}

static enum cli_exit identify(const struct request *request) {
    const struct anvil_operation *operation = NULL;

    if (request->member == NULL)
        return cli_wrong_usage(request->verb, "which member?");
    if (request->value == NULL && !request->by_lines)
        return cli_wrong_usage(request->verb, "which value?");
    if (request->operation != NULL) {
        operation = cli_operation(request->verb, request->operation);
        if (operation == NULL)
            return CLI_EXIT_USAGE;
    }
    const struct anvil_identity_rule *rule = cli_identity_rule(
        request->verb, operation, request->member, request->format == CLI_FORMAT_TEXT);
    if (rule == NULL)
        return CLI_EXIT_USAGE;
    if (request->by_lines)
        return identify_lines(request, rule);

    struct json_out json = {stdout, false};
    struct anvil_identity identity =
        anvil_identify(rule, anvil_str_of(request->value, strlen(request->value)));
    if (request->format == CLI_FORMAT_JSON)
        cli_identity_json(&json, request->member, &identity);
    else
        cli_identity_text(stdout, request->member, &identity);
    return exit_of(&identity);
}

static enum cli_exit run(struct cli_arguments *arguments) {
    struct request request = {arguments->verb, NULL, NULL, NULL, false, CLI_FORMAT_TEXT};

    arguments->dash_is_a_word = true;
    for (int id; (id = cli_next_argument(arguments)) != CLI_ARGUMENT_END;) {
        switch (id) {
        case OPTION_OPERATION:
            request.operation = arguments->value;
            break;
        case OPTION_LINES:
            request.by_lines = true;
            break;
        case OPTION_FORMAT:
            if (!cli_read_format(arguments, &request.format))
                return CLI_EXIT_USAGE;
            break;
        case CLI_ARGUMENT_WORD:
            if (request.member == NULL)
                request.member = arguments->value;
            else if (request.value == NULL)
                request.value = arguments->value;
            else
                return cli_wrong_usage(arguments->verb, "too many arguments: '%s'",
                                       arguments->value);
            break;
        default:
            return CLI_EXIT_USAGE;
        }
    }
    return identify(&request);
}

const struct cli_verb cli_verb_identify = {
    "identify",
    "MEMBER VALUE | MEMBER --lines [FILE] [--operation OPERATION] [--format text|json]",
    "tell ARNs from IDs and names, and of what",
    "Says what VALUE is for the request member MEMBER, such as PoolId, PhoneNumber,\n"
    "TwoWayChannelArn or PoolIds (then for one of its items). Members of one name that\n"
    "take different things are told apart with --operation; without it the first\n"
    "operation in the order of names decides. Verdicts:\n"
    "  ok           a form and a kind of resource that the member takes\n"
    "  constraint   its length or its characters break the member's constraints\n"
    "  invalid-arn  meant as an ARN, but not a well-formed ARN of this service\n"
    "  wrong-type   an ID or ARN of a resource that the member does not take\n"
    "  unknown      no known form of ID or name\n"
    "Flags: canonical, an ID of its prefix and 32 hexadecimal digits; ambiguous, a\n"
    "name that begins like an ID; extension, a kind that the member takes although its\n"
    "documentation does not name it.\n"
    "The exit code is 0 when every verdict is ok, else 1.\n",
    OPTIONS,
    run,
};
