/* SPDX-License-Identifier: Apache-2.0 */
/* anvil describe: the messages of one operation. */
#include "arguments.h"
#include "describe.h"
#include "service.h"

enum { OPTION_FORMAT = 1 };

static const struct cli_option OPTIONS[] = {
    {CLI_OPTION_FORMAT, OPTION_FORMAT},
    {NULL, NULL, NULL, 0},
};

static enum cli_exit run(struct cli_arguments *arguments) {
    enum cli_format format = CLI_FORMAT_TEXT;
    const char *name = NULL;

    for (int id; (id = cli_next_argument(arguments)) != CLI_ARGUMENT_END;) {
        if (id == CLI_ARGUMENT_BAD)
            return CLI_EXIT_USAGE;
        if (id == CLI_ARGUMENT_WORD && name != NULL)
            return cli_wrong_usage(arguments->verb, "too many arguments: '%s'", arguments->value);
        if (id == CLI_ARGUMENT_WORD)
            name = arguments->value;
        else if (!cli_read_format(arguments, &format))
            return CLI_EXIT_USAGE;
    }
    const struct anvil_operation *operation = cli_operation(arguments->verb, name);
    if (operation == NULL)
        return CLI_EXIT_USAGE;
    if (format == CLI_FORMAT_JSON)
        cli_describe_json(stdout, operation);
    else
        cli_describe_text(stdout, operation);
    return CLI_EXIT_OK;
}

const struct cli_verb cli_verb_describe = {
    "describe",
    "OPERATION [--format text|json]",
    "show the members of an operation's messages",
    "Shows the request, the response and the errors of an operation as tables of\n"
    "members: type, required or not, length, range, pattern, values of an enum. Lengths\n"
    "count characters (Unicode code points) of text, bytes of blobs and entries of lists\n"
    "and maps. Paths name what is inside: Fields[].Name is the Name of each of the Fields,\n"
    "Tags{} the value of each entry of the map Tags and Tags{key} its key.\n"
    "\n"
    "In the notes, \"client token\" marks the member that a client fills in when it is\n"
    "absent, \"takes\" names the kinds of resources whose IDs and ARNs a member is meant\n"
    "for, and there are defaults, the format of timestamps, lists of unique items, and\n"
    "\"members as further up\" where a shape is inside itself.\n",
    OPTIONS,
    run,
};
