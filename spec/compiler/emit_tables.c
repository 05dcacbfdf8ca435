/* SPDX-License-Identifier: Apache-2.0 */
/* The header that the generated sources share: every constant that is not public. */
#include "emit_shapes.h"

#include "c_form.h"
#include "emit_files.h"

static void declare(FILE *out, const struct spec_emission *emission, const struct spec_array *list,
                    const char *type) {
    const struct spec_object *objects = list->items;
    if (list->count > 0)
        fputc('\n', out);
    for (size_t i = 0; i < list->count; i++)
        fprintf(out, "ANVIL_LOCAL extern const struct %s %s_%s;\n", type, emission->prefix,
                objects[i].symbol);
}

static void declare_shapes(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->shapes;
    const struct spec_object *objects = list->items;
    fputc('\n', out);
    for (size_t i = 0; i < list->count; i++) {
        const struct anvil_shape *shape = objects[i].descriptor;
        if (shape->kind != ANVIL_KIND_STRUCTURE && shape->kind != ANVIL_KIND_UNION)
            fprintf(out, "ANVIL_LOCAL extern const struct anvil_shape %s_%s_shape;\n",
                    emission->prefix, objects[i].symbol);
        if (emit_is_shared(emission->program, shape))
            fprintf(out, "ANVIL_LOCAL extern const struct anvil_member %s_%s_members[%u];\n",
                    emission->prefix, objects[i].symbol, shape->member_count);
    }
}

static void declare_defaults(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->defaults;
    const struct spec_object *objects = list->items;
    if (list->count > 0)
        fputc('\n', out);
    for (size_t i = 0; i < list->count; i++) {
        const char *type = spec_c_form(objects[i].source->kind).type;
        fprintf(out, "ANVIL_LOCAL extern const %s %s_%s;\n",
                type != NULL                                 ? type
                : objects[i].source->kind == ANVIL_KIND_LIST ? "struct anvil_list"
                                                             : "struct anvil_map",
                emission->prefix, objects[i].symbol);
    }
}

void emit_tables(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    emit_banner(out, emission, "What the tables refer to and nobody else needs to.");
    fprintf(out, "#ifndef ANVIL_GEN_TABLES_H\n#define ANVIL_GEN_TABLES_H\n\n");
    fprintf(out, "#include \"%s/%s.h\"\n\n", emission->prefix, emission->prefix);
    fprintf(out, "#include \"gen/%s_keys.h\"\n\n", emission->prefix);
    fprintf(out, "#include \"anvil/identity.h\"\n#include \"anvil/kind.h\"\n\n#include "
                 "<stddef.h>\n#include <stdint.h>\n");
    declare(out, emission, &program->patterns, "anvil_pattern");
    declare(out, emission, &program->runs, "anvil_run");
    declare(out, emission, &program->ranges, "anvil_range");
    declare(out, emission, &program->limits, "anvil_limits");
    declare_defaults(out, emission);
    declare(out, emission, &program->others, "anvil_identity_other");
    declare(out, emission, &program->rules, "anvil_identity_rule");
    if (program->resources != NULL)
        fprintf(out, "ANVIL_LOCAL extern const struct anvil_resource_table %s_resources;\n",
                emission->prefix);
    declare_shapes(out, emission);
    fprintf(out, "\n#endif\n");
}

const struct spec_output spec_sources[] = {
    {"tables.h", emit_tables},
    {"keys.h", emit_keys_header},
    {"keys.c", emit_keys},
    {"patterns.c", emit_patterns},
    {"limits.c", emit_limits},
    {"defaults.c", emit_defaults},
    {"identity.c", emit_identity},
    {"enums.c", emit_enums},
    {"scalars.c", emit_scalars},
    {"collections.c", emit_collections},
    {"values.c", emit_values},
    {"requests.c", emit_requests},
    {"responses.c", emit_responses},
    {"errors.c", emit_errors},
    {"operations.c", emit_operations},
    {NULL, NULL},
};
