/* SPDX-License-Identifier: Apache-2.0 */
/* The rules, in the order of the rule set. What surrounds a custom URL is checked here too,
 * because it is signed and sent as it is. */
#include "endpoint.h"
#include "partition.h"

#include <stdio.h>
#include <string.h>

/* A label of a host name (RFC 1123 section 2.1) has at most 63 letters, digits and hyphens. */
#define LABEL_BYTES_MAX 63

static const char TOO_LONG[] = "Invalid Configuration: the endpoint is too long";

static bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* */
static bool is_label(struct anvil_str text) {
    if (text.len == 0 || text.len > LABEL_BYTES_MAX || text.ptr[0] == '-' ||
        text.ptr[text.len - 1] == '-')
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!is_letter_or_digit(text.ptr[i]) && text.ptr[i] != '-')
            return false;
    return true;
}

static bool begins_with(struct anvil_str text, const char *start) {
    size_t bytes = strlen(start);
    return text.len >= bytes && memcmp(text.ptr, start, bytes) == 0;
}

/* Whether the text is a scheme of ours, a host, and at most a port and a path: neither a
 * user's name nor a query, nothing that would have to be escaped in what is signed. */
static bool is_plain_url(struct anvil_str url) {
    size_t at = begins_with(url, "https://") ? 8 : begins_with(url, "http://") ? 7 : url.len;

    if (at == url.len || url.ptr[at] == '/' || url.ptr[at] == ':')
        return false;
    for (; at < url.len; at++)
        if (!is_letter_or_digit(url.ptr[at]) && strchr("-._~:/[]", url.ptr[at]) == NULL)
            return false;
    return true;
}

static const char *custom_endpoint(const struct anvil_endpoint_parameters *parameters, char *url,
                                   size_t capacity) {
    struct anvil_str endpoint = parameters->endpoint;

    if (parameters->use_fips)
        return "Invalid Configuration: FIPS and custom endpoint are not supported";
    if (parameters->use_dual_stack)
        return "Invalid Configuration: Dualstack and custom endpoint are not supported";
    if (memchr(endpoint.ptr, '\0', endpoint.len) != NULL || !is_plain_url(endpoint))
        return "Invalid Configuration: a custom endpoint is http:// or https://, a host, and at "
               "most a port and a path";
    if (endpoint.len >= capacity)
        return TOO_LONG;
    memcpy(url, endpoint.ptr, endpoint.len);
    url[endpoint.len] = '\0';
    return NULL;
}

const char *anvil_endpoint_in_partition(const struct anvil_partition *partition,
                                        const struct anvil_endpoint_parameters *parameters,
                                        char *url, size_t capacity) {
    bool has_fips = !parameters->use_fips || partition->has_fips;
    bool has_dual_stack = !parameters->use_dual_stack || partition->has_dual_stack;

    if (parameters->use_fips && parameters->use_dual_stack && !(has_fips && has_dual_stack))
        return "FIPS and DualStack are enabled, but this partition does not support one or both";
    if (!has_fips)
        return "FIPS is enabled but this partition does not support FIPS";
    if (!has_dual_stack)
        return "DualStack is enabled but this partition does not support DualStack";
    int bytes =
        snprintf(url, capacity, "https://%.*s%s.%.*s.%s", (int)parameters->prefix.len,
                 parameters->prefix.ptr, parameters->use_fips ? "-fips" : "",
                 (int)parameters->region.len, parameters->region.ptr,
                 parameters->use_dual_stack ? partition->dual_stack_suffix : partition->dns_suffix);
    if (bytes >= 0 && (size_t)bytes < capacity)
        return NULL;
    url[0] = '\0';
    return TOO_LONG;
}

const char *anvil_endpoint_resolve(const struct anvil_endpoint_parameters *parameters, char *url,
                                   size_t capacity) {
    if (capacity == 0)
        return TOO_LONG;
    url[0] = '\0';
    if (parameters->endpoint.len > 0)
        return custom_endpoint(parameters, url, capacity);
    if (parameters->region.len == 0)
        return "Invalid Configuration: Missing Region";
    if (!is_label(parameters->region))
        return "Invalid Configuration: the region is no label of a host name";
    if (!is_label(parameters->prefix))
        return "Invalid Configuration: the service's endpoint prefix is no label of a host name";
    return anvil_endpoint_in_partition(anvil_partition_of(parameters->region), parameters, url,
                                       capacity);
}
