/* SPDX-License-Identifier: Apache-2.0 */
/* Structures, unions, lists, maps and enums as C types. */
#include "emit_shapes.h"

#include "c_form.h"
#include "emit_docs.h"
#include "emit_files.h"

#include <string.h>

static void upper(const char *text, char *buffer, size_t size) {
    size_t len = 0;
    for (; text[len] != '\0' && len + 1 < size; len++)
        buffer[len] =
            (char)(text[len] >= 'a' && text[len] <= 'z' ? text[len] - 'a' + 'A' : text[len]);
    buffer[len] = '\0';
}

/* What the constants of a shape begin with. */
static const char *constant_prefix(const struct spec_emission *emission, const char *symbol,
                                   char *buffer, size_t size) {
    char text[512];
    snprintf(text, sizeof text, "%s_%s", emission->prefix, symbol);
    upper(text, buffer, size);
    return buffer;
}

static const char *symbol_of(const struct spec_emission *emission,
                             const struct anvil_shape *shape) {
    return spec_object_of(&emission->program->shapes, shape)->symbol;
}

static bool is_struct(const struct anvil_member *member) {
    return member->kind == ANVIL_KIND_STRUCTURE || member->kind == ANVIL_KIND_UNION;
}

void emit_member_type(FILE *out, const struct spec_emission *emission,
                      const struct anvil_member *member) {
    const char *type = spec_c_form(member->kind).type;
    if (type != NULL)
        fprintf(out, "%s ", type);
    else if (is_struct(member))
        fprintf(out, "const struct %s_%s *", emission->prefix, symbol_of(emission, member->target));
    else
        fprintf(out, "struct %s_%s ", emission->prefix, symbol_of(emission, member->target));
}

void emit_element_type(FILE *out, const struct spec_emission *emission,
                       const struct anvil_shape *container, const struct anvil_member *member) {
    const char *type = spec_c_form(member->kind).type;
    bool is_pointer = is_struct(member) && !spec_holds_structures(container);
    if (type != NULL)
        fprintf(out, "%s", type);
    else
        fprintf(out, "%sstruct %s_%s%s", is_pointer ? "const " : "", emission->prefix,
                symbol_of(emission, member->target), is_pointer ? " *" : "");
}

/* ---- enums ------------------------------------------------------------------------------------
 */

static void emit_enum(FILE *out, const struct spec_emission *emission,
                      const struct spec_object *object) {
    const struct anvil_enum *values = object->descriptor;
    char name[512];
    constant_prefix(emission, object->symbol, name, sizeof name);
    fprintf(out, "\n/** Codes of %s, what anvil_enum_code() answers. */\n", object->source->name);
    fprintf(out, "enum %s_%s {\n", emission->prefix, object->symbol);
    fprintf(out, "    /** text that the model does not list */\n    %s_UNKNOWN = -1,\n", name);
    fprintf(out, "    /** no text */\n    %s_ABSENT = 0", name);
    for (size_t i = 0; i < values->count; i++) {
        fprintf(out, ",\n    /** \"");
        emit_comment_text(out, anvil_enum_value(values, i));
        fprintf(out, "\" */\n    %s_%s = %zu", name, object->names[i], i + 1);
    }
    fprintf(out, "\n};\n\n/** The values of %s, in the order of their codes. */\n",
            object->source->name);
    fprintf(out, "ANVIL_API extern const struct anvil_enum %s_%s_values;\n", emission->prefix,
            object->symbol);
}

static void emit_int_enum(FILE *out, const struct spec_emission *emission,
                          const struct spec_object *object) {
    const struct anvil_int_enum *values = object->descriptor;
    char name[512];
    constant_prefix(emission, object->symbol, name, sizeof name);
    fprintf(out, "\n/** Numbers of %s. */\n", object->source->name);
    fprintf(out, "enum %s_%s {", emission->prefix, object->symbol);
    for (size_t i = 0; i < values->count; i++) {
        fprintf(out, "%s\n    /** */\n    %s_%s = ", i == 0 ? "" : ",", name, object->names[i]);
        if (values->values[i] == INT32_MIN)
            fprintf(out, "-2147483647 - 1");
        else
            emit_int32(out, values->values[i]);
    }
    fprintf(out, "\n};\n\n/** The numbers of %s, in model order. */\n", object->source->name);
    fprintf(out, "ANVIL_API extern const struct anvil_int_enum %s_%s_values;\n", emission->prefix,
            object->symbol);
}

