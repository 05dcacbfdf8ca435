/* SPDX-License-Identifier: Apache-2.0 */
/* Descriptors as tables for people. */
#include "anvil/identity.h"
#include "characters.h"
#include "default_text.h"
#include "describe.h"
#include "describe_walk.h"
#include "descriptor_names.h"
#include "table.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
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

static void add_range(struct cli_table *table, const struct anvil_range *range) {
    if (range == NULL)
        cli_table_cell(table, "-");
    else
        cli_table_cell(table, "%.*s..%.*s", (int)range->min_text.len,
                       range->min_text.ptr != NULL ? range->min_text.ptr : "",
                       (int)range->max_text.len,
                       range->max_text.ptr != NULL ? range->max_text.ptr : "");
}

/* The values of an enum or intEnum, each behind `before`, in memory that the caller frees; NULL for
 * anything else. The first value has nothing before it. */
static char *join_values(const struct anvil_limits *limits, const char *before) {
    const struct anvil_enum *values = limits != NULL ? limits->values : NULL;
    const struct anvil_int_enum *numbers = limits != NULL ? limits->numbers : NULL;
    char *joined = NULL;
    size_t bytes = 0;

    if (values == NULL && numbers == NULL)
        return NULL;
    FILE *memory = open_memstream(&joined, &bytes);
    if (memory == NULL)
        return NULL;
    for (size_t i = 0; values != NULL && i < values->count; i++) {
        fputs(i > 0 ? before : "", memory);
        cli_text_write(memory, anvil_enum_value(values, i));
    }
    for (size_t i = 0; numbers != NULL && i < numbers->count; i++)
        fprintf(memory, "%s%ld", i > 0 ? before : "", (long)numbers->values[i]);
    fclose(memory);
    return joined;
}

static unsigned count_values(const struct anvil_limits *limits) {
    return limits->values != NULL ? limits->values->count : limits->numbers->count;
}

static void add_enum(struct cli_table *table, const struct anvil_limits *limits) {
    char *joined = join_values(limits, "|");

    if (joined == NULL)
        cli_table_cell(table, "-");
    else if (strlen(joined) > ENUM_IN_TABLE_BYTES)
        cli_table_cell(table, "%u values, see below", count_values(limits));
    else
        cli_table_cell(table, "%s", joined);
    free(joined);
}

/* A list of notes that grows. */
struct notes {
    char text[PATH_BYTES];
    size_t used;
};

static void note(struct notes *notes, const char *form, ...) __attribute__((format(printf, 2, 3)));

static void note(struct notes *notes, const char *form, ...) {
    va_list arguments;
    char text[PATH_BYTES];

    va_start(arguments, form);
    int bytes = vsnprintf(text, sizeof text, form, arguments);
    va_end(arguments);
    if (bytes < 0 || notes->used + (size_t)bytes + 3 > sizeof notes->text)
        return;
    notes->used += (size_t)snprintf(notes->text + notes->used, sizeof notes->text - notes->used,
                                    "%s%s", notes->used > 0 ? "; " : "", text);
}

static void note_resources(struct notes *notes, const struct anvil_identity_rule *rule) {
    char types[PATH_BYTES] = "";
    size_t used = 0;

    for (size_t i = 0; i < rule->table->count; i++) {
        struct anvil_str type = rule->table->resources[i].type;
        if ((rule->accepts >> i & 1) == 0 || used + type.len + 3 > sizeof types)
            continue;
        used += (size_t)snprintf(types + used, sizeof types - used, "%s%.*s", used > 0 ? ", " : "",
                                 (int)type.len, type.ptr);
    }
    if (used > 0)
        note(notes, "takes %s", types);
}

static void add_notes(struct cli_table *table, const struct anvil_member *member,
                      bool is_recursive) {
    struct notes notes = {"", 0};
    char *text = cli_default_text(member);

    if (member->flags & ANVIL_MEMBER_TOKEN)
        note(&notes, "client token");
    if (text != NULL)
        note(&notes, "default %s", text);
    free(text);
    if (member->kind == ANVIL_KIND_TIMESTAMP)
        note(&notes, "%s", cli_timestamp_name(member->format));
    if (member->limits != NULL && member->limits->is_unique != 0)
        note(&notes, "unique items");
    if (member->limits != NULL && member->limits->identity != NULL)
        note_resources(&notes, member->limits->identity);
    if (is_recursive)
        note(&notes, "members as further up");
    cli_table_cell(table, "%s", notes.text);
}

static void add_type(struct cli_table *table, const struct anvil_member *member) {
    const struct anvil_shape *target = member->target;
    const char *sparse = target->flags & ANVIL_SHAPE_SPARSE ? "sparse " : "";

    if (target->kind == ANVIL_KIND_LIST)
        cli_table_cell(table, "%slist of %s", sparse, cli_kind_name(target->members[0].kind));
    else if (target->kind == ANVIL_KIND_MAP)
        cli_table_cell(table, "%smap of %s", sparse, cli_kind_name(target->members[1].kind));
    else
        cli_table_cell(table, "%s", cli_kind_name(member->kind));
}

/* One row. `required` is NULL for what is no member of a structure. */
static void add_row(struct cli_table *table, const char *path, const struct anvil_member *member,
                    const char *required, bool is_recursive) {
    const struct anvil_limits *limits = member->limits;

    cli_table_cell(table, "%s", path);
    add_type(table, member);
    cli_table_cell(table, "%s", required != NULL ? required : "-");
    add_length(table, limits);
    add_range(table, limits != NULL ? limits->range : NULL);
    if (limits != NULL && limits->pattern != NULL)
        cli_table_cell(table, "%.*s", (int)limits->pattern->source.len,
                       limits->pattern->source.ptr);
    else
        cli_table_cell(table, "-");
    add_enum(table, limits);
    add_notes(table, member, is_recursive);
}

