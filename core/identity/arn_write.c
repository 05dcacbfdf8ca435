/* SPDX-License-Identifier: Apache-2.0 */
/* Writing an ARN. It is judged by the same grammar that reads one, so what is written is always
 * read back. */
#include "base/port.h"
#include "identity/arn.h"

ANVIL_COLD_FILE

/* An ARN cut at its separators; the last two are for names only. */
enum { ARN_PIECES = 12, ARN_PIECES_WITH_COUNTRY = 14 };

enum anvil_status anvil_arn_write(const struct anvil_resource_table *table,
                                  const struct anvil_arn *parts, char *buffer, size_t capacity,
                                  size_t *out_bytes) {
    if (out_bytes == NULL)
        return ANVIL_E_ARGUMENT;
    *out_bytes = 0;
    if (buffer == NULL && capacity > 0)
        return ANVIL_E_ARGUMENT;

    struct anvil_arn arn = *parts;
    if (arn.service.ptr == NULL)
        arn.service = table->service;
    const struct anvil_resource *resource = anvil_arn_judge(table, &arn);
    if (resource == NULL) /* */
        return ANVIL_E_IDENTITY;

    static const struct anvil_str SCHEME = ANVIL_STR(ANVIL_ARN_SCHEME);
    static const struct anvil_str COLON = ANVIL_STR(":");
    static const struct anvil_str SLASH = ANVIL_STR("/");
    const struct anvil_str pieces[ARN_PIECES_WITH_COUNTRY] = {
        SCHEME,      arn.partition, COLON,    arn.service, COLON,  arn.region, COLON,
        arn.account, COLON,         arn.type, SLASH,       arn.id, SLASH,      arn.country};
    size_t count = resource->form == ANVIL_FORM_NAME ? ARN_PIECES_WITH_COUNTRY : ARN_PIECES;

    size_t needed = 0;
    for (size_t i = 0; i < count; i++) {
        /* Far above any identity, far below what could make the sum wrap around. */
        if (pieces[i].len > UINT16_MAX)
            return ANVIL_E_IDENTITY;
        needed += pieces[i].len;
    }
    *out_bytes = needed;
    if (needed > capacity)
        return ANVIL_E_BUFFER;
    for (size_t i = 0; i < count; i++) {
        memcpy(buffer, pieces[i].ptr, pieces[i].len);
        buffer += pieces[i].len;
    }
    return ANVIL_OK;
}
