/* SPDX-License-Identifier: Apache-2.0 */
/* The three values of IEEE 754 that Smithy sends as strings. */
#include "base/bytes.h"
#include "base/port.h"
#include "text/real.h"

ANVIL_COLD_FILE

/* A quiet NaN and the infinities, by their bits. */
static const struct special {
    struct anvil_str text;
    uint64_t bits;
} SPECIALS[] = {{ANVIL_STR("NaN"), UINT64_C(0x7FF8) << 48},
                {ANVIL_STR("Infinity"), UINT64_C(0x7FF0) << 48},
                {ANVIL_STR("-Infinity"), UINT64_C(0xFFF0) << 48}};

struct anvil_str anvil_double_special(double value) {
    uint64_t bits = load_u64(&value);
    if ((bits & SPECIALS[1].bits) != SPECIALS[1].bits)
        return anvil_str_of(NULL, 0);
    if (bits << 12 != 0)
        return SPECIALS[0].text;
    return SPECIALS[bits >> 63 != 0 ? 2 : 1].text;
}

bool anvil_double_special_read(const unsigned char *begin, const unsigned char *end,
                               double *value) {
    for (size_t i = 0; i < sizeof SPECIALS / sizeof SPECIALS[0]; i++) {
        struct anvil_str text = SPECIALS[i].text;
        if ((size_t)(end - begin) != text.len || memcmp(begin, text.ptr, text.len) != 0)
            continue;
        memcpy(value, &SPECIALS[i].bits, sizeof *value);
        return true;
    }
    return false;
}
