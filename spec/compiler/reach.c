/* SPDX-License-Identifier: Apache-2.0 */
/* Which shapes the messages of a service need. */
#include "layout_parts.h"

#include "c_names.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A walk that is no other walk's. */
#define VISIT_REACH UINT_MAX

static bool add_shape(struct spec *spec, struct spec_program *program, struct spec_shape *shape) {
    struct anvil_shape *descriptor;
    if (shape->visit == VISIT_REACH)
        return true;
    shape->visit = VISIT_REACH;
    descriptor = spec_alloc(spec, 1, sizeof *descriptor);
    return spec_add_object(spec, &program->shapes, spec_snake_case(spec, shape->name), descriptor,
                           shape) != NULL;
}

static bool add_errors(struct spec *spec, struct spec_program *program,
                       const struct spec_shape *owner) {
    const struct spec_target *errors = owner->errors.items;
    for (size_t i = 0; i < owner->errors.count; i++)
        if (!add_shape(spec, program, errors[i].shape))
            return false;
    return true;
}

static bool add_messages(struct spec *spec, struct spec_program *program,
                         const struct spec_shape *operation) {
    return add_shape(spec, program, operation->input.shape) &&
           add_shape(spec, program, operation->output.shape) &&
           add_errors(spec, program, operation);
}

/* The members of an enum are its values, and no shapes of messages. */
static bool has_data(const struct spec_shape *shape) {
    return shape->kind != ANVIL_KIND_ENUM && shape->kind != ANVIL_KIND_INT_ENUM;
}

static int by_symbol(const void *a, const void *b) {
    const struct spec_object *left = a;
    const struct spec_object *right = b;
    int order = strcmp(left->symbol, right->symbol);
    return order != 0 ? order : strcmp(left->source->id, right->source->id);
}

/* The list grows while it is being walked: what is added is walked too. */
bool spec_reach(struct spec *spec, const struct spec_model *model, struct spec_program *program) {
    const struct spec_target *operations = model->service->operations.items;
    if (!add_errors(spec, program, model->service))
        return false;
    for (size_t i = 0; i < model->service->operations.count; i++)
        if (!add_messages(spec, program, operations[i].shape))
            return false;
    for (size_t i = 0; i < program->shapes.count; i++) {
        const struct spec_shape *shape = ((struct spec_object *)program->shapes.items)[i].source;
        const struct spec_member *members = shape->members.items;
        for (size_t j = 0; has_data(shape) && j < shape->members.count; j++)
            if (!add_shape(spec, program, members[j].target.shape))
                return false;
    }
    qsort(program->shapes.items, program->shapes.count, sizeof(struct spec_object), by_symbol);
    return true;
}
