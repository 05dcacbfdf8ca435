/* SPDX-License-Identifier: Apache-2.0 */
/* Reports of the classifier. */
#include "identity_report.h"

#include "table.h"

#include <inttypes.h>

/* The flags that are reported, in this order. */
static const struct {
    unsigned bit;
    const char *name;
} FLAGS[] = {
    {ANVIL_IDENTITY_CANONICAL, "canonical"},
    {ANVIL_IDENTITY_AMBIGUOUS, "ambiguous"},
    {ANVIL_IDENTITY_EXTENSION, "extension"},
};
#define FLAG_COUNT (sizeof FLAGS / sizeof *FLAGS)

/* What a verdict means for somebody who has to act on it. */
static const char *explain(const struct anvil_identity *identity) {
    switch (identity->verdict) {
    case ANVIL_IDENTITY_OK:
        if (identity->flags & ANVIL_IDENTITY_AMBIGUOUS)
            return "the member takes it; read as a name, though it begins like an ID";
        if (identity->flags & ANVIL_IDENTITY_NEEDS_COUNTRY)
            return "the member takes it; a name can exist in several countries, its ARN is exact";
        if (identity->flags & ANVIL_IDENTITY_EXTENSION)
            return "the member takes it, although its documentation does not name the kind";
        return "the member takes it";
    case ANVIL_IDENTITY_CONSTRAINT:
        return "its length or its characters break the member's constraints";
    case ANVIL_IDENTITY_INVALID_ARN:
        return "meant as an ARN, but not a well-formed ARN of this service";
    case ANVIL_IDENTITY_WRONG_TYPE:
        return "well-formed, but the member does not take this kind of resource";
    case ANVIL_IDENTITY_UNKNOWN:
        break;
    }
    return "no known form of ID or name";
}

static void add_row(struct cli_table *table, const char *name, struct anvil_str value) {
    if (value.ptr == NULL)
        return;
    cli_table_cell(table, "%s", name);
    cli_table_cell(table, "%.*s", (int)value.len, value.ptr);
}

static void write_flags(FILE *file, unsigned flags, const char *separator) {
    const char *before = "";
    for (size_t i = 0; i < FLAG_COUNT; i++) {
        if ((flags & FLAGS[i].bit) == 0)
            continue;
        fprintf(file, "%s%s", before, FLAGS[i].name);
        before = separator;
    }
}

void cli_identity_text(FILE *file, const char *member, const struct anvil_identity *identity) {
    struct cli_table table = {2, 0, NULL};
    const char *verdict = anvil_identity_verdict_name(identity->verdict);

    fprintf(file, "%s: %s (%s)\n", member, verdict, explain(identity));
    add_row(&table, "kind", anvil_identity_kind(identity));
    if (identity->arn.partition.ptr == NULL)
        add_row(&table, "id", identity->id);
    add_row(&table, "partition", identity->arn.partition);
    add_row(&table, "region", identity->arn.region);
    add_row(&table, "account", identity->arn.account);
    add_row(&table, "type", identity->arn.type);
    add_row(&table, "resource", identity->arn.id);
    add_row(&table, "country", identity->arn.country);
    for (size_t i = 0; i < FLAG_COUNT; i++) {
        if ((identity->flags & FLAGS[i].bit) == 0)
            continue;
        cli_table_cell(&table, "flag");
        cli_table_cell(&table, "%s", FLAGS[i].name);
    }
    cli_table_write(&table, file, 2);
}

void cli_identity_line(FILE *file, uint64_t number, const struct anvil_identity *identity) {
    struct anvil_str kind = anvil_identity_kind(identity);

    fprintf(file, "%" PRIu64 ": %s", number, anvil_identity_verdict_name(identity->verdict));
    if (kind.ptr != NULL)
        fprintf(file, " %.*s", (int)kind.len, kind.ptr);
    if (identity->flags != 0) {
        fputc(' ', file);
        write_flags(file, identity->flags, " ");
    }
    fputc('\n', file);
}

static void write_arn(struct json_out *json, const struct anvil_arn *arn) {
    json_key(json, "arn");
    if (arn->partition.ptr == NULL) {
        json_null(json);
        return;
    }
    json_open(json, '{');
    json_key(json, "partition");
    json_text(json, arn->partition);
    json_key(json, "region");
    json_text(json, arn->region);
    json_key(json, "account");
    json_text(json, arn->account);
    json_key(json, "type");
    json_text(json, arn->type);
    json_key(json, "resource");
    json_text(json, arn->id);
    if (arn->country.ptr != NULL) {
        json_key(json, "country");
        json_text(json, arn->country);
    }
    json_close(json, '}');
}

void cli_identity_json(struct json_out *json, const char *member,
                       const struct anvil_identity *identity) {
    json_open(json, '{');
    json_key(json, "member");
    json_word(json, member);
    json_key(json, "verdict");
    json_word(json, anvil_identity_verdict_name(identity->verdict));
    json_key(json, "kind");
    json_text(json, anvil_identity_kind(identity));
    json_key(json, "flags");
    json_open(json, '[');
    for (size_t i = 0; i < FLAG_COUNT; i++)
        if (identity->flags & FLAGS[i].bit)
            json_word(json, FLAGS[i].name);
    json_close(json, ']');
    write_arn(json, &identity->arn);
    json_close(json, '}');
    json_line(json);
}
