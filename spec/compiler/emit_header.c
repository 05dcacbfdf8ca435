/* SPDX-License-Identifier: Apache-2.0 */
/* The public header of a service: C structs, enums, and the constants a program hands to the
 * engine. Compiles as C99, C11 and C++17. */
#include "emit_parts.h"

#include "emit_docs.h"

#include <string.h>

static const char *upper(const char *text, char *buffer, size_t size) {
    size_t len = 0;
    for (; text[len] != '\0' && len + 1 < size; len++)
        buffer[len] =
            (char)(text[len] >= 'a' && text[len] <= 'z' ? text[len] - 'a' + 'A' : text[len]);
    buffer[len] = '\0';
    return buffer;
}

static void emit_enum(FILE *out, const struct spec_emission *emission,
                      const struct spec_object *object) {
    const struct anvil_enum *values = object->descriptor;
    char name[256];
    char prefix[64];
    upper(object->symbol, name, sizeof name);
    upper(emission->prefix, prefix, sizeof prefix);
    fprintf(out, "\n/** Codes of %s, what anvil_enum_code() answers. */\n", object->source->name);
    fprintf(out, "enum %s_%s {\n", emission->prefix, object->symbol);
    fprintf(out, "    /** text that the model does not list */\n");
    fprintf(out, "    %s_%s_UNKNOWN = -1,\n", prefix, name);
    fprintf(out, "    /** no text */\n    %s_%s_ABSENT = 0", prefix, name);
    for (size_t i = 0; i < values->count; i++) {
        fprintf(out, ",\n    /** \"");
        emit_comment_text(out, values->values[i]);
        fprintf(out, "\" */\n    %s_%s_%s = %zu", prefix, name, object->names[i], i + 1);
    }
    fprintf(out, "\n};\n\n/** The values of %s, in the order of their codes. */\n",
            object->source->name);
    fprintf(out, "ANVIL_API extern const struct anvil_enum %s_%s_values;\n", emission->prefix,
            object->symbol);
}

/* What a value is declared as, up to its name. */
static void emit_c_type(FILE *out, const struct spec_emission *emission,
                        const struct anvil_member *member, bool is_item) {
    const char *symbol = spec_object_of(&emission->program->shapes, member->target)->symbol;
    if (member->kind == ANVIL_KIND_LIST)
        fprintf(out, "struct %s_%s ", emission->prefix, symbol);
    else if (member->kind == ANVIL_KIND_STRUCTURE)
        fprintf(out, "%sstruct %s_%s %s", is_item ? "" : "const ", emission->prefix, symbol,
                is_item ? "" : "*");
    else
        fprintf(out, "struct anvil_str ");
}

static void emit_list(FILE *out, const struct spec_emission *emission,
                      const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    fprintf(out, "\n/** The list %s. Its items: ", object->source->name);
    emit_member_doc(out, emission, &shape->members[0], "\n * ");
    fprintf(out, " */\nstruct %s_%s {\n", emission->prefix, object->symbol);
    fprintf(out, "    /** first of `count` items, or NULL when the list is absent */\n    const ");
    emit_c_type(out, emission, &shape->members[0], true);
    fprintf(out, "*items;\n    /** number of items */\n    size_t count;\n};\n");
}

static void emit_structure(FILE *out, const struct spec_emission *emission,
                           const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    fprintf(out, "\n/** ");
    emit_shape_doc(out, emission, object);
    fprintf(out, " */\nstruct %s_%s {\n", emission->prefix, object->symbol);
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        fprintf(out, "    /** %.*s: ", (int)member->name_bytes, member->key + 3);
        emit_member_doc(out, emission, member, "\n     * ");
        fprintf(out, " */\n    ");
        emit_c_type(out, emission, member, false);
        fprintf(out, "%s;\n", object->names[i]);
    }
    if (shape->member_count == 0)
        fprintf(out, "    /** nothing: C has no empty struct */\n    unsigned char anvil_none;\n");
    fprintf(out, "};\n\n/** Describes struct %s_%s. */\n", emission->prefix, object->symbol);
    fprintf(out, "ANVIL_API extern const struct anvil_shape %s_%s_shape;\n", emission->prefix,
            object->symbol);
}

static void emit_forward(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->shapes;
    const struct spec_object *objects = list->items;
    fputc('\n', out);
    for (size_t i = 0; i < list->count; i++)
        if (objects[i].source->kind == ANVIL_KIND_STRUCTURE ||
            objects[i].source->kind == ANVIL_KIND_LIST)
            fprintf(out, "struct %s_%s;\n", emission->prefix, objects[i].symbol);
}

static void emit_data(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->shapes;
    const struct spec_object *objects = list->items;
    const struct spec_object *enums = emission->program->enums.items;
    for (size_t i = 0; i < emission->program->enums.count; i++)
        emit_enum(out, emission, &enums[i]);
    emit_forward(out, emission);
    for (size_t i = 0; i < list->count; i++)
        if (objects[i].source->kind == ANVIL_KIND_LIST)
            emit_list(out, emission, &objects[i]);
    for (size_t i = 0; i < list->count; i++)
        if (objects[i].source->kind == ANVIL_KIND_STRUCTURE)
            emit_structure(out, emission, &objects[i]);
}

static void emit_constants(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    const struct spec_object *errors = program->errors.items;
    const struct spec_object *operations = program->operations.items;
    for (size_t i = 0; i < program->errors.count; i++) {
        const struct anvil_error_type *error = errors[i].descriptor;
        fprintf(out, "\n/** %s: HTTP status %u, retry: %s. */\n", errors[i].source->name,
                error->http_status, emit_retry_word(error->retry));
        fprintf(out, "ANVIL_API extern const struct anvil_error_type %s_%s_error;\n",
                emission->prefix, errors[i].symbol);
    }
    for (size_t i = 0; i < program->operations.count; i++) {
        fprintf(out, "\n/** ");
        emit_operation_doc(out, operations[i].descriptor);
        fprintf(out, " */\nANVIL_API extern const struct anvil_operation %s_%s;\n",
                emission->prefix, operations[i].symbol);
    }
    fprintf(out, "\n/** The service %s, version %s: all its operations. */\n",
            program->service->name.ptr, program->service->version.ptr);
    fprintf(out, "ANVIL_API extern const struct anvil_service %s_service;\n", emission->prefix);
}

void spec_emit_header(FILE *out, const struct spec_emission *emission) {
    char guard[64];
    upper(emission->prefix, guard, sizeof guard);
    emit_banner(out, emission, "The messages of a service as C structs, and their descriptors.");
    fprintf(out, "/**\n * @file\n * %s, API version %s.\n", emission->program->service->name.ptr,
            emission->program->service->version.ptr);
    fprintf(out, " *\n * A struct with nothing set is a valid empty message. Text is given and "
                 "taken as struct\n * anvil_str; a NULL pointer means absent. Lengths count code "
                 "points. Requests are checked\n * against what is said here, responses are "
                 "not.\n */\n");
    fprintf(out, "#ifndef %s_%s_H\n#define %s_%s_H\n\n", guard, guard, guard, guard);
    fprintf(out, "#include \"anvil/port.h\"\n#include \"anvil/protocol.h\"\n"
                 "#include \"anvil/shape.h\"\n#include \"anvil/str.h\"\n\n"
                 "#include <stddef.h>\n\n");
    emit_version_guard(out);
    fprintf(out, "\nANVIL_BEGIN_C\n");
    emit_data(out, emission);
    emit_constants(out, emission);
    fprintf(out, "\nANVIL_END_C\n\n#endif\n");
}
