/* SPDX-License-Identifier: Apache-2.0 */
/* Reading ARNs: any service's by their separators, one service's by its grammar. All words come
 * from the table; what is fixed here is what holds for every service of AWS: partition, region,
 * account, and the three forms of a resource. */
#include "identity/arn.h"
#include "base/port.h"
#include "identity/bare_id.h"
#include "identity/byte_class.h"

ANVIL_COLD_FILE

enum { ACCOUNT_BYTES = 12, COUNTRY_BYTES = 2 };

/* Takes from `rest` what stands before the first `separator`, and the separator. */
static bool take_arn_part(struct anvil_str *rest, char separator, struct anvil_str *part) {
    const char *end = memchr(rest->ptr, separator, rest->len);
    if (end == NULL)
        return false;
    *part = anvil_str_of(rest->ptr, (size_t)(end - rest->ptr));
    *rest = anvil_str_of(end + 1, rest->len - part->len - 1);
    return true;
}

enum anvil_status anvil_arn_parse(struct anvil_str text, struct anvil_arn *out) {
    static const struct anvil_str SCHEME = ANVIL_STR(ANVIL_ARN_SCHEME);
    static const struct anvil_arn NO_ARN = {0};
    *out = NO_ARN;
    if (text.ptr == NULL || !anvil_begins_with(text, SCHEME)) /* */
        return ANVIL_E_IDENTITY;

    /* Six parts: five colons, of which the scheme has taken one. */
    struct anvil_str rest = anvil_str_of(text.ptr + SCHEME.len, text.len - SCHEME.len);
    if (!take_arn_part(&rest, ':', &out->partition) || !take_arn_part(&rest, ':', &out->service) ||
        !take_arn_part(&rest, ':', &out->region) || !take_arn_part(&rest, ':', &out->account)) {
        *out = NO_ARN;
        return ANVIL_E_IDENTITY;
    }
    out->resource = rest;
    if (take_arn_part(&rest, '/', &out->type))
        out->id = rest;
    return ANVIL_OK;
}

/* Any partition that could be AWS's, so that a new one needs no new code: aws(-[a-z]+)*. */
static bool is_arn_partition(struct anvil_str text) {
    static const struct anvil_str FAMILY = ANVIL_STR("aws");
    return anvil_is_hyphenated(text, ANVIL_BYTES_LOWER) && anvil_begins_with(text, FAMILY) &&
           (text.len == FAMILY.len || text.ptr[FAMILY.len] == '-');
}

static bool is_arn_region(struct anvil_str text) {
    return anvil_is_hyphenated(text, ANVIL_BYTES_LOWER | ANVIL_BYTES_DIGIT);
}

static bool is_arn_account(struct anvil_str text) {
    return text.len == ACCOUNT_BYTES && anvil_is_made_of(text, ANVIL_BYTES_DIGIT);
}

static bool is_arn_country(struct anvil_str text) {
    return text.len == COUNTRY_BYTES && anvil_is_made_of(text, ANVIL_BYTES_UPPER);
}

static ANVIL_NOINLINE const struct anvil_resource *
find_resource_type(const struct anvil_resource_table *table, struct anvil_str type) {
    for (size_t i = 0; i < table->count; i++)
        if (anvil_str_equal(table->resources[i].type, type))
            return &table->resources[i];
    return NULL;
}

const struct anvil_resource *anvil_arn_judge(const struct anvil_resource_table *table,
                                             const struct anvil_arn *parts) {
    /* */
    if (!is_arn_partition(parts->partition) || !anvil_str_equal(parts->service, table->service) ||
        !is_arn_region(parts->region) || !is_arn_account(parts->account))
        return NULL;
    const struct anvil_resource *resource = find_resource_type(table, parts->type);
    if (resource == NULL || !anvil_is_made_of(parts->id, ANVIL_BYTES_ID))
        return NULL;
    /* A name inside an ARN may lack letters or end in a hyphen: its slashes already tell it apart,
     * so R-106 has nothing to decide here. */
    if (resource->form == ANVIL_FORM_NAME &&
        (parts->id.len > ANVIL_NAME_BYTES_MAX || !is_arn_country(parts->country)))
        return NULL;
    return resource;
}

/* The country at the end of a name's ARN. */
static ANVIL_NOINLINE void cut_country(const struct anvil_resource *resource,
                                       struct anvil_arn *arn) {
    const char *slash = NULL;
    if (resource != NULL && resource->form == ANVIL_FORM_NAME)
        slash = memchr(arn->id.ptr, '/', arn->id.len);
    if (slash == NULL)
        return;
    size_t name_bytes = (size_t)(slash - arn->id.ptr);
    arn->country = anvil_str_of(slash + 1, arn->id.len - name_bytes - 1);
    arn->id.len = name_bytes;
}

const struct anvil_resource *anvil_arn_read(const struct anvil_resource_table *table,
                                            struct anvil_str text, struct anvil_arn *out) {
    if (anvil_arn_parse(text, out) != ANVIL_OK)
        return NULL;
    cut_country(find_resource_type(table, out->type), out);
    return anvil_arn_judge(table, out);
}
