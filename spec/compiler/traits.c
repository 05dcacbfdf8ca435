/* SPDX-License-Identifier: Apache-2.0 */
/* One row for each trait that the compiler understands: where it may stand and how it is read. */
#include "traits.h"

#include "inert_traits.h"
#include "service_traits.h"

#include <inttypes.h>
#include <string.h>

#define KIND(name) (1u << ANVIL_KIND_##name)
#define ANY_DATA ((1u << ANVIL_KIND_COUNT) - 1u)
#define SERVICE (1u << SPEC_KIND_SERVICE)
#define UNIT (1u << SPEC_KIND_UNIT)

typedef bool read_trait(struct spec *spec, const char *where, const json_t *value,
                        struct spec_traits *traits);

static bool read_required(struct spec *spec, const char *where, const json_t *value,
                          struct spec_traits *traits) {
    (void)spec, (void)where, (void)value;
    traits->is_required = true;
    return true;
}

static bool read_token(struct spec *spec, const char *where, const json_t *value,
                       struct spec_traits *traits) {
    (void)spec, (void)where, (void)value;
    traits->is_token = true;
    return true;
}

static bool read_bound(struct spec *spec, const char *where, const json_t *value, const char *key,
                       uint64_t *bound) {
    const json_t *number = json_object_get(value, key);
    if (number == NULL)
        return true;
    if (!json_is_integer(number) || json_integer_value(number) < 0)
        return spec_fail(spec, where, "length: \"%s\" must be a whole number of 0 or more", key);
    *bound = (uint64_t)json_integer_value(number);
    return true;
}

static bool read_length(struct spec *spec, const char *where, const json_t *value,
                        struct spec_traits *traits) {
    traits->has_length = true;
    if (json_object_get(value, "min") == NULL && json_object_get(value, "max") == NULL)
        return spec_fail(spec, where, "length: neither \"min\" nor \"max\" is given");
    if (!read_bound(spec, where, value, "min", &traits->min) ||
        !read_bound(spec, where, value, "max", &traits->max))
        return false;
    if (traits->min > traits->max)
        return spec_fail(spec, where, "length: min %" PRIu64 " is above max %" PRIu64, traits->min,
                         traits->max);
    return true;
}

static bool read_text(struct spec *spec, const char *where, const char *name, const json_t *value,
                      const char **out) {
    if (!json_is_string(value))
        return spec_fail(spec, where, "%s: a string is expected", name);
    *out = spec_copy(spec, json_string_value(value), json_string_length(value));
    return *out != NULL;
}

static bool read_pattern(struct spec *spec, const char *where, const json_t *value,
                         struct spec_traits *traits) {
    return read_text(spec, where, "pattern", value, &traits->pattern);
}

static bool read_enum_value(struct spec *spec, const char *where, const json_t *value,
                            struct spec_traits *traits) {
    return read_text(spec, where, "enumValue", value, &traits->enum_value);
}

static bool read_enum(struct spec *spec, const char *where, const json_t *value,
                      struct spec_traits *traits) {
    if (json_array_size(value) == 0)
        return spec_fail(spec, where, "enum: a list of values is expected");
    for (size_t i = 0; i < json_array_size(value); i++) {
        const json_t *item = json_array_get(value, i);
        struct spec_value *slot = spec_push(spec, &traits->values, sizeof *slot);
        if (slot == NULL || !spec_json_text(spec, where, item, "value", true, &slot->text) ||
            !spec_json_text(spec, where, item, "name", false, &slot->name))
            return false;
        if (slot->name == NULL)
            slot->name = slot->text;
    }
    return true;
}

static bool read_error(struct spec *spec, const char *where, const json_t *value,
                       struct spec_traits *traits) {
    if (!read_text(spec, where, "error", value, &traits->fault))
        return false;
    if (strcmp(traits->fault, "client") != 0 && strcmp(traits->fault, "server") != 0)
        return spec_fail(spec, where, "error: \"client\" or \"server\" is expected");
    return true;
}

