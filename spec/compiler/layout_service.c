/* SPDX-License-Identifier: Apache-2.0 */
/* Errors, operations and the service. Knows the facts around the body; the shapes are complete. */
#include "layout_parts.h"

#include "c_names.h"

#include <string.h>

static const struct anvil_shape *shape_of(const struct spec_program *program,
                                          const struct spec_shape *source) {
    return spec_object_from(&program->shapes, source)->descriptor;
}

/* ---- errors ---------------------------------------------------------------------------------- */

static enum anvil_retry retry_of(const struct spec_traits *traits) {
    if (traits->is_throttling)
        return ANVIL_RETRY_THROTTLE;
    return traits->is_retryable ? ANVIL_RETRY_TRANSIENT : ANVIL_RETRY_NEVER;
}

/* */
static enum anvil_error_class class_of(const struct spec_traits *traits) {
    if (traits->has_error_class)
        return (enum anvil_error_class)traits->error_class;
    if (traits->is_throttling)
        return ANVIL_CLASS_THROTTLE;
    return traits->is_retryable ? ANVIL_CLASS_TRANSIENT : ANVIL_CLASS_UNKNOWN;
}

/* The values of an enum that have a class other than their error. */
static bool add_reasons(struct spec *spec, const struct spec_shape *reasons,
                        struct anvil_error_type *error) {
    const struct spec_value *values = reasons->traits.values.items;
    struct anvil_reason_class *list = spec_alloc(spec, reasons->traits.values.count, sizeof *list);
    if (list == NULL)
        return false;
    for (size_t i = 0; i < reasons->traits.values.count; i++) {
        if (!values[i].has_error_class || values[i].error_class == error->error_class)
            continue;
        list[error->reason_count].reason = spec_str(values[i].text);
        list[error->reason_count++].error_class = values[i].error_class;
    }
    error->reasons = error->reason_count == 0 ? NULL : list;
    return true;
}

static bool has_classes(const struct spec_shape *shape) {
    const struct spec_value *values = shape->traits.values.items;
    for (size_t i = 0; i < shape->traits.values.count; i++)
        if (values[i].has_error_class)
            return true;
    return false;
}

/* The reason is the member whose enum tells classes. */
static bool find_reason(struct spec *spec, const struct spec_shape *source,
                        struct anvil_error_type *error) {
    const struct spec_member *members = source->members.items;
    for (size_t i = 0; i < source->members.count; i++) {
        const struct spec_shape *target = members[i].target.shape;
        if (target->kind != ANVIL_KIND_ENUM || !has_classes(target))
            continue;
        error->reason = &error->shape->members[i];
        return add_reasons(spec, target, error);
    }
    return true;
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
        error->error_class = (uint8_t)class_of(traits);
        error->http_status = traits->http_error;
        if (error->http_status == 0)
            error->http_status = strcmp(traits->fault, "server") == 0 ? 500 : 400;
        if (!find_reason(spec, shapes[i].source, error))
            return false;
    }
    return true;
}

/* ---- operations ------------------------------------------------------------------------------ */

static const struct anvil_member *token_of(const struct anvil_shape *input) {
    for (size_t i = 0; i < input->member_count; i++)
        if ((input->members[i].flags & ANVIL_MEMBER_TOKEN) != 0)
            return &input->members[i];
    return NULL;
}

static bool fill_errors(struct spec *spec, const struct spec_program *program,
                        const struct spec_shape *source, struct anvil_operation *operation) {
    const struct spec_target *errors = source->errors.items;
    const struct anvil_error_type **list =
        spec_alloc(spec, source->errors.count, sizeof(const struct anvil_error_type *));
    if (list == NULL)
        return false;
    for (size_t i = 0; i < source->errors.count; i++)
        list[i] = spec_object_from(&program->errors, errors[i].shape)->descriptor;
    operation->errors = list;
    operation->error_count = (uint16_t)source->errors.count;
    return true;
}

