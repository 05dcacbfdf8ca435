/* SPDX-License-Identifier: Apache-2.0 */
/* JSON AST to model. Knows the form of a Smithy 2.0 JSON AST; shapes are read one by one and not
 * compared with each other. */
#include "model.h"

#include "kinds.h"
#include "traits.h"
#include "whole.h"

#include <stdlib.h>
#include <string.h>

/* The targets that a model may take from Smithy's prelude. */
static const struct {
    const char *id;
    int kind;
} prelude[] = {
    {"smithy.api#BigDecimal", ANVIL_KIND_BIG_DECIMAL},
    {"smithy.api#BigInteger", ANVIL_KIND_BIG_INTEGER},
    {"smithy.api#Blob", ANVIL_KIND_BLOB},
    {"smithy.api#Boolean", ANVIL_KIND_BOOLEAN},
    {"smithy.api#Byte", ANVIL_KIND_BYTE},
    {"smithy.api#Document", ANVIL_KIND_DOCUMENT},
    {"smithy.api#Double", ANVIL_KIND_DOUBLE},
    {"smithy.api#Float", ANVIL_KIND_FLOAT},
    {"smithy.api#Integer", ANVIL_KIND_INTEGER},
    {"smithy.api#Long", ANVIL_KIND_LONG},
    {"smithy.api#PrimitiveBoolean", ANVIL_KIND_BOOLEAN},
    {"smithy.api#PrimitiveByte", ANVIL_KIND_BYTE},
    {"smithy.api#PrimitiveDouble", ANVIL_KIND_DOUBLE},
    {"smithy.api#PrimitiveFloat", ANVIL_KIND_FLOAT},
    {"smithy.api#PrimitiveInteger", ANVIL_KIND_INTEGER},
    {"smithy.api#PrimitiveLong", ANVIL_KIND_LONG},
    {"smithy.api#PrimitiveShort", ANVIL_KIND_SHORT},
    {"smithy.api#Short", ANVIL_KIND_SHORT},
    {"smithy.api#String", ANVIL_KIND_STRING},
    {"smithy.api#Timestamp", ANVIL_KIND_TIMESTAMP},
    {SPEC_UNIT, ANVIL_KIND_STRUCTURE},
};

/* Tells whether a name is one in Smithy: underscores, a letter, letters and digits. */
static bool is_identifier(const char *name) {
    const char *letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    name += strspn(name, "_");
    if (*name == '\0' || strchr(letters, *name) == NULL)
        return false;
    while (*name == '_' || (*name >= '0' && *name <= '9') ||
           (*name != '\0' && strchr(letters, *name) != NULL))
        name++;
    return *name == '\0';
}

/* Cuts an absolute shape ID in two. */
static bool split_id(struct spec *spec, const char *id, struct spec_shape *shape) {
    const char *hash = strchr(id, '#');
    if (hash == NULL || hash == id || !is_identifier(hash + 1))
        return spec_fail(spec, id, "this is no absolute shape ID");
    shape->id = id;
    shape->name = hash + 1;
    shape->name_space = spec_copy(spec, id, (size_t)(hash - id));
    return shape->name_space != NULL;
}

/* Reads {"target": ID} at `key`; an absent one leaves the ID NULL. */
static bool load_target(struct spec *spec, const char *where, const struct json *object,
                        const char *key, struct spec_target *target) {
    const struct json *reference = json_get(object, key);
    target->id = NULL;
    return reference == NULL || json_get_text(spec, where, reference, "target", true, &target->id);
}

static bool add_target(struct spec *spec, const char *where, const struct json *reference,
                       struct spec_array *targets) {
    struct spec_target *target = spec_push(spec, targets, sizeof *target);
    return target != NULL && json_get_text(spec, where, reference, "target", true, &target->id);
}

static bool load_targets(struct spec *spec, const char *where, const struct json *object,
                         const char *key, struct spec_array *targets) {
    const struct json *list = json_get(object, key);
    if (list != NULL && list->type != JSON_ARRAY)
        return spec_fail(spec, where, "\"%s\" must be a list", key);
    for (size_t i = 0; i < json_count(list); i++)
        if (!add_target(spec, where, json_parts(list)[i].value, targets))
            return false;
    return true;
}

