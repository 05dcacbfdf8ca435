/* SPDX-License-Identifier: Apache-2.0 */
/* The values of enums and intEnums. */
#include "layout_parts.h"

#include "c_names.h"

static bool add_texts(struct spec *spec, const struct spec_shape *shape,
                      struct spec_program *program) {
    const struct spec_value *source = shape->traits.values.items;
    size_t count = shape->traits.values.count;
    struct anvil_enum *descriptor = spec_alloc(spec, 1, sizeof *descriptor);
    struct anvil_str *values = spec_alloc(spec, count, sizeof *values);
    if (descriptor == NULL || values == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        values[i] = spec_str(source[i].text);
    descriptor->values = values;
    descriptor->count = (uint16_t)count;
    return spec_add_object(spec, &program->enums, spec_snake_case(spec, shape->name), descriptor,
                           shape) != NULL;
}

static bool add_numbers(struct spec *spec, const struct spec_shape *shape,
                        struct spec_program *program) {
    const struct spec_value *source = shape->traits.values.items;
    size_t count = shape->traits.values.count;
    struct anvil_int_enum *descriptor = spec_alloc(spec, 1, sizeof *descriptor);
    int32_t *values = spec_alloc(spec, count, sizeof *values);
    if (descriptor == NULL || values == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        values[i] = source[i].number;
    descriptor->values = values;
    descriptor->count = (uint16_t)count;
    return spec_add_object(spec, &program->int_enums, spec_snake_case(spec, shape->name),
                           descriptor, shape) != NULL;
}

bool spec_layout_enum(struct spec *spec, const struct spec_shape *shape,
                      struct spec_program *program) {
    return shape->kind == ANVIL_KIND_INT_ENUM ? add_numbers(spec, shape, program)
                                              : add_texts(spec, shape, program);
}
