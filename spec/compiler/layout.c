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

bool spec_layout(struct spec *spec, const struct spec_model *model, const char *sha256,
                 struct spec_program *program) {
    struct spec_object *shapes;
    memset(program, 0, sizeof *program);
    if (!spec_layout_resources(spec, model, program) || !spec_reach(spec, model, program))
        return false;
    shapes = program->shapes.items;
    for (size_t i = 0; i < program->shapes.count; i++)
        if (shapes[i].source->kind == ANVIL_KIND_ENUM &&
            !spec_layout_enum(spec, shapes[i].source, program))
            return false;
    for (size_t i = 0; i < program->shapes.count; i++)
        if (!spec_layout_shape(spec, program, &shapes[i]))
            return false;
    return spec_layout_service(spec, model, sha256, program) && spec_check_symbols(spec, program);
}

bool spec_compile(struct spec *spec, const char *text, size_t len, const char *sha256,
                  struct spec_program *program) {
    struct spec_model model;
    return spec_load(spec, text, len, &model) && spec_resolve(spec, &model) &&
           spec_layout(spec, &model, sha256, program);
}
