/* SPDX-License-Identifier: Apache-2.0 */
/* Looking into a JSON tree and changing it. Knows JSON types; knows no property by name. */
#include "json_tree.h"

#include <string.h>

bool json_is(const struct json *value, enum json_type type) {
    return value != NULL && value->type == type;
}

size_t json_count(const struct json *value) {
    return value == NULL ? 0 : value->parts.count;
}

const struct json_part *json_parts(const struct json *value) {
    return value == NULL ? NULL : value->parts.items;
}

static struct json_part *find(const struct json *object, const char *key) {
    struct json_part *parts;
    if (!json_is(object, JSON_OBJECT))
        return NULL;
    parts = object->parts.items;
    for (size_t i = 0; i < object->parts.count; i++)
        if (strcmp(parts[i].key, key) == 0)
            return &parts[i];
    return NULL;
}

struct json *json_get(const struct json *object, const char *key) {
    const struct json_part *part = find(object, key);
    return part == NULL ? NULL : part->value;
}

bool json_set(struct spec *spec, struct json *object, const char *key, struct json *value) {
    struct json_part *part = find(object, key);
    if (part == NULL)
        part = spec_push(spec, &object->parts, sizeof *part);
    if (part == NULL)
        return false;
    part->key = key;
    part->value = value;
    return true;
}

void json_remove(struct json *object, const char *key) {
    struct json_part *part = find(object, key);
    struct json_part *end = (struct json_part *)object->parts.items + object->parts.count;
    if (part == NULL)
        return;
    memmove(part, part + 1, (size_t)(end - part - 1) * sizeof *part);
    object->parts.count--;
}

bool json_append(struct spec *spec, struct json *array, struct json *value) {
    struct json_part *part = spec_push(spec, &array->parts, sizeof *part);
    if (part == NULL)
        return false;
    part->value = value;
    return true;
}

struct json *json_make(struct spec *spec, enum json_type type) {
    struct json *value = spec_alloc(spec, 1, sizeof *value);
    if (value != NULL)
        value->type = type;
    return value;
}

struct json *json_copy(struct spec *spec, const struct json *value) {
    struct json *copy = json_make(spec, value->type);
    if (copy == NULL)
        return NULL;
    *copy = *value;
    copy->parts = (struct spec_array){NULL, 0, 0};
    for (size_t i = 0; i < value->parts.count; i++) {
        struct json_part *part = spec_push(spec, &copy->parts, sizeof *part);
        if (part == NULL)
            return NULL;
        *part = json_parts(value)[i];
    }
    return copy;
}

static bool is_same_leaf(const struct json *a, const struct json *b) {
    if (a->type == JSON_NUMBER)
        return anvil_str_equal(a->raw, b->raw);
    return a->type != JSON_STRING ||
           (a->bytes == b->bytes && memcmp(a->text, b->text, a->bytes) == 0);
}

/* The depth of the tree is bounded, so recursion is. */
bool json_equal(const struct json *a, const struct json *b) {
    if (a == NULL || b == NULL)
        return a == b;
    if (a->type != b->type || a->parts.count != b->parts.count || !is_same_leaf(a, b))
        return false;
    for (size_t i = 0; i < a->parts.count; i++) {
        const struct json_part *part = &json_parts(a)[i];
        const struct json *other =
            part->key == NULL ? json_parts(b)[i].value : json_get(b, part->key);
        if (!json_equal(part->value, other))
            return false;
    }
    return true;
}

static const char *text_of(struct spec *spec, const char *where, const struct json *value,
                           const char *what) {
    if (!json_is(value, JSON_STRING)) {
        spec_fail(spec, where, "\"%s\" must be %s", what, "a string");
        return NULL;
    }
    if (strlen(value->text) != value->bytes) {
        spec_fail(spec, where, "\"%s\" holds U+0000, which is not supported", what);
        return NULL;
    }
    return value->text;
}

bool json_get_text(struct spec *spec, const char *where, const struct json *object, const char *key,
                   bool is_needed, const char **out) {
    const struct json *value = json_get(object, key);
    *out = NULL;
    if (value == NULL && !is_needed)
        return true;
    *out = text_of(spec, where, value, key);
    return *out != NULL;
}

bool json_get_texts(struct spec *spec, const char *where, const struct json *object,
                    const char *key, struct spec_array *out) {
    const struct json *list = json_get(object, key);
    if (list == NULL)
        return true;
    if (list->type != JSON_ARRAY)
        return spec_fail(spec, where, "\"%s\" must be a list of strings", key);
    for (size_t i = 0; i < list->parts.count; i++) {
        const char *text = text_of(spec, where, json_parts(list)[i].value, key);
        const char **slot = text == NULL ? NULL : spec_push(spec, out, sizeof *slot);
        if (slot == NULL)
            return false;
        *slot = text;
    }
    return true;
}

bool json_get_boolean(struct spec *spec, const char *where, const struct json *object,
                      const char *key, bool *out) {
    const struct json *value = json_get(object, key);
    *out = json_is(value, JSON_TRUE);
    if (value != NULL && value->type != JSON_TRUE && value->type != JSON_FALSE)
        return spec_fail(spec, where, "\"%s\" must be true or false", key);
    return true;
}
