/* SPDX-License-Identifier: Apache-2.0 */
/* [I-06] A JSON number taken apart, for those who compute its value: integers, binary floating
 * point and epoch seconds. Knows the text of the number and none of those.
 *
 * Every digit is looked at once. The first digits, which decide nearly always, come as a number;
 * whoever needs more walks over them with decimal_digit(). */
#ifndef ANVIL_TEXT_DECIMAL_H
#define ANVIL_TEXT_DECIMAL_H

#include "text/digits.h"

/* As many digits always fit 64 bits. */
#define ANVIL_DECIMAL_LEADING_MAX 19

/* The number is 0.d1d2d3... * 10^point, d1 being its first digit that is not 0. Of zero, `leading`,
 * `leading_count` and `point` are 0 and `first` is `end`. */
struct anvil_decimal {
    const unsigned char *first; /* d1 in the token */
    const unsigned char *end;   /* where its digits end: the exponent, or the end of the token */
    uint64_t leading;           /* d1 and what follows, 19 digits at most, as a whole number */
    int64_t point;              /* far from overflow for whoever adds a few thousand */
    int leading_count;          /* how many digits `leading` stands for */
    bool is_cut;                /* a digit other than 0 follows them */
    bool is_negative;           /* a minus in front; of zero too */
};

/* Takes apart the number at [begin, end), of which anvil_scan_number() has said that it is one.
 * Other bytes give some decimal or other. Cost: one pass. */
ANVIL_LOCAL void anvil_decimal_split(const unsigned char *begin, const unsigned char *end,
                                     struct anvil_decimal *decimal);

/* Takes the next digit at *p, 0 to 9, or -1 at `end`. Begin at `first`. */
ANVIL_INLINE int decimal_digit(const unsigned char **p, const unsigned char *end) {
    if (*p != end && **p == '.')
        ++*p;
    return *p != end ? *(*p)++ - '0' : -1;
}

#endif
