/* SPDX-License-Identifier: Apache-2.0 */
/* Compiled patterns as C. */
#include "emit_parts.h"

#include "emit_files.h"

#include <inttypes.h>
#include <stdint.h>
#include <string.h>

static void emit_bytes(FILE *out, const uint8_t *bytes, size_t count) {
    for (size_t i = 0; i < count; i++)
        fprintf(out, "%s%u,", i % 16 == 0 ? "\n    " : " ", bytes[i]);
}

static void begin_bytes(FILE *out, const struct spec_emission *emission, const char *symbol,
                        const char *what, unsigned count) {
    fprintf(out, "\nstatic ");
    emit_const(out, "uint8_t");
    fprintf(out, "%s_%s_%s[%u] = {", emission->prefix, symbol, what, count);
}

/* The pattern that was written first among those with the same columns. */
static const char *columns_of(const struct spec_program *program, const struct anvil_dfa *dfa) {
    const struct spec_object *objects = program->patterns.items;
    for (;; objects++) {
        const struct anvil_pattern *pattern = objects->descriptor;
        if (pattern->dfa != NULL && memcmp(pattern->dfa->columns, dfa->columns, 256) == 0)
            return objects->symbol;
    }
}

static void emit_next(FILE *out, const struct spec_emission *emission, const char *symbol,
                      const struct anvil_dfa *dfa) {
    fprintf(out, "\nstatic ");
    emit_const(out, dfa->narrow != NULL ? "uint8_t" : "uint16_t");
    fprintf(out, "%s_%s_next[%d * %d] = {\n", emission->prefix, symbol, dfa->state_count,
            dfa->column_count);
    for (size_t state = 0; state < dfa->state_count; state++) {
        fprintf(out, "   ");
        for (size_t column = 0; column < dfa->column_count; column++) {
            size_t cell = state * dfa->column_count + column;
            fprintf(out, " %d,", dfa->narrow != NULL ? dfa->narrow[cell] : dfa->wide[cell]);
        }
        fprintf(out, " /* %zu */\n", state);
    }
    fprintf(out, "};\n");
}

static void emit_dfa(FILE *out, const struct spec_emission *emission, const char *symbol,
                     const struct anvil_dfa *dfa) {
    const char *prefix = emission->prefix;
    const char *columns = columns_of(emission->program, dfa);
    if (strcmp(columns, symbol) == 0) {
        begin_bytes(out, emission, symbol, "columns", 256);
        emit_bytes(out, dfa->columns, 256);
        fprintf(out, "\n};\n");
    }
    emit_next(out, emission, symbol, dfa);
    begin_bytes(out, emission, symbol, "accepts", dfa->state_count);
    emit_bytes(out, dfa->accepts, dfa->state_count);
    fprintf(out, "\n};\n\nstatic ");
    emit_const(out, "struct anvil_dfa");
    fprintf(out, "%s_%s_dfa = {\n    .columns = %s_%s_columns,\n", prefix, symbol, prefix, columns);
    fprintf(out, "    .%s = %s_%s_next,\n", dfa->narrow != NULL ? "narrow" : "wide", prefix,
            symbol);
    fprintf(out, "    .accepts = %s_%s_accepts,\n", prefix, symbol);
    fprintf(out, "    .column_count = %u,\n    .state_count = %u,\n    .start = %u,\n};\n",
            dfa->column_count, dfa->state_count, dfa->start);
}

static void emit_pattern(FILE *out, const struct spec_emission *emission,
                         const struct spec_object *object) {
    const struct anvil_pattern *pattern = object->descriptor;
    const char *form = pattern->run != NULL ? "run" : "dfa";
    char symbol[512];
    snprintf(symbol, sizeof symbol, "%s_run", object->symbol);
    if (pattern->run != NULL)
        emit_run(out, emission, true, symbol, pattern->run);
    else
        emit_dfa(out, emission, object->symbol, pattern->dfa);
    emit_text_object(out, emission, object->symbol, "source", pattern->source);
    fputc('\n', out);
    emit_const(out, "struct anvil_pattern");
    fprintf(out, "%s_%s = {\n", emission->prefix, object->symbol);
    emit_text_member(out, emission, object->symbol, "source", pattern->source);
    fprintf(out, "    .%s = &%s_%s_%s,\n};\n", form, emission->prefix, object->symbol, form);
}

void emit_patterns(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->patterns;
    const struct spec_object *objects = list->items;
    emit_source_head(out, emission,
                     "Patterns, compiled to class runs and automata. Equal patterns are compiled "
                     "once and\n * named after the first shape that has them.");
    for (size_t i = 0; i < list->count; i++)
        emit_pattern(out, emission, &objects[i]);
}
