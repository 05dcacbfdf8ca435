/* SPDX-License-Identifier: Apache-2.0 */
/* Shapes and members as C. Sizes and offsets are left to the compiler that reads the tables, so
 * that they hold on every machine. */
#include "emit_shapes.h"

#include "emit_files.h"

#include "c_form.h"

#include <inttypes.h>

enum part emit_part_of(const struct spec_program *program, const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    if (shape->kind == ANVIL_KIND_LIST || shape->kind == ANVIL_KIND_MAP)
        return PART_COLLECTION;
    if (shape->kind != ANVIL_KIND_STRUCTURE && shape->kind != ANVIL_KIND_UNION)
        return PART_SCALAR;
    if (object->source->traits.fault != NULL)
        return PART_ERROR;
    for (size_t i = 0; i < program->table->count; i++) {
        const struct anvil_operation *operation = program->table->operations[i];
        /* A shape that goes both ways is a value. */
        if (operation->input == shape && operation->output == shape)
            return PART_VALUE;
        if (operation->input == shape)
            return PART_REQUEST;
        if (operation->output == shape)
            return PART_RESPONSE;
    }
    return PART_VALUE;
}

bool emit_is_shared(const struct spec_program *program, const struct anvil_shape *shape) {
    const struct spec_object *errors = program->errors.items;
    for (size_t i = 0; i < program->table->count; i++)
        if (program->table->operations[i]->input == shape &&
            program->table->operations[i]->token != NULL)
            return true;
    for (size_t i = 0; i < program->errors.count; i++) {
        const struct anvil_error_type *error = errors[i].descriptor;
        if (error->shape == shape && error->reason != NULL)
            return true;
    }
    return false;
}

static void emit_flag(FILE *out, unsigned flags, unsigned flag, const char *name,
                      const char **before) {
    if ((flags & flag) == 0)
        return;
    fprintf(out, "%s%s", *before, name);
    *before = " | ";
}

static void emit_member_flags(FILE *out, unsigned flags) {
    const char *before = ", .flags = ";
    emit_flag(out, flags, ANVIL_MEMBER_REQUIRED, "ANVIL_MEMBER_REQUIRED", &before);
    emit_flag(out, flags, ANVIL_MEMBER_TOKEN, "ANVIL_MEMBER_TOKEN", &before);
    emit_flag(out, flags, ANVIL_MEMBER_CLIENT_OPTIONAL, "ANVIL_MEMBER_CLIENT_OPTIONAL", &before);
    emit_flag(out, flags, ANVIL_MEMBER_DEFAULT, "ANVIL_MEMBER_DEFAULT", &before);
}

/* Where a member stands: in a struct, in a union inside one, or in an entry of a map. */
static void emit_offset(FILE *out, const struct spec_emission *emission,
                        const struct spec_object *object, size_t index) {
    const struct anvil_shape *shape = object->descriptor;
    if (shape->kind == ANVIL_KIND_STRUCTURE)
        fprintf(out, ",\n     .offset = offsetof(struct %s_%s, %s)", emission->prefix,
                object->symbol, object->names[index]);
    else if (shape->kind == ANVIL_KIND_UNION)
        fprintf(out, ",\n     .offset = offsetof(struct %s_%s, value)", emission->prefix,
                object->symbol);
    else if (shape->kind == ANVIL_KIND_MAP)
        fprintf(out, ",\n     .offset = offsetof(struct %s_%s_entry, %s)", emission->prefix,
                object->symbol, index == 0 ? "key" : "value");
}

static void emit_member(FILE *out, const struct spec_emission *emission,
                        const struct spec_object *object, size_t index) {
    const struct spec_program *program = emission->program;
    const struct anvil_shape *shape = object->descriptor;
    const struct anvil_member *member = &shape->members[index];
    fprintf(out, "    {.key = ");
    emit_key_name(out, emission, member->key);
    emit_reference(out, emission, ",\n     .target", &program->shapes, member->target, "_shape");
    emit_reference(out, emission, ",\n     .limits", &program->limits, member->limits, "");
    emit_reference(out, emission, ",\n     .run", &program->runs, member->run, "");
    emit_offset(out, emission, object, index);
    fprintf(out, ",\n     .name_bytes = %u, .kind = ANVIL_KIND_%s", member->name_bytes,
            emit_kind_word(member->kind));
    emit_member_flags(out, member->flags);
    if (member->format != ANVIL_EPOCH_SECONDS)
        fprintf(out, ", .format = ANVIL_%s", emit_format_word(member->format));
    fprintf(out, "},\n");
}

