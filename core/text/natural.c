/* SPDX-License-Identifier: Apache-2.0 */
/* Whole numbers of a few hundred digits, as limbs of 32 bits. */
#include "text/natural.h"
#include "text/power_of_ten.h"

#include "base/port.h"

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

static void multiply(struct anvil_natural *number, uint32_t factor) {
    uint64_t carry = 0;
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
        multiply(number, (uint32_t)anvil_fives[STEP]);
    multiply(number, (uint32_t)anvil_fives[exponent]);
}

void anvil_natural_multiply_twos(struct anvil_natural *number, unsigned exponent) {
    size_t limbs = exponent / 32;
    if (number->count != 0 && limbs <= ANVIL_NATURAL_LIMBS - number->count) {
        for (size_t i = number->count; i-- != 0;)
            number->limbs[i + limbs] = number->limbs[i];
        for (size_t i = 0; i < limbs; i++)
            number->limbs[i] = 0;
        number->count += limbs;
    }
    multiply(number, UINT32_C(1) << exponent % 32);
}

uint32_t anvil_natural_divide(struct anvil_natural *number, uint32_t divisor) {
    uint64_t rest = 0;
    for (size_t i = number->count; i-- != 0;) {
        rest = rest << 32 | number->limbs[i];
        number->limbs[i] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    while (number->count != 0 && number->limbs[number->count - 1] == 0)
        number->count--;
    return (uint32_t)rest;
}
