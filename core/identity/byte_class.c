/* SPDX-License-Identifier: Apache-2.0 */
/* Classes of bytes by the kernels; words by comparison, because they are short. */
#include "identity/byte_class.h"
#include "base/port.h"
#include "scan/kernel.h"

const struct anvil_class anvil_digits = {{8, 8, 8, 8, 8, 8, 8, 8, 8, 8}};
const struct anvil_class anvil_hex = {{0x08, 0x48, 0x48, 0x48, 0x48, 0x48, 0x48, 0x08, 0x08, 0x08}};
const struct anvil_class anvil_words = {{0xA8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8, 0xF8,
                                         0xF0, 0x50, 0x50, 0x54, 0x50, 0x70}};

size_t anvil_leading(struct anvil_str text, const struct anvil_class *set) {
    const unsigned char *begin = (const unsigned char *)text.ptr;
    return (size_t)(anvil_spans[anvil_chosen()](begin, begin + text.len, set) - begin);
}

size_t anvil_leading_words(struct anvil_str text, bool takes_digits) {
    const char *end = text.ptr + text.len;
    const unsigned digits = takes_digits ? 10 : 0;
    size_t whole = 0; /* up to the end of the last word */
    for (const char *p = text.ptr;; p++) {
        const char *word = p;
        while (p != end && ((unsigned)(*p - 'a') < 26 || (unsigned)(*p - '0') < digits))
            p++;
        if (p == word)
            return whole;
        whole = (size_t)(p - text.ptr);
        if (p == end || *p != '-')
            return whole;
    }
}

bool anvil_begins_with(struct anvil_str text, struct anvil_str start) {
    return text.len >= start.len && memcmp(text.ptr, start.ptr, start.len) == 0;
}
