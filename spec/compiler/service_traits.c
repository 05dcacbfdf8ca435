/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the traits of a service and the identity facts. spec/model/README.md defines the latter. */
#include "service_traits.h"

#include <string.h>

/* The most resource types: one bit each. */
#define RESOURCES_MAX 64

bool spec_read_aws_service(struct spec *spec, const char *where, const json_t *value,
                           struct spec_traits *traits) {
    return spec_json_text(spec, where, value, "arnNamespace", true, &traits->arn_namespace);
}

bool spec_read_sigv4(struct spec *spec, const char *where, const json_t *value,
                     struct spec_traits *traits) {
    return spec_json_text(spec, where, value, "name", true, &traits->signing_name);
}

static bool set_protocol(struct spec *spec, const char *where, const char *content_type,
                         struct spec_traits *traits) {
    if (traits->content_type != NULL)
        return spec_fail(spec, where, "the service speaks more than one protocol");
    traits->content_type = content_type;
    return true;
}

bool spec_read_aws_json_1_0(struct spec *spec, const char *where, const json_t *value,
                            struct spec_traits *traits) {
    (void)value;
    return set_protocol(spec, where, "application/x-amz-json-1.0", traits);
}

bool spec_read_aws_json_1_1(struct spec *spec, const char *where, const json_t *value,
                            struct spec_traits *traits) {
    (void)value;
    return set_protocol(spec, where, "application/x-amz-json-1.1", traits);
}

static bool read_form(struct spec *spec, const char *where, const char *form,
                      struct spec_resource *resource) {
    if (strcmp(form, "prefixed") == 0)
        resource->form = ANVIL_FORM_PREFIXED;
    else if (strcmp(form, "name") == 0)
        resource->form = ANVIL_FORM_NAME;
    else if (strcmp(form, "opaque") == 0)
        resource->form = ANVIL_FORM_OPAQUE;
    else
        return spec_fail(spec, where, "resource %s: unknown form %s", resource->type, form);
    if ((resource->form == ANVIL_FORM_PREFIXED) != (resource->prefix != NULL))
        return spec_fail(spec, where, "resource %s: a prefix belongs to the form \"prefixed\"",
                         resource->type);
    if (resource->prefix != NULL && resource->prefix[0] == '\0')
        return spec_fail(spec, where, "resource %s: the prefix is empty", resource->type);
    return true;
}

static bool read_resource(struct spec *spec, const char *where, const json_t *value,
                          struct spec_traits *traits) {
    const struct spec_resource *before;
    struct spec_resource *resource = spec_push(spec, &traits->resources, sizeof *resource);
    const char *form;
    if (resource == NULL || !spec_json_text(spec, where, value, "type", true, &resource->type) ||
        !spec_json_text(spec, where, value, "form", true, &form) ||
        !spec_json_text(spec, where, value, "prefix", false, &resource->prefix) ||
        !spec_json_text(spec, where, value, "idName", false, &resource->id_name) ||
        !spec_json_text(spec, where, value, "arnName", false, &resource->arn_name))
        return false;
    before = traits->resources.items;
    for (size_t i = 0; i + 1 < traits->resources.count; i++)
        if (strcmp(before[i].type, resource->type) == 0)
            return spec_fail(spec, where, "resource %s is given twice", resource->type);
    return read_form(spec, where, form, resource);
}

bool spec_read_resources(struct spec *spec, const char *where, const json_t *value,
                         struct spec_traits *traits) {
    if (!json_is_array(value) || json_array_size(value) > RESOURCES_MAX)
        return spec_fail(spec, where, "resources: a list of at most %d is expected", RESOURCES_MAX);
    for (size_t i = 0; i < json_array_size(value); i++)
        if (!read_resource(spec, where, json_array_get(value, i), traits))
            return false;
    return true;
}

bool spec_read_accepts(struct spec *spec, const char *where, const json_t *value,
                       struct spec_traits *traits) {
    traits->has_identity = true;
    if (!spec_json_names(spec, where, value, "types", &traits->accepts) ||
        !spec_json_names(spec, where, value, "extensions", &traits->extensions))
        return false;
    if (traits->accepts.count == 0)
        return spec_fail(spec, where, "accepts: \"types\" must name a resource type");
    return true;
}

bool spec_read_country(struct spec *spec, const char *where, const json_t *value,
                       struct spec_traits *traits) {
    (void)spec, (void)where, (void)value;
    traits->is_country = true;
    return true;
}
