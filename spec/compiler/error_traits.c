/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what the traits of errors and operations say about failing and trying again. */
#include "read_trait.h"

#include "text/integer.h"

#include <string.h>

bool spec_read_error(struct spec *spec, const char *where, const struct json *value,
                     struct spec_traits *traits) {
    if (!json_is(value, JSON_STRING) ||
        (strcmp(value->text, "client") != 0 && strcmp(value->text, "server") != 0))
        return spec_fail(spec, where, "error: \"client\" or \"server\" is expected");
    traits->fault = value->text;
    return true;
}

bool spec_read_http_error(struct spec *spec, const char *where, const struct json *value,
                          struct spec_traits *traits) {
    const unsigned char *begin = (const unsigned char *)value->raw.ptr;
    int64_t status = 0;
    if (value->type != JSON_NUMBER ||
        anvil_integer_read(begin, begin + value->raw.len, 200, 599, &status) != ANVIL_OK)
        return spec_fail(spec, where, "httpError: a status of 200 to 599 is expected");
    traits->http_error = (uint16_t)status;
    return true;
}

bool spec_read_retryable(struct spec *spec, const char *where, const struct json *value,
                         struct spec_traits *traits) {
    if (value->type != JSON_OBJECT)
        return spec_fail(spec, where, "retryable: an object is expected");
    traits->is_retryable = true;
    return json_get_boolean(spec, where, value, "throttling", &traits->is_throttling);
}

bool spec_find_error_class(const char *word, uint8_t *error_class) {
    static const char *const words[] = {
        [ANVIL_CLASS_UNKNOWN] = "",
        [ANVIL_CLASS_THROTTLE] = "throttle",
        [ANVIL_CLASS_TRANSIENT] = "transient",
        [ANVIL_CLASS_QUOTA] = "quota",
        [ANVIL_CLASS_REQUEST] = "request",
        [ANVIL_CLASS_RECIPIENT] = "recipient",
    };
    for (size_t i = 1; i < sizeof words / sizeof *words; i++) {
        if (strcmp(words[i], word) == 0) {
            *error_class = (uint8_t)i;
            return true;
        }
    }
    return false;
}

bool spec_read_retry_class(struct spec *spec, const char *where, const struct json *value,
                           struct spec_traits *traits) {
    traits->has_error_class = true;
    if (!json_is(value, JSON_STRING) || !spec_find_error_class(value->text, &traits->error_class))
        return spec_fail(spec, where, "anvil.retry#class: there is no such class");
    return true;
}
