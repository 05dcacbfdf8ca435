/* SPDX-License-Identifier: Apache-2.0 */
/* Which shapes the messages of a service need, and whether the engine can walk them. */
#include "layout_parts.h"

#include "c_names.h"
#include "kinds.h"

#include <stdlib.h>
#include <string.h>

/* A shape on the way down and how many objects and arrays are around it. */
struct walk {
    struct spec *spec;
    struct spec_program *program;
    struct spec_array open; /* of const struct spec_shape *: containers being walked */
};

static bool is_open(const struct walk *walk, const struct spec_shape *shape) {
    const struct spec_shape *const *open = walk->open.items;
    for (size_t i = 0; i < walk->open.count; i++)
        if (open[i] == shape)
            return true;
    return false;
}

static bool visit(struct walk *walk, const struct spec_shape *shape);

/* A shape that leads back to itself needs no bound here: the engine counts the depth of values. */
static bool visit_members(struct walk *walk, const struct spec_shape *shape) {
    const struct spec_member *members = shape->members.items;
    const struct spec_shape **slot;
    if (is_open(walk, shape))
        return true;
    if (walk->open.count >= ANVIL_DEPTH_MAX)
        return spec_fail(walk->spec, shape->name, "it nests deeper than %d", ANVIL_DEPTH_MAX);
    slot = spec_push(walk->spec, &walk->open, sizeof *slot);
    if (slot == NULL)
        return false;
    *slot = shape;
    for (size_t i = 0; i < shape->members.count; i++)
        if (!visit(walk, members[i].target.shape))
            return false;
    walk->open.count--;
    return true;
}

static bool add_shape(struct walk *walk, const struct spec_shape *shape) {
    struct spec *spec = walk->spec;
    struct anvil_shape *descriptor;
    if (!spec_is_readable(shape->kind))
        return spec_fail(spec, shape->name, "the engine cannot read a %s yet",
                         spec_kind_name(shape->kind));
    if (shape->kind == ANVIL_KIND_STRUCTURE && shape->members.count > ANVIL_MEMBERS_MAX)
        return spec_fail(spec, shape->name, "it has %zu members, %d are supported",
                         shape->members.count, ANVIL_MEMBERS_MAX);
    descriptor = spec_alloc(spec, 1, sizeof *descriptor);
    return spec_add_object(spec, &walk->program->shapes, spec_snake_case(spec, shape->name),
                           descriptor, shape) != NULL;
}

static bool visit(struct walk *walk, const struct spec_shape *shape) {
    if (spec_object_from(&walk->program->shapes, shape) == NULL && !add_shape(walk, shape))
        return false;
    if (shape->kind != ANVIL_KIND_STRUCTURE && shape->kind != ANVIL_KIND_LIST)
        return true;
    return visit_members(walk, shape);
}

static int by_symbol(const void *a, const void *b) {
    const struct spec_object *left = a;
    const struct spec_object *right = b;
    int order = strcmp(left->symbol, right->symbol);
    return order != 0 ? order : strcmp(left->source->id, right->source->id);
}

bool spec_reach(struct spec *spec, const struct spec_model *model, struct spec_program *program) {
    struct walk walk = {spec, program, {NULL, 0, 0}};
    const struct spec_target *operations = model->service->operations.items;
    for (size_t i = 0; i < model->service->operations.count; i++) {
        const struct spec_shape *operation = operations[i].shape;
        const struct spec_target *errors = operation->errors.items;
        if (!visit(&walk, operation->input.shape) || !visit(&walk, operation->output.shape))
            return false;
        for (size_t j = 0; j < operation->errors.count; j++)
            if (!visit(&walk, errors[j].shape))
                return false;
    }
    qsort(program->shapes.items, program->shapes.count, sizeof(struct spec_object), by_symbol);
    return true;
}
