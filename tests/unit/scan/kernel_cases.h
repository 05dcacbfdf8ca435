/* SPDX-License-Identifier: Apache-2.0 */
/* [I-11] What the primitives of a kernel promise, against loops over bytes; [I-01] with inputs that
 * end, or begin, at a page that may not be read. A test program includes a kernel, then this. */
#include "base/class.h"
#include "guard_page.h"
#include "test.h"

#include <string.h>

enum { LONGEST = 100, FLOOR = 32 };

static const struct anvil_class *const PLAIN = &anvil_plain_run.set;

/* Text, then a quote, then more: NULL when another byte outside the class comes first. */
static const unsigned char *text_end(const unsigned char *p, const unsigned char *end) {
    while (p != end && anvil_class_has(PLAIN, *p))
        p++;
    return p != end && *p == '"' ? p : NULL;
}

static void expect_text(const unsigned char *p, const unsigned char *end) {
    const unsigned char *found = kernel_text(p, end, PLAIN);
    if (found != text_end(p, end))
        fail_msg("%td bytes, found %td", end - p, found != NULL ? found - p : -1);
}

TEST(text_ends_at_its_quote_wherever_that_is) {
    struct guard_page page = guard_page_of(NULL, FLOOR + LONGEST);
    unsigned char *begin = (unsigned char *)page.ptr;
    unsigned char *end = begin + page.len;
    SKIP_WITHOUT_KERNEL();
    for (size_t at = 0; at < LONGEST; at++)
        for (size_t quote = at; quote <= LONGEST; quote++) {
            memset(begin, 'a', page.len);
            if (quote != LONGEST)
                begin[FLOOR + quote] = '"';
            expect_text(begin + FLOOR + at, end);
        }
    guard_page_free(&page);
}

/* Quotes before the text are none of it, and a byte that is not plain behind the quote is not. */
TEST(only_what_stands_before_the_quote_counts) {
    struct guard_page page = guard_page_of(NULL, FLOOR + LONGEST);
    unsigned char *begin = (unsigned char *)page.ptr;
    static const unsigned char ODD[] = {0, 0x1F, '"', '\\', 0x7F, 0x80, 0xFF};
    SKIP_WITHOUT_KERNEL();
    for (size_t odd = 0; odd < FLOOR + LONGEST; odd++)
        for (size_t quote = FLOOR; quote < FLOOR + LONGEST; quote += 3)
            for (size_t i = 0; i < sizeof ODD; i++) {
                memset(begin, 'a', page.len);
                begin[quote] = '"';
                begin[odd] = ODD[i];
                expect_text(begin + FLOOR, begin + page.len);
            }
    guard_page_free(&page);
}

TEST(a_copy_is_the_text_and_nothing_more) {
    struct guard_page from = guard_page_of(NULL, LONGEST);
    struct guard_page to = guard_page_of(NULL, LONGEST);
    SKIP_WITHOUT_KERNEL();
    for (size_t count = 1; count <= LONGEST; count++)
        for (size_t odd = 0; odd <= count; odd++) {
            unsigned char *text = (unsigned char *)from.ptr + (LONGEST - count);
            char *copy = (char *)to.ptr + (LONGEST - count);
            for (size_t i = 0; i < count; i++)
                text[i] = (unsigned char)('a' + i % 26);
            if (odd != count)
                text[odd] = 0x80;
            assert_int_equal(kernel_copy_all(copy, (const char *)text, count, PLAIN), odd == count);
            if (odd == count)
                assert_memory_equal(copy, text, count);
        }
    guard_page_free(&from);
    guard_page_free(&to);
}

TEST(names_are_equal_when_every_byte_is) {
    struct guard_page a = guard_page_of(NULL, LONGEST);
    struct guard_page b = guard_page_of(NULL, LONGEST);
    SKIP_WITHOUT_KERNEL();
    for (size_t count = 0; count <= LONGEST; count++)
        for (size_t odd = 0; odd <= count; odd++) {
            unsigned char *left = (unsigned char *)a.ptr + (LONGEST - count);
            unsigned char *right = (unsigned char *)b.ptr + (LONGEST - count);
            memset(left, 'n', count);
            memset(right, 'n', count);
            if (odd != count)
                right[odd] ^= 0x40;
            assert_int_equal(kernel_equal(left, right, count), odd == count);
        }
    guard_page_free(&a);
    guard_page_free(&b);
}