/* What stands on the way to a value. */
struct walk {
    struct cli_table *table;
    struct cli_open_shapes open;
};

static void add_members(struct walk *walk, const char *prefix, const struct anvil_shape *shape);

/* Adds a value and what is inside it: the item of a list behind [], of a map the key behind {key}
 * and the value behind {}, the members of a structure or union behind a dot. */
static void add_value(struct walk *walk, const char *path, const struct anvil_member *member,
                      const char *required) {
    const struct anvil_shape *target = member->target;
    bool has_members = cli_has_members(target->kind);
    bool is_opened = has_members && cli_open_shape(&walk->open, target);
    bool is_collection = target->kind == ANVIL_KIND_LIST || target->kind == ANVIL_KIND_MAP;
    bool is_recursive = has_members && !is_opened;
    char inner[PATH_BYTES];

    /* An item has a row only when there is more to say than its kind. */
    if (required != NULL || member->limits != NULL || member->kind == ANVIL_KIND_TIMESTAMP ||
        is_collection || is_recursive)
        add_row(walk->table, path, member, required, is_recursive);
    if (target->kind == ANVIL_KIND_LIST) {
        snprintf(inner, sizeof inner, "%s[]", path);
        add_value(walk, inner, &target->members[0], NULL);
    } else if (target->kind == ANVIL_KIND_MAP) {
        snprintf(inner, sizeof inner, "%s{key}", path);
        add_value(walk, inner, &target->members[0], NULL);
        snprintf(inner, sizeof inner, "%s{}", path);
        add_value(walk, inner, &target->members[1], NULL);
    } else if (is_opened) {
        snprintf(inner, sizeof inner, "%s.", path);
        add_members(walk, inner, target);
        walk->open.count--;
    }
}

static void add_members(struct walk *walk, const char *prefix, const struct anvil_shape *shape) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        struct anvil_str name = anvil_member_name(member);
        char path[PATH_BYTES];

        snprintf(path, sizeof path, "%s%.*s", prefix, (int)name.len, name.ptr);
        add_value(walk, path, member, member->flags & ANVIL_MEMBER_REQUIRED ? "yes" : "no");
    }
}

/* The values of an enum that is too long for the table, once for each list of values. */
static void list_enum(FILE *file, const struct anvil_member *member, const char *name, int bytes) {
    char *joined = join_values(member->limits, "\n");
    size_t column = PAGE_COLUMNS;

    if (joined != NULL && strlen(joined) > ENUM_IN_TABLE_BYTES) {
        fprintf(file, "\n  %.*s is one of", bytes, name);
        for (char *value = joined, *next; value != NULL; value = next) {
            next = strchr(value, '\n');
            if (next != NULL)
                *next++ = '\0';
            if (column + 1 + strlen(value) > PAGE_COLUMNS) {
                fputs("\n   ", file);
                column = 3;
            }
            fprintf(file, " %s", value);
            column += 1 + strlen(value);
        }
        fputc('\n', file);
    }
    free(joined);
}

static void list_enums(FILE *file, const struct anvil_shape *shape, struct cli_open_shapes *open) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        const struct anvil_member *value = member;
        while (value->kind == ANVIL_KIND_LIST || value->kind == ANVIL_KIND_MAP) {
            if (value->kind == ANVIL_KIND_MAP)
                list_enum(file, &value->target->members[0], member->key + 3, member->name_bytes);
            value = &value->target->members[value->kind == ANVIL_KIND_MAP];
        }
        list_enum(file, value, member->key + 3, member->name_bytes);
        if (cli_has_members(value->kind) && cli_open_shape(open, value->target)) {
            list_enums(file, value->target, open);
            open->count--;
        }
    }
}

static void describe_shape(FILE *file, const struct anvil_shape *shape) {
    static const char *const TITLES[] = {"MEMBER", "TYPE",    "REQUIRED", "LENGTH",
                                         "RANGE",  "PATTERN", "ENUM",     "NOTES"};
    struct cli_table table = {sizeof TITLES / sizeof *TITLES, 0, NULL};

    for (size_t i = 0; i < table.columns; i++)
        cli_table_cell(&table, "%s", TITLES[i]);
    struct walk walk = {&table, {{shape}, 1}};
    add_members(&walk, "", shape);
    cli_table_write(&table, file, 2);
    list_enums(file, shape, &walk.open);
}

void cli_describe_text(FILE *file, const struct anvil_operation *operation) {
    fprintf(file, "%.*s\n\nrequest %.*s\n", (int)operation->target.len, operation->target.ptr,
            (int)operation->input->name_bytes, operation->input->name);
    describe_shape(file, operation->input);
    fprintf(file, "\nresponse %.*s\n", (int)operation->output->name_bytes, operation->output->name);
    describe_shape(file, operation->output);
    for (size_t i = 0; i < operation->error_count; i++) {
        const struct anvil_error_type *error = operation->errors[i];
        fprintf(file, "\nerror %.*s (HTTP %u, retry: %s, class: %s)\n",
                (int)error->shape->name_bytes, error->shape->name, (unsigned)error->http_status,
                cli_retry_name(error->retry), cli_class_name(error->error_class));
        describe_shape(file, error->shape);
    }
}
