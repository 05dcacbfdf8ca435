/* SPDX-License-Identifier: Apache-2.0 */
/* What a service must say before anybody can call it. Knows awsJson's demands and the identity
 * traits; knows nothing of the data shapes' insides. */
#include "resolve_service.h"

#include <stdlib.h>
#include <string.h>

static bool tie(struct spec *spec, const struct spec_model *model, const char *where,
                struct spec_target *target, int kind) {
    target->shape = spec_find_shape(model, target->id);
    if (target->shape == NULL)
        return spec_fail(spec, where, "the target %s is not in the model", target->id);
    if (target->shape->kind != kind)
        return spec_fail(spec, where, "the target %s is a %s, not a %s", target->id,
                         spec_kind_name(target->shape->kind), spec_kind_name(kind));
    return true;
}

/* ---- operations ------------------------------------------------------------------------------ */

/* No input and no output are Unit, a structure without members. */
static bool tie_payload(struct spec *spec, const struct spec_model *model,
                        const struct spec_shape *operation, struct spec_target *target) {
    if (target->id == NULL)
        target->id = SPEC_UNIT;
    return tie(spec, model, operation->name, target, ANVIL_KIND_STRUCTURE);
}

static bool check_token(struct spec *spec, const struct spec_shape *operation) {
    const struct spec_shape *input = operation->input.shape;
    const struct spec_member *members = input->members.items;
    unsigned tokens = 0;
    for (size_t i = 0; i < input->members.count; i++)
        tokens += members[i].traits.is_token;
    if (tokens > 1)
        return spec_fail(spec, input->name, "more than one member is an idempotency token");
    return true;
}

static bool tie_errors(struct spec *spec, const struct spec_model *model,
                       const struct spec_shape *owner) {
    struct spec_target *errors = owner->errors.items;
    for (size_t i = 0; i < owner->errors.count; i++) {
        if (!tie(spec, model, owner->name, &errors[i], ANVIL_KIND_STRUCTURE))
            return false;
        if (errors[i].shape->traits.fault == NULL)
            return spec_fail(spec, owner->name, "%s is not an error", errors[i].shape->name);
    }
    return owner->errors.count <= UINT16_MAX ||
           spec_fail(spec, owner->name, "it has too many errors");
}

static bool tie_operation(struct spec *spec, const struct spec_model *model,
                          struct spec_shape *operation) {
    return tie_payload(spec, model, operation, &operation->input) &&
           tie_payload(spec, model, operation, &operation->output) &&
           tie_errors(spec, model, operation) && check_token(spec, operation);
}

/* Moves the operations of a resource to the service, and notes the resources inside it. */
static bool take_operations(struct spec *spec, struct spec_shape *service,
                            const struct spec_shape *owner, struct spec_array *open) {
    const struct spec_target *operations = owner->operations.items;
    const struct spec_target *resources = owner->resources.items;
    for (size_t i = 0; owner != service && i < owner->operations.count; i++) {
        struct spec_target *slot = spec_push(spec, &service->operations, sizeof *slot);
        if (slot == NULL)
            return false;
        *slot = operations[i];
    }
    for (size_t i = 0; i < owner->resources.count; i++) {
        struct spec_target *slot = spec_push(spec, open, sizeof *slot);
        if (slot == NULL)
            return false;
        *slot = resources[i];
    }
    return true;
}

static bool collect_resources(struct spec *spec, const struct spec_model *model,
                              struct spec_shape *service) {
    struct spec_array open = {NULL, 0, 0};
    if (!take_operations(spec, service, service, &open))
        return false;
    for (size_t i = 0; i < open.count; i++) {
        struct spec_target *target = (struct spec_target *)open.items + i;
        if (!tie(spec, model, service->name, target, SPEC_KIND_RESOURCE))
            return false;
        if (target->shape->visit != 0)
            return spec_fail(spec, target->shape->name, "the resource is inside two others");
        target->shape->visit = 1;
        if (!take_operations(spec, service, target->shape, &open))
            return false;
    }
    return true;
}

static int by_name(const void *a, const void *b) {
    const struct spec_target *left = a;
    const struct spec_target *right = b;
    return strcmp(left->shape->name, right->shape->name);
}

static bool tie_operations(struct spec *spec, const struct spec_model *model,
                           struct spec_shape *service) {
    struct spec_target *operations;
    if (!collect_resources(spec, model, service))
        return false;
    operations = service->operations.items;
    if (service->operations.count == 0)
        return spec_fail(spec, service->name, "the service has no operations");
    if (service->operations.count > UINT16_MAX)
        return spec_fail(spec, service->name, "the service has too many operations");
    for (size_t i = 0; i < service->operations.count; i++)
        if (!tie(spec, model, service->name, &operations[i], SPEC_KIND_OPERATION) ||
            !tie_operation(spec, model, operations[i].shape))
            return false;
    qsort(operations, service->operations.count, sizeof *operations, by_name);
    for (size_t i = 1; i < service->operations.count; i++)
        if (strcmp(operations[i].shape->name, operations[i - 1].shape->name) == 0)
            return spec_fail(spec, service->name, "the operation %s is listed twice",
                             operations[i].shape->name);
    return true;
}