/* ---- lists and maps ---------------------------------------------------------------------------
 */

static void emit_list(FILE *out, const struct spec_emission *emission,
                      const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    fprintf(out, "\n/** The %slist %s. Its items: ",
            (shape->flags & ANVIL_SHAPE_SPARSE) != 0 ? "sparse " : "", object->source->name);
    emit_member_doc(out, emission, &shape->members[0], "\n * ");
    fprintf(out, " */\nstruct %s_%s {\n", emission->prefix, object->symbol);
    fprintf(out, "    /** first of `count` items, or NULL when the list is absent */\n    ");
    if (!is_struct(&shape->members[0]) || spec_holds_structures(shape))
        fprintf(out, "const ");
    emit_element_type(out, emission, shape, &shape->members[0]);
    fprintf(out, "%s*items;\n    /** number of items */\n    size_t count;\n};\n",
            is_struct(&shape->members[0]) && !spec_holds_structures(shape) ? "const " : " ");
}

static void emit_map(FILE *out, const struct spec_emission *emission,
                     const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    fprintf(out, "\n/** The %smap %s, its entries in the order of the message. */\n",
            (shape->flags & ANVIL_SHAPE_SPARSE) != 0 ? "sparse " : "", object->source->name);
    fprintf(out, "struct %s_%s {\n", emission->prefix, object->symbol);
    fprintf(out, "    /** first of `count` entries, or NULL when the map is absent */\n");
    fprintf(out, "    const struct %s_%s_entry *entries;\n", emission->prefix, object->symbol);
    fprintf(out, "    /** number of entries */\n    size_t count;\n};\n");
}

static void emit_entry(FILE *out, const struct spec_emission *emission,
                       const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    fprintf(out, "\n/** An entry of the map %s. */\nstruct %s_%s_entry {\n    /** ",
            object->source->name, emission->prefix, object->symbol);
    emit_member_doc(out, emission, &shape->members[0], "\n     * ");
    fprintf(out, " */\n    struct anvil_str key;\n    /** ");
    emit_member_doc(out, emission, &shape->members[1], "\n     * ");
    fprintf(out, " */\n    ");
    emit_element_type(out, emission, shape, &shape->members[1]);
    fprintf(out, " value;\n};\n");
}

/* ---- structures and unions --------------------------------------------------------------------
 */

static void emit_fields(FILE *out, const struct spec_emission *emission,
                        const struct spec_object *object, const char *indent) {
    const struct anvil_shape *shape = object->descriptor;
    char next_line[32];
    snprintf(next_line, sizeof next_line, "\n%s * ", indent);
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_member *member = &shape->members[i];
        fprintf(out, "%s/** %.*s: ", indent, (int)member->name_bytes, member->key + 3);
        emit_member_doc(out, emission, member, next_line);
        fprintf(out, " */\n%s", indent);
        emit_member_type(out, emission, member);
        fprintf(out, "%s;\n", object->names[i]);
    }
}

static void emit_structure(FILE *out, const struct spec_emission *emission,
                           const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    uint32_t words = spec_mark_words(shape->member_count);
    fprintf(out, "\n/** ");
    emit_shape_doc(out, emission, object);
    fprintf(out, " */\nstruct %s_%s {\n", emission->prefix, object->symbol);
    emit_fields(out, emission, object, "    ");
    if (words != 0)
        fprintf(out, "    /** for the decoder alone */\n    uint64_t anvil_seen[%u];\n", words);
    if (shape->member_count == 0)
        fprintf(out, "    /** nothing: C has no empty struct */\n    unsigned char anvil_none;\n");
    fprintf(out, "};\n");
}

static void emit_variants(FILE *out, const struct spec_emission *emission,
                          const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    char name[512];
    constant_prefix(emission, object->symbol, name, sizeof name);
    fprintf(out, "\n/** Which variant of %s is set. */\nenum %s_%s_variant {\n",
            object->source->name, emission->prefix, object->symbol);
    fprintf(out, "    /** one that the model does not have */\n");
    fprintf(out, "    %s_VARIANT_UNKNOWN = ANVIL_UNION_UNKNOWN,\n", name);
    fprintf(out, "    /** none */\n    %s_VARIANT_NONE = 0", name);
    for (size_t i = 0; i < shape->member_count; i++) {
        char constant[512];
        upper(object->names[i], constant, sizeof constant);
        fprintf(out, ",\n    /** %.*s */\n    %s_%s = %zu", (int)shape->members[i].name_bytes,
                shape->members[i].key + 3, name, constant, i + 1);
    }
    fprintf(out, "\n};\n");
}

