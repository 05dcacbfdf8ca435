/* SPDX-License-Identifier: Apache-2.0 */
/* Whole numbers of a few hundred digits, as limbs of 32 bits. */
#include "text/natural.h"
#include "text/power_of_ten.h"

#include "base/port.h"
#include <string.h>

ANVIL_COLD_FILE

static void append(struct anvil_natural *number, uint32_t limb) {
    if (limb != 0 && number->count < ANVIL_NATURAL_LIMBS)
        number->limbs[number->count++] = limb;
}

void anvil_natural_set(struct anvil_natural *number, uint64_t value) {
    number->count = 0;
    if (value >> 32 != 0)
        number->limbs[number->count++] = (uint32_t)value;
    append(number, (uint32_t)(value >> 32 != 0 ? value >> 32 : value));
}

void anvil_natural_multiply_add(struct anvil_natural *number, uint32_t factor, uint32_t addend) {
    uint64_t carry = addend;
    for (size_t i = 0; i < number->count; i++) {
        carry += (uint64_t)number->limbs[i] * factor;
        number->limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    append(number, (uint32_t)carry);
}

void anvil_natural_multiply_fives(struct anvil_natural *number, unsigned exponent) {
    /* The greatest power of five that is a limb. */
    enum { STEP = 13 };
    for (; exponent >= STEP; exponent -= STEP)
        anvil_natural_multiply_add(number, (uint32_t)anvil_fives[STEP], 0);
    anvil_natural_multiply_add(number, (uint32_t)anvil_fives[exponent], 0);
}

void anvil_natural_multiply_twos(struct anvil_natural *number, unsigned exponent) {
    anvil_natural_multiply_add(number, UINT32_C(1) << exponent % 32, 0);
    size_t limbs = exponent / 32;
    if (number->count == 0 || limbs > ANVIL_NATURAL_LIMBS - number->count)
        return;
    memmove(number->limbs + limbs, number->limbs, number->count * sizeof number->limbs[0]);
    memset(number->limbs, 0, limbs * sizeof number->limbs[0]);
    number->count += limbs;
}

int anvil_natural_compare(const struct anvil_natural *a, const struct anvil_natural *b) {
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- != 0;)
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
    return 0;
}
