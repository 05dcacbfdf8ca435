/* SPDX-License-Identifier: Apache-2.0 */
/* Splitting the ARN of any service by its separators. What the parts hold is arn.c's business. */
#include "base/port.h"
#include "identity/arn.h"
#include "identity/byte_class.h"

ANVIL_COLD_FILE

bool anvil_arn_take_part(struct anvil_str *rest, char separator, struct anvil_str *part) {
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
    struct anvil_str *const owner[] = {&out->partition, &out->service, &out->region, &out->account};
    enum { OWNER_PARTS = sizeof owner / sizeof *owner };
    struct anvil_str rest = text;
    size_t taken = 0;
    if (text.ptr != NULL && anvil_begins_with(text, SCHEME)) { /* */
        /* Six parts: five colons, of which the scheme has the first. */
        rest = anvil_str_of(text.ptr + SCHEME.len, text.len - SCHEME.len);
        while (taken < OWNER_PARTS && anvil_arn_take_part(&rest, ':', owner[taken]))
            taken++;
    }
    if (taken < OWNER_PARTS) {
        *out = NO_ARN;
        return ANVIL_E_IDENTITY;
    }
    out->resource = rest;
    out->type = out->id = out->country = anvil_str_of(NULL, 0);
    if (anvil_arn_take_part(&rest, '/', &out->type))
        out->id = rest;
    return ANVIL_OK;
}