static void emit_union(FILE *out, const struct spec_emission *emission,
                       const struct spec_object *object) {
    emit_variants(out, emission, object);
    fprintf(out, "\n/** The union %s: one variant is set. */\nstruct %s_%s {\n",
            object->source->name, emission->prefix, object->symbol);
    fprintf(out, "    /** which: enum %s_%s_variant in `variant.member` */\n", emission->prefix,
            object->symbol);
    fprintf(out, "    struct anvil_union variant;\n");
    fprintf(out, "    /** the value of the variant that is set */\n    union {\n");
    emit_fields(out, emission, object, "        ");
    fprintf(out, "    } value;\n};\n");
}

static void emit_type(FILE *out, const struct spec_emission *emission,
                      const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    if (shape->kind == ANVIL_KIND_UNION)
        emit_union(out, emission, object);
    else
        emit_structure(out, emission, object);
    fprintf(out, "\n/** Describes struct %s_%s. */\n", emission->prefix, object->symbol);
    fprintf(out, "ANVIL_API extern const struct anvil_shape %s_%s_shape;\n", emission->prefix,
            object->symbol);
}

/* ---- the headers ------------------------------------------------------------------------------
 */

static void begin(FILE *out, const struct spec_emission *emission, const char *name,
                  const char *include, const char *about) {
    char guard[128];
    char text[128];
    snprintf(text, sizeof text, "%s_%s_h", emission->prefix, name);
    upper(text, guard, sizeof guard);
    emit_banner(out, emission, about);
    fprintf(out, "#ifndef %s\n#define %s\n\n", guard, guard);
    if (include != NULL)
        fprintf(out, "#include \"%s/%s\"\n\n", emission->prefix, include);
    fprintf(out, "#include \"anvil/port.h\"\n#include \"anvil/protocol.h\"\n"
                 "#include \"anvil/shape.h\"\n#include \"anvil/str.h\"\n"
                 "#include \"anvil/value.h\"\n\n"
                 "#include <stddef.h>\n#include <stdint.h>\n\n");
    emit_version_guard(out);
    fprintf(out, "\nANVIL_BEGIN_C\n");
}

static void end(FILE *out) {
    fprintf(out, "\nANVIL_END_C\n\n#endif\n");
}

void emit_enums_header(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *enums = &emission->program->enums;
    const struct spec_array *int_enums = &emission->program->int_enums;
    begin(out, emission, "enums", NULL, "The values of enums and intEnums.");
    for (size_t i = 0; i < enums->count; i++)
        emit_enum(out, emission, (const struct spec_object *)enums->items + i);
    for (size_t i = 0; i < int_enums->count; i++)
        emit_int_enum(out, emission, (const struct spec_object *)int_enums->items + i);
    end(out);
}

void emit_collections_header(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->shapes;
    const struct spec_object *objects = list->items;
    begin(out, emission, "collections", "enums.h", "Lists and maps.");
    fputc('\n', out);
    for (size_t i = 0; i < list->count; i++) {
        const struct anvil_shape *shape = objects[i].descriptor;
        if (shape->kind <= ANVIL_KIND_MAP)
            fprintf(out, "struct %s_%s;\n", emission->prefix, objects[i].symbol);
        if (shape->kind == ANVIL_KIND_MAP)
            fprintf(out, "struct %s_%s_entry;\n", emission->prefix, objects[i].symbol);
    }
    for (size_t i = 0; i < list->count; i++) {
        const struct anvil_shape *shape = objects[i].descriptor;
        if (shape->kind == ANVIL_KIND_LIST)
            emit_list(out, emission, &objects[i]);
        else if (shape->kind == ANVIL_KIND_MAP)
            emit_map(out, emission, &objects[i]);
    }
    end(out);
}

