/* SPDX-License-Identifier: Apache-2.0 */
/* Loads, comparisons and copies of a few bytes: at any address, of any length, never one too far
 * [I-01 I-02 I-04]. */
#include "base/bytes.h"
#include "guard_page.h"
#include "test.h"

enum { LONGEST = 200 };

static void fill(unsigned char *bytes, size_t count) {
    for (size_t i = 0; i < count; i++)
        bytes[i] = (unsigned char)(i * 7 + 1);
}

TEST(loads_work_at_any_address) {
    _Alignas(8) unsigned char bytes[32];
    fill(bytes, sizeof bytes);
    for (size_t skew = 0; skew < 16; skew++) {
        uint32_t four = load_u32(bytes + skew);
        uint64_t eight = load_u64(bytes + skew);
        assert_memory_equal(&four, bytes + skew, 4);
        assert_memory_equal(&eight, bytes + skew, 8);
    }
}

TEST(equal_bytes_are_equal_at_every_length) {
    unsigned char bytes[LONGEST];
    fill(bytes, sizeof bytes);
    for (size_t count = 0; count <= 40; count++) {
        struct guard_page a = guard_page_of(bytes, count);
        struct guard_page b = guard_page_after(bytes, count);
        const unsigned char *left = (const unsigned char *)a.ptr;
        unsigned char *right = (unsigned char *)b.ptr;
        assert_true(equal_bytes(left, right, count));
        for (size_t i = 0; i < count; i++) {
            right[i] ^= 0x40;
            assert_false(equal_bytes(left, right, count));
            right[i] ^= 0x40;
        }
        guard_page_free(&a);
        guard_page_free(&b);
    }
}

TEST(copies_are_whole_and_stay_inside) {
    unsigned char bytes[LONGEST];
    fill(bytes, sizeof bytes);
    for (size_t count = 1; count <= LONGEST; count++) {
        struct guard_page from = guard_page_after(bytes, count);
        struct guard_page to = guard_page_of(NULL, count + 1);
        copy_bytes(to.ptr + 1, from.ptr, count);
        assert_memory_equal(to.ptr + 1, bytes, count);
        assert_int_equal((unsigned char)to.ptr[0], 0xA5);
        guard_page_free(&from);
        guard_page_free(&to);
        from = guard_page_of(bytes, count);
        to = guard_page_after(NULL, count + 1);
        copy_bytes(to.ptr, from.ptr, count);
        assert_memory_equal(to.ptr, bytes, count);
        assert_int_equal((unsigned char)to.ptr[count], 0xA5);
        guard_page_free(&from);
        guard_page_free(&to);
    }
}
