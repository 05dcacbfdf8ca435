/* SPDX-License-Identifier: Apache-2.0 */
/* Traits given from outside: {"ns#Shape$member": {"type": "apply", "traits": {...}}}. They are
 * moved before the model is read, so that nothing else needs to know of them. */
#include "apply.h"

#include <string.h>

/* The member's JSON object, or NULL; `name` is what follows the dollar sign. */
static json_t *find_member(const json_t *shape, const char *name) {
    json_t *member = json_object_get(json_object_get(shape, "members"), name);
    if (member != NULL)
        return member;
    if (strcmp(name, "member") == 0 || strcmp(name, "key") == 0 || strcmp(name, "value") == 0)
        return json_object_get(shape, name);
    return NULL;
}

static bool move_traits(struct spec *spec, const char *id, const json_t *statement,
                        json_t *target) {
    json_t *traits = json_object_get(statement, "traits");
    json_t *own = json_object_get(target, "traits");
    const char *trait;
    json_t *value;
    if (own == NULL) {
        own = json_object();
        if (json_object_set_new(target, "traits", own) != 0)
            return spec_fail(spec, id, "out of memory");
    }
    json_object_foreach(traits, trait, value) {
        if (json_object_get(own, trait) != NULL && !json_equal(json_object_get(own, trait), value))
            return spec_fail(spec, id, "apply: the trait %s is already there", trait);
        if (json_object_set(own, trait, value) != 0)
            return spec_fail(spec, id, "out of memory");
    }
    return true;
}

static bool apply_one(struct spec *spec, json_t *shapes, const char *id, const json_t *statement) {
    const char *dollar = strchr(id, '$');
    char *shape_id = spec_copy(spec, id, dollar == NULL ? strlen(id) : (size_t)(dollar - id));
    json_t *target;
    if (shape_id == NULL)
        return false;
    target = dollar == NULL ? NULL : find_member(json_object_get(shapes, shape_id), dollar + 1);
    if (target == NULL)
        return spec_fail(spec, id, "apply: the model has no such member");
    return move_traits(spec, id, statement, target);
}

bool spec_apply(struct spec *spec, json_t *shapes) {
    void *next;
    const char *id;
    json_t *statement;
    json_object_foreach_safe(shapes, next, id, statement) {
        const char *type = json_string_value(json_object_get(statement, "type"));
        if (type == NULL || strcmp(type, "apply") != 0)
            continue;
        if (!apply_one(spec, shapes, id, statement))
            return false;
        json_object_del(shapes, id);
    }
    return true;
}
