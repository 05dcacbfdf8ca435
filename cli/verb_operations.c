/* SPDX-License-Identifier: Apache-2.0 */
/* anvil operations: what there is. */
#include "arguments.h"
#include "json_out.h"
#include "service.h"
#include "table.h"

enum { OPTION_FORMAT = 1 };

static const struct cli_option OPTIONS[] = {
    {CLI_OPTION_FORMAT, OPTION_FORMAT},
    {NULL, NULL, NULL, 0},
};

static void list_as_text(const struct anvil_service *service) {
    struct cli_table table = {4, 0, NULL};

    printf("%.*s, API version %.*s\n\n", (int)service->name.len, service->name.ptr,
           (int)service->version.len, service->version.ptr);
    cli_table_cell(&table, "OPERATION");
    cli_table_cell(&table, "MEMBERS");
    cli_table_cell(&table, "REQUIRED");
    cli_table_cell(&table, "ERRORS");
    for (size_t i = 0; i < service->operation_count; i++) {
        const struct anvil_operation *operation = service->operations[i];
        unsigned required = 0;
        for (size_t m = 0; m < operation->input->member_count; m++)
            required += (operation->input->members[m].flags & ANVIL_MEMBER_REQUIRED) != 0;
        cli_table_cell(&table, "%.*s", (int)operation->name.len, operation->name.ptr);
        cli_table_cell(&table, "%u", (unsigned)operation->input->member_count);
        cli_table_cell(&table, "%u", required);
        cli_table_cell(&table, "%u", (unsigned)operation->error_count);
    }
    cli_table_write(&table, stdout, 0);
    printf("\n'anvil describe OPERATION' shows the members of one.\n");
}

static void list_as_json(const struct anvil_service *service) {
    struct json_out json = {stdout, false};

    json_open(&json, '{');
    json_key(&json, "service");
    json_text(&json, service->name);
    json_key(&json, "version");
    json_text(&json, service->version);
    json_key(&json, "content_type");
    json_text(&json, service->content_type);
    json_key(&json, "operations");
    json_open(&json, '[');
    for (size_t i = 0; i < service->operation_count; i++) {
        const struct anvil_operation *operation = service->operations[i];
        json_open(&json, '{');
        json_key(&json, "name");
        json_text(&json, operation->name);
        json_key(&json, "target");
        json_text(&json, operation->target);
        json_key(&json, "input");
        json_text(&json, operation->input->name);
        json_key(&json, "output");
        json_text(&json, operation->output->name);
        json_key(&json, "errors");
        json_open(&json, '[');
        for (size_t e = 0; e < operation->error_count; e++)
            json_text(&json, operation->errors[e]->shape->name);
        json_close(&json, ']');
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    json_line(&json);
}

static enum cli_exit run(struct cli_arguments *arguments) {
    enum cli_format format = CLI_FORMAT_TEXT;

    for (int id; (id = cli_next_argument(arguments)) != CLI_ARGUMENT_END;) {
        if (id == CLI_ARGUMENT_BAD)
            return CLI_EXIT_USAGE;
        if (id == CLI_ARGUMENT_WORD)
            return cli_wrong_usage(arguments->verb, "too many arguments: '%s'", arguments->value);
        if (!cli_read_format(arguments, &format))
            return CLI_EXIT_USAGE;
    }
    if (format == CLI_FORMAT_JSON)
        list_as_json(cli_service());
    else
        list_as_text(cli_service());
    return CLI_EXIT_OK;
}

const struct cli_verb cli_verb_operations = {
    "operations",
    "[--format text|json]",
    "list the operations of the service",
    "Lists every operation with the number of its request members, of the required\n"
    "ones among them, and of its errors.\n",
    OPTIONS,
    run,
};
