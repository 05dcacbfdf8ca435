/* SPDX-License-Identifier: Apache-2.0 */
/* Typed access to the JSON of a model. Knows JSON types; knows no property by name. */
#include "traits.h"

bool spec_json_text(struct spec *spec, const char *where, const json_t *object, const char *key,
                    bool is_needed, const char **out) {
    const json_t *value = json_object_get(object, key);
    *out = NULL;
    if (value == NULL && !is_needed)
        return true;
    if (!json_is_string(value))
        return spec_fail(spec, where, "\"%s\" must be a string", key);
    *out = spec_copy(spec, json_string_value(value), json_string_length(value));
    return *out != NULL;
}

bool spec_json_names(struct spec *spec, const char *where, const json_t *object, const char *key,
                     struct spec_array *out) {
    const json_t *list = json_object_get(object, key);
    if (list == NULL)
        return true;
    if (!json_is_array(list))
        return spec_fail(spec, where, "\"%s\" must be a list of strings", key);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *item = json_array_get(list, i);
        const char **slot;
        if (!json_is_string(item))
            return spec_fail(spec, where, "\"%s\" must be a list of strings", key);
        slot = spec_push(spec, out, sizeof *slot);
        if (slot == NULL)
            return false;
        *slot = spec_copy(spec, json_string_value(item), json_string_length(item));
        if (*slot == NULL)
            return false;
    }
    return true;
}
