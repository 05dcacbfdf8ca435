/* SPDX-License-Identifier: Apache-2.0 */
/* School arithmetic, one limb at a time. */
#include "text/big_number.h"
#include "test.h"

#include <string.h>

struct big_number big_of(uint64_t value) {
    struct big_number number = {{(uint32_t)value, (uint32_t)(value >> 32)}};
    return number;
}

void big_multiply(struct big_number *number, uint32_t factor) {
    uint64_t carry = 0;
    for (size_t i = 0; i < BIG_NUMBER_LIMBS; i++) {
        carry += (uint64_t)number->limbs[i] * factor;
        number->limbs[i] = (uint32_t)carry;
        carry >>= 32;
    }
    assert_int_equal(carry, 0);
}

uint32_t big_divide(struct big_number *number, uint32_t divisor) {
    uint64_t rest = 0;
    for (size_t i = (big_bits(number) + 31) / 32; i-- != 0;) {
        rest = rest << 32 | number->limbs[i];
        number->limbs[i] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    return (uint32_t)rest;
}

void big_shift_left(struct big_number *number, unsigned bits) {
    for (; bits >= 16; bits -= 16)
        big_multiply(number, UINT32_C(1) << 16);
    big_multiply(number, UINT32_C(1) << bits);
}

unsigned big_bits(const struct big_number *number) {
    unsigned limbs = BIG_NUMBER_LIMBS;
    while (limbs > 0 && number->limbs[limbs - 1] == 0)
        limbs--;
    unsigned bits = limbs * 32;
    while (bits > 0 && (number->limbs[(bits - 1) / 32] >> (bits - 1) % 32 & 1) == 0)
        bits--;
    return bits;
}

uint64_t big_word(const struct big_number *number, int lowest) {
    uint64_t word = 0;
    for (int bit = lowest + 63; bit >= lowest; bit--)
        word = word << 1 | (bit < 0 ? 0 : number->limbs[bit / 32] >> (bit % 32) & 1);
    return word;
}

size_t big_decimal(struct big_number number, char *out) {
    char reversed[BIG_NUMBER_DIGITS];
    size_t count = 0;
    do {
        uint32_t group = big_divide(&number, 1000000000);
        for (int i = 0; i < 9; i++, group /= 10)
            reversed[count++] = (char)('0' + group % 10);
    } while (big_bits(&number) != 0);
    while (count > 1 && reversed[count - 1] == '0')
        count--;
    for (size_t i = 0; i < count; i++)
        out[i] = reversed[count - 1 - i];
    out[count] = '\0';
    return count;
}
