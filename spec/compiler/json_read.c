/* SPDX-License-Identifier: Apache-2.0 */
/* Text to JSON tree, with the engine's own tokens: what a model file may say is what a message may
 * say. */
#include "json_tree.h"

#include "anvil/status.h"
#include "scan/string.h"
#include "scan/token.h"

#include <stdlib.h>
#include <string.h>

struct reader {
    struct spec *spec;
    const unsigned char *begin;
    const unsigned char *p;
    const unsigned char *end;
    unsigned depth;
};

static struct json *read_value(struct reader *reader);

static bool fail_at(struct reader *reader, const unsigned char *at, const char *reason) {
    size_t line = 1;
    const unsigned char *row = reader->begin;
    for (const unsigned char *p = reader->begin; p < at; p++) {
        if (*p == '\n') {
            line++;
            row = p + 1;
        }
    }
    return spec_fail(reader->spec, "", "line %zu, byte %zu: %s", line, (size_t)(at - row) + 1,
                     reason);
}

static bool fail_token(struct reader *reader, const unsigned char *at, enum anvil_status status) {
    return fail_at(reader, at,
                   at == reader->end ? "the text ends too early" : anvil_status_text(status));
}

/* Moves behind white space; false at the end. */
static bool next_token(struct reader *reader) {
    reader->p = skip_space(reader->p, reader->end);
    return reader->p != reader->end || fail_at(reader, reader->p, "the text ends too early");
}

static bool expect(struct reader *reader, unsigned char byte, const char *reason) {
    if (!next_token(reader))
        return false;
    if (*reader->p != byte)
        return fail_at(reader, reader->p, reason);
    reader->p++;
    return true;
}

/* The string whose quote stands at reader->p. */
static char *read_text(struct reader *reader, size_t *bytes) {
    struct anvil_raw_string raw;
    const unsigned char *at = reader->p;
    const unsigned char *first = reader->p + 1;
    enum anvil_status status = anvil_string_scan(first, first, reader->end, &raw, &at);
    char *text;
    if (status != ANVIL_OK) {
        fail_token(reader, at, status);
        return NULL;
    }
    text = spec_alloc(reader->spec, (size_t)(raw.end - raw.begin) + 1, 1);
    if (text != NULL)
        *bytes = anvil_string_unescape(&raw, text);
    if (text != NULL)
        text[*bytes] = '\0';
    reader->p = raw.end + 1;
    return text;
}

static bool read_leaf(struct reader *reader, struct json *value) {
    const unsigned char *at = reader->p;
    const unsigned char *next = at;
    enum anvil_status status;
    if (*at == '"') {
        value->type = JSON_STRING;
        value->text = read_text(reader, &value->bytes);
        return value->text != NULL;
    }
    if (*at == '-' || (*at >= '0' && *at <= '9')) {
        value->type = JSON_NUMBER;
        status = anvil_scan_number(at, reader->end, &next);
    } else if (*at == 't' || *at == 'f' || *at == 'n') {
        value->type = *at == 't' ? JSON_TRUE : *at == 'f' ? JSON_FALSE : JSON_NULL;
        status = anvil_scan_literal(at, reader->end, &next);
    } else {
        return fail_at(reader, at, "a value is expected");
    }
    if (status != ANVIL_OK)
        return fail_token(reader, next, status);
    reader->p = next;
    return true;
}

/* A comma or the closing bracket; *is_closed tells which. */
static bool read_separator(struct reader *reader, unsigned char close, bool is_first,
                           bool *is_closed) {
    if (!next_token(reader))
        return false;
    *is_closed = *reader->p == close;
    if (*is_closed || is_first) {
        reader->p += *is_closed;
        return true;
    }
    return expect(reader, ',', "a comma or a closing bracket is expected");
}

static bool read_part(struct reader *reader, struct json *container) {
    struct json_part part = {NULL, NULL};
    struct json_part *slot;
    size_t bytes = 0;
    if (!next_token(reader))
        return false;
    if (container->type == JSON_OBJECT) {
        const unsigned char *at = reader->p;
        if (*at != '"')
            return fail_at(reader, at, "a key is expected");
        part.key = read_text(reader, &bytes);
        if (part.key == NULL || !expect(reader, ':', "a colon is expected"))
            return false;
        if (strlen(part.key) != bytes)
            return fail_at(reader, at, "a key holds U+0000");
    }
    part.value = read_value(reader);
    if (part.value == NULL)
        return false;
    slot = spec_push(reader->spec, &container->parts, sizeof *slot);
    if (slot != NULL)
        *slot = part;
    return slot != NULL;
}

static int by_key(const void *a, const void *b) {
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

static bool check_keys(struct reader *reader, const struct json *object) {
    const struct json_part *parts = json_parts(object);
    size_t count = object->parts.count;
    const char **keys = spec_alloc(reader->spec, count, sizeof *keys);
    if (keys == NULL)
        return false;
    for (size_t i = 0; i < count; i++)
        keys[i] = parts[i].key;
    if (count > 1)
        qsort(keys, count, sizeof *keys, by_key);
    for (size_t i = 1; i < count; i++)
        if (strcmp(keys[i - 1], keys[i]) == 0)
            return spec_fail(reader->spec, keys[i], "an object has this key twice");
    return true;
}

static bool read_container(struct reader *reader, struct json *value) {
    bool is_object = *reader->p == '{';
    bool is_closed = false;
    if (++reader->depth > JSON_DEPTH_MAX)
        return fail_at(reader, reader->p, "objects and arrays nest too deep");
    value->type = is_object ? JSON_OBJECT : JSON_ARRAY;
    reader->p++;
    for (bool is_first = true;; is_first = false) {
        if (!read_separator(reader, is_object ? '}' : ']', is_first, &is_closed))
            return false;
        if (is_closed)
            break;
        if (!read_part(reader, value))
            return false;
    }
    reader->depth--;
    return !is_object || check_keys(reader, value);
}

static struct json *read_value(struct reader *reader) {
    struct json *value = spec_alloc(reader->spec, 1, sizeof *value);
    const unsigned char *from;
    bool is_good;
    if (value == NULL || !next_token(reader))
        return NULL;
    from = reader->p;
    is_good =
        *from == '{' || *from == '[' ? read_container(reader, value) : read_leaf(reader, value);
    value->raw = anvil_str_of((const char *)from, (size_t)(reader->p - from));
    return is_good ? value : NULL;
}

struct json *json_read(struct spec *spec, const char *text, size_t len) {
    const unsigned char *begin = (const unsigned char *)text;
    struct reader reader = {spec, begin, begin, begin + len, 0};
    struct json *value = read_value(&reader);
    if (value == NULL)
        return NULL;
    reader.p = skip_space(reader.p, reader.end);
    if (reader.p != reader.end) {
        fail_at(&reader, reader.p, "nothing may follow the model");
        return NULL;
    }
    return value;
}
