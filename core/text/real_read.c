/* SPDX-License-Identifier: Apache-2.0 */
/* Decimal to binary floating point. The first 19 digits times a power of ten of 128 bits
 * bound the number from below and from above; where both bounds round to the same, that is the
 * result, and nearly always they do. Otherwise text/real_exact.c compares the number with the
 * middle.
 *
 * The bounds are what D. Lemire, "Number parsing at a gigabyte per second" (Software: Practice and
 * Experience 51, 2021) takes from M. Eisel, with an interval where that article proves which
 * products are exact. */
#include "text/decimal.h"
#include "text/power_of_ten.h"
#include "text/real.h"
#include "text/real_exact.h"

#include "base/port.h"
#include <string.h>

ANVIL_COLD_FILE

/* A binary format of IEEE 754. */
struct format {
    int fraction_bits;
    int least_exponent; /* of the last bit of a subnormal number */
    uint64_t infinity;  /* its bits */
};

static const struct format BINARY64 = {52, -1074, UINT64_C(0x7FF) << 52};
static const struct format BINARY32 = {23, -149, UINT64_C(0xFF) << 23};

/* Numbers with the point farther left are below half of the least double, those with the point
 * farther right above the greatest. */
enum { LEAST_POINT = -323, GREATEST_POINT = 309 };

/* A number between significand * 2^exponent and (significand + 1) * 2^exponent, or hardly above. */
struct estimate {
    uint64_t significand;
    int exponent;
    bool rounds_up;
    bool is_certain; /* that the nearest is what rounds_up says */
};

/* Where leading * 10^place lies among the numbers of a format. */
static ANVIL_NOINLINE struct estimate estimate_of(uint64_t leading, int place,
                                                  const struct format *format) {
    struct anvil_power_of_ten power = anvil_power_of_ten(place);
    unsigned zeros = leading_zeros(leading);
    struct anvil_wide low = wide_product(leading << zeros, power.significand.low);
    struct anvil_wide product =
        wide_sum(wide_product(leading << zeros, power.significand.high), low.high);
    /* The number is (product + error) * 2^exponent, with an error below 2: less than 1 from the
     * power and less than 1 from low.low. */
    bool is_exact = power.is_exact && low.low == 0;
    int exponent = power.exponent - (int)zeros + 64;

    /* The last bit that the format keeps. The significand has at most 53, so at least 74 of 127 or
     * 128 bits of the product are rounded away; above 128 not even half of the least number is
     * there. */
    int top = exponent + 127 - (product.high >> 63 == 0);
    int last = top - format->fraction_bits;
    if (last < format->least_exponent)
        last = format->least_exponent;
    int dropped = last - exponent;
    struct estimate estimate = {0, last, false, true};
    if (dropped > 128)
        return estimate;
    uint64_t half = UINT64_C(1) << (dropped - 65);
    uint64_t rest = product.high & (2 * half - 1);
    if (dropped < 128)
        estimate.significand = product.high >> (dropped - 64);
    bool is_half = rest == half && product.low == 0;
    estimate.rounds_up = is_half && is_exact ? (estimate.significand & 1) != 0 : rest >= half;
    estimate.is_certain = is_exact || rest != half - 1 || product.low != UINT64_MAX;
    return estimate;
}

/* Where the decimal lies, which is not zero and not far from all numbers of the format: all of its
 * digits count, not only the leading ones. */
static ANVIL_NOINLINE struct estimate estimate_whole(const struct anvil_decimal *decimal,
                                                     const struct format *format) {
    int place = (int)decimal->point - decimal->leading_count;
    struct estimate estimate = estimate_of(decimal->leading, place, format);
    if (decimal->is_cut && estimate.is_certain) {
        struct estimate above = estimate_of(decimal->leading + 1, place, format);
        estimate.is_certain =
            above.is_certain && above.exponent == estimate.exponent &&
            above.significand + above.rounds_up == estimate.significand + estimate.rounds_up;
    }
    return estimate;
}

/* The number right above or right below the middle that the estimate names. */
static bool rounds_up_exactly(const struct anvil_decimal *decimal, uint64_t significand,
                              int exponent) {
    int side = anvil_real_compare(decimal, 2 * significand + 1, exponent - 1);
    return side != 0 ? side > 0 : (significand & 1) != 0;
}

enum anvil_status anvil_real_read(const unsigned char *begin, const unsigned char *end,
                                  bool is_float, void *value) {
    const struct format *format = is_float ? &BINARY32 : &BINARY64;
    struct anvil_decimal decimal;
    uint64_t bits = 0;
    anvil_decimal_split(begin, end, &decimal);
    if (decimal.point > GREATEST_POINT)
        return ANVIL_E_RANGE_OF_TYPE;
    if (decimal.leading != 0 && decimal.point >= LEAST_POINT) {
        struct estimate estimate = estimate_whole(&decimal, format);
        if (!estimate.is_certain)
            estimate.rounds_up =
                rounds_up_exactly(&decimal, estimate.significand, estimate.exponent);
        /* The highest bit of a normal significand, and the carry of a rounded one, add 1 to the
         * exponent: that is how the format lays them out. */
        bits = ((uint64_t)(estimate.exponent - format->least_exponent) << format->fraction_bits) +
               estimate.significand + estimate.rounds_up;
    }
    if (bits >= format->infinity)
        return ANVIL_E_RANGE_OF_TYPE;
    if (is_float) {
        uint32_t word = (uint32_t)bits | (uint32_t)decimal.is_negative << 31;
        memcpy(value, &word, sizeof word);
    } else {
        bits |= (uint64_t)decimal.is_negative << 63;
        memcpy(value, &bits, sizeof bits);
    }
    return ANVIL_OK;
}