/* Generated lists and maps are read through struct anvil_list and struct anvil_map, and what the
 * decoder remembers of long structures is at their very end. */
static void emit_guard(FILE *out, const struct spec_emission *emission,
                       const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    const char *form = shape->kind == ANVIL_KIND_LIST ? "list" : "map";
    const char *first = shape->kind == ANVIL_KIND_LIST ? "items" : "entries";
    const char *prefix = emission->prefix;
    const char *symbol = object->symbol;
    uint32_t words = spec_mark_words(shape->member_count);
    if (shape->kind == ANVIL_KIND_LIST || shape->kind == ANVIL_KIND_MAP)
        fprintf(out,
                "\n_Static_assert(sizeof(struct %s_%s) == sizeof(struct anvil_%s) &&\n"
                "                   offsetof(struct %s_%s, count) == offsetof(struct anvil_%s, "
                "count) &&\n"
                "                   offsetof(struct %s_%s, %s) == 0,\n"
                "               \"it has the layout of struct anvil_%s\");\n",
                prefix, symbol, form, prefix, symbol, form, prefix, symbol, first, form);
    if (shape->kind == ANVIL_KIND_STRUCTURE && words != 0)
        fprintf(out,
                "\n_Static_assert(offsetof(struct %s_%s, anvil_seen) + %u * sizeof(uint64_t) ==\n"
                "                   sizeof(struct %s_%s),\n"
                "               \"nothing stands behind what the decoder remembers\");\n",
                prefix, symbol, words, prefix, symbol);
}

static void emit_members(FILE *out, const struct spec_emission *emission,
                         const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    bool is_shared = emit_is_shared(emission->program, shape);
    fprintf(out, "\n%s", is_shared ? "" : "static ");
    emit_const(out, "struct anvil_member");
    fprintf(out, "%s_%s_members[%u] = {\n", emission->prefix, object->symbol, shape->member_count);
    for (size_t i = 0; i < shape->member_count; i++)
        emit_member(out, emission, object, i);
    fprintf(out, "};\n");
}

/* The C type of an item or entry, as the operand of sizeof. */
static void emit_item_type(FILE *out, const struct spec_emission *emission,
                           const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    if (shape->kind == ANVIL_KIND_MAP)
        fprintf(out, "struct %s_%s_entry", emission->prefix, object->symbol);
    else
        emit_element_type(out, emission, shape, &shape->members[0]);
}

static void emit_sizes(FILE *out, const struct spec_emission *emission,
                       const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    const char *type = spec_c_form(shape->kind).type;
    char name[512];
    if (type == NULL) {
        snprintf(name, sizeof name, "struct %s_%s", emission->prefix, object->symbol);
        type = name;
    }
    fprintf(out, "    .size = sizeof(%s),\n    .align = _Alignof(%s),\n", type, type);
    if (shape->kind != ANVIL_KIND_LIST && shape->kind != ANVIL_KIND_MAP)
        return;
    fprintf(out, "    .item_size = sizeof(");
    emit_item_type(out, emission, object);
    fprintf(out, "),\n    .item_align = _Alignof(");
    emit_item_type(out, emission, object);
    fprintf(out, "),\n");
}

