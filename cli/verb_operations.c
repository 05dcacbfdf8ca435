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

/* What else is known of an operation, in the order of the help. */
static void add_facts(struct cli_table *table, const struct anvil_operation *operation) {
    const struct {
        bool holds;
        const char *text;
    } facts[] = {
        {operation->is_readonly != 0, "read-only"},
        {operation->is_idempotent != 0, "idempotent"},
        {operation->token != NULL, "client token"},
        {operation->may_double != 0, "may act twice"},
    };
    char joined[64] = "";
    int used = 0;

    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++)
        if (facts[i].holds)
            used += snprintf(joined + used, sizeof joined - (size_t)used, "%s%s",
                             used > 0 ? ", " : "", facts[i].text);
    cli_table_cell(table, "%s", joined);
}

static unsigned count_required(const struct anvil_shape *shape) {
    unsigned required = 0;
    for (size_t i = 0; i < shape->member_count; i++)
        required += (shape->members[i].flags & ANVIL_MEMBER_REQUIRED) != 0;
    return required;
}

static void list_as_text(const struct anvil_operation_table *operations) {
    static const char *const TITLES[] = {"OPERATION", "MEMBERS", "REQUIRED", "ERRORS", "NOTES"};
    struct cli_table table = {sizeof TITLES / sizeof *TITLES, 0, NULL};
    const struct anvil_service *service = operations->service;

    printf("%.*s, API version %.*s, %u operations\n\n", (int)service->name.len, service->name.ptr,
           (int)service->version.len, service->version.ptr, (unsigned)operations->count);
    for (size_t i = 0; i < table.columns; i++)
        cli_table_cell(&table, "%s", TITLES[i]);
    for (size_t i = 0; i < operations->count; i++) {
        const struct anvil_operation *operation = operations->operations[i];
        cli_table_cell(&table, "%.*s", (int)operation->name.len, operation->name.ptr);
        cli_table_cell(&table, "%u", (unsigned)operation->input->member_count);
        cli_table_cell(&table, "%u", count_required(operation->input));
        cli_table_cell(&table, "%u", (unsigned)operation->error_count);
        add_facts(&table, operation);
    }
    cli_table_write(&table, stdout, 0);
    printf("\n'anvil describe OPERATION' shows the members of one.\n");
}

static void write_operation(struct json_out *json, const struct anvil_operation *operation) {
    json_open(json, '{');
    json_key(json, "name");
    json_text(json, operation->name);
    json_key(json, "target");
    json_text(json, operation->target);
    json_key(json, "input");
    json_text(json, anvil_shape_name(operation->input));
    json_key(json, "output");
    json_text(json, anvil_shape_name(operation->output));
    json_key(json, "errors");
    json_open(json, '[');
    for (size_t e = 0; e < operation->error_count; e++)
        json_text(json, anvil_shape_name(operation->errors[e]->shape));
    json_close(json, ']');
    json_key(json, "readonly");
    json_boolean(json, operation->is_readonly != 0);
    json_key(json, "idempotent");
    json_boolean(json, operation->is_idempotent != 0);
    json_key(json, "client_token");
    operation->token != NULL ? json_text(json, anvil_member_name(operation->token))
                             : json_null(json);
    json_key(json, "may_act_twice");
    json_boolean(json, operation->may_double != 0);
    json_close(json, '}');
}

static void list_as_json(const struct anvil_operation_table *operations) {
    const struct anvil_service *service = operations->service;
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
    for (size_t i = 0; i < operations->count; i++)
        write_operation(&json, operations->operations[i]);
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
        list_as_json(cli_operations());
    else
        list_as_text(cli_operations());
    return CLI_EXIT_OK;
}

const struct cli_verb cli_verb_operations = {
    "operations",
    "[--format text|json]",
    "list the operations of the service",
    "Lists every operation with the number of its request members, of the required\n"
    "ones among them, and of its errors. Notes:\n"
    "  read-only      it changes nothing\n"
    "  idempotent     sent twice, it does what it does once\n"
    "  client token   a member that makes it so, filled in when it is absent\n"
    "  may act twice  sent again after an unclear failure, it may act a second time:\n"
    "                 a message may go out twice\n",
    OPTIONS,
    run,
};
