/* SPDX-License-Identifier: Apache-2.0 */
/* A JSON text in memory: what a model is before anybody knows what its parts mean. Numbers keep
 * their text, because bounds and defaults may be greater or finer than any C number. */
#ifndef SPEC_JSON_TREE_H
#define SPEC_JSON_TREE_H

#include "anvil/str.h"
#include "spec.h"

/* How deep objects and arrays may nest. */
#define JSON_DEPTH_MAX 128

enum json_type {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT
};

struct json {
    enum json_type type;
    bool is_inherited;       /* an object that a mixin gave: its traits may be replaced */
    struct anvil_str raw;    /* the value as it stands in the text, quotes and all */
    const char *text;        /* strings: what they say, terminated */
    size_t bytes;            /* strings: the length of `text` */
    struct spec_array parts; /* arrays and objects: struct json_part, in order */
};

/* One item of an array or one entry of an object. */
struct json_part {
    const char *key; /* terminated; NULL in an array */
    struct json *value;
};

/* Reads one JSON text (RFC 8259, no key twice, no U+0000 in a key), which has to outlive the
 * context. NULL with a fault that says where. */
struct json *json_read(struct spec *spec, const char *text, size_t len);

/* Tells whether a value is there and of a type. */
bool json_is(const struct json *value, enum json_type type);

/* The items or entries; none for other values and for NULL. */
size_t json_count(const struct json *value);
const struct json_part *json_parts(const struct json *value);

/* The value of a key; NULL without one, and for what is no object. */
struct json *json_get(const struct json *object, const char *key);

/* Adds or replaces an entry; false with a fault. */
bool json_set(struct spec *spec, struct json *object, const char *key, struct json *value);

/* Takes an entry away, if it is there; the others keep their order. */
void json_remove(struct json *object, const char *key);

/* Appends an item to an array; false with a fault. */
bool json_append(struct spec *spec, struct json *array, struct json *value);

/* An empty array or object; NULL with a fault. */
struct json *json_make(struct spec *spec, enum json_type type);

/* A copy whose parts can be added to and taken away without changing the original; the parts
 * themselves are shared. NULL with a fault. */
struct json *json_copy(struct spec *spec, const struct json *value);

/* Tells whether two values mean the same; numbers are compared by their text. */
bool json_equal(const struct json *a, const struct json *b);

/* Typed access with faults that name the property: a string, which is terminated and holds no
 * U+0000, and a list of them (const char *). An absent one is no fault unless `is_needed`. */
bool json_get_text(struct spec *spec, const char *where, const struct json *object, const char *key,
                   bool is_needed, const char **out);
bool json_get_texts(struct spec *spec, const char *where, const struct json *object,
                    const char *key, struct spec_array *out);

/* The same for a boolean, false when it is absent. */
bool json_get_boolean(struct spec *spec, const char *where, const struct json *object,
                      const char *key, bool *out);

#endif
