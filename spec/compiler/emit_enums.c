/* SPDX-License-Identifier: Apache-2.0 */
/* The values of enums and intEnums as C. */
#include "emit_files.h"
#include "emit_parts.h"

/* A string literal of more characters than this is more than C99 promises to take. */
#define PIECE_BYTES 3500

/* Where one text stands: in which piece and where in it. */
struct text_place {
    size_t piece;
    size_t offset;
};

static struct text_place after(struct text_place place, struct anvil_str text) {
    place.offset += text.len + 1;
    if (place.offset >= PIECE_BYTES)
        place = (struct text_place){place.piece + 1, 0};
    return place;
}

/* All texts of an enum, each with a terminator, as one object or a few. */
static void emit_pieces(FILE *out, const struct spec_emission *emission,
                        const struct spec_object *object) {
    const struct anvil_enum *values = object->descriptor;
    struct text_place place = {0, 0};
    for (size_t i = 0; i < values->count; i++) {
        if (place.offset == 0) {
            fprintf(out, "%s\nstatic ", i == 0 ? "" : ";\n");
            emit_const(out, "char");
            fprintf(out, "%s_%s_text_%zu[] =", emission->prefix, object->symbol, place.piece);
        }
        fprintf(out, "\n    ");
        emit_literal(out, values->values[i]);
        fprintf(out, " \"\\0\"");
        place = after(place, values->values[i]);
    }
    fprintf(out, ";\n");
}

static void emit_texts(FILE *out, const struct spec_emission *emission,
                       const struct spec_object *object) {
    const struct anvil_enum *values = object->descriptor;
    struct text_place place = {0, 0};
    fprintf(out, "\nstatic ");
    emit_const(out, "struct anvil_str");
    fprintf(out, "%s_%s_texts[%u] = {\n", emission->prefix, object->symbol, values->count);
    for (size_t i = 0; i < values->count; i++) {
        fprintf(out, "    {%s_%s_text_%zu + %zu, %zu},\n", emission->prefix, object->symbol,
                place.piece, place.offset, values->values[i].len);
        place = after(place, values->values[i]);
    }
    fprintf(out, "};\n\n");
    emit_const(out, "struct anvil_enum");
    fprintf(out, "%s_%s_values = {\n    .values = %s_%s_texts,\n    .count = %u,\n};\n",
            emission->prefix, object->symbol, emission->prefix, object->symbol, values->count);
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
        emit_pieces(out, emission, &enums[i]);
    for (size_t i = 0; i < program->enums.count; i++)
        emit_texts(out, emission, &enums[i]);
    for (size_t i = 0; i < program->int_enums.count; i++)
        emit_numbers(out, emission, &int_enums[i]);
}
