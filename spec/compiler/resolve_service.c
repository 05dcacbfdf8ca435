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

static bool tie_payload(struct spec *spec, const struct spec_model *model,
                        const struct spec_shape *operation, const char *what,
                        struct spec_target *target) {
    if (target->id == NULL || strcmp(target->id, "smithy.api#Unit") == 0)
        return spec_fail(spec, operation->name, "an operation without %s is not supported", what);
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

static bool tie_operation(struct spec *spec, const struct spec_model *model,
                          struct spec_shape *operation) {
    struct spec_target *errors = operation->errors.items;
    if (!tie_payload(spec, model, operation, "input", &operation->input) ||
        !tie_payload(spec, model, operation, "output", &operation->output))
        return false;
    for (size_t i = 0; i < operation->errors.count; i++) {
        if (!tie(spec, model, operation->name, &errors[i], ANVIL_KIND_STRUCTURE))
            return false;
        if (errors[i].shape->traits.fault == NULL)
            return spec_fail(spec, operation->name, "%s is not an error", errors[i].shape->name);
    }
    return check_token(spec, operation);
}

static bool check_service(struct spec *spec, const struct spec_shape *service) {
    const struct spec_traits *traits = &service->traits;
    if (traits->content_type == NULL)
        return spec_fail(spec, service->name, "the service names no awsJson protocol");
    if (traits->arn_namespace == NULL || traits->signing_name == NULL)
        return spec_fail(spec, service->name,
                         "the traits aws.api#service and aws.auth#sigv4 are needed");
    if (strcmp(traits->arn_namespace, traits->signing_name) != 0)
        return spec_fail(spec, service->name,
                         "ARNs say %s and signatures %s: one word for both is supported",
                         traits->arn_namespace, traits->signing_name);
    return true;
}

static bool has_resource(const struct spec_shape *service, const char *type) {
    const struct spec_resource *resources = service->traits.resources.items;
    for (size_t i = 0; i < service->traits.resources.count; i++)
        if (strcmp(resources[i].type, type) == 0)
            return true;
    return false;
}

static bool check_types(struct spec *spec, const struct spec_shape *service,
                        const struct spec_shape *shape, const struct spec_array *types) {
    const char *const *names = types->items;
    for (size_t i = 0; i < types->count; i++)
        if (!has_resource(service, names[i]))
            return spec_fail(spec, shape->name, "the service has no resource type %s", names[i]);
    return true;
}

static int by_name(const void *a, const void *b) {
    const struct spec_target *left = a;
    const struct spec_target *right = b;
    return strcmp(left->shape->name, right->shape->name);
}

static bool tie_operations(struct spec *spec, const struct spec_model *model,
                           struct spec_shape *service) {
    struct spec_target *operations = service->operations.items;
    if (service->operations.count == 0)
        return spec_fail(spec, service->name, "the service has no operations");
    for (size_t i = 0; i < service->operations.count; i++) {
        if (!tie(spec, model, service->name, &operations[i], SPEC_KIND_OPERATION) ||
            !tie_operation(spec, model, spec_find_shape(model, operations[i].id)))
            return false;
    }
    qsort(operations, service->operations.count, sizeof *operations, by_name);
    for (size_t i = 1; i < service->operations.count; i++)
        if (operations[i].shape == operations[i - 1].shape)
            return spec_fail(spec, service->name, "the operation %s is listed twice",
                             operations[i].shape->name);
    return true;
}

bool spec_resolve_service(struct spec *spec, struct spec_model *model) {
    struct spec_shape *shapes = model->shapes.items;
    struct spec_shape *service = NULL;
    for (size_t i = 0; i < model->shapes.count; i++) {
        if (shapes[i].kind != SPEC_KIND_SERVICE)
            continue;
        if (service != NULL)
            return spec_fail(spec, shapes[i].name, "a second service: the model must have one");
        service = &shapes[i];
    }
    if (service == NULL)
        return spec_fail(spec, "", "the model has no service");
    model->service = service;
    if (!check_service(spec, service) || !tie_operations(spec, model, service))
        return false;
    for (size_t i = 0; i < model->shapes.count; i++)
        if (!check_types(spec, service, &shapes[i], &shapes[i].traits.accepts) ||
            !check_types(spec, service, &shapes[i], &shapes[i].traits.extensions))
            return false;
    return true;
}
