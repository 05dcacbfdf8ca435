/* SPDX-License-Identifier: Apache-2.0 */
/* The default trait of a member in the C form of its kind. A trait on the target alone does
 * nothing: Smithy wants it on the member. */
#include "layout_parts.h"

#include "c_form.h"
#include "c_names.h"
#include "text/base64.h"
#include "text/integer.h"
#include "text/real.h"
#include "text/timestamp.h"

#include <string.h>

/* Any default in its C form. */
union value {
    struct anvil_boolean boolean;
    struct anvil_byte byte;
    struct anvil_short half;
    struct anvil_integer word;
    struct anvil_long wide;
    struct anvil_float single;
    struct anvil_double real;
    struct anvil_timestamp timestamp;
    struct anvil_str text;
    struct anvil_blob blob;
    struct anvil_list list;
};

static bool read_integer(const struct json *json, int kind, union value *value) {
    static const int64_t greatest[ANVIL_KIND_COUNT] = {
        [ANVIL_KIND_BYTE] = INT8_MAX,     [ANVIL_KIND_SHORT] = INT16_MAX,
        [ANVIL_KIND_INTEGER] = INT32_MAX, [ANVIL_KIND_INT_ENUM] = INT32_MAX,
        [ANVIL_KIND_LONG] = INT64_MAX,
    };
    const unsigned char *begin = (const unsigned char *)json->raw.ptr;
    int64_t max = greatest[kind];
    int64_t number;
    if (json->type != JSON_NUMBER ||
        anvil_integer_read(begin, begin + json->raw.len, -max - 1, max, &number) != ANVIL_OK)
        return false;
    /* Member by member, because whole structs are compared as bytes. */
    if (kind == ANVIL_KIND_BYTE) {
        value->byte.value = (int8_t)number;
        value->byte.is_set = true;
    } else if (kind == ANVIL_KIND_SHORT) {
        value->half.value = (int16_t)number;
        value->half.is_set = true;
    } else if (kind == ANVIL_KIND_LONG) {
        value->wide.value = number;
        value->wide.is_set = true;
    } else {
        value->word.value = (int32_t)number;
        value->word.is_set = true;
    }
    return true;
}

static bool read_real(const struct json *json, int kind, union value *value) {
    const unsigned char *begin = (const unsigned char *)json->raw.ptr;
    const unsigned char *end = begin + json->raw.len;
    if (json->type != JSON_NUMBER)
        return false;
    if (kind == ANVIL_KIND_FLOAT) {
        value->single.is_set = true;
        return anvil_float_read(begin, end, &value->single.value) == ANVIL_OK;
    }
    value->real.is_set = true;
    return anvil_double_read(begin, end, &value->real.value) == ANVIL_OK;
}

/* Whatever the member's format, a number is epoch seconds; a string is a date. */
static bool read_timestamp(const struct json *json, enum anvil_timestamp_format format,
                           union value *value) {
    bool is_date = json->type == JSON_STRING;
    struct anvil_timestamp read = {0, 0, false};
    const unsigned char *begin = (const unsigned char *)(is_date ? json->text : json->raw.ptr);
    const unsigned char *end = begin + (is_date ? json->bytes : json->raw.len);
    size_t offset;
    enum anvil_status status;
    if (!is_date && json->type != JSON_NUMBER)
        return false;
    if (!is_date)
        status = anvil_epoch_seconds_read(begin, end, &read);
    else if (format == ANVIL_HTTP_DATE)
        status = anvil_http_date_read(begin, end, true, &read, &offset);
    else
        status = anvil_date_time_read(begin, end, true, &read, &offset);
    value->timestamp.seconds = read.seconds;
    value->timestamp.nanoseconds = read.nanoseconds;
    value->timestamp.is_set = true;
    return status == ANVIL_OK;
}

static bool read_text(const struct json *json, union value *value) {
    if (json->type != JSON_STRING)
        return false;
    value->text = anvil_str_of(json->text, json->bytes);
    return true;
}

static bool read_enum(const struct json *json, const struct spec_shape *shape, union value *value) {
    const struct spec_value *values = shape->traits.values.items;
    if (!read_text(json, value))
        return false;
    for (size_t i = 0; i < shape->traits.values.count; i++)
        if (anvil_str_equal(value->text, spec_str(values[i].text)))
            return true;
    return false;
}