static bool read_http_error(struct spec *spec, const char *where, const json_t *value,
                            struct spec_traits *traits) {
    json_int_t status = json_integer_value(value);
    if (!json_is_integer(value) || status < 400 || status > 599)
        return spec_fail(spec, where, "httpError: a status of 400 to 599 is expected");
    traits->http_error = (uint16_t)status;
    return true;
}

static bool read_retryable(struct spec *spec, const char *where, const json_t *value,
                           struct spec_traits *traits) {
    const json_t *throttling = json_object_get(value, "throttling");
    if (!json_is_object(value) || (throttling != NULL && !json_is_boolean(throttling)))
        return spec_fail(spec, where,
                         "retryable: an object with a boolean \"throttling\" is "
                         "expected");
    traits->is_retryable = true;
    traits->is_throttling = json_is_true(throttling);
    return true;
}

static const struct {
    const char *id;
    unsigned on_shapes;  /* kinds that may carry it */
    unsigned on_members; /* kinds that the target of a member may have that carries it */
    read_trait *read;
} trait_table[] = {
    {"smithy.api#required", 0, ANY_DATA, read_required},
    {"smithy.api#idempotencyToken", 0, KIND(STRING), read_token},
    {"smithy.api#length", KIND(STRING) | KIND(LIST), KIND(STRING) | KIND(LIST), read_length},
    {"smithy.api#pattern", KIND(STRING), KIND(STRING), read_pattern},
    {"smithy.api#enum", KIND(ENUM), 0, read_enum},
    {"smithy.api#enumValue", 0, UNIT, read_enum_value},
    {"smithy.api#error", KIND(STRUCTURE), 0, read_error},
    {"smithy.api#httpError", KIND(STRUCTURE), 0, read_http_error},
    {"smithy.api#retryable", KIND(STRUCTURE), 0, read_retryable},
    {"aws.api#service", SERVICE, 0, spec_read_aws_service},
    {"aws.auth#sigv4", SERVICE, 0, spec_read_sigv4},
    {"aws.protocols#awsJson1_0", SERVICE, 0, spec_read_aws_json_1_0},
    {"aws.protocols#awsJson1_1", SERVICE, 0, spec_read_aws_json_1_1},
    {"anvil.identity#resources", SERVICE, 0, spec_read_resources},
    {"anvil.identity#accepts", KIND(STRING), 0, spec_read_accepts},
    {"anvil.identity#country", KIND(STRING), 0, spec_read_country},
};

#define TRAIT_COUNT (sizeof trait_table / sizeof *trait_table)

static size_t find_trait(const char *id) {
    size_t row = 0;
    while (row < TRAIT_COUNT && strcmp(trait_table[row].id, id) != 0)
        row++;
    return row;
}

bool spec_read_traits(struct spec *spec, const char *where, json_t *object,
                      struct spec_traits *traits) {
    const char *id;
    json_t *value;
    traits->max = ANVIL_UNLIMITED;
    if (object == NULL)
        return true;
    if (!json_is_object(object))
        return spec_fail(spec, where, "\"traits\" must be an object");
    json_object_foreach(object, id, value) {
        size_t row = find_trait(id);
        if (row == TRAIT_COUNT) {
            if (spec_is_inert_trait(id))
                continue;
            return spec_fail(spec, where, "the trait %s is not supported", id);
        }
        traits->given |= UINT64_C(1) << row;
        if (!trait_table[row].read(spec, where, value, traits))
            return false;
    }
    return true;
}

bool spec_check_traits(struct spec *spec, const char *where, const struct spec_traits *traits,
                       int kind, bool on_member) {
    for (size_t row = 0; row < TRAIT_COUNT; row++) {
        unsigned kinds = on_member ? trait_table[row].on_members : trait_table[row].on_shapes;
        if ((traits->given >> row & 1) != 0 && (kinds >> kind & 1) == 0)
            return spec_fail(spec, where, "the trait %s has no meaning on a %s%s",
                             trait_table[row].id, on_member ? "member of type " : "",
                             spec_kind_name(kind));
    }
    return true;
}
