/* SPDX-License-Identifier: Apache-2.0 */
/* The header that the generated sources share: every constant that is not public. */
#include "emit_parts.h"

#include "emit_sources.h"

static void declare(FILE *out, const struct spec_emission *emission, const struct spec_array *list,
                    const char *type) {
    const struct spec_object *objects = list->items;
    for (size_t i = 0; i < list->count; i++)
        fprintf(out, "ANVIL_LOCAL extern const struct %s %s_%s;\n", type, emission->prefix,
                objects[i].symbol);
}

static void declare_shapes(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->shapes;
    const struct spec_object *objects = list->items;
    for (size_t i = 0; i < list->count; i++) {
        const struct anvil_shape *shape = objects[i].descriptor;
        if (shape->kind != ANVIL_KIND_STRUCTURE)
            fprintf(out, "ANVIL_LOCAL extern const struct anvil_shape %s_%s_shape;\n",
                    emission->prefix, objects[i].symbol);
        if (shape->member_count > 0)
            fprintf(out, "ANVIL_LOCAL extern const struct anvil_member %s_%s_members[%u];\n",
                    emission->prefix, objects[i].symbol, shape->member_count);
    }
}

void emit_tables(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    emit_banner(out, emission, "What the tables refer to and nobody else needs to.");
    fprintf(out, "#ifndef ANVIL_GEN_TABLES_H\n#define ANVIL_GEN_TABLES_H\n\n");
    fprintf(out, "#include \"%s/%s.h\"\n\n", emission->prefix, emission->prefix);
    fprintf(out, "#include \"anvil/identity.h\"\n\n#include <stddef.h>\n#include <stdint.h>\n\n");
    declare(out, emission, &program->patterns, "anvil_pattern");
    fputc('\n', out);
    declare(out, emission, &program->runs, "anvil_run");
    fputc('\n', out);
    declare(out, emission, &program->limits, "anvil_limits");
    fputc('\n', out);
    declare(out, emission, &program->rules, "anvil_identity_rule");
    if (program->resources != NULL)
        fprintf(out, "ANVIL_LOCAL extern const struct anvil_resource_table %s_resources;\n",
                emission->prefix);
    fputc('\n', out);
    declare_shapes(out, emission);
    fprintf(out, "\n#endif\n");
}

const struct spec_source spec_sources[] = {
    {"tables.h", emit_tables},
    {"patterns.c", emit_patterns},
    {"limits.c", emit_limits},
    {"identity.c", emit_identity},
    {"enums.c", emit_enums},
    {"inputs.c", emit_inputs},
    {"outputs.c", emit_outputs},
    {"errors.c", emit_errors},
    {"values.c", emit_values},
    {"operations.c", emit_operations},
    {NULL, NULL},
};
