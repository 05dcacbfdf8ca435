/* SPDX-License-Identifier: Apache-2.0 */
/* Operations and the service as C. */
#include "emit_parts.h"

#include "emit_sources.h"

static const char *symbol_of(const struct spec_array *list, const void *descriptor) {
    return spec_object_of(list, descriptor)->symbol;
}

static void emit_operation(FILE *out, const struct spec_emission *emission,
                           const struct spec_object *object) {
    const struct spec_program *program = emission->program;
    const struct anvil_operation *operation = object->descriptor;
    const char *prefix = emission->prefix;
    const char *input = symbol_of(&program->shapes, operation->input);
    if (operation->error_count > 0) {
        fprintf(out, "\nstatic const struct anvil_error_type *const %s_%s_errors[%u] = {\n", prefix,
                object->symbol, operation->error_count);
        for (size_t i = 0; i < operation->error_count; i++)
            fprintf(out, "    &%s_%s_error,\n", prefix,
                    symbol_of(&program->errors, operation->errors[i]));
        fprintf(out, "};\n");
    }
    fprintf(out, "\nconst struct anvil_operation %s_%s = {\n", prefix, object->symbol);
    emit_str_member(out, "name", operation->name);
    emit_str_member(out, "target", operation->target);
    fprintf(out, "    .input = &%s_%s_shape,\n", prefix, input);
    fprintf(out, "    .output = &%s_%s_shape,\n", prefix,
            symbol_of(&program->shapes, operation->output));
    if (operation->error_count > 0)
        fprintf(out, "    .errors = %s_%s_errors,\n", prefix, object->symbol);
    if (operation->token != NULL)
        fprintf(out, "    .token = &%s_%s_members[%zu],\n", prefix, input,
                (size_t)(operation->token - operation->input->members));
    fprintf(out, "    .service = &%s_service,\n    .error_count = %u,\n};\n", prefix,
            operation->error_count);
}

void emit_operations(FILE *out, const struct spec_emission *emission) {
    const struct spec_array *list = &emission->program->operations;
    const struct spec_object *objects = list->items;
    const struct anvil_service *service = emission->program->service;
    emit_source_head(out, emission, "Operations and the service.");
    for (size_t i = 0; i < list->count; i++)
        emit_operation(out, emission, &objects[i]);
    fprintf(out, "\nstatic const struct anvil_operation *const %s_operations[%u] = {\n",
            emission->prefix, service->operation_count);
    for (size_t i = 0; i < list->count; i++)
        fprintf(out, "    &%s_%s,\n", emission->prefix, objects[i].symbol);
    fprintf(out, "};\n\nconst struct anvil_service %s_service = {\n", emission->prefix);
    emit_str_member(out, "name", service->name);
    emit_str_member(out, "version", service->version);
    emit_str_member(out, "name_space", service->name_space);
    emit_str_member(out, "content_type", service->content_type);
    emit_str_member(out, "arn_service", service->arn_service);
    emit_str_member(out, "model_sha256", service->model_sha256);
    fprintf(out, "    .operations = %s_operations,\n    .operation_count = %u,\n};\n",
            emission->prefix, service->operation_count);
}
