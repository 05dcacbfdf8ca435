/* SPDX-License-Identifier: Apache-2.0 */
/* JSON AST to model. Knows the form of a Smithy 2.0 JSON AST; shapes are read one by one and not
 * compared with each other. */
#include "model.h"

#include "apply.h"
#include "kinds.h"
#include "traits.h"

#include <stdlib.h>
#include <string.h>

/* The targets that a model may take from Smithy's prelude. */
static const struct {
    const char *id;
    int kind;
} prelude[] = {
    {"smithy.api#String", ANVIL_KIND_STRING},
    {"smithy.api#Unit", SPEC_KIND_UNIT},
};

/* Cuts an absolute shape ID in two. */
static bool split_id(struct spec *spec, const char *id, struct spec_shape *shape) {
    const char *hash = strchr(id, '#');
    if (hash == NULL || hash == id || hash[1] == '\0' || strchr(hash, '$') != NULL)
        return spec_fail(spec, id, "this is no absolute shape ID");
    shape->id = spec_copy(spec, id, strlen(id));
    shape->name = spec_copy(spec, hash + 1, strlen(hash + 1));
    shape->name_space = spec_copy(spec, id, (size_t)(hash - id));
    return shape->id != NULL && shape->name != NULL && shape->name_space != NULL;
}

/* Reads {"target": ID} at `key`; an absent one leaves the ID NULL. */
static bool load_target(struct spec *spec, const char *where, const json_t *object, const char *key,
                        struct spec_target *target) {
    const json_t *reference = json_object_get(object, key);
    target->id = NULL;
    return reference == NULL || spec_json_text(spec, where, reference, "target", true, &target->id);
}

static bool load_targets(struct spec *spec, const char *where, const json_t *object,
                         const char *key, struct spec_array *targets) {
    const json_t *list = json_object_get(object, key);
    if (list != NULL && !json_is_array(list))
        return spec_fail(spec, where, "\"%s\" must be a list", key);
    for (size_t i = 0; i < json_array_size(list); i++) {
        struct spec_target *target = spec_push(spec, targets, sizeof *target);
        if (target == NULL ||
            !spec_json_text(spec, where, json_array_get(list, i), "target", true, &target->id))
            return false;
    }
    return true;
}

static bool load_member(struct spec *spec, struct spec_shape *shape, const char *name,
                        json_t *object) {
    const char *where = spec_text(spec, "%s$%s", shape->name, name);
    struct spec_member *member = spec_push(spec, &shape->members, sizeof *member);
    const char *key;
    json_t *value;
    if (where == NULL || member == NULL)
        return false;
    json_object_foreach(object, key, value) {
        if (strcmp(key, "target") != 0 && strcmp(key, "traits") != 0)
            return spec_fail(spec, where, "the property \"%s\" is not supported", key);
    }
    member->name = spec_copy(spec, name, strlen(name));
    return member->name != NULL &&
           spec_json_text(spec, where, object, "target", true, &member->target.id) &&
           spec_read_traits(spec, where, json_object_get(object, "traits"), &member->traits);
}

static bool load_members(struct spec *spec, struct spec_shape *shape, json_t *object) {
    const char *name;
    json_t *value;
    json_t *item = json_object_get(object, "member");
    json_t *members = json_object_get(object, "members");
    if (shape->kind == ANVIL_KIND_LIST)
        return load_member(spec, shape, "member", item);
    if (members != NULL && !json_is_object(members))
        return spec_fail(spec, shape->name, "\"members\" must be an object");
    json_object_foreach(members, name, value) {
        if (!load_member(spec, shape, name, value))
            return false;
    }
    return true;
}

static bool load_shape(struct spec *spec, const char *id, json_t *object,
                       struct spec_shape *shape) {
    const char *type;
    const char *key;
    json_t *value;
    if (!split_id(spec, id, shape) ||
        !spec_json_text(spec, shape->name, object, "type", true, &type))
        return false;
    if (!spec_find_kind(type, &shape->kind))
        return spec_fail(spec, shape->name, "the shape type %s is not supported", type);
    json_object_foreach(object, key, value) {
        if (!spec_has_property(shape->kind, key))
            return spec_fail(spec, shape->name, "the property \"%s\" of a %s is not supported", key,
                             type);
    }
    return load_members(spec, shape, object) &&
           spec_json_text(spec, shape->name, object, "version", shape->kind == SPEC_KIND_SERVICE,
                          &shape->version) &&
           load_target(spec, shape->name, object, "input", &shape->input) &&
           load_target(spec, shape->name, object, "output", &shape->output) &&
           load_targets(spec, shape->name, object, "operations", &shape->operations) &&
           load_targets(spec, shape->name, object, "errors", &shape->errors) &&
           spec_read_traits(spec, shape->name, json_object_get(object, "traits"), &shape->traits);
}

static int by_id(const void *a, const void *b) {
    const struct spec_shape *left = a;
    const struct spec_shape *right = b;
    return strcmp(left->id, right->id);
}

static bool load_shapes(struct spec *spec, json_t *shapes, struct spec_model *model) {
    const char *id;
    json_t *object;
    json_object_foreach(shapes, id, object) {
        struct spec_shape *shape = spec_push(spec, &model->shapes, sizeof *shape);
        if (shape == NULL || !load_shape(spec, id, object, shape))
            return false;
    }
    for (size_t i = 0; i < sizeof prelude / sizeof *prelude; i++) {
        struct spec_shape *shape = spec_push(spec, &model->shapes, sizeof *shape);
        if (shape == NULL || !split_id(spec, prelude[i].id, shape))
            return false;
        shape->kind = prelude[i].kind;
        shape->traits.max = ANVIL_UNLIMITED;
    }
    qsort(model->shapes.items, model->shapes.count, sizeof(struct spec_shape), by_id);
    return true;
}

static bool load_root(struct spec *spec, json_t *root, struct spec_model *model) {
    const char *version;
    const char *key;
    json_t *value;
    json_t *shapes = json_object_get(root, "shapes");
    if (!spec_json_text(spec, "", root, "smithy", true, &version))
        return false;
    if (strcmp(version, "2.0") != 0 && strcmp(version, "2") != 0)
        return spec_fail(spec, "", "the JSON AST has version %s, 2.0 is supported", version);
    json_object_foreach(root, key, value) {
        if (strcmp(key, "smithy") != 0 && strcmp(key, "shapes") != 0 &&
            strcmp(key, "metadata") != 0)
            return spec_fail(spec, "", "the property \"%s\" of a model is not supported", key);
    }
    if (!json_is_object(shapes))
        return spec_fail(spec, "", "\"shapes\" must be an object");
    return spec_apply(spec, shapes) && load_shapes(spec, shapes, model);
}

bool spec_load(struct spec *spec, const char *text, size_t len, struct spec_model *model) {
    json_error_t error;
    json_t *root = json_loadb(text, len, JSON_REJECT_DUPLICATES, &error);
    bool is_good;
    memset(model, 0, sizeof *model);
    if (root == NULL)
        return spec_fail(spec, "", "line %d, column %d: %s", error.line, error.column, error.text);
    is_good = load_root(spec, root, model);
    json_decref(root);
    return is_good;
}

struct spec_shape *spec_find_shape(const struct spec_model *model, const char *id) {
    const struct spec_shape key = {.id = id};
    if (model->shapes.count == 0)
        return NULL;
    return bsearch(&key, model->shapes.items, model->shapes.count, sizeof key, by_id);
}
