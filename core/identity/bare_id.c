/* SPDX-License-Identifier: Apache-2.0 */
/* Recognising bare IDs by their prefix and bare names by their letters. Which member takes which is
 * identify.c's business. */
#include "identity/bare_id.h"
#include "base/port.h"
#include "identity/byte_class.h"

ANVIL_COLD_FILE

enum { CANONICAL_TAIL_BYTES = 32 };

static ANVIL_NOINLINE bool has_prefix_and_tail(const struct anvil_resource *resource,
                                               struct anvil_str text) {
    return resource->form == ANVIL_FORM_PREFIXED && text.len > resource->prefix.len &&
           anvil_begins_with(text, resource->prefix);
}

bool anvil_id_is_canonical(const struct anvil_resource *resource, struct anvil_str id) {
    /* */
    if (!has_prefix_and_tail(resource, id) || id.len - resource->prefix.len != CANONICAL_TAIL_BYTES)
        return false;
    const char *tail = id.ptr + resource->prefix.len;
    return anvil_is_made_of(anvil_str_of(tail, CANONICAL_TAIL_BYTES), ANVIL_BYTES_HEX);
}

const struct anvil_resource *anvil_id_find_canonical(const struct anvil_resource_table *table,
                                                     struct anvil_str text) {
    for (size_t i = 0; i < table->count; i++)
        if (anvil_id_is_canonical(&table->resources[i], text))
            return &table->resources[i];
    return NULL;
}

const struct anvil_resource *anvil_id_find_prefixed(const struct anvil_resource_table *table,
                                                    struct anvil_str text) {
    const struct anvil_resource *longest = NULL;
    for (size_t i = 0; i < table->count; i++) {
        const struct anvil_resource *resource = &table->resources[i];
        if (has_prefix_and_tail(resource, text) &&
            (longest == NULL || resource->prefix.len > longest->prefix.len))
            longest = resource;
    }
    return longest;
}

bool anvil_id_is_name(struct anvil_str text) {
    /* */
    return text.len <= ANVIL_NAME_BYTES_MAX && anvil_is_made_of(text, ANVIL_BYTES_ID) &&
           (anvil_classes_in(text) & ANVIL_BYTES_LETTER) != 0 && text.ptr[0] != '-' &&
           text.ptr[text.len - 1] != '-';
}
