/* SPDX-License-Identifier: Apache-2.0 */
/* Shapes and members as C. Sizes and offsets are left to the compiler that reads the tables, so
 * that they hold on every machine. */
#include "emit_parts.h"

#include "emit_sources.h"

#include <inttypes.h>
#include <string.h>

/* Which generated source a shape belongs to. */
enum part { PART_INPUT, PART_OUTPUT, PART_ERROR, PART_VALUE };

static enum part part_of(const struct spec_program *program, const struct spec_object *object) {
    const struct anvil_service *service = program->service;
    if (object->source->traits.fault != NULL)
        return PART_ERROR;
    for (size_t i = 0; i < service->operation_count; i++) {
        if (service->operations[i]->input == object->descriptor)
            return PART_INPUT;
        if (service->operations[i]->output == object->descriptor)
            return PART_OUTPUT;
    }
    return PART_VALUE;
}

/* "    .NAME = &SYMBOL," unless the descriptor is in no list. */
static void emit_address(FILE *out, const struct spec_emission *emission, const char *name,
                         const struct spec_array *list, const void *descriptor,
                         const char *suffix) {
    const struct spec_object *object = spec_object_of(list, descriptor);
    if (object != NULL)
        fprintf(out, "        .%s = &%s_%s%s,\n", name, emission->prefix, object->symbol, suffix);
}

static const char *flags_text(uint8_t flags) {
    static const char *const texts[] = {"0", "ANVIL_MEMBER_REQUIRED", "ANVIL_MEMBER_TOKEN",
                                        "ANVIL_MEMBER_REQUIRED | ANVIL_MEMBER_TOKEN"};
    return texts[flags & 3];
}

static void emit_member(FILE *out, const struct spec_emission *emission,
                        const struct spec_object *object, size_t index) {
    const struct spec_program *program = emission->program;
    const struct anvil_shape *shape = object->descriptor;
    const struct anvil_member *member = &shape->members[index];
    fprintf(out, "    {\n        .key = ");
    emit_literal(out, anvil_str_of(member->key, strlen(member->key)));
    fprintf(out, ",\n");
    emit_address(out, emission, "target", &program->shapes, member->target, "_shape");
    emit_address(out, emission, "limits", &program->limits, member->limits, "");
    emit_address(out, emission, "run", &program->runs, member->run, "");
    fprintf(out, "        .name_bytes = %u,\n", member->name_bytes);
    if (shape->kind == ANVIL_KIND_STRUCTURE)
        fprintf(out, "        .offset = offsetof(struct %s_%s, %s),\n", emission->prefix,
                object->symbol, object->names[index]);
    fprintf(out, "        .kind = %s,\n        .flags = %s,\n    },\n", emit_kind(member->kind),
            flags_text(member->flags));
}

/* Generated list structs are read through struct anvil_list. */
static void emit_list_guard(FILE *out, const char *c_type) {
    fprintf(out,
            "\n_Static_assert(sizeof(%s) == sizeof(struct anvil_list) &&\n"
            "                   offsetof(%s, items) == offsetof(struct anvil_list, items) &&\n"
            "                   offsetof(%s, count) == offsetof(struct anvil_list, count),\n"
            "               \"every list has the layout of struct anvil_list\");\n",
            c_type, c_type, c_type);
}

static void emit_shape(FILE *out, const struct spec_emission *emission,
                       const struct spec_object *object) {
    const struct anvil_shape *shape = object->descriptor;
    char c_type[256] = "struct anvil_str";
    if (shape->kind == ANVIL_KIND_STRUCTURE || shape->kind == ANVIL_KIND_LIST)
        snprintf(c_type, sizeof c_type, "struct %s_%s", emission->prefix, object->symbol);
    if (shape->kind == ANVIL_KIND_LIST)
        emit_list_guard(out, c_type);
    if (shape->member_count > 0) {
        fprintf(out, "\nconst struct anvil_member %s_%s_members[%u] = {\n", emission->prefix,
                object->symbol, shape->member_count);
        for (size_t i = 0; i < shape->member_count; i++)
            emit_member(out, emission, object, i);
        fprintf(out, "};\n");
    }
    fprintf(out, "\nconst struct anvil_shape %s_%s_shape = {\n", emission->prefix, object->symbol);
    emit_str_member(out, "name", shape->name);
    if (shape->member_count > 0)
        fprintf(out, "    .members = %s_%s_members,\n", emission->prefix, object->symbol);
    fprintf(out, "    .required = UINT64_C(0x%" PRIX64 "),\n", shape->required);
    fprintf(out, "    .size = sizeof(%s),\n    .member_count = %u,\n", c_type, shape->member_count);
    fprintf(out, "    .align = _Alignof(%s),\n    .kind = %s,\n};\n", c_type,
            emit_kind(shape->kind));
}

static void emit_part(FILE *out, const struct spec_emission *emission, enum part part,
                      const char *about) {
    const struct spec_array *list = &emission->program->shapes;
    const struct spec_object *objects = list->items;
    emit_source_head(out, emission, about);
    for (size_t i = 0; i < list->count; i++)
        if (part_of(emission->program, &objects[i]) == part)
            emit_shape(out, emission, &objects[i]);
}

void emit_inputs(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_INPUT, "Requests.");
}

void emit_outputs(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_OUTPUT, "Responses.");
}

void emit_values(FILE *out, const struct spec_emission *emission) {
    emit_part(out, emission, PART_VALUE, "What messages are made of.");
}

void emit_errors(FILE *out, const struct spec_emission *emission) {
    static const char *const retries[] = {
        [ANVIL_RETRY_NEVER] = "ANVIL_RETRY_NEVER",
        [ANVIL_RETRY_THROTTLE] = "ANVIL_RETRY_THROTTLE",
        [ANVIL_RETRY_TRANSIENT] = "ANVIL_RETRY_TRANSIENT",
    };
    const struct spec_array *list = &emission->program->errors;
    const struct spec_object *objects = list->items;
    emit_part(out, emission, PART_ERROR, "Errors: their structures, statuses and retry classes.");
    for (size_t i = 0; i < list->count; i++) {
        const struct anvil_error_type *error = objects[i].descriptor;
        fprintf(out, "\nconst struct anvil_error_type %s_%s_error = {\n", emission->prefix,
                objects[i].symbol);
        fprintf(out, "    .shape = &%s_%s_shape,\n    .http_status = %u,\n    .retry = %s,\n};\n",
                emission->prefix, objects[i].symbol, error->http_status, retries[error->retry]);
    }
}