static bool read_blob(struct spec *spec, const struct json *json, union value *value) {
    const unsigned char *begin;
    unsigned char *bytes;
    size_t offset;
    if (json->type != JSON_STRING)
        return false;
    begin = (const unsigned char *)json->text;
    bytes = spec_alloc(spec, json->bytes + 1, 1);
    if (bytes == NULL)
        return false;
    value->blob.ptr = bytes;
    value->blob.len = anvil_base64_decoded_bytes(begin, begin + json->bytes);
    return anvil_base64_decode(begin, begin + json->bytes, bytes, &offset) == ANVIL_OK;
}

static bool read_big_number(const struct json *json, int kind, union value *value) {
    value->text = json->raw;
    if (json->type != JSON_NUMBER)
        return false;
    for (size_t i = 0; kind == ANVIL_KIND_BIG_INTEGER && i < json->raw.len; i++)
        if (strchr(".eE", json->raw.ptr[i]) != NULL)
            return false;
    return true;
}

/* Lists and maps can only be empty. */
static bool read_empty(const struct json *json, enum json_type type, union value *value) {
    static const char nothing[1] = "";
    value->list.items = nothing;
    return json->type == type && json->parts.count == 0;
}

static bool read_value(struct spec *spec, const struct spec_member *member, const struct json *json,
                       union value *value) {
    const struct spec_shape *target = member->target.shape;
    switch (target->kind) {
    case ANVIL_KIND_BOOLEAN:
        value->boolean.value = json->type == JSON_TRUE;
        value->boolean.is_set = true;
        return json->type == JSON_TRUE || json->type == JSON_FALSE;
    case ANVIL_KIND_BYTE:
    case ANVIL_KIND_SHORT:
    case ANVIL_KIND_INTEGER:
    case ANVIL_KIND_INT_ENUM:
    case ANVIL_KIND_LONG:
        return read_integer(json, target->kind, value);
    case ANVIL_KIND_FLOAT:
    case ANVIL_KIND_DOUBLE:
        return read_real(json, target->kind, value);
    case ANVIL_KIND_BIG_INTEGER:
    case ANVIL_KIND_BIG_DECIMAL:
        return read_big_number(json, target->kind, value);
    case ANVIL_KIND_TIMESTAMP:
        return read_timestamp(json, spec_member_format(member), value);
    case ANVIL_KIND_STRING:
        return read_text(json, value);
    case ANVIL_KIND_ENUM:
        return read_enum(json, target, value);
    case ANVIL_KIND_BLOB:
        return read_blob(spec, json, value);
    case ANVIL_KIND_DOCUMENT:
        value->text = json->raw;
        return true;
    case ANVIL_KIND_LIST:
        return read_empty(json, JSON_ARRAY, value);
    case ANVIL_KIND_MAP:
        return read_empty(json, JSON_OBJECT, value);
    default:
        return false;
    }
}

/* Text and blobs by what they point at, the others by their bytes: unused ones are zero. */
static bool is_same(int kind, const union value *a, const union value *b) {
    switch (kind) {
    case ANVIL_KIND_BLOB:
        return a->blob.len == b->blob.len && memcmp(a->blob.ptr, b->blob.ptr, a->blob.len) == 0;
    case ANVIL_KIND_STRING:
    case ANVIL_KIND_ENUM:
    case ANVIL_KIND_BIG_INTEGER:
    case ANVIL_KIND_BIG_DECIMAL:
    case ANVIL_KIND_DOCUMENT:
        return anvil_str_equal(a->text, b->text);
    default:
        return memcmp(a, b, spec_c_form(kind).size) == 0;
    }
}

bool spec_layout_default(struct spec *spec, const struct spec_shape *container,
                         const struct spec_member *member, struct spec_program *program,
                         const void **value) {
    const struct json *json = member->traits.default_value;
    const struct spec_shape *target = member->target.shape;
    const struct spec_object *objects = program->defaults.items;
    const char *before = spec_snake_case(spec, container->name);
    const char *name = spec_snake_case(spec, member->name);
    union value *made;
    *value = NULL;
    if (json == NULL || json->type == JSON_NULL)
        return true;
    made = spec_alloc(spec, 1, sizeof *made);
    if (made == NULL || before == NULL || name == NULL)
        return false;
    if (!read_value(spec, member, json, made))
        return spec_fail(spec, container->name, "the default of %s does not fit its type %s",
                         member->name, spec_kind_name(target->kind));
    for (size_t i = 0; i < program->defaults.count; i++) {
        if (objects[i].source->kind == target->kind &&
            is_same(target->kind, objects[i].descriptor, made)) {
            *value = objects[i].descriptor;
            return true;
        }
    }
    *value = made;
    return spec_add_object(spec, &program->defaults, spec_text(spec, "%s_%s_default", before, name),
                           made, target) != NULL;
}