static void emit_shape(FILE *out, const struct spec_emission *emission,
                       const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    const char *before = ", .flags = ";
    emit_guard(out, emission, object);
    if (shape->member_count > 0)
        emit_members(out, emission, object);
    fputc('\n', out);
    emit_const(out, "struct anvil_shape");
    fprintf(out, "%s_%s_shape = {\n    .row = &anvil_%s_row,\n", emission->prefix, object->symbol,
            emit_row_word(shape->kind, object->source->traits.is_unique));
    fprintf(out, "    .name = %s_%s_name, .name_bytes = %u,\n", emission->prefix, object->symbol,
            shape->name_bytes);
    if (shape->member_count > 0)
        fprintf(out, "    .members = %s_%s_members, .member_count = %u,\n", emission->prefix,
                object->symbol, shape->member_count);
    if (shape->required != 0)
        fprintf(out, "    .required = UINT64_C(0x%" PRIX64 "),\n", shape->required);
    emit_sizes(out, emission, object);
    fprintf(out, "    .kind = ANVIL_KIND_%s", emit_kind_word(shape->kind));
    emit_flag(out, shape->flags, ANVIL_SHAPE_SPARSE, "ANVIL_SHAPE_SPARSE", &before);
    emit_flag(out, shape->flags, ANVIL_SHAPE_INPUT, "ANVIL_SHAPE_INPUT", &before);
    emit_flag(out, shape->flags, ANVIL_SHAPE_DEFAULTS, "ANVIL_SHAPE_DEFAULTS", &before);
    fprintf(out, ",\n};\n");
}

/* Text stands together, so that no gaps are left between it and what has to be aligned. */
static void emit_name(FILE *out, const struct spec_emission *emission,
                      const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    fprintf(out, "static ");
    emit_const(out, "char");
    fprintf(out, "%s_%s_name[] = ", emission->prefix, object->symbol);
    emit_literal(out, anvil_shape_name(shape));
    fprintf(out, ";\n");
}

static void emit_part(FILE *out, const struct spec_emission *emission, enum part part,
                      const char *about) {
    const struct spec_array *list = &emission->program->shapes;
    const struct spec_object *objects = list->items;
    emit_source_head(out, emission, about);
    fputc('\n', out);
    for (size_t i = 0; i < list->count; i++)
        if (emit_part_of(emission->program, &objects[i]) == part)
            emit_name(out, emission, &objects[i]);
    for (size_t i = 0; i < list->count; i++)
        if (emit_part_of(emission->program, &objects[i]) == part)
            emit_shape(out, emission, &objects[i]);
}

void emit_scalars(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_SCALAR, "Strings, numbers and other values without parts.");
}

void emit_collections(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_COLLECTION, "Lists and maps.");
}

void emit_values(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_VALUE, "Structures and unions that messages are made of.");
}

void emit_requests(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_REQUEST, "Requests.");
}

void emit_responses(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_RESPONSE, "Responses.");
}

static void emit_reasons(FILE *out, const struct spec_emission *emission, const char *symbol,
                         const struct anvil_error_type *error) {
    if (error->reason_count == 0)
        return;
    fprintf(out, "\nstatic ");
    emit_const(out, "struct anvil_reason_class");
    fprintf(out, "%s_%s_reasons[%u] = {\n", emission->prefix, symbol, error->reason_count);
    for (size_t i = 0; i < error->reason_count; i++) {
        fprintf(out, "    {ANVIL_STR(");
        emit_literal(out, error->reasons[i].reason);
        fprintf(out, "), ANVIL_CLASS_%s},\n", emit_class_word(error->reasons[i].error_class));
    }
    fprintf(out, "};\n");
}

void emit_errors(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->errors;
    const struct spec_object *objects = list->items;
    const char *prefix = emission->prefix;
    emit_part(out, emission, PART_ERROR,
              "Errors: their structures and statuses, and what they mean to whoever gets them.");
    for (size_t i = 0; i < list->count; i++) {
        const struct anvil_error_type *error = objects[i].descriptor;
        const char *symbol = objects[i].symbol;
        emit_reasons(out, emission, symbol, error);
        fputc('\n', out);
        emit_const(out, "struct anvil_error_type");
        fprintf(out, "%s_%s_error = {\n", prefix, symbol);
        fprintf(out, "    .shape = &%s_%s_shape,\n    .http_status = %u,\n", prefix, symbol,
                error->http_status);
        if (error->reason != NULL)
            fprintf(out, "    .reason = &%s_%s_members[%zu],\n", prefix, symbol,
                    (size_t)(error->reason - error->shape->members));
        if (error->reason_count > 0)
            fprintf(out, "    .reasons = %s_%s_reasons,\n    .reason_count = %u,\n", prefix, symbol,
                    error->reason_count);
        fprintf(out, "    .retry = ANVIL_RETRY_%s,\n    .error_class = ANVIL_CLASS_%s,\n};\n",
                emit_retry_word(error->retry), emit_class_word(error->error_class));
    }
}
