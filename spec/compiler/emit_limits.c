/* SPDX-License-Identifier: Apache-2.0 */
/* Constraints as C. */
#include "emit_files.h"
#include "emit_parts.h"

#include <inttypes.h>

static void emit_ranges(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->ranges;
    const struct spec_object *objects = list->items;
    for (size_t i = 0; i < list->count; i++) {
        const struct anvil_range *range = objects[i].descriptor;
        fputc('\n', out);
        emit_const(out, "struct anvil_range");
        fprintf(out, "%s_%s = {\n", emission->prefix, objects[i].symbol);
        emit_str_member(out, "min_text", range->min_text);
        emit_str_member(out, "max_text", range->max_text);
        fprintf(out, "    .min_integer = ");
        emit_int64(out, range->min_integer);
        fprintf(out, ",\n    .max_integer = ");
        emit_int64(out, range->max_integer);
        fprintf(out, ",\n    .min_real = %.17g,\n    .max_real = %.17g,\n};\n", range->min_real,
                range->max_real);
    }
}

static void emit_runs(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->runs;
    const struct spec_object *objects = list->items;
    for (size_t i = 0; i < list->count; i++)
        emit_run(out, emission, false, objects[i].symbol, objects[i].descriptor);
}

static void emit_one(FILE *out, const struct spec_emission *emission, const char *symbol,
                     const struct anvil_limits *limits) {
    const struct spec_program *program = emission->program;
    fputc('\n', out);
    emit_const(out, "struct anvil_limits");
    fprintf(out, "%s_%s = {\n    .min = %" PRIu64 ",\n", emission->prefix, symbol, limits->min);
    if (limits->max == ANVIL_UNLIMITED)
        fprintf(out, "    .max = ANVIL_UNLIMITED");
    else
        fprintf(out, "    .max = %" PRIu64, limits->max);
    emit_reference(out, emission, ",\n    .pattern", &program->patterns, limits->pattern, "");
    emit_reference(out, emission, ",\n    .values", &program->enums, limits->values, "_values");
    emit_reference(out, emission, ",\n    .identity", &program->rules, limits->identity, "");
    emit_reference(out, emission, ",\n    .range", &program->ranges, limits->range, "");
    emit_reference(out, emission, ",\n    .numbers", &program->int_enums, limits->numbers,
                   "_values");
    emit_reference(out, emission, ",\n    .default_value", &program->defaults,
                   limits->default_value, "");
    if (limits->is_unique)
        fprintf(out, ",\n    .is_unique = 1");
    if (limits->escape_free)
        fprintf(out, ",\n    .escape_free = 1");
    fprintf(out, ",\n};\n");
}

void emit_limits(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->limits;
    const struct spec_object *objects = list->items;
    emit_source_head(out, emission,
                     "Constraints and the runs that satisfy them. Equal ones are shared and named "
                     "after the\n * first shape that has them.");
    emit_runs(out, emission);
    emit_ranges(out, emission);
    for (size_t i = 0; i < list->count; i++)
        emit_one(out, emission, objects[i].symbol, objects[i].descriptor);
}
