/* SPDX-License-Identifier: Apache-2.0 */
/* Where one document of a seed ends and the next begins: brackets are counted outside of strings.
 * Whether a document is JSON is for whoever decodes it. */
#include "seed.h"

static bool is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static void skip_space(struct anvil_str *rest) {
    while (rest->len > 0 && is_space(rest->ptr[0])) {
        rest->ptr++;
        rest->len--;
    }
}

/* Takes one byte off the front when it stands there. */
static bool take(struct anvil_str *rest, char byte) {
    if (rest->len == 0 || rest->ptr[0] != byte)
        return false;
    rest->ptr++;
    rest->len--;
    return true;
}

/* The length of the object at the front; all that is left when it does not end. */
static size_t object_bytes(struct anvil_str text) {
    size_t depth = 0;
    bool is_text = false;

    for (size_t i = 0; i < text.len; i++) {
        char byte = text.ptr[i];
        if (is_text && byte == '\\')
            i++;
        else if (byte == '"')
            is_text = !is_text;
        else if (!is_text && (byte == '{' || byte == '['))
            depth++;
        else if (!is_text && (byte == '}' || byte == ']') && --depth == 0)
            return i + 1;
    }
    return text.len;
}

bool anvil_seed_next_document(struct anvil_str *rest, bool *is_list, struct anvil_str *document) {
    skip_space(rest);
    if (!*is_list)
        *is_list = take(rest, '[');
    else if (!take(rest, ','))
        *is_list = !take(rest, ']');
    skip_space(rest);
    if (rest->len == 0)
        return false;
    size_t bytes = rest->ptr[0] == '{' ? object_bytes(*rest) : rest->len;
    *document = anvil_str_of(rest->ptr, bytes);
    rest->ptr += bytes;
    rest->len -= bytes;
    return true;
}
