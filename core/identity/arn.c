/* SPDX-License-Identifier: Apache-2.0 */
/* The grammar of one service's ARNs. All words come from the table; what is fixed here is what
 * holds for every service of AWS: partition, region, account, and the three forms of a resource. */
#include "identity/arn.h"
#include "base/port.h"
#include "identity/bare_id.h"
#include "identity/byte_class.h"

ANVIL_COLD_FILE

enum { COUNTRY_BYTES = 2 };

/* Any partition that could be AWS's, so that a new one needs no new code: aws(-[a-z]+)*. */
size_t anvil_arn_leading_partition(struct anvil_str text) {
    enum { FAMILY_BYTES = 3 };
    size_t bytes = anvil_leading_words(text, false);
    bool is_family = bytes >= FAMILY_BYTES && text.ptr[0] == 'a' && text.ptr[1] == 'w' &&
                     text.ptr[2] == 's' && (bytes == FAMILY_BYTES || text.ptr[FAMILY_BYTES] == '-');
    return is_family ? bytes : 0;
}

const struct anvil_resource *anvil_arn_find_type(const struct anvil_resource_table *table,
                                                 struct anvil_str word) {
    const struct anvil_resource *resource = table->resources;
    for (size_t left = table->count; left > 0; left--, resource++)
        if (resource->type.len == word.len && anvil_begins_with(word, resource->type))
            return resource;
    return NULL;
}

/* A name inside an ARN may lack letters or end in a hyphen: its slashes already tell it
 * apart, so R-106 has nothing to decide here. */
bool anvil_arn_is_id_good(const struct anvil_resource *resource, const struct anvil_arn *arn) {
    if (!is_made_of(arn->id, &anvil_words))
        return false;
    if (resource->form != ANVIL_FORM_NAME)
        return true;
    const char *country = arn->country.ptr;
    return arn->id.len <= ANVIL_NAME_BYTES_MAX && arn->country.len == COUNTRY_BYTES &&
           country[0] >= 'A' && country[0] <= 'Z' && country[1] >= 'A' && country[1] <= 'Z';
}

/* Takes from `rest` a part of `bytes` bytes, and the colon behind it; false when there is no part
 * or no colon. */
static ANVIL_NOINLINE bool take_owner(struct anvil_str *rest, size_t bytes,
                                      struct anvil_str *part) {
    *part = anvil_str_of(rest->ptr, bytes);
    if (bytes == 0 || bytes >= rest->len || rest->ptr[bytes] != ':')
        return false;
    *rest = anvil_str_of(rest->ptr + bytes + 1, rest->len - bytes - 1);
    return true;
}

const struct anvil_resource *anvil_arn_read(const struct anvil_resource_table *table,
                                            struct anvil_str rest, struct anvil_arn *out,
                                            bool *is_canonical) {
    /* */
    if (!take_owner(&rest, anvil_arn_leading_partition(rest), &out->partition) ||
        !anvil_begins_with(rest, table->service) ||
        !take_owner(&rest, table->service.len, &out->service) ||
        !take_owner(&rest, anvil_leading_words(rest, true), &out->region) ||
        !take_owner(&rest, ANVIL_ACCOUNT_BYTES, &out->account) ||
        !is_made_of(out->account, &anvil_digits))
        return NULL;
    out->resource = rest;
    if (!anvil_arn_take_part(&rest, '/', &out->type))
        return NULL;
    const struct anvil_resource *resource = anvil_arn_find_type(table, out->type);
    if (resource == NULL)
        return NULL;
    out->id = rest;
    out->country = anvil_str_of(NULL, 0);
    *is_canonical = anvil_id_find_canonical(resource, 1, rest) != NULL;
    if (*is_canonical)
        return resource;
    if (resource->form == ANVIL_FORM_NAME && anvil_arn_take_part(&rest, '/', &out->id))
        out->country = rest;
    return anvil_arn_is_id_good(resource, out) ? resource : NULL;
}
