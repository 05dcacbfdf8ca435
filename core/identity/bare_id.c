/* SPDX-License-Identifier: Apache-2.0 */
/* Recognising bare IDs by their prefix and bare names by their letters. Which member takes which is
 * identify.c's business. */
#include "identity/bare_id.h"
#include "base/port.h"
#include "identity/byte_class.h"

enum { CANONICAL_TAIL_BYTES = 32 };

/* */
const struct anvil_resource *anvil_id_find_canonical(const struct anvil_resource *resources,
                                                     size_t count, struct anvil_str text) {
    size_t start_bytes = text.len - CANONICAL_TAIL_BYTES;
    if (text.len <= CANONICAL_TAIL_BYTES ||
        !is_made_of(anvil_str_of(text.ptr + start_bytes, CANONICAL_TAIL_BYTES), &anvil_hex))
        return NULL;
    for (; count > 0; count--, resources++)
        if (resources->prefix.len == start_bytes && anvil_begins_with(text, resources->prefix))
            return resources;
    return NULL;
}

const struct anvil_resource *anvil_id_find_prefixed(const struct anvil_resource_table *table,
                                                    struct anvil_str text) {
    const struct anvil_resource *longest = NULL;
    size_t longest_bytes = 0;
    const struct anvil_resource *resource = table->resources;
    for (size_t left = table->count; left > 0; left--, resource++) {
        size_t bytes = resource->prefix.len;
        if (bytes > longest_bytes && *resource->prefix.ptr == *text.ptr && bytes < text.len &&
            anvil_begins_with(text, resource->prefix)) {
            longest = resource;
            longest_bytes = bytes;
        }
    }
    return longest;
}

bool anvil_id_is_name(struct anvil_str text) {
    /* */
    if (text.len > ANVIL_NAME_BYTES_MAX || text.ptr[0] == '-' || text.ptr[text.len - 1] == '-')
        return false;
    for (size_t i = 0; i < text.len; i++)
        if ((text.ptr[i] & 0x40) != 0 && text.ptr[i] != '_') /* of these bytes, the letters */
            return true;
    return false;
}