/* All operations of a resource belong to the service, whatever they are for. */
static bool load_lifecycle(struct spec *spec, const struct json *object, struct spec_shape *shape) {
    static const char *const keys[] = {"create", "put", "read", "update", "delete", "list"};
    if (shape->kind != SPEC_KIND_RESOURCE)
        return true;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct json *reference = json_get(object, keys[i]);
        if (reference != NULL && !add_target(spec, shape->name, reference, &shape->operations))
            return false;
    }
    return load_targets(spec, shape->name, object, "collectionOperations", &shape->operations);
}

static bool load_member(struct spec *spec, struct spec_shape *shape, const char *name,
                        const struct json *object) {
    const char *where = spec_text(spec, "%s$%s", shape->name, name);
    struct spec_member *member = spec_push(spec, &shape->members, sizeof *member);
    if (where == NULL || member == NULL)
        return false;
    if (!is_identifier(name))
        return spec_fail(spec, where, "the name of a member is no identifier");
    for (size_t i = 0; i < json_count(object); i++) {
        const char *key = json_parts(object)[i].key;
        if (key != NULL && strcmp(key, "target") != 0 && strcmp(key, "traits") != 0)
            return spec_fail(spec, where, "the property \"%s\" is not supported", key);
    }
    member->name = name;
    return json_get_text(spec, where, object, "target", true, &member->target.id) &&
           spec_read_traits(spec, where, json_get(object, "traits"), &member->traits);
}

static bool load_members(struct spec *spec, struct spec_shape *shape, const struct json *object) {
    const struct json *members = json_get(object, "members");
    if (shape->kind == ANVIL_KIND_LIST)
        return load_member(spec, shape, "member", json_get(object, "member"));
    if (shape->kind == ANVIL_KIND_MAP)
        return load_member(spec, shape, "key", json_get(object, "key")) &&
               load_member(spec, shape, "value", json_get(object, "value"));
    if (members != NULL && members->type != JSON_OBJECT)
        return spec_fail(spec, shape->name, "\"members\" must be an object");
    for (size_t i = 0; i < json_count(members); i++)
        if (!load_member(spec, shape, json_parts(members)[i].key, json_parts(members)[i].value))
            return false;
    return true;
}

static bool load_rename(struct spec *spec, const struct json *object, struct spec_shape *shape) {
    shape->rename = json_get(object, "rename");
    if (shape->rename != NULL && shape->rename->type != JSON_OBJECT)
        return spec_fail(spec, shape->name, "\"rename\" must be an object");
    for (size_t i = 0; i < json_count(shape->rename); i++) {
        const char *name;
        if (!json_get_text(spec, shape->name, shape->rename, json_parts(shape->rename)[i].key, true,
                           &name))
            return false;
        if (!is_identifier(name))
            return spec_fail(spec, shape->name, "rename: \"%s\" is no identifier", name);
    }
    return true;
}

static bool load_type(struct spec *spec, const struct json *object, struct spec_shape *shape) {
    const char *type;
    if (!json_get_text(spec, shape->name, object, "type", true, &type))
        return false;
    if (!spec_find_kind(type, &shape->kind))
        return spec_fail(spec, shape->name, "the shape type %s is not supported", type);
    for (size_t i = 0; i < json_count(object); i++)
        if (!spec_has_property(shape->kind, json_parts(object)[i].key))
            return spec_fail(spec, shape->name, "the property \"%s\" of a %s is not supported",
                             json_parts(object)[i].key, type);
    return true;
}

static bool load_shape(struct spec *spec, const char *id, const struct json *object,
                       struct spec_shape *shape) {
    if (!split_id(spec, id, shape) || !load_type(spec, object, shape) ||
        !load_members(spec, shape, object) ||
        !json_get_text(spec, shape->name, object, "version", false, &shape->version))
        return false;
    if (shape->version == NULL)
        shape->version = "";
    return load_target(spec, shape->name, object, "input", &shape->input) &&
           load_target(spec, shape->name, object, "output", &shape->output) &&
           load_targets(spec, shape->name, object, "operations", &shape->operations) &&
           load_lifecycle(spec, object, shape) &&
           load_targets(spec, shape->name, object, "resources", &shape->resources) &&
           load_targets(spec, shape->name, object, "errors", &shape->errors) &&
           load_rename(spec, object, shape) &&
           spec_read_traits(spec, shape->name, json_get(object, "traits"), &shape->traits);
}

