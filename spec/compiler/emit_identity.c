/* SPDX-License-Identifier: Apache-2.0 */
/* Resource types and identity rules as C. */
#include "emit_parts.h"

#include "emit_files.h"

#include <inttypes.h>

/* Absent members are left out: zero is absent. */
static void emit_field(FILE *out, const char *name, struct anvil_str text) {
    if (text.ptr == NULL)
        return;
    fprintf(out, ".%s = ANVIL_STR(", name);
    emit_literal(out, text);
    fprintf(out, "), ");
}

static void emit_resources(FILE *out, const struct spec_emission *emission) {
    const struct anvil_resource_table *table = emission->program->resources;
    fprintf(out, "\nstatic ");
    emit_const(out, "struct anvil_resource");
    fprintf(out, "%s_resource_types[%u] = {\n", emission->prefix, table->count);
    for (size_t i = 0; i < table->count; i++) {
        const struct anvil_resource *resource = &table->resources[i];
        fprintf(out, "    {");
        emit_field(out, "type", resource->type);
        emit_field(out, "prefix", resource->prefix);
        emit_field(out, "id_name", resource->id_name);
        emit_field(out, "arn_name", resource->arn_name);
        if (resource->max_length != 0)
            fprintf(out, ".max_length = %u, ", resource->max_length);
        if (resource->is_shareable)
            fprintf(out, ".is_shareable = 1, ");
        fprintf(out, ".form = ANVIL_FORM_%s},\n", emit_form_word(resource->form));
    }
    fprintf(out, "};\n\nconst struct anvil_resource_table %s_resources = {\n", emission->prefix);
    emit_str_member(out, "service", table->service);
    fprintf(out, "    .resources = %s_resource_types,\n    .count = %u,\n};\n", emission->prefix,
            table->count);
}

/* Names the set bits in a comment: a mask alone cannot be reviewed. */
static void emit_types(FILE *out, const struct anvil_resource_table *table, uint64_t bits) {
    fprintf(out, " /*");
    for (size_t i = 0; i < table->count; i++) {
        if ((bits >> i & 1) != 0) {
            fputc(' ', out);
            emit_comment_text(out, table->resources[i].type);
        }
    }
    fprintf(out, "%s */\n", bits == 0 ? " none" : "");
}

static void emit_words(FILE *out, const struct spec_emission *emission, const char *symbol,
                       const char *what, const struct anvil_str *words, unsigned count) {
    size_t at = 0;
    if (count == 0)
        return;
    fprintf(out, "\nstatic ");
    emit_const(out, "char");
    fprintf(out, "%s_%s_%s_text[] =", emission->prefix, symbol, what);
    for (unsigned i = 0; i < count; i++) {
        fprintf(out, "\n    ");
        emit_literal(out, words[i]);
    }
    fprintf(out, ";\n\nstatic ");
    emit_const(out, "struct anvil_str");
    fprintf(out, "%s_%s_%s[%u] = {\n", emission->prefix, symbol, what, count);
    for (unsigned i = 0; i < count; i++) {
        fprintf(out, "    {%s_%s_%s_text + %zu, %zu},\n", emission->prefix, symbol, what, at,
                words[i].len);
        at += words[i].len;
    }
    fprintf(out, "};\n");
}

static void refer_to_words(FILE *out, const struct spec_emission *emission, const char *symbol,
                           const char *what, const char *count_name, unsigned count) {
    if (count > 0)
        fprintf(out, "    .%s = %s_%s_%s,\n    .%s = %u,\n", what, emission->prefix, symbol, what,
                count_name, count);
}

static void emit_other(FILE *out, const struct spec_emission *emission,
                       const struct spec_object *object) {
    const struct anvil_identity_other *other = object->descriptor;
    const char *symbol = object->symbol;
    emit_words(out, emission, symbol, "literals", other->literals, other->literal_count);
    emit_words(out, emission, symbol, "arns", other->arns, other->arn_count);
    emit_words(out, emission, symbol, "endpoints", other->endpoints, other->endpoint_count);
    emit_text_object(out, emission, symbol, "text", other->text);
    fputc('\n', out);
    emit_const(out, "struct anvil_identity_other");
    fprintf(out, "%s_%s = {\n", emission->prefix, symbol);
    refer_to_words(out, emission, symbol, "literals", "literal_count", other->literal_count);
    refer_to_words(out, emission, symbol, "arns", "arn_count", other->arn_count);
    refer_to_words(out, emission, symbol, "endpoints", "endpoint_count", other->endpoint_count);
    emit_text_member(out, emission, symbol, "text", other->text);
    fprintf(out, "    .numbers = 0%s%s%s,\n};\n",
            (other->numbers & ANVIL_NUMBER_E164) != 0 ? " | ANVIL_NUMBER_E164" : "",
            (other->numbers & ANVIL_NUMBER_DIGITS) != 0 ? " | ANVIL_NUMBER_DIGITS" : "",
            (other->numbers & ANVIL_NUMBER_FORMATTED) != 0 ? " | ANVIL_NUMBER_FORMATTED" : "");
}

static void emit_rule(FILE *out, const struct spec_emission *emission,
                      const struct spec_object *object) {
    const struct anvil_identity_rule *rule = object->descriptor;
    fputc('\n', out);
    emit_const(out, "struct anvil_identity_rule");
    fprintf(out, "%s_%s = {\n", emission->prefix, object->symbol);
    fprintf(out, "    .table = &%s_resources,\n", emission->prefix);
    fprintf(out, "    .accepts = UINT64_C(0x%" PRIX64 "),", rule->accepts);
    emit_types(out, rule->table, rule->accepts);
    if (rule->extensions != 0) {
        fprintf(out, "    .extensions = UINT64_C(0x%" PRIX64 "),", rule->extensions);
        emit_types(out, rule->table, rule->extensions);
    }
    if (rule->other != NULL)
        fprintf(out, "    .other = &%s_%s,\n", emission->prefix,
                spec_object_of(&emission->program->others, rule->other)->symbol);
    fprintf(out, "    .bytes = ");
    emit_class(out, &rule->bytes);
    fprintf(out, ",\n    .min = %u,\n    .max = %u,\n    .takes_utf8 = %u,\n", rule->min, rule->max,
            rule->takes_utf8);
    fprintf(out, "    .forms = %s%s%s,\n    .has_country = %u,\n};\n",
            (rule->forms & ANVIL_TAKES_ID) != 0 ? "ANVIL_TAKES_ID" : "",
            rule->forms == (ANVIL_TAKES_ID | ANVIL_TAKES_ARN) ? " | " : "",
            (rule->forms & ANVIL_TAKES_ARN) != 0 ? "ANVIL_TAKES_ARN" : "", rule->has_country);
}

void emit_identity(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    const struct spec_object *others = program->others.items;
    const struct spec_object *rules = program->rules.items;
    emit_source_head(out, emission, "Which ARNs and IDs there are, and which members take them.");
    if (program->resources != NULL)
        emit_resources(out, emission);
    for (size_t i = 0; i < program->others.count; i++)
        emit_other(out, emission, &others[i]);
    for (size_t i = 0; i < program->rules.count; i++)
        emit_rule(out, emission, &rules[i]);
}
