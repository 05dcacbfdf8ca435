/* SPDX-License-Identifier: Apache-2.0 */
/* Resource types, identity rules and enum values as C. */
#include "emit_parts.h"

#include "emit_sources.h"

#include <inttypes.h>

static const char *form_name(uint8_t form) {
    switch (form) {
    case ANVIL_FORM_PREFIXED:
        return "ANVIL_FORM_PREFIXED";
    case ANVIL_FORM_NAME:
        return "ANVIL_FORM_NAME";
    default:
        return "ANVIL_FORM_OPAQUE";
    }
}

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
    fprintf(out, "\nstatic const struct anvil_resource %s_resource_types[%u] = {\n",
            emission->prefix, table->count);
    for (size_t i = 0; i < table->count; i++) {
        const struct anvil_resource *resource = &table->resources[i];
        fprintf(out, "    {");
        emit_field(out, "type", resource->type);
        emit_field(out, "prefix", resource->prefix);
        emit_field(out, "id_name", resource->id_name);
        emit_field(out, "arn_name", resource->arn_name);
        fprintf(out, ".form = %s},\n", form_name(resource->form));
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

void emit_identity(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    const struct spec_object *objects = program->rules.items;
    emit_source_head(out, emission, "Which ARNs and IDs there are, and which members take them.");
    if (program->resources != NULL)
        emit_resources(out, emission);
    for (size_t i = 0; i < program->rules.count; i++) {
        const struct anvil_identity_rule *rule = objects[i].descriptor;
        fprintf(out, "\nconst struct anvil_identity_rule %s_%s = {\n", emission->prefix,
                objects[i].symbol);
        fprintf(out, "    .table = &%s_resources,\n", emission->prefix);
        fprintf(out, "    .accepts = UINT64_C(0x%" PRIX64 "),", rule->accepts);
        emit_types(out, rule->table, rule->accepts);
        fprintf(out, "    .extensions = UINT64_C(0x%" PRIX64 "),", rule->extensions);
        emit_types(out, rule->table, rule->extensions);
        fprintf(out, "    .min = %u,\n    .max = %u,\n    .has_country = %u,\n};\n", rule->min,
                rule->max, rule->has_country);
    }
}

void emit_enums(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->enums;
    const struct spec_object *objects = list->items;
    emit_source_head(out, emission, "The values of enums, in model order.");
    for (size_t i = 0; i < list->count; i++) {
        const struct anvil_enum *values = objects[i].descriptor;
        const char *symbol = objects[i].symbol;
        fprintf(out, "\nstatic const struct anvil_str %s_%s_texts[%u] = {\n", emission->prefix,
                symbol, values->count);
        for (size_t j = 0; j < values->count; j++) {
            fprintf(out, "    ANVIL_STR(");
            emit_literal(out, values->values[j]);
            fprintf(out, "),\n");
        }
        fprintf(out, "};\n\nconst struct anvil_enum %s_%s_values = {\n", emission->prefix, symbol);
        fprintf(out, "    .values = %s_%s_texts,\n    .count = %u,\n};\n", emission->prefix, symbol,
                values->count);
    }
}
