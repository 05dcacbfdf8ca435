/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the traits of a service that say how it is spoken to. */
#include "read_trait.h"

bool spec_read_aws_service(struct spec *spec, const char *where, const struct json *value,
                           struct spec_traits *traits) {
    return json_get_text(spec, where, value, "arnNamespace", false, &traits->arn_namespace);
}

bool spec_read_sigv4(struct spec *spec, const char *where, const struct json *value,
                     struct spec_traits *traits) {
    return json_get_text(spec, where, value, "name", true, &traits->signing_name);
}

static bool set_protocol(struct spec *spec, const char *where, const char *content_type,
                         struct spec_traits *traits) {
    if (traits->content_type != NULL)
        return spec_fail(spec, where, "the service speaks more than one awsJson protocol");
    traits->content_type = content_type;
    return true;
}

bool spec_read_aws_json_1_0(struct spec *spec, const char *where, const struct json *value,
                            struct spec_traits *traits) {
    (void)value;
    return set_protocol(spec, where, "application/x-amz-json-1.0", traits);
}

/* */
bool spec_read_aws_json_1_1(struct spec *spec, const char *where, const struct json *value,
                            struct spec_traits *traits) {
    (void)value;
    traits->is_namespace_left_out = true;
    return set_protocol(spec, where, "application/x-amz-json-1.1", traits);
}
