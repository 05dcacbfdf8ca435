/* SPDX-License-Identifier: Apache-2.0 */
/* [I-11] Every kernel's span is that of a byte-wise loop, whatever the alignment, the length, the
 * class and the byte that ends it; [I-01] and it reads nothing before and behind its bytes. */
#include "base/class.h"
#include "guard_page.h"
#include "sample/sample_limits.h"
#include "scan/kernel.h"
#include "test.h"

#include <string.h>

static const struct anvil_class *const CLASSES[] = {
    &anvil_plain_run.set,  &sample_id_run.set, &sample_code_run.set,
    &sample_token_run.set, &sample_no_run.set, &sample_owner_run.set,
};
/* Those that this build holds and this processor runs. */
static size_t spans_of_kernels(anvil_span *spans[ANVIL_KERNEL_COUNT]) {
    size_t count = 0;
    for (size_t k = 0; k <= (size_t)anvil_kernel(); k++)
        if (anvil_spans[k] != NULL)
            spans[count++] = anvil_spans[k];
    return count;
}

enum { CLASS_COUNT = sizeof CLASSES / sizeof CLASSES[0], LONGEST = 80 };

static const unsigned char *reference(const unsigned char *p, const unsigned char *end,
                                      const struct anvil_class *set) {
    while (p != end && anvil_class_has(set, *p))
        p++;
    return p;
}

/* A byte of the class; any byte of the empty one. */
static unsigned char member_of(const struct anvil_class *set) {
    for (unsigned char byte = 0x7F; byte > 0; byte--)
        if (anvil_class_has(set, byte))
            return byte;
    return 'x';
}

static void expect_reference(anvil_span *span, const unsigned char *p, size_t len,
                             const struct anvil_class *set) {
    ptrdiff_t found = span(p, p + len, set) - p;
    if (found != reference(p, p + len, set) - p)
        fail_msg("%td in %zu bytes", found, len);
}

TEST(every_length_at_every_alignment) {
    _Alignas(64) unsigned char bytes[64 + LONGEST + 1];
    anvil_span *spans[ANVIL_KERNEL_COUNT];
    size_t kernels = spans_of_kernels(spans);
    for (size_t k = 0; k < kernels; k++)
        for (size_t c = 0; c < CLASS_COUNT; c++) {
            memset(bytes, member_of(CLASSES[c]), sizeof bytes);
            for (size_t skew = 0; skew < 64; skew++)
                for (size_t len = 0; len <= LONGEST; len++)
                    expect_reference(spans[k], bytes + skew, len, CLASSES[c]);
        }
}

/* Every byte value, at every place of every length. */
TEST(every_byte_as_the_miss_at_every_place) {
    unsigned char bytes[LONGEST];
    bool is_slow = test_rounds(50) < 50;
    anvil_span *spans[ANVIL_KERNEL_COUNT];
    size_t kernels = spans_of_kernels(spans);
    for (size_t k = 0; k < kernels; k++)
        for (size_t len = 1; len <= LONGEST; len += is_slow ? 13 : 1)
            for (size_t place = 0; place < len; place++)
                for (unsigned byte = 0; byte < 256; byte += is_slow && place % 16 != 0 ? 37 : 1) {
                    memset(bytes, 'a', len);
                    bytes[place] = (unsigned char)byte;
                    expect_reference(spans[k], bytes, len, &anvil_plain_run.set);
                    expect_reference(spans[k], bytes, len, &sample_id_run.set);
                }
}

/* Every class of a single byte knows that byte from all others. */
TEST(every_byte_against_every_class_of_one) {
    unsigned char bytes[48];
    anvil_span *spans[ANVIL_KERNEL_COUNT];
    size_t kernels = spans_of_kernels(spans);
    for (size_t k = 0; k < kernels; k++)
        for (unsigned only = 0; only < 128; only++) {
            struct anvil_class set = {{0}};
            set.rows[only & 15] = (uint8_t)(1U << (only >> 4));
            for (unsigned byte = 0; byte < 256; byte++) {
                memset(bytes, (int)only, sizeof bytes);
                bytes[21] = (unsigned char)byte;
                bytes[39] = (unsigned char)byte;
                expect_reference(spans[k], bytes, 16 + byte % 32, &set);
                expect_reference(spans[k], bytes + 16, byte % 32, &set);
            }
        }
}

/* The first miss counts, also when there are several in one load. */
TEST(the_first_of_several_misses_counts) {
    unsigned char bytes[64];
    anvil_span *spans[ANVIL_KERNEL_COUNT];
    size_t kernels = spans_of_kernels(spans);
    for (size_t k = 0; k < kernels; k++)
        for (size_t first = 0; first < 64; first++)
            for (size_t second = first; second < 64; second++) {
                memset(bytes, 'a', sizeof bytes);
                bytes[first] = '"';
                bytes[second] = 0x80;
                assert_ptr_equal(spans[k](bytes, bytes + 64, &anvil_plain_run.set), bytes + first);
            }
}

TEST(nothing_outside_the_bytes_is_read) {
    unsigned char bytes[LONGEST];
    memset(bytes, 'a', sizeof bytes);
    struct guard_page behind = guard_page_of(bytes, LONGEST);
    struct guard_page before = guard_page_after(bytes, LONGEST);
    anvil_span *spans[ANVIL_KERNEL_COUNT];
    size_t kernels = spans_of_kernels(spans);
    for (size_t k = 0; k < kernels; k++)
        for (size_t len = 0; len <= LONGEST; len++) {
            const unsigned char *end = (const unsigned char *)behind.ptr + LONGEST;
            assert_ptr_equal(spans[k](end - len, end, &anvil_plain_run.set), end);
            const unsigned char *begin = (const unsigned char *)before.ptr;
            assert_ptr_equal(spans[k](begin, begin + len, &anvil_plain_run.set), begin + len);
        }
    guard_page_free(&behind);
    guard_page_free(&before);
}

/* [I-08] the choice is made once and stays */
TEST(the_chosen_kernel_is_one_that_exists_and_stays) {
    enum anvil_kernel first = anvil_kernel();
    assert_in_range(first, ANVIL_KERNEL_SCALAR, ANVIL_KERNEL_COUNT - 1);
    for (int i = 0; i < 3; i++)
        assert_int_equal(anvil_kernel(), first);
}
