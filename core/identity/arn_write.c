/* SPDX-License-Identifier: Apache-2.0 */
/* Writing an ARN. It is judged by the same grammar that reads one, so what is written is always
 * read back. */
#include "base/port.h"
#include "identity/arn.h"
#include "identity/byte_class.h"

ANVIL_COLD_FILE

/* The parts that are written, each with a separator before it; the last one is for names only. */
enum { PARTS = 6, PARTS_WITH_COUNTRY };
static const char SEPARATORS[PARTS_WITH_COUNTRY] = {':', ':', ':', ':', ':', '/', '/'};

/* Which resource of `table` the parts name; NULL when they break the grammar. */
static const struct anvil_resource *judge(const struct anvil_resource_table *table,
                                          const struct anvil_arn *arn) {
    if (arn->partition.len == 0 ||
        anvil_arn_leading_partition(arn->partition) != arn->partition.len ||
        (arn->service.ptr != NULL && !anvil_str_equal(arn->service, table->service)) ||
        arn->region.len == 0 || anvil_leading_words(arn->region, true) != arn->region.len ||
        arn->account.len != ANVIL_ACCOUNT_BYTES || !is_made_of(arn->account, &anvil_digits) ||
        arn->type.ptr == NULL)
        return NULL;
    const struct anvil_resource *resource = anvil_arn_find_type(table, arn->type);
    return resource != NULL && anvil_arn_is_id_good(resource, arn) ? resource : NULL;
}

enum anvil_status anvil_arn_write(const struct anvil_resource_table *table,
                                  const struct anvil_arn *parts, char *buffer, size_t capacity,
                                  size_t *out_bytes) {
    if (out_bytes == NULL)
        return ANVIL_E_ARGUMENT;
    *out_bytes = 0;
    if (buffer == NULL && capacity > 0)
        return ANVIL_E_ARGUMENT;

    const struct anvil_resource *resource = judge(table, parts);
    if (resource == NULL) /* */
        return ANVIL_E_IDENTITY;

    static const struct anvil_str SCHEME = ANVIL_STR("arn");
    const struct anvil_str *const written[PARTS_WITH_COUNTRY] = {
        &parts->partition, &table->service, &parts->region, &parts->account,
        &parts->type,      &parts->id,      &parts->country};
    size_t count = resource->form == ANVIL_FORM_NAME ? PARTS_WITH_COUNTRY : PARTS;

    size_t needed = SCHEME.len;
    for (size_t i = 0; i < count; i++) {
        /* Far above any identity, far below what could make the sum wrap around. */
        if (written[i]->len > UINT16_MAX)
            return ANVIL_E_IDENTITY;
        needed += 1 + written[i]->len;
    }
    *out_bytes = needed;
    if (needed > capacity)
        return ANVIL_E_BUFFER;
    memcpy(buffer, SCHEME.ptr, SCHEME.len);
    buffer += SCHEME.len;
    for (size_t i = 0; i < count; i++) {
        *buffer++ = SEPARATORS[i];
        memcpy(buffer, written[i]->ptr, written[i]->len);
        buffer += written[i]->len;
    }
    return ANVIL_OK;
}
