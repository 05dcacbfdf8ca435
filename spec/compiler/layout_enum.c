/* SPDX-License-Identifier: Apache-2.0 */
/* The values of enums and intEnums. */
#include "layout_parts.h"

#include "c_names.h"

#include <string.h>

static bool add_texts(struct spec *spec, const struct spec_shape *shape,
                      struct spec_program *program) {
    const struct spec_value *source = shape->traits.values.items;
    size_t count = shape->traits.values.count;
    struct anvil_enum *descriptor = spec_alloc(spec, 1, sizeof *descriptor);
    uint16_t *ends = spec_alloc(spec, count, sizeof *ends);
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        bytes += strlen(source[i].text);
    if (bytes > UINT16_MAX)
        return spec_fail(spec, shape->name, "the values of the enum are longer than %d bytes",
                         UINT16_MAX);
    char *text = spec_alloc(spec, bytes + 1, 1);
    if (descriptor == NULL || ends == NULL || text == NULL)
        return false;
    descriptor->text = text;
    descriptor->ends = ends;
    descriptor->count = (uint16_t)count;
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(source[i].text);
        memcpy(text, source[i].text, len);
        text += len;
        ends[i] = (uint16_t)(text - descriptor->text);
    }
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
