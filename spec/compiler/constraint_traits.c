/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the traits that say which values are good, and what they look like. Values are compared
 * with the shapes they stand on elsewhere. */
#include "read_trait.h"

#include "text/decimal_order.h"
#include "text/integer.h"

#include <inttypes.h>
#include <string.h>

static bool read_text(struct spec *spec, const char *where, const char *name,
                      const struct json *value, const char **out) {
    if (!json_is(value, JSON_STRING) || strlen(value->text) != value->bytes)
        return spec_fail(spec, where, "%s: a string is expected", name);
    *out = value->text;
    return true;
}

static bool read_bound(struct spec *spec, const char *where, const struct json *value,
                       const char *key, uint64_t *bound) {
    const struct json *number = json_get(value, key);
    const unsigned char *begin;
    int64_t whole = -1;
    if (number == NULL)
        return true;
    begin = (const unsigned char *)number->raw.ptr;
    if (number->type != JSON_NUMBER ||
        anvil_integer_read(begin, begin + number->raw.len, 0, INT64_MAX, &whole) != ANVIL_OK)
        return spec_fail(spec, where, "length: \"%s\" must be a whole number of 0 or more", key);
    *bound = (uint64_t)whole;
    return true;
}

bool spec_read_length(struct spec *spec, const char *where, const struct json *value,
                      struct spec_traits *traits) {
    traits->has_length = true;
    if (json_get(value, "min") == NULL && json_get(value, "max") == NULL)
        return spec_fail(spec, where, "length: neither \"min\" nor \"max\" is given");
    if (!read_bound(spec, where, value, "min", &traits->min) ||
        !read_bound(spec, where, value, "max", &traits->max))
        return false;
    if (traits->min > traits->max)
        return spec_fail(spec, where, "length: min %" PRIu64 " is above max %" PRIu64, traits->min,
                         traits->max);
    return true;
}

static bool read_number(struct spec *spec, const char *where, const struct json *value,
                        const char *key, struct anvil_str *out) {
    const struct json *number = json_get(value, key);
    if (number != NULL && number->type != JSON_NUMBER)
        return spec_fail(spec, where, "range: \"%s\" must be a number", key);
    if (number != NULL)
        *out = number->raw;
    return true;
}

bool spec_read_range(struct spec *spec, const char *where, const struct json *value,
                     struct spec_traits *traits) {
    traits->has_range = true;
    if (!read_number(spec, where, value, "min", &traits->range_min) ||
        !read_number(spec, where, value, "max", &traits->range_max))
        return false;
    if (traits->range_min.ptr == NULL && traits->range_max.ptr == NULL)
        return spec_fail(spec, where, "range: neither \"min\" nor \"max\" is given");
    if (traits->range_min.ptr != NULL && traits->range_max.ptr != NULL &&
        anvil_decimal_compare(traits->range_min, traits->range_max) > 0)
        return spec_fail(spec, where, "range: min is above max");
    return true;
}

bool spec_read_pattern(struct spec *spec, const char *where, const struct json *value,
                       struct spec_traits *traits) {
    return read_text(spec, where, "pattern", value, &traits->pattern);
}

bool spec_read_enum_value(struct spec *spec, const char *where, const struct json *value,
                          struct spec_traits *traits) {
    if (value->type != JSON_NUMBER && value->type != JSON_STRING)
        return spec_fail(spec, where, "enumValue: a string or a number is expected");
    traits->enum_value = value;
    return true;
}

bool spec_read_enum(struct spec *spec, const char *where, const struct json *value,
                    struct spec_traits *traits) {
    if (value->type != JSON_ARRAY || value->parts.count == 0)
        return spec_fail(spec, where, "enum: a list of values is expected");
    for (size_t i = 0; i < value->parts.count; i++) {
        const struct json *item = json_parts(value)[i].value;
        struct spec_value *slot = spec_push(spec, &traits->values, sizeof *slot);
        if (slot == NULL || !json_get_text(spec, where, item, "value", true, &slot->text) ||
            !json_get_text(spec, where, item, "name", false, &slot->name))
            return false;
        if (slot->name == NULL)
            slot->name = slot->text;
    }
    return true;
}

bool spec_read_timestamp_format(struct spec *spec, const char *where, const struct json *value,
                                struct spec_traits *traits) {
    static const struct {
        const char *word;
        enum anvil_timestamp_format format;
    } formats[] = {{"epoch-seconds", ANVIL_EPOCH_SECONDS},
                   {"date-time", ANVIL_DATE_TIME},
                   {"http-date", ANVIL_HTTP_DATE}};
    const char *word = "";
    if (!read_text(spec, where, "timestampFormat", value, &word))
        return false;
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(formats[i].word, word) == 0) {
            traits->format = (uint8_t)formats[i].format;
            traits->has_format = true;
            return true;
        }
    }
    return spec_fail(spec, where, "timestampFormat: there is no format %s", word);
}

/* What the value means depends on the target, see layout_default.c. */
bool spec_read_default(struct spec *spec, const char *where, const struct json *value,
                       struct spec_traits *traits) {
    (void)spec, (void)where;
    traits->default_value = value;
    return true;
}
