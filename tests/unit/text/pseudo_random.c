/* SPDX-License-Identifier: Apache-2.0 */
/* SplitMix64 (G. Steele, D. Lea and C. Flood, 2014), and number tokens made with it. */
#include "text/pseudo_random.h"

#include <stdio.h>

uint64_t random_bits(struct pseudo_random *random) {
    random->state += UINT64_C(0x9E3779B97F4A7C15);
    uint64_t bits = random->state;
    bits = (bits ^ (bits >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    bits = (bits ^ (bits >> 27)) * UINT64_C(0x94D049BB133111EB);
    return bits ^ (bits >> 31);
}

uint64_t random_below(struct pseudo_random *random, uint64_t bound) {
    return random_bits(random) % bound;
}

size_t random_number_token(struct pseudo_random *random, size_t digits, unsigned exponent,
                           char *out) {
    size_t count = 1 + (size_t)random_below(random, digits);
    /* The point stands behind this many digits; at the end there is none. */
    size_t point = random_below(random, 3) == 0 ? count : 1 + (size_t)random_below(random, count);
    size_t bytes = 0;
    if (random_below(random, 4) == 0)
        out[bytes++] = '-';
    for (size_t i = 0; i < count; i++) {
        if (i == point)
            out[bytes++] = '.';
        out[bytes++] = (char)('0' + random_below(random, 10));
        if (i == 0 && out[bytes - 1] == '0' && point > 1)
            out[bytes - 1] = '1';
    }
    out[bytes] = '\0';
    if (exponent != 0 && random_below(random, 4) != 0) {
        int64_t value = (int64_t)random_below(random, 2 * (uint64_t)exponent + 1) - exponent;
        static const char *const FORMS[] = {"e%d", "E%d", "e%+d", "E%+.3d"};
        bytes += (size_t)sprintf(out + bytes, FORMS[random_below(random, 4)], (int)value);
    }
    return bytes;
}
