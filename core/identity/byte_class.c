/* SPDX-License-Identifier: Apache-2.0 */
/* Byte classes by comparison. */
#include "identity/byte_class.h"
#include "base/port.h"

ANVIL_COLD_FILE

static unsigned class_of_byte(char byte) {
    if (byte >= 'a' && byte <= 'z')
        return byte <= 'f' ? ANVIL_BYTES_HEX_LETTER : ANVIL_BYTES_NON_HEX;
    if (byte >= '0' && byte <= '9')
        return ANVIL_BYTES_DIGIT;
    if (byte >= 'A' && byte <= 'Z')
        return ANVIL_BYTES_UPPER;
    if (byte == '-')
        return ANVIL_BYTES_HYPHEN;
    if (byte == '_')
        return ANVIL_BYTES_UNDERSCORE;
    return byte == ':' || byte == '/' ? ANVIL_BYTES_SEPARATOR : ANVIL_BYTES_OTHER;
}

unsigned anvil_classes_in(struct anvil_str text) {
    unsigned classes = 0;
    for (size_t i = 0; i < text.len; i++)
        classes |= class_of_byte(text.ptr[i]);
    return classes;
}

bool anvil_is_made_of(struct anvil_str text, unsigned classes) {
    return text.len > 0 && (anvil_classes_in(text) & ~classes) == 0;
}

bool anvil_is_hyphenated(struct anvil_str text, unsigned classes) {
    bool in_word = false;
    for (size_t i = 0; i < text.len; i++) {
        unsigned found = class_of_byte(text.ptr[i]);
        if ((found & classes) == 0 && !(found == ANVIL_BYTES_HYPHEN && in_word))
            return false;
        in_word = found != ANVIL_BYTES_HYPHEN;
    }
    return in_word;
}

bool anvil_begins_with(struct anvil_str text, struct anvil_str start) {
    return text.len >= start.len && memcmp(text.ptr, start.ptr, start.len) == 0;
}
