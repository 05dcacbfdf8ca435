/* SPDX-License-Identifier: Apache-2.0 */
/* Compiled patterns and constraints as C. */
#include "emit_parts.h"

#include "emit_sources.h"

#include <inttypes.h>
#include <stdint.h>

static void emit_bytes(FILE *out, const uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : " ", bytes[i]);
}

static void emit_dfa(FILE *out, const struct spec_emission *emission, const char *symbol,
                     const struct anvil_dfa *dfa) {
    const char *prefix = emission->prefix;
    fprintf(out, "\nstatic const uint8_t %s_%s_columns[256] = {", prefix, symbol);
    emit_bytes(out, dfa->columns, 256);
    fprintf(out, "\n};\n\nstatic const uint16_t %s_%s_next[%d * %d] = {\n", prefix, symbol,
            dfa->state_count, dfa->column_count);
    for (size_t state = 0; state < dfa->state_count; state++) {
        fprintf(out, "   ");
        for (size_t column = 0; column < dfa->column_count; column++)
            fprintf(out, " %u,", dfa->next[state * dfa->column_count + column]);
        fprintf(out, " /* %zu */\n", state);
    }
    fprintf(out, "};\n\nstatic const uint8_t %s_%s_accepts[%d] = {", prefix, symbol,
            dfa->state_count);
    emit_bytes(out, dfa->accepts, dfa->state_count);
    fprintf(out, "\n};\n\nstatic const struct anvil_dfa %s_%s_dfa = {\n", prefix, symbol);
    fprintf(out, "    .columns = %s_%s_columns,\n", prefix, symbol);
    fprintf(out, "    .next = %s_%s_next,\n", prefix, symbol);
    fprintf(out, "    .accepts = %s_%s_accepts,\n", prefix, symbol);
    fprintf(out, "    .column_count = %u,\n    .state_count = %u,\n    .start = %u,\n};\n",
            dfa->column_count, dfa->state_count, dfa->start);
}

static void emit_declared_run(FILE *out, const char *storage, const struct spec_emission *emission,
                              const char *symbol, const char *suffix, const struct anvil_run *run) {
    char declaration[512];
    snprintf(declaration, sizeof declaration, "%sconst struct anvil_run %s_%s%s", storage,
             emission->prefix, symbol, suffix);
    emit_run(out, declaration, run);
}

void emit_patterns(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->patterns;
    const struct spec_object *objects = list->items;
    emit_source_head(out, emission,
                     "Patterns, compiled to class runs and automata. Equal patterns are compiled "
                     "once and\n * named after the first shape that has them.");
    for (size_t i = 0; i < list->count; i++) {
        const struct anvil_pattern *pattern = objects[i].descriptor;
        const char *form = pattern->run != NULL ? "run" : "dfa";
        if (pattern->run != NULL)
            emit_declared_run(out, "static ", emission, objects[i].symbol, "_run", pattern->run);
        else
            emit_dfa(out, emission, objects[i].symbol, pattern->dfa);
        fprintf(out, "\nconst struct anvil_pattern %s_%s = {\n", emission->prefix,
                objects[i].symbol);
        emit_str_member(out, "source", pattern->source);
        fprintf(out, "    .%s = &%s_%s_%s,\n};\n", form, emission->prefix, objects[i].symbol, form);
    }
}

/* One constraint that is the address of another table. */
static void emit_reference(FILE *out, const struct spec_emission *emission, const char *member,
                           const struct spec_array *list, const void *descriptor,
                           const char *suffix) {
    const struct spec_object *object = spec_object_of(list, descriptor);
    if (object != NULL)
        fprintf(out, "    .%s = &%s_%s%s,\n", member, emission->prefix, object->symbol, suffix);
}

void emit_limits(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    const struct spec_object *runs = program->runs.items;
    const struct spec_object *objects = program->limits.items;
    emit_source_head(out, emission,
                     "Constraints and the runs that satisfy them. Equal ones are shared and named "
                     "after the\n * first shape that has them.");
    for (size_t i = 0; i < program->runs.count; i++)
        emit_declared_run(out, "", emission, runs[i].symbol, "", runs[i].descriptor);
    for (size_t i = 0; i < program->limits.count; i++) {
        const struct anvil_limits *limits = objects[i].descriptor;
        fprintf(out, "\nconst struct anvil_limits %s_%s = {\n    .min = %" PRIu64 ",\n",
                emission->prefix, objects[i].symbol, limits->min);
        if (limits->max == ANVIL_UNLIMITED)
            fprintf(out, "    .max = ANVIL_UNLIMITED,\n");
        else
            fprintf(out, "    .max = %" PRIu64 ",\n", limits->max);
        emit_reference(out, emission, "pattern", &program->patterns, limits->pattern, "");
        emit_reference(out, emission, "values", &program->enums, limits->values, "_values");
        emit_reference(out, emission, "identity", &program->rules, limits->identity, "");
        fprintf(out, "    .escape_free = %u,\n};\n", limits->escape_free);
    }
}
