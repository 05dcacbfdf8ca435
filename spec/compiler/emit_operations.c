/* SPDX-License-Identifier: Apache-2.0 */
/* Operations and the service as C. */
#include "emit_parts.h"

#include "emit_files.h"

#include <string.h>

static const char *symbol_of(const struct spec_array *list, const void *descriptor) {
    return spec_object_of(list, descriptor)->symbol;
}

static bool has_same_errors(const struct anvil_operation *a, const struct anvil_operation *b) {
    return a->error_count == b->error_count &&
           memcmp(a->errors, b->errors, a->error_count * sizeof(const void *)) == 0;
}

/* The operation that was written first among those with the same errors. */
static const char *errors_of(const struct spec_program *program,
                             const struct anvil_operation *operation) {
    const struct spec_object *objects = program->operations.items;
    while (!has_same_errors(objects->descriptor, operation))
        objects++;
    return objects->symbol;
}

static void emit_error_list(FILE *out, const struct spec_emission *emission, const char *symbol,
                            const struct anvil_error_type *const *errors, size_t count) {
    fprintf(out, "\nstatic const struct anvil_error_type *const %s_%s_errors[%zu] = {\n",
            emission->prefix, symbol, count);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "    &%s_%s_error,\n", emission->prefix,
                symbol_of(&emission->program->errors, errors[i]));
    fprintf(out, "};\n");
}

static void emit_target(FILE *out, const struct spec_emission *emission,
                        const struct spec_object *object) {
    const struct anvil_operation *operation = object->descriptor;
    fprintf(out, "static ");
    emit_const(out, "char");
    fprintf(out, "%s_%s_target[] = ", emission->prefix, object->symbol);
    emit_literal(out, operation->target);
    fprintf(out, ";\n");
}

/* The name is the end of the target. */
static void emit_names(FILE *out, const struct spec_emission *emission, const char *symbol,
                       const struct anvil_operation *operation) {
    fputc('\n', out);
    emit_const(out, "struct anvil_operation");
    fprintf(out, "%s_%s = {\n", emission->prefix, symbol);
    fprintf(out, "    .name = {%s_%s_target + %zu, %zu},\n", emission->prefix, symbol,
            operation->target.len - operation->name.len, operation->name.len);
    fprintf(out, "    .target = {%s_%s_target, %zu},\n", emission->prefix, symbol,
            operation->target.len);
}

static void emit_operation(FILE *out, const struct spec_emission *emission,
                           const struct spec_object *object) {
    const struct spec_program *program = emission->program;
    const struct anvil_operation *operation = object->descriptor;
    const char *prefix = emission->prefix;
    const char *input = symbol_of(&program->shapes, operation->input);
    const char *errors = errors_of(program, operation);
    if (operation->error_count > 0 && strcmp(errors, object->symbol) == 0)
        emit_error_list(out, emission, object->symbol, operation->errors, operation->error_count);
    emit_names(out, emission, object->symbol, operation);
    fprintf(out, "    .input = &%s_%s_shape,\n", prefix, input);
    fprintf(out, "    .output = &%s_%s_shape,\n", prefix,
            symbol_of(&program->shapes, operation->output));
    if (operation->error_count > 0)
        fprintf(out, "    .errors = %s_%s_errors,\n    .error_count = %u,\n", prefix, errors,
                operation->error_count);
    if (operation->token != NULL)
        fprintf(out, "    .token = &%s_%s_members[%zu],\n", prefix, input,
                (size_t)(operation->token - operation->input->members));
    fprintf(out, "    .service = &%s_service,\n", prefix);
    if (operation->is_readonly)
        fprintf(out, "    .is_readonly = 1,\n");
    if (operation->is_idempotent)
        fprintf(out, "    .is_idempotent = 1,\n");
    if (operation->may_double)
        fprintf(out, "    .may_double = 1,\n");
    fprintf(out, "};\n");
}

static void emit_service(FILE *out, const struct spec_emission *emission) {
    const struct anvil_service *service = emission->program->service;
    const char *prefix = emission->prefix;
    if (service->error_count > 0)
        emit_error_list(out, emission, "all", service->errors, service->error_count);
    fprintf(out, "\nconst struct anvil_service %s_service = {\n", prefix);
    emit_str_member(out, "name", service->name);
    emit_str_member(out, "version", service->version);
    emit_str_member(out, "name_space", service->name_space);
    emit_str_member(out, "content_type", service->content_type);
    emit_str_member(out, "arn_service", service->arn_service);
    emit_str_member(out, "model_sha256", service->model_sha256);
    if (service->error_count > 0)
        fprintf(out, "    .errors = %s_all_errors,\n", prefix);
    fprintf(out, "    .error_count = %u,\n};\n", service->error_count);
}

void emit_operations(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->operations;
    const struct spec_object *objects = list->items;
    const char *prefix = emission->prefix;
    emit_source_head(out, emission, "Operations and the service.");
    fputc('\n', out);
    for (size_t i = 0; i < list->count; i++)
        emit_target(out, emission, &objects[i]);
    for (size_t i = 0; i < list->count; i++)
        emit_operation(out, emission, &objects[i]);
    emit_service(out, emission);
    fprintf(out, "\nstatic const struct anvil_operation *const %s_all_operations[%zu] = {\n",
            prefix, list->count);
    for (size_t i = 0; i < list->count; i++)
        fprintf(out, "    &%s_%s,\n", prefix, objects[i].symbol);
    fprintf(out, "};\n\nconst struct anvil_operation_table %s_operations = {\n", prefix);
    fprintf(out, "    .service = &%s_service,\n    .operations = %s_all_operations,\n", prefix,
            prefix);
    fprintf(out, "    .count = %zu,\n};\n", list->count);
}