static bool fill_operation(struct spec *spec, const struct spec_program *program,
                           const struct spec_shape *source, const struct anvil_service *service,
                           struct anvil_operation *operation) {
    const char *target = spec_text(spec, "%s.%s", service->name.ptr, source->name);
    if (target == NULL || !fill_errors(spec, program, source, operation))
        return false;
    operation->name = spec_str(source->name);
    operation->target = spec_str(target);
    operation->input = shape_of(program, source->input.shape);
    operation->output = shape_of(program, source->output.shape);
    operation->token = token_of(operation->input);
    operation->service = service;
    operation->is_readonly = source->traits.is_readonly;
    operation->is_idempotent = source->traits.is_idempotent || operation->token != NULL;
    operation->may_double = source->traits.can_send_twice;
    return true;
}

/* Smithy's input trait, or a structure that is nothing but an input: clients leave its defaults to
 * the service. One that goes both ways is no input. */
static void mark_inputs(const struct spec_model *model, const struct spec_program *program) {
    const struct spec_target *operations = model->service->operations.items;
    const struct spec_object *shapes = program->shapes.items;
    for (size_t i = 0; i < model->service->operations.count; i++)
        operations[i].shape->input.shape->is_input = true;
    for (size_t i = 0; i < program->shapes.count; i++) {
        const struct spec_shape *source = shapes[i].source;
        const struct spec_member *members = source->members.items;
        for (size_t j = 0; j < source->members.count; j++)
            members[j].target.shape->is_input = false;
    }
    for (size_t i = 0; i < model->service->operations.count; i++)
        operations[i].shape->output.shape->is_input = false;
    for (size_t i = 0; i < program->shapes.count; i++) {
        struct anvil_shape *shape = (struct anvil_shape *)(uintptr_t)shapes[i].descriptor;
        if (shapes[i].source->is_input || shapes[i].source->traits.is_input)
            shape->flags |= ANVIL_SHAPE_INPUT;
    }
}

static bool add_operations(struct spec *spec, const struct spec_model *model,
                           const struct anvil_service *service, struct spec_program *program) {
    const struct spec_target *targets = model->service->operations.items;
    size_t count = model->service->operations.count;
    struct anvil_operation_table *table = spec_alloc(spec, 1, sizeof *table);
    const struct anvil_operation **list =
        spec_alloc(spec, count, sizeof(const struct anvil_operation *));
    if (table == NULL || list == NULL)
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
    table->service = service;
    table->operations = list;
    table->count = (uint16_t)count;
    program->table = table;
    return true;
}

static bool fill_service(struct spec *spec, const struct spec_shape *source,
                         const struct spec_options *options, const struct spec_program *program,
                         struct anvil_service *service) {
    const struct spec_object *errors = program->errors.items;
    const struct anvil_error_type **list =
        spec_alloc(spec, program->errors.count, sizeof(const struct anvil_error_type *));
    if (list == NULL)
        return false;
    for (size_t i = 0; i < program->errors.count; i++)
        list[i] = errors[i].descriptor;
    service->version = spec_str(source->version);
    service->name_space =
        spec_str(source->traits.is_namespace_left_out ? NULL : source->name_space);
    service->content_type = spec_str(source->traits.content_type);
    service->arn_service =
        spec_str(source->traits.arn_namespace != NULL ? source->traits.arn_namespace
                                                      : source->traits.signing_name);
    service->model_sha256 = spec_str(options->sha256);
    service->errors = list;
    service->error_count = (uint16_t)program->errors.count;
    return true;
}

bool spec_layout_service(struct spec *spec, const struct spec_model *model,
                         const struct spec_options *options, struct spec_program *program) {
    struct anvil_service *service = spec_alloc(spec, 1, sizeof *service);
    if (service == NULL)
        return false;
    service->name = spec_str(model->service->name);
    program->service = service;
    mark_inputs(model, program);
    return add_errors(spec, program) &&
           fill_service(spec, model->service, options, program, service) &&
           add_operations(spec, model, service, program);
}
