/* SPDX-License-Identifier: Apache-2.0 */
/* Ties the shapes of a model together and holds them to what Smithy demands of them. The rules of
 * the service itself are in resolve_service.c; what can be compiled is in obstacles.c. */
#include "model.h"

#include "resolve_service.h"
#include "text/integer.h"
#include "traits.h"

#include <string.h>

static struct spec_member *members_of(const struct spec_shape *shape) {
    return shape->members.items;
}

static bool read_int32(const struct anvil_str *text, int64_t *number) {
    const unsigned char *begin = (const unsigned char *)text->ptr;
    return anvil_integer_read(begin, begin + text->len, INT32_MIN, INT32_MAX, number) == ANVIL_OK;
}

/* The value that a member of an enum or intEnum stands for. */
static bool read_value(struct spec *spec, const struct spec_shape *shape,
                       const struct spec_member *member, struct spec_value *value) {
    const struct json *given = member->traits.enum_value;
    int64_t number = 0;
    value->name = member->name;
    value->text = member->name;
    value->error_class = member->traits.error_class;
    value->has_error_class = member->traits.has_error_class;
    if (shape->kind == ANVIL_KIND_INT_ENUM) {
        if (given == NULL || given->type != JSON_NUMBER || !read_int32(&given->raw, &number))
            return spec_fail(spec, shape->name, "the value of %s must be a 32-bit integer",
                             member->name);
        value->number = (int32_t)number;
        return true;
    }
    if (given == NULL)
        return true;
    if (given->type != JSON_STRING || strlen(given->text) != given->bytes)
        return spec_fail(spec, shape->name, "the value of %s must be a string", member->name);
    value->text = given->text;
    return true;
}

/* Both spellings of an enum become one: kind ENUM with `traits.values`. */
static bool unify_enum(struct spec *spec, struct spec_shape *shape) {
    if (shape->kind == ANVIL_KIND_STRING && shape->traits.values.count > 0)
        shape->kind = ANVIL_KIND_ENUM;
    else if (shape->kind != ANVIL_KIND_ENUM && shape->kind != ANVIL_KIND_INT_ENUM)
        return true;
    else if (shape->traits.values.count > 0)
        return spec_fail(spec, shape->name, "an enum shape cannot carry the enum trait");
    for (size_t i = 0; i < shape->members.count; i++) {
        struct spec_value *value = spec_push(spec, &shape->traits.values, sizeof *value);
        if (value == NULL || !read_value(spec, shape, &members_of(shape)[i], value))
            return false;
    }
    return true;
}

static bool check_enum(struct spec *spec, const struct spec_shape *shape) {
    const struct spec_value *values = shape->traits.values.items;
    bool is_text = shape->kind == ANVIL_KIND_ENUM;
    if (shape->traits.values.count == 0)
        return spec_fail(spec, shape->name, "the enum has no values");
    if (shape->traits.values.count > INT16_MAX)
        return spec_fail(spec, shape->name, "the enum has too many values");
    for (size_t i = 0; i < shape->traits.values.count; i++) {
        if (is_text && values[i].text[0] == '\0')
            return spec_fail(spec, shape->name, "the enum has an empty value");
        for (size_t j = 0; j < i; j++)
            if (is_text ? strcmp(values[i].text, values[j].text) == 0
                        : values[i].number == values[j].number)
                return spec_fail(spec, shape->name, "%s and %s have the same value", values[j].name,
                                 values[i].name);
    }
    return true;
}

static bool is_enum(const struct spec_shape *shape) {
    return shape->kind == ANVIL_KIND_ENUM || shape->kind == ANVIL_KIND_INT_ENUM;
}

