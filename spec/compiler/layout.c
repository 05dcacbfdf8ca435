/* SPDX-License-Identifier: Apache-2.0 */
/* The order of the steps from a model to descriptors. */
#include "layout.h"

#include "layout_parts.h"

#include <string.h>

struct spec_object *spec_add_object(struct spec *spec, struct spec_array *list, const char *symbol,
                                    const void *descriptor, const struct spec_shape *source) {
    struct spec_object *object;
    if (symbol == NULL || descriptor == NULL)
        return NULL;
    object = spec_push(spec, list, sizeof *object);
    if (object == NULL)
        return NULL;
    object->symbol = symbol;
    object->descriptor = descriptor;
    object->source = source;
    return object;
}

struct anvil_str spec_str(const char *text) {
    return anvil_str_of(text, text == NULL ? 0 : strlen(text));
}

const struct spec_object *spec_object_of(const struct spec_array *list, const void *descriptor) {
    const struct spec_object *objects = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (objects[i].descriptor == descriptor)
            return &objects[i];
    return NULL;
}

const struct spec_object *spec_object_from(const struct spec_array *list,
                                           const struct spec_shape *source) {
    const struct spec_object *objects = list->items;
    for (size_t i = 0; i < list->count; i++)
        if (objects[i].source == source)
            return &objects[i];
    return NULL;
}

static bool is_enum(const struct spec_shape *shape) {
    return shape->kind == ANVIL_KIND_ENUM || shape->kind == ANVIL_KIND_INT_ENUM;
}

bool spec_layout(struct spec *spec, const struct spec_model *model,
                 const struct spec_options *options, struct spec_program *program) {
    struct spec_object *shapes;
    memset(program, 0, sizeof *program);
    if (!spec_find_obstacles(spec, model, options, program) ||
        !spec_layout_resources(spec, model, program) || !spec_reach(spec, model, program))
        return false;
    shapes = program->shapes.items;
    for (size_t i = 0; i < program->shapes.count; i++)
        if (is_enum(shapes[i].source) && !spec_layout_enum(spec, shapes[i].source, program))
            return false;
    for (size_t i = 0; i < program->shapes.count; i++)
        if (!spec_layout_shape(spec, program, &shapes[i]))
            return false;
    for (size_t i = 0; i < program->shapes.count; i++)
        if (!spec_layout_items(spec, &shapes[i]))
            return false;
    return spec_layout_service(spec, model, options, program);
}

bool spec_compile(struct spec *spec, const char *text, size_t len,
                  const struct spec_options *options, struct spec_program *program) {
    static const struct spec_options plain;
    struct spec_model model;
    if (options == NULL)
        options = &plain;
    return spec_load(spec, text, len, options, &model) && spec_resolve(spec, options, &model) &&
           spec_layout(spec, &model, options, program);
}
