/* SPDX-License-Identifier: Apache-2.0 */
/* Whole numbers to decimal text, two digits at a step. */
#include "text/digits.h"
#include "base/port.h"

ANVIL_COLD_FILE

const char anvil_digit_pairs[200] = {"0001020304050607080910111213141516171819"
                                     "2021222324252627282930313233343536373839"
                                     "4041424344454647484950515253545556575859"
                                     "6061626364656667686970717273747576777879"
                                     "8081828384858687888990919293949596979899"};

/* How many digits a number has. */
static size_t digits_count(uint64_t value) {
    size_t count = 1;
    for (; value >= 10000; value /= 10000)
        count += 4;
    return count + (value >= 10) + (value >= 100) + (value >= 1000);
}

void anvil_digits_pad(uint64_t value, char *out, size_t count) {
    for (; count >= 2; count -= 2) {
        put_pair(out + count - 2, (unsigned)(value % 100));
        value /= 100;
    }
    if (count != 0)
        out[0] = (char)('0' + value);
}

size_t anvil_digits_write(uint64_t value, char *out) {
    size_t count = digits_count(value);
    anvil_digits_pad(value, out, count);
    return count;
}
