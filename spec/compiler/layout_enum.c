/* SPDX-License-Identifier: Apache-2.0 */
/* The values of an enum and the names of their codes. */
#include "layout_parts.h"

#include "c_names.h"

#include <string.h>

/* The two codes that every enum has besides its values, and the values before this one. */
static bool is_taken(const char *const *names, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return true;
    return strcmp(name, "UNKNOWN") == 0 || strcmp(name, "ABSENT") == 0;
}

bool spec_layout_enum(struct spec *spec, const struct spec_shape *shape,
                      struct spec_program *program) {
    const struct spec_value *source = shape->traits.values.items;
    size_t count = shape->traits.values.count;
    struct anvil_enum *descriptor = spec_alloc(spec, 1, sizeof *descriptor);
    struct anvil_str *values = spec_alloc(spec, count, sizeof *values);
    const char **names = spec_alloc(spec, count, sizeof *names);
    struct spec_object *object;
    if (count > INT16_MAX)
        return spec_fail(spec, shape->name, "the enum has too many values");
    if (descriptor == NULL || values == NULL || names == NULL)
        return false;
    for (size_t i = 0; i < count; i++) {
        values[i] = spec_str(source[i].text);
        names[i] = spec_upper_case(spec, source[i].name);
        if (names[i] == NULL)
            return false;
        if (is_taken(names, i, names[i]))
            return spec_fail(spec, shape->name, "two codes of the enum would be called %s",
                             names[i]);
    }
    descriptor->values = values;
    descriptor->count = (uint16_t)count;
    object = spec_add_object(spec, &program->enums, spec_snake_case(spec, shape->name), descriptor,
                             shape);
    if (object == NULL)
        return false;
    object->names = names;
    return true;
}