static void emit_part(FILE *out, const struct spec_emission *emission, enum part part,
                      const char *name, const char *about) {
    const struct spec_array *list = &emission->program->shapes;
    const struct spec_object *objects = list->items;
    begin(out, emission, name, part == PART_VALUE ? "collections.h" : "values.h", about);
    for (size_t i = 0; i < list->count; i++)
        if (emit_part_of(emission->program, &objects[i]) == part)
            emit_type(out, emission, &objects[i]);
    for (size_t i = 0; part == PART_VALUE && i < list->count; i++)
        if (objects[i].source->kind == ANVIL_KIND_MAP)
            emit_entry(out, emission, &objects[i]);
    end(out);
}

void emit_values_header(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_VALUE, "values",
              "Structures and unions that messages are made of, and the entries of maps.");
}

void emit_requests_header(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_REQUEST, "requests", "What operations take.");
}

void emit_responses_header(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_RESPONSE, "responses", "What operations answer with.");
}

static void emit_error_types(FILE *out, const struct spec_emission *emission) {
    const struct spec_object *errors = emission->program->errors.items;
    for (size_t i = 0; i < emission->program->errors.count; i++) {
        const struct anvil_error_type *error = errors[i].descriptor;
        char retry[32];
        char class[32];
        fprintf(out, "\n/** %s: HTTP status %u, retry: %s, class: %s. */\n", errors[i].source->name,
                error->http_status, emit_small(emit_retry_word(error->retry), retry),
                emit_small(emit_class_word(error->error_class), class));
        fprintf(out, "ANVIL_API extern const struct anvil_error_type %s_%s_error;\n",
                emission->prefix, errors[i].symbol);
    }
}

void emit_errors_header(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->shapes;
    const struct spec_object *objects = list->items;
    begin(out, emission, "errors", "values.h", "The errors of the service.");
    for (size_t i = 0; i < list->count; i++)
        if (emit_part_of(emission->program, &objects[i]) == PART_ERROR)
            emit_type(out, emission, &objects[i]);
    emit_error_types(out, emission);
    end(out);
}

void emit_operations_header(FILE *out, const struct spec_emission *emission) {
    const struct spec_program *program = emission->program;
    const struct spec_object *operations = program->operations.items;
    begin(out, emission, "operations", NULL, "The operations, and the service.");
    for (size_t i = 0; i < program->operations.count; i++) {
        fprintf(out, "\n/** ");
        emit_operation_doc(out, operations[i].descriptor);
        fprintf(out, " */\nANVIL_API extern const struct anvil_operation %s_%s;\n",
                emission->prefix, operations[i].symbol);
    }
    fprintf(out, "\n/** The service %s, version %s. */\n", program->service->name.ptr,
            program->service->version.ptr);
    fprintf(out, "ANVIL_API extern const struct anvil_service %s_service;\n", emission->prefix);
    fprintf(out, "\n/** All operations by name, for servers and tools: whoever refers to this "
                 "links every one\n * of them. */\n");
    fprintf(out, "ANVIL_API extern const struct anvil_operation_table %s_operations;\n",
            emission->prefix);
    end(out);
}

const struct spec_output spec_headers[] = {
    {"enums.h", emit_enums_header},           {"collections.h", emit_collections_header},
    {"values.h", emit_values_header},         {"requests.h", emit_requests_header},
    {"responses.h", emit_responses_header},   {"errors.h", emit_errors_header},
    {"operations.h", emit_operations_header}, {NULL, NULL},
};

void spec_emit_header(FILE *out, const struct spec_emission *emission) {
    const char *prefix = emission->prefix;
    char guard[128];
    char text[128];
    snprintf(text, sizeof text, "%s_%s_h", prefix, prefix);
    upper(text, guard, sizeof guard);
    emit_banner(out, emission, "The messages of a service as C structs, and their descriptors.");
    fprintf(out, "/**\n * @file\n * %s, API version %s.\n", emission->program->service->name.ptr,
            emission->program->service->version.ptr);
    fprintf(out, " *\n * A struct with nothing set is a valid empty message. What is text is given "
                 "and taken as\n * struct anvil_str, and a NULL pointer means absent; "
                 "anvil/value.h has the forms of all other\n * values. Lengths of text count code "
                 "points. Requests are checked against what is said here,\n * responses are "
                 "not.\n */\n");
    fprintf(out, "#ifndef %s\n#define %s\n\n", guard, guard);
    for (const struct spec_output *header = spec_headers; header->name != NULL; header++)
        fprintf(out, "#include \"%s/%s\"\n", prefix, header->name);
    fprintf(out, "\n#endif\n");
}
