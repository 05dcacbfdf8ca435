/* SPDX-License-Identifier: Apache-2.0 */
/* Ties the shapes of a model together and holds them to what Smithy demands of them. The rules of
 * the service itself are in resolve_service.c; what the descriptors can hold is in reach.c. */
#include "model.h"

#include "resolve_service.h"
#include "traits.h"

#include <string.h>

/* The depth of a shape that is being measured. */
#define DEPTH_OPEN UINT32_MAX

static struct spec_member *members_of(const struct spec_shape *shape) {
    return shape->members.items;
}

static bool add_value(struct spec *spec, struct spec_shape *shape, const char *name,
                      const char *text) {
    struct spec_value *value = spec_push(spec, &shape->traits.values, sizeof *value);
    if (value == NULL)
        return false;
    value->name = name;
    value->text = text;
    return true;
}

/* Both spellings of an enum become one: kind ENUM with `traits.values`. */
static bool unify_enum(struct spec *spec, struct spec_shape *shape) {
    if (shape->kind == ANVIL_KIND_STRING && shape->traits.values.count > 0)
        shape->kind = ANVIL_KIND_ENUM;
    else if (shape->kind != ANVIL_KIND_ENUM)
        return true;
    else if (shape->traits.values.count > 0)
        return spec_fail(spec, shape->name, "an enum shape cannot carry the enum trait");
    for (size_t i = 0; i < shape->members.count; i++) {
        const struct spec_member *member = &members_of(shape)[i];
        const char *text = member->traits.enum_value;
        if (!add_value(spec, shape, member->name, text == NULL ? member->name : text))
            return false;
    }
    return true;
}

static bool check_enum(struct spec *spec, const struct spec_shape *shape) {
    const struct spec_value *values = shape->traits.values.items;
    if (shape->traits.values.count == 0)
        return spec_fail(spec, shape->name, "the enum has no values");
    for (size_t i = 0; i < shape->traits.values.count; i++) {
        if (values[i].text[0] == '\0')
            return spec_fail(spec, shape->name, "the enum has an empty value");
        for (size_t j = 0; j < i; j++)
            if (strcmp(values[i].text, values[j].text) == 0)
                return spec_fail(spec, shape->name, "the enum has the value %s twice",
                                 values[i].text);
    }
    return true;
}

static bool tie_member(struct spec *spec, const struct spec_model *model,
                       const struct spec_shape *shape, struct spec_member *member) {
    const char *where = spec_text(spec, "%s$%s", shape->name, member->name);
    if (where == NULL)
        return false;
    member->target.shape = spec_find_shape(model, member->target.id);
    if (member->target.shape == NULL)
        return spec_fail(spec, where, "the target %s is not in the model", member->target.id);
    if (!spec_check_traits(spec, where, &member->traits, member->target.shape->kind, true))
        return false;
    if (shape->kind != ANVIL_KIND_STRUCTURE &&
        (member->traits.is_required || member->traits.is_token))
        return spec_fail(spec, where, "only a member of a structure can be required or a token");
    if (shape->kind != ANVIL_KIND_ENUM && member->target.shape->kind >= ANVIL_KIND_COUNT)
        return spec_fail(spec, where, "the target %s holds no data", member->target.id);
    return true;
}

static bool tie_shape(struct spec *spec, const struct spec_model *model, struct spec_shape *shape) {
    if (!spec_check_traits(spec, shape->name, &shape->traits, shape->kind, false))
        return false;
    if (shape->kind == ANVIL_KIND_ENUM && !check_enum(spec, shape))
        return false;
    for (size_t i = 0; i < shape->members.count; i++)
        if (!tie_member(spec, model, shape, &members_of(shape)[i]))
            return false;
    return true;
}

/* How deep the required structures of a shape nest, itself included; 0 when they lead back to a
 * shape that is still being measured. */
static uint32_t required_depth(struct spec_shape *shape) {
    uint32_t deepest = 0;
    if (shape->depth == DEPTH_OPEN)
        return 0;
    if (shape->depth != 0)
        return shape->depth;
    shape->depth = DEPTH_OPEN;
    for (size_t i = 0; i < shape->members.count; i++) {
        const struct spec_member *member = &members_of(shape)[i];
        uint32_t depth;
        if (!member->traits.is_required || member->target.shape->kind != ANVIL_KIND_STRUCTURE)
            continue;
        depth = required_depth(member->target.shape);
        if (depth == 0)
            return 0;
        if (depth > deepest)
            deepest = depth;
    }
    shape->depth = deepest + 1;
    return shape->depth;
}

static bool check_depth(struct spec *spec, struct spec_shape *shape) {
    uint32_t depth = required_depth(shape);
    if (depth == 0)
        return spec_fail(spec, shape->name,
                         "its required members lead back to it, so no value "
                         "can be complete");
    if (depth > ANVIL_DEPTH_MAX)
        return spec_fail(spec, shape->name, "its required members nest deeper than %d",
                         ANVIL_DEPTH_MAX);
    return true;
}

bool spec_resolve(struct spec *spec, struct spec_model *model) {
    struct spec_shape *shapes = model->shapes.items;
    for (size_t i = 0; i < model->shapes.count; i++)
        if (!unify_enum(spec, &shapes[i]))
            return false;
    for (size_t i = 0; i < model->shapes.count; i++)
        if (!tie_shape(spec, model, &shapes[i]))
            return false;
    for (size_t i = 0; i < model->shapes.count; i++)
        if (shapes[i].kind == ANVIL_KIND_STRUCTURE && !check_depth(spec, &shapes[i]))
            return false;
    return spec_resolve_service(spec, model);
}

/* */
const struct spec_traits *spec_length_traits(const struct spec_member *member) {
    if (member->traits.has_length)
        return &member->traits;
    return &member->target.shape->traits;
}

const char *spec_member_pattern(const struct spec_member *member) {
    if (member->traits.pattern != NULL)
        return member->traits.pattern;
    return member->target.shape->traits.pattern;
}
