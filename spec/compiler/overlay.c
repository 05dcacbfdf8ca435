/* SPDX-License-Identifier: Apache-2.0 */
/* Overlays: differences to a model that is already whole. spec/model/overlays/README.md says what
 * they may hold. */
#include "whole.h"

#include <string.h>

static const char removal[] = "anvil.overlay#remove";

static bool is_apply(const struct json *statement) {
    const struct json *type = json_get(statement, "type");
    return json_is(type, JSON_STRING) && strcmp(type->text, "apply") == 0;
}

static bool check_properties(struct spec *spec, const char *id, const struct json *object,
                             const char *first, const char *second) {
    for (size_t i = 0; i < json_count(object); i++) {
        const char *key = json_parts(object)[i].key;
        if (strcmp(key, first) != 0 && strcmp(key, second) != 0)
            return spec_fail(spec, id, "an overlay may not hold \"%s\" here", key);
    }
    return true;
}

/* Adds a shape, or puts it in the place of the one with its ID. */
static bool define(struct spec *spec, struct json *shapes, const struct json_part *statement) {
    const struct json *before = json_get(shapes, statement->key);
    if (json_get(statement->value, "mixins") != NULL)
        return spec_fail(spec, statement->key, "a definition of an overlay has no mixins");
    if (json_get(json_get(before, "traits"), "smithy.api#mixin") != NULL)
        return spec_fail(spec, statement->key, "a mixin is used up before overlays are applied");
    return json_set(spec, shapes, statement->key, statement->value);
}

bool spec_find_definition(struct spec *spec, const struct json *shapes, const char *id,
                          struct json **out) {
    const char *dollar = strchr(id, '$');
    const char *name = dollar == NULL ? id : spec_copy(spec, id, (size_t)(dollar - id));
    if (name == NULL)
        return false;
    *out = json_get(shapes, name);
    if (*out != NULL && dollar != NULL)
        *out = spec_find_part(*out, dollar + 1);
    return true;
}

static bool remove_traits(struct spec *spec, const char *id, struct json *own,
                          const struct json *given) {
    struct spec_array names = {NULL, 0, 0};
    const char *const *list;
    if (!json_get_texts(spec, id, given, removal, &names))
        return false;
    list = names.items;
    for (size_t i = 0; i < names.count; i++) {
        if (json_get(given, list[i]) != NULL)
            return spec_fail(spec, id, "the trait %s is both set and removed", list[i]);
        if (json_get(own, list[i]) == NULL)
            return spec_fail(spec, id, "the trait %s is to be removed and is not there", list[i]);
        json_remove(own, list[i]);
    }
    return true;
}

static bool apply(struct spec *spec, const struct json *shapes, const struct json_part *statement) {
    const struct json *given = json_get(statement->value, "traits");
    struct json *target = NULL;
    struct json *own;
    if (!check_properties(spec, statement->key, statement->value, "type", "traits") ||
        !spec_find_definition(spec, shapes, statement->key, &target))
        return false;
    if (target == NULL)
        return spec_fail(spec, statement->key, "the model has no such shape or member");
    if (!json_is(given, JSON_OBJECT))
        return spec_fail(spec, statement->key, "\"traits\" must be an object");
    own = spec_traits_of(spec, statement->key, target);
    if (own == NULL || !remove_traits(spec, statement->key, own, given))
        return false;
    for (size_t i = 0; i < json_count(given); i++) {
        const struct json_part *trait = &json_parts(given)[i];
        if (strcmp(trait->key, removal) != 0 && !json_set(spec, own, trait->key, trait->value))
            return false;
    }
    return true;
}

bool spec_apply_overlay(struct spec *spec, struct json *shapes, const struct json *overlay) {
    const struct json *statements = json_get(overlay, "shapes");
    if (!check_properties(spec, "", overlay, "smithy", "shapes"))
        return false;
    if (!json_is(statements, JSON_OBJECT))
        return spec_fail(spec, "", "\"shapes\" must be an object");
    for (size_t i = 0; i < json_count(statements); i++) {
        const struct json_part *statement = &json_parts(statements)[i];
        if (!json_is(statement->value, JSON_OBJECT))
            return spec_fail(spec, statement->key, "this is no object");
        if (!is_apply(statement->value) && !define(spec, shapes, statement))
            return false;
    }
    for (size_t i = 0; i < json_count(statements); i++) {
        const struct json_part *statement = &json_parts(statements)[i];
        if (is_apply(statement->value) && !apply(spec, shapes, statement))
            return false;
    }
    return true;
}
