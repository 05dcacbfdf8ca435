/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the identity facts, which are traits of our own. spec/model/README.md defines them. */
#include "read_trait.h"

#include "text/integer.h"

#include <string.h>

/* The bytes of IDs; the engine relies on it that prefixes have no others. */
#define ID_BYTES "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

/* The most resource types: one bit each. */
#define RESOURCES_MAX 64

struct word_bit {
    const char *word;
    uint8_t bit;
};

static const struct word_bit forms[] = {{"id", ANVIL_TAKES_ID}, {"arn", ANVIL_TAKES_ARN}};
static const struct word_bit numbers[] = {{"e164", ANVIL_NUMBER_E164},
                                          {"digits", ANVIL_NUMBER_DIGITS},
                                          {"formatted", ANVIL_NUMBER_FORMATTED}};

static bool read_form(struct spec *spec, const char *where, const char *form,
                      struct spec_resource *resource) {
    static const char *const words[] = {
        [ANVIL_FORM_PREFIXED] = "prefixed",
        [ANVIL_FORM_NAME] = "name",
        [ANVIL_FORM_OPAQUE] = "opaque",
        [ANVIL_FORM_LABEL] = "label",
    };
    size_t count = sizeof words / sizeof *words;
    size_t found = 0;
    while (found < count && strcmp(words[found], form) != 0)
        found++;
    if (found == count)
        return spec_fail(spec, where, "resource %s: unknown form %s", resource->type, form);
    resource->form = (enum anvil_identity_form)found;
    if ((resource->form == ANVIL_FORM_PREFIXED) != (resource->prefix != NULL))
        return spec_fail(spec, where, "resource %s: a prefix belongs to the form \"prefixed\"",
                         resource->type);
    if (resource->prefix != NULL && resource->prefix[0] == '\0')
        return spec_fail(spec, where, "resource %s: the prefix is empty", resource->type);
    if (resource->prefix != NULL && resource->prefix[strspn(resource->prefix, ID_BYTES)] != '\0')
        return spec_fail(spec, where, "resource %s: the prefix has a byte that no ID has",
                         resource->type);
    if ((resource->form == ANVIL_FORM_LABEL) != (resource->max_length != 0))
        return spec_fail(spec, where, "resource %s: \"maxLength\" belongs to the form \"label\"",
                         resource->type);
    return true;
}

static bool read_max_length(struct spec *spec, const char *where, const struct json *value,
                            struct spec_resource *resource) {
    const struct json *number = json_get(value, "maxLength");
    const unsigned char *begin;
    int64_t length = 0;
    if (number == NULL)
        return true;
    begin = (const unsigned char *)number->raw.ptr;
    if (number->type != JSON_NUMBER ||
        anvil_integer_read(begin, begin + number->raw.len, 1, UINT16_MAX, &length) != ANVIL_OK)
        return spec_fail(spec, where, "resource %s: \"maxLength\" must be 1 to %d", resource->type,
                         UINT16_MAX);
    resource->max_length = (uint16_t)length;
    return true;
}

static bool read_resource(struct spec *spec, const char *where, const struct json *value,
                          struct spec_traits *traits) {
    const struct spec_resource *before;
    struct spec_resource *resource = spec_push(spec, &traits->resources, sizeof *resource);
    const char *form;
    if (resource == NULL || !json_get_text(spec, where, value, "type", true, &resource->type) ||
        !json_get_text(spec, where, value, "form", true, &form) ||
        !json_get_text(spec, where, value, "prefix", false, &resource->prefix) ||
        !json_get_text(spec, where, value, "idName", false, &resource->id_name) ||
        !json_get_text(spec, where, value, "arnName", false, &resource->arn_name) ||
        !json_get_boolean(spec, where, value, "shareable", &resource->is_shareable) ||
        !read_max_length(spec, where, value, resource))
        return false;
    before = traits->resources.items;
    for (size_t i = 0; i + 1 < traits->resources.count; i++)
        if (strcmp(before[i].type, resource->type) == 0)
            return spec_fail(spec, where, "resource %s is given twice", resource->type);
    return read_form(spec, where, form, resource);
}

bool spec_read_resources(struct spec *spec, const char *where, const struct json *value,
                         struct spec_traits *traits) {
    if (value->type != JSON_ARRAY || value->parts.count > RESOURCES_MAX)
        return spec_fail(spec, where, "resources: a list of at most %d is expected", RESOURCES_MAX);
    for (size_t i = 0; i < value->parts.count; i++)
        if (!read_resource(spec, where, json_parts(value)[i].value, traits))
            return false;
    return true;
}

static bool read_bits(struct spec *spec, const char *where, const struct json *value,
                      const char *key, const struct word_bit *words, size_t count, uint8_t *out) {
    struct spec_array given = {NULL, 0, 0};
    const char *const *list;
    if (!json_get_texts(spec, where, value, key, &given))
        return false;
    list = given.items;
    for (size_t i = 0; i < given.count; i++) {
        size_t found = 0;
        while (found < count && strcmp(words[found].word, list[i]) != 0)
            found++;
        if (found == count)
            return spec_fail(spec, where, "accepts: \"%s\" knows no %s", key, list[i]);
        *out |= words[found].bit;
    }
    return true;
}

bool spec_read_accepts(struct spec *spec, const char *where, const struct json *value,
                       struct spec_traits *traits) {
    struct spec_accepts *accepts = spec_alloc(spec, 1, sizeof *accepts);
    if (accepts == NULL || !json_get_texts(spec, where, value, "types", &accepts->types) ||
        !json_get_texts(spec, where, value, "extensions", &accepts->extensions) ||
        !json_get_texts(spec, where, value, "literals", &accepts->literals) ||
        !json_get_texts(spec, where, value, "arnServices", &accepts->arn_services) ||
        !json_get_texts(spec, where, value, "endpoints", &accepts->endpoints) ||
        !json_get_text(spec, where, value, "text", false, &accepts->text) ||
        !json_get_boolean(spec, where, value, "impliesCountry", &accepts->implies_country) ||
        !read_bits(spec, where, value, "forms", forms, sizeof forms / sizeof *forms,
                   &accepts->forms) ||
        !read_bits(spec, where, value, "numbers", numbers, sizeof numbers / sizeof *numbers,
                   &accepts->numbers))
        return false;
    if (accepts->types.count == 0 && accepts->numbers == 0 && accepts->literals.count == 0 &&
        accepts->arn_services.count == 0 && accepts->endpoints.count == 0 && accepts->text == NULL)
        return spec_fail(spec, where, "accepts: nothing is accepted");
    if (accepts->forms == 0)
        accepts->forms = ANVIL_TAKES_ID | ANVIL_TAKES_ARN;
    traits->accepts = accepts;
    return true;
}