/* Keeps the operations that the caller names. */
static bool choose_operations(struct spec *spec, const struct spec_options *options,
                              struct spec_shape *service) {
    struct spec_target *operations = service->operations.items;
    size_t kept = 0;
    for (size_t i = 0; i < options->operation_count; i++) {
        bool is_there = false;
        for (size_t j = 0; j < service->operations.count && !is_there; j++)
            is_there = strcmp(operations[j].shape->name, options->operations[i]) == 0;
        if (!is_there)
            return spec_fail(spec, service->name, "the service has no operation %s",
                             options->operations[i]);
    }
    for (size_t j = 0; j < service->operations.count; j++) {
        bool is_wanted = options->operation_count == 0;
        for (size_t i = 0; i < options->operation_count && !is_wanted; i++)
            is_wanted = strcmp(operations[j].shape->name, options->operations[i]) == 0;
        if (is_wanted)
            operations[kept++] = operations[j];
    }
    service->operations.count = kept;
    return true;
}

/* ---- identities ------------------------------------------------------------------------------ */

static bool has_resource(const struct spec_shape *service, const char *type) {
    const struct spec_resource *resources = service->traits.resources.items;
    for (size_t i = 0; i < service->traits.resources.count; i++)
        if (strcmp(resources[i].type, type) == 0)
            return true;
    return false;
}

static bool check_types(struct spec *spec, const struct spec_shape *service, const char *where,
                        const struct spec_array *types) {
    const char *const *names = types->items;
    for (size_t i = 0; i < types->count; i++)
        if (!has_resource(service, names[i]))
            return spec_fail(spec, where, "the service has no resource type %s", names[i]);
    return true;
}

static bool check_accepts(struct spec *spec, const struct spec_shape *service, const char *where,
                          const struct spec_accepts *accepts) {
    return accepts == NULL || (check_types(spec, service, where, &accepts->types) &&
                               check_types(spec, service, where, &accepts->extensions));
}

static bool check_identities(struct spec *spec, const struct spec_model *model) {
    const struct spec_shape *shapes = model->shapes.items;
    for (size_t i = 0; i < model->shapes.count; i++) {
        const struct spec_member *members = shapes[i].members.items;
        if (!check_accepts(spec, model->service, shapes[i].name, shapes[i].traits.accepts))
            return false;
        for (size_t j = 0; j < shapes[i].members.count; j++)
            if (!check_accepts(spec, model->service, shapes[i].name, members[j].traits.accepts))
                return false;
    }
    return true;
}

/* ---- the service ----------------------------------------------------------------------------- */

static bool is_named(const struct spec_shape *service, const char *name) {
    return strcmp(service->id, name) == 0 || strcmp(service->name, name) == 0;
}

/* The service that is wanted: the named one, or the only one that speaks awsJson. */
static bool pick_service(struct spec *spec, const struct spec_options *options,
                         struct spec_model *model) {
    struct spec_shape *shapes = model->shapes.items;
    struct spec_shape *any = NULL;
    for (size_t i = 0; i < model->shapes.count; i++) {
        struct spec_shape *shape = &shapes[i];
        if (shape->kind != SPEC_KIND_SERVICE)
            continue;
        any = shape;
        if (options->service != NULL ? !is_named(shape, options->service)
                                     : shape->traits.content_type == NULL)
            continue;
        if (model->service != NULL)
            return spec_fail(spec, "", "%s and %s both fit: name the service by its ID",
                             model->service->id, shape->id);
        model->service = shape;
    }
    if (model->service == NULL && options->service != NULL)
        return spec_fail(spec, "", "the model has no service %s", options->service);
    if (any == NULL)
        return spec_fail(spec, "", "the model has no service");
    if (model->service == NULL || model->service->traits.content_type == NULL)
        return spec_fail(spec, any->name, "the service names no awsJson protocol");
    return true;
}

/* Two words for a service in its ARNs and in its signatures would need two places for them. */
static bool check_service(struct spec *spec, const struct spec_shape *service) {
    const struct spec_traits *traits = &service->traits;
    if (traits->arn_namespace == NULL && traits->resources.count > 0)
        return spec_fail(spec, service->name, "resources need an arnNamespace");
    return true;
}

/* What the service calls its shapes. */
static bool rename_shapes(struct spec *spec, const struct spec_model *model) {
    const struct json *rename = model->service->rename;
    for (size_t i = 0; i < json_count(rename); i++) {
        const struct json_part *part = &json_parts(rename)[i];
        struct spec_shape *shape = spec_find_shape(model, part->key);
        if (shape == NULL)
            return spec_fail(spec, model->service->name, "rename: %s is not in the model",
                             part->key);
        shape->name = part->value->text;
    }
    return true;
}

bool spec_resolve_service(struct spec *spec, const struct spec_options *options,
                          struct spec_model *model) {
    if (!pick_service(spec, options, model) || !check_service(spec, model->service) ||
        !rename_shapes(spec, model))
        return false;
    return tie_operations(spec, model, model->service) &&
           choose_operations(spec, options, model->service) &&
           tie_errors(spec, model, model->service) && check_identities(spec, model);
}