static int by_id(const void *a, const void *b) {
    const struct spec_shape *left = a;
    const struct spec_shape *right = b;
    return strcmp(left->id, right->id);
}

static bool add_prelude(struct spec *spec, struct spec_model *model) {
    for (size_t i = 0; i < sizeof prelude / sizeof *prelude; i++) {
        struct spec_shape *shape = spec_push(spec, &model->shapes, sizeof *shape);
        if (shape == NULL || !split_id(spec, prelude[i].id, shape))
            return false;
        shape->kind = prelude[i].kind;
        shape->traits.max = ANVIL_UNLIMITED;
    }
    return true;
}

static bool load_shapes(struct spec *spec, const struct json *shapes, struct spec_model *model) {
    const struct spec_shape *sorted;
    for (size_t i = 0; i < json_count(shapes); i++) {
        struct spec_shape *shape = spec_push(spec, &model->shapes, sizeof *shape);
        if (shape == NULL ||
            !load_shape(spec, json_parts(shapes)[i].key, json_parts(shapes)[i].value, shape))
            return false;
    }
    if (!add_prelude(spec, model))
        return false;
    qsort(model->shapes.items, model->shapes.count, sizeof(struct spec_shape), by_id);
    sorted = model->shapes.items;
    for (size_t i = 1; i < model->shapes.count; i++)
        if (strcmp(sorted[i - 1].id, sorted[i].id) == 0)
            return spec_fail(spec, sorted[i].id, "the prelude defines this shape");
    return true;
}

/* Reads one file as far as every JSON AST is the same. */
static struct json *load_root(struct spec *spec, const char *text, size_t len) {
    struct json *root = json_read(spec, text, len);
    const char *version;
    if (root == NULL || !json_get_text(spec, "", root, "smithy", true, &version))
        return NULL;
    if (strcmp(version, "2.0") != 0 && strcmp(version, "2") != 0) {
        spec_fail(spec, "", "the JSON AST has version %s, 2.0 is supported", version);
        return NULL;
    }
    return root;
}

static bool check_root(struct spec *spec, const struct json *root) {
    for (size_t i = 0; i < json_count(root); i++) {
        const char *key = json_parts(root)[i].key;
        if (strcmp(key, "smithy") != 0 && strcmp(key, "shapes") != 0 &&
            strcmp(key, "metadata") != 0)
            return spec_fail(spec, "", "the property \"%s\" of a model is not supported", key);
    }
    if (!json_is(json_get(root, "shapes"), JSON_OBJECT))
        return spec_fail(spec, "", "\"shapes\" must be an object");
    return true;
}

static bool apply_overlays(struct spec *spec, struct json *shapes,
                           const struct spec_options *options) {
    for (size_t i = 0; i < options->overlay_count; i++) {
        const struct spec_file *file = &options->overlays[i];
        const struct json *overlay;
        spec->fault.overlay = i + 1;
        overlay = load_root(spec, file->text, file->len);
        if (overlay == NULL || !spec_apply_overlay(spec, shapes, overlay))
            return false;
    }
    spec->fault.overlay = 0;
    return true;
}

bool spec_load(struct spec *spec, const char *text, size_t len, const struct spec_options *options,
               struct spec_model *model) {
    struct json *root = load_root(spec, text, len);
    struct json *shapes;
    memset(model, 0, sizeof *model);
    if (root == NULL || !check_root(spec, root))
        return false;
    shapes = json_get(root, "shapes");
    return spec_make_whole(spec, shapes) && apply_overlays(spec, shapes, options) &&
           load_shapes(spec, shapes, model);
}

struct spec_shape *spec_find_shape(const struct spec_model *model, const char *id) {
    const struct spec_shape key = {.id = id};
    if (model->shapes.count == 0 || id == NULL)
        return NULL;
    return bsearch(&key, model->shapes.items, model->shapes.count, sizeof key, by_id);
}