/* What may stand on a member depends on what it is a member of. */
static bool check_place(struct spec *spec, const char *where, const struct spec_shape *shape,
                        const struct spec_member *member) {
    const struct spec_traits *traits = &member->traits;
    if (shape->kind != ANVIL_KIND_STRUCTURE &&
        (traits->is_required || traits->is_token || traits->default_value != NULL))
        return spec_fail(spec, where,
                         "only a member of a structure can be required, a token or have a default");
    if (!is_enum(shape) && (traits->enum_value != NULL || traits->has_error_class))
        return spec_fail(spec, where, "only a member of an enum has a value of its own");
    if (member->target.shape->kind >= ANVIL_KIND_COUNT)
        return spec_fail(spec, where, "the target %s holds no data", member->target.id);
    if (shape->kind == ANVIL_KIND_MAP && strcmp(member->name, "key") == 0 &&
        member->target.shape->kind != ANVIL_KIND_STRING &&
        member->target.shape->kind != ANVIL_KIND_ENUM)
        return spec_fail(spec, where, "the key of a map must be a string");
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
    return spec_check_traits(spec, where, &member->traits, member->target.shape->kind, true) &&
           check_place(spec, where, shape, member);
}

static bool tie_shape(struct spec *spec, const struct spec_model *model, struct spec_shape *shape) {
    if (!spec_check_traits(spec, shape->name, &shape->traits, shape->kind, false))
        return false;
    if (is_enum(shape) && !check_enum(spec, shape))
        return false;
    if (shape->kind == ANVIL_KIND_UNION && shape->members.count == 0)
        return spec_fail(spec, shape->name, "the union has no members");
    if (shape->members.count > UINT16_MAX - 1)
        return spec_fail(spec, shape->name, "it has too many members");
    for (size_t i = 0; i < shape->members.count; i++)
        if (!tie_member(spec, model, shape, &members_of(shape)[i]))
            return false;
    return true;
}

/* Tells whether every required structure inside a shape has been found to be finite. */
static bool is_finite(const struct spec_shape *shape) {
    for (size_t i = 0; i < shape->members.count; i++) {
        const struct spec_member *member = &members_of(shape)[i];
        if (member->traits.is_required && member->target.shape->kind == ANVIL_KIND_STRUCTURE &&
            !member->target.shape->is_finite)
            return false;
    }
    return true;
}

/* Each round finds the structures that nest one deeper than those of the round before. */
static bool check_depths(struct spec *spec, struct spec_model *model) {
    struct spec_shape *shapes = model->shapes.items;
    bool *is_found = spec_alloc(spec, model->shapes.count, sizeof *is_found);
    if (is_found == NULL)
        return false;
    for (unsigned round = 0; round < ANVIL_DEPTH_MAX; round++) {
        for (size_t i = 0; i < model->shapes.count; i++)
            is_found[i] = shapes[i].kind != ANVIL_KIND_STRUCTURE || is_finite(&shapes[i]);
        for (size_t i = 0; i < model->shapes.count; i++)
            shapes[i].is_finite = is_found[i];
    }
    for (size_t i = 0; i < model->shapes.count; i++)
        if (!shapes[i].is_finite)
            return spec_fail(spec, shapes[i].name,
                             "its required members lead back to it or nest deeper than %d, so no "
                             "value can be complete",
                             ANVIL_DEPTH_MAX);
    return true;
}

bool spec_resolve(struct spec *spec, const struct spec_options *options, struct spec_model *model) {
    struct spec_shape *shapes = model->shapes.items;
    for (size_t i = 0; i < model->shapes.count; i++)
        if (!unify_enum(spec, &shapes[i]))
            return false;
    for (size_t i = 0; i < model->shapes.count; i++)
        if (!tie_shape(spec, model, &shapes[i]))
            return false;
    return check_depths(spec, model) && spec_resolve_service(spec, options, model);
}

/* */
const struct spec_traits *spec_length_traits(const struct spec_member *member) {
    return member->traits.has_length ? &member->traits : &member->target.shape->traits;
}

const struct spec_traits *spec_range_traits(const struct spec_member *member) {
    return member->traits.has_range ? &member->traits : &member->target.shape->traits;
}

const char *spec_member_pattern(const struct spec_member *member) {
    return member->traits.pattern != NULL ? member->traits.pattern
                                          : member->target.shape->traits.pattern;
}

const struct spec_accepts *spec_member_accepts(const struct spec_member *member) {
    return member->traits.accepts != NULL ? member->traits.accepts
                                          : member->target.shape->traits.accepts;
}

enum anvil_timestamp_format spec_member_format(const struct spec_member *member) {
    return (enum anvil_timestamp_format)(
        member->traits.has_format ? member->traits.format : member->target.shape->traits.format);
}
