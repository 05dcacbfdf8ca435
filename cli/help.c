/* SPDX-License-Identifier: Apache-2.0 */
/* Help texts. */
#include "help.h"

#include "service.h"
#include "table.h"

void cli_help(FILE *file) {
    const struct anvil_service *service = cli_service();
    struct cli_table table = {2, 0, NULL};

    fprintf(file,
            "usage: anvil [--model FILE [--service NAME]] VERB [ARGUMENTS]\n\n"
            "Checks, decodes, encodes and explains the messages of %.*s.\n\n",
            (int)service->name.len, service->name.ptr);
    for (const struct cli_verb *const *verb = cli_verbs; *verb != NULL; verb++) {
        cli_table_cell(&table, "%s", (*verb)->name);
        cli_table_cell(&table, "%s", (*verb)->summary);
    }
    cli_table_cell(&table, "help [VERB]");
    cli_table_cell(&table, "show this, or explain a verb");
    cli_table_cell(&table, "--version");
    cli_table_cell(&table, "show the versions of the command, the service and its model");
    cli_table_write(&table, file, 2);
    fputs(
        "\nWith --model FILE every verb serves the service in FILE, a Smithy JSON AST (version "
        "2.0)\n"
        "with the protocol awsJson1_0 or awsJson1_1, instead of the one built in; --service NAME\n"
        "picks one when the file has several.\n",
        file);
    fputs("\nExit codes: 0 ok, 1 a constraint is violated, 2 malformed input, an unreadable\n"
          "file or a model that is refused, 64 wrong usage, 69 no answer.\n",
          file);
}

void cli_help_verb(FILE *file, const struct cli_verb *verb) {
    struct cli_table table = {2, 0, NULL};

    fprintf(file, "usage: anvil %s %s\n\n%s", verb->name, verb->synopsis, verb->text);
    for (const struct cli_option *option = verb->options; option->name != NULL; option++) {
        cli_table_cell(&table, "%s%s%s", option->name, option->value != NULL ? " " : "",
                       option->value != NULL ? option->value : "");
        cli_table_cell(&table, "%s", option->help);
    }
    cli_table_cell(&table, "--help");
    cli_table_cell(&table, "show this");
    fputs("\nOptions:\n", file);
    cli_table_write(&table, file, 2);
}
