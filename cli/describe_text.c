/* SPDX-License-Identifier: Apache-2.0 */
/* Descriptors as tables for people. */
#include "anvil/identity.h"
#include "describe.h"
#include "names.h"
#include "table.h"

#include <inttypes.h>
#include <string.h>

/* Values of an enum up to this many bytes stand in the table, longer lists below it. */
#define ENUM_IN_TABLE_BYTES 48
#define PATH_BYTES 256
#define PAGE_COLUMNS 96

static void add_length(struct cli_table *table, const struct anvil_limits *limits) {
    bool has_max = limits != NULL && limits->max != ANVIL_UNLIMITED;

    if (limits == NULL || (limits->min == 0 && !has_max))
        cli_table_cell(table, "-");
    else if (!has_max)
        cli_table_cell(table, "%" PRIu64 "..", limits->min);
    else if (limits->min == limits->max)
        cli_table_cell(table, "%" PRIu64, limits->min);
    else
        cli_table_cell(table, "%" PRIu64 "..%" PRIu64, limits->min, limits->max);
}

static void add_enum(struct cli_table *table, const struct anvil_enum *values) {
    char joined[ENUM_IN_TABLE_BYTES + 1];
    size_t used = 0;

    if (values == NULL) {
        cli_table_cell(table, "-");
        return;
    }
    for (size_t i = 0; i < values->count; i++) {
        size_t bytes = values->values[i].len;
        if (used + bytes + 1 > ENUM_IN_TABLE_BYTES) {
            cli_table_cell(table, "%u values, see below", (unsigned)values->count);
            return;
        }
        if (i > 0)
            joined[used++] = '|';
        memcpy(joined + used, values->values[i].ptr, bytes);
        used += bytes;
    }
    cli_table_cell(table, "%.*s", (int)used, joined);
}

static void add_notes(struct cli_table *table, const struct anvil_member *member) {
    char notes[PATH_BYTES] = "";
    size_t used = 0;
    const struct anvil_identity_rule *rule =
        member->limits != NULL ? member->limits->identity : NULL;

    if (member->flags & ANVIL_MEMBER_TOKEN)
        used = (size_t)snprintf(notes, sizeof notes, "client token");
    for (size_t i = 0; rule != NULL && i < rule->table->count; i++) {
        struct anvil_str type = rule->table->resources[i].type;
        if ((rule->accepts >> i & 1) == 0 || used + type.len + 8 > sizeof notes)
            continue;
        used += (size_t)snprintf(notes + used, sizeof notes - used, "%s%.*s",
                                 used == 0 ? "takes " : ", ", (int)type.len, type.ptr);
    }
    cli_table_cell(table, "%s", notes);
}

static void add_member(struct cli_table *table, const char *path,
                       const struct anvil_member *member) {
    const struct anvil_shape *target = member->target;

    cli_table_cell(table, "%s", path);
    if (target->kind == ANVIL_KIND_LIST)
        cli_table_cell(table, "list of %s", cli_kind_name(target->members[0].kind));
    else
        cli_table_cell(table, "%s", cli_kind_name(member->kind));
    cli_table_cell(table, "%s", member->flags & ANVIL_MEMBER_REQUIRED ? "yes" : "no");
    add_length(table, member->limits);
    if (member->limits != NULL && member->limits->pattern != NULL)
        cli_table_cell(table, "%.*s", (int)member->limits->pattern->source.len,
                       member->limits->pattern->source.ptr);
    else
        cli_table_cell(table, "-");
    add_enum(table, member->limits != NULL ? member->limits->values : NULL);
    add_notes(table, member);
}

/* Adds the members of a structure, each followed by the members of what it holds. */
static void add_members(struct cli_table *table, const char *prefix,
                        const struct anvil_shape *shape, int depth) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        const struct anvil_shape *inner = member->target;
        struct anvil_str name = anvil_member_name(member);
        char path[PATH_BYTES];

        snprintf(path, sizeof path, "%s%.*s", prefix, (int)name.len, name.ptr);
        add_member(table, path, member);
        const char *suffix = ".";
        if (inner->kind == ANVIL_KIND_LIST) {
            inner = inner->members[0].target;
            suffix = "[].";
        }
        if (inner->kind == ANVIL_KIND_STRUCTURE && depth < CLI_DESCRIBE_DEPTH) {
            size_t bytes = strlen(path);
            snprintf(path + bytes, sizeof path - bytes, "%s", suffix);
            add_members(table, path, inner, depth + 1);
        }
    }
}

/* The values of the enums that were too long for the table. */
static void list_enums(FILE *file, const struct anvil_shape *shape) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        const struct anvil_enum *values = member->limits != NULL ? member->limits->values : NULL;
        size_t bytes = 0;
        for (size_t v = 0; values != NULL && v < values->count; v++)
            bytes += values->values[v].len + (v > 0);
        if (bytes <= ENUM_IN_TABLE_BYTES)
            continue;
        fprintf(file, "\n  %.*s is one of", (int)member->name_bytes, member->key + 3);
        size_t column = PAGE_COLUMNS;
        for (size_t v = 0; v < values->count; v++) {
            struct anvil_str value = values->values[v];
            if (column + 1 + value.len > PAGE_COLUMNS) {
                fputs("\n   ", file);
                column = 3;
            }
            fprintf(file, " %.*s", (int)value.len, value.ptr);
            column += 1 + value.len;
        }
        fputc('\n', file);
    }
}

static void describe_shape(FILE *file, const struct anvil_shape *shape) {
    static const char *const TITLES[] = {"MEMBER",  "TYPE", "REQUIRED", "LENGTH",
                                         "PATTERN", "ENUM", "NOTES"};
    struct cli_table table = {sizeof TITLES / sizeof *TITLES, 0, NULL};

    for (size_t i = 0; i < table.columns; i++)
        cli_table_cell(&table, "%s", TITLES[i]);
    add_members(&table, "", shape, 0);
    cli_table_write(&table, file, 2);
    list_enums(file, shape);
}

void cli_describe_text(FILE *file, const struct anvil_operation *operation) {
    fprintf(file, "%.*s\n\nrequest %.*s\n", (int)operation->target.len, operation->target.ptr,
            (int)operation->input->name.len, operation->input->name.ptr);
    describe_shape(file, operation->input);
    fprintf(file, "\nresponse %.*s\n", (int)operation->output->name.len,
            operation->output->name.ptr);
    describe_shape(file, operation->output);
    for (size_t i = 0; i < operation->error_count; i++) {
        const struct anvil_error_type *error = operation->errors[i];
        fprintf(file, "\nerror %.*s (HTTP %u, retry: %s)\n", (int)error->shape->name.len,
                error->shape->name.ptr, (unsigned)error->http_status, cli_retry_name(error->retry));
        describe_shape(file, error->shape);
    }
}
