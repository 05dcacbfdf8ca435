/* SPDX-License-Identifier: Apache-2.0 */
/* The values of enums and intEnums as C. */
#include "emit_files.h"
#include "emit_parts.h"

/* A string literal of more characters than this is more than C99 promises to take. */
#define LITERAL_BYTES 4000

/* All values one after the other: a literal, or characters where that would be too long. */
static void emit_text(FILE *out, const struct spec_emission *emission,
                      const struct spec_object *object) {
    const struct anvil_enum *values = object->descriptor;
    size_t bytes = values->ends[values->count - 1];
    fprintf(out, "\nstatic ");
    emit_const(out, "char");
    fprintf(out, "%s_%s_text[%zu] = {", emission->prefix, object->symbol, bytes);
    for (size_t i = 0; i < values->count; i++) {
        struct anvil_str value = anvil_enum_value(values, i);
        fprintf(out, "\n    ");
        if (bytes <= LITERAL_BYTES)
            emit_literal(out, value);
        for (size_t k = 0; bytes > LITERAL_BYTES && k < value.len; k++)
            fprintf(out, "%d,", value.ptr[k]);
    }
    fprintf(out, "};\n");
}

static void emit_ends(FILE *out, const struct spec_emission *emission,
                      const struct spec_object *object) {
    const struct anvil_enum *values = object->descriptor;
    fprintf(out, "\nstatic ");
    emit_const(out, "uint16_t");
    fprintf(out, "%s_%s_ends[%u] = {", emission->prefix, object->symbol, values->count);
    for (size_t i = 0; i < values->count; i++)
        fprintf(out, "%s%u,", i % 12 == 0 ? "\n    " : " ", values->ends[i]);
    fprintf(out, "\n};\n\n");
    emit_const(out, "struct anvil_enum");
    fprintf(out, "%s_%s_values = {\n    .text = %s_%s_text,\n    .ends = %s_%s_ends,\n",
            emission->prefix, object->symbol, emission->prefix, object->symbol, emission->prefix,
            object->symbol);
    fprintf(out, "    .count = %u,\n};\n", values->count);
}

static void emit_numbers(FILE *out, const struct spec_emission *emission,
                         const struct spec_object *object) {
    const struct anvil_int_enum *values = object->descriptor;
    fprintf(out, "\nstatic ");
    emit_const(out, "int32_t");
    fprintf(out, "%s_%s_numbers[%u] = {\n   ", emission->prefix, object->symbol, values->count);
    for (size_t i = 0; i < values->count; i++) {
        fputc(' ', out);
        emit_int32(out, values->values[i]);
        fputc(',', out);
    }
    fprintf(out, "\n};\n\n");
    emit_const(out, "struct anvil_int_enum");
    fprintf(out, "%s_%s_values = {\n", emission->prefix, object->symbol);
    fprintf(out, "    .values = %s_%s_numbers,\n    .count = %u,\n};\n", emission->prefix,
            object->symbol, values->count);
}

void emit_enums(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    const struct spec_object *enums = program->enums.items;
    const struct spec_object *int_enums = program->int_enums.items;
    emit_source_head(out, emission, "The values of enums and intEnums, in model order.");
    for (size_t i = 0; i < program->enums.count; i++)
        emit_text(out, emission, &enums[i]);
    for (size_t i = 0; i < program->enums.count; i++)
        emit_ends(out, emission, &enums[i]);
    for (size_t i = 0; i < program->int_enums.count; i++)
        emit_numbers(out, emission, &int_enums[i]);
}
