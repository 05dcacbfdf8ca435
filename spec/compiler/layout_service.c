/* SPDX-License-Identifier: Apache-2.0 */
/* Errors, operations and the service. Knows the facts around the body; the shapes are complete. */
#include "layout_parts.h"

#include "c_names.h"

#include <string.h>

static const struct anvil_shape *shape_of(const struct spec_program *program,
                                          const struct spec_shape *source) {
    return spec_object_from(&program->shapes, source)->descriptor;
}

static enum anvil_retry retry_of(const struct spec_traits *traits) {
    if (traits->is_throttling)
        return ANVIL_RETRY_THROTTLE;
    return traits->is_retryable ? ANVIL_RETRY_TRANSIENT : ANVIL_RETRY_NEVER;
}

/* Errors come in the order of the shapes, which is that of names. */
static bool add_errors(struct spec *spec, struct spec_program *program) {
    const struct spec_object *shapes = program->shapes.items;
    for (size_t i = 0; i < program->shapes.count; i++) {
        const struct spec_traits *traits = &shapes[i].source->traits;
        struct anvil_error_type *error;
        if (traits->fault == NULL)
            continue;
        error = spec_alloc(spec, 1, sizeof *error);
        if (error == NULL || spec_add_object(spec, &program->errors, shapes[i].symbol, error,
                                             shapes[i].source) == NULL)
            return false;
        error->shape = shapes[i].descriptor;
        error->retry = (uint8_t)retry_of(traits);
        error->http_status = traits->http_error;
        if (error->http_status == 0)
            error->http_status = strcmp(traits->fault, "server") == 0 ? 500 : 400;
    }
    return true;
}

static const struct anvil_member *token_of(const struct anvil_shape *input) {
    for (size_t i = 0; i < input->member_count; i++)
        if ((input->members[i].flags & ANVIL_MEMBER_TOKEN) != 0)
            return &input->members[i];
    return NULL;
}

static bool fill_operation(struct spec *spec, const struct spec_program *program,
                           const struct spec_shape *source, const struct anvil_service *service,
                           struct anvil_operation *operation) {
    const struct spec_target *errors = source->errors.items;
    const struct anvil_error_type **list =
        spec_alloc(spec, source->errors.count, sizeof(const struct anvil_error_type *));
    const char *target = spec_text(spec, "%s.%s", service->name.ptr, source->name);
    if (list == NULL || target == NULL)
        return false;
    for (size_t i = 0; i < source->errors.count; i++)
        list[i] = spec_object_from(&program->errors, errors[i].shape)->descriptor;
    operation->name = spec_str(source->name);
    operation->target = spec_str(target);
    operation->input = shape_of(program, source->input.shape);
    operation->output = shape_of(program, source->output.shape);
    operation->errors = list;
    operation->error_count = (uint16_t)source->errors.count;
    operation->token = token_of(operation->input);
    operation->service = service;
    return true;
}

bool spec_layout_service(struct spec *spec, const struct spec_model *model, const char *sha256,
                         struct spec_program *program) {
    const struct spec_shape *source = model->service;
    const struct spec_target *targets = source->operations.items;
    size_t count = source->operations.count;
    struct anvil_service *service = spec_alloc(spec, 1, sizeof *service);
    const struct anvil_operation **list =
        spec_alloc(spec, count, sizeof(const struct anvil_operation *));
    if (service == NULL || list == NULL)
        return false;
    service->name = spec_str(source->name);
    if (!add_errors(spec, program))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct anvil_operation *operation = spec_alloc(spec, 1, sizeof *operation);
        const char *symbol = spec_snake_case(spec, targets[i].shape->name);
        if (operation == NULL ||
            !fill_operation(spec, program, targets[i].shape, service, operation) ||
            spec_add_object(spec, &program->operations, symbol, operation, targets[i].shape) ==
                NULL)
            return false;
        list[i] = operation;
    }
    service->version = spec_str(source->version);
    service->name_space = spec_str(source->name_space);
    service->content_type = spec_str(source->traits.content_type);
    service->arn_service = spec_str(source->traits.arn_namespace);
    service->model_sha256 = spec_str(sha256);
    service->operations = list;
    service->operation_count = (uint16_t)count;
    program->service = service;
    return true;
}
