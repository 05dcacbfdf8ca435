/* SPDX-License-Identifier: Apache-2.0 */
/* The two-ended arena over memory of any alignment, between two unreadable pages. */
#include "base/arena.h"
#include "guard_page.h"
#include "test.h"

#include <string.h>

static bool is_aligned(const void *memory, size_t align) {
    return ((uintptr_t)memory & (align - 1)) == 0;
}

TEST(an_arena_over_nothing_is_empty) {
    struct anvil_arena arena = anvil_arena_of(NULL, 0);
    size_t need = 0;
    assert_null(anvil_arena_take(&arena, 10, 1, &need));
    assert_int_equal(need, 10);
    assert_null(anvil_arena_push(&arena, 16, 8, &need));
    assert_int_equal(need, 16 + 7);
    assert_int_equal(arena.used, 0);
    assert_int_equal(arena.scratch, 0);
    assert_int_equal(arena.peak, 0);
}

/* [I-04] whatever address the memory has, what comes out of it is aligned; [I-02] and inside */
TEST(both_ends_align_from_any_address) {
    for (size_t skew = 0; skew < 16; skew++) {
        struct guard_page page = guard_page_of(NULL, 128 + skew);
        struct anvil_arena arena = anvil_arena_of(page.ptr + skew, 128);
        for (size_t align = 1; align <= 16; align *= 2) {
            size_t need = 0;
            anvil_arena_reset(&arena);
            char *odd = anvil_arena_take(&arena, 3, 1, &need);
            char *low = anvil_arena_take(&arena, 24, align, &need);
            char *high = anvil_arena_push(&arena, 32, align, &need);
            assert_ptr_equal(odd, page.ptr + skew);
            assert_true(low >= odd + 3 && low < odd + 3 + align);
            assert_true(is_aligned(low, align));
            assert_true(is_aligned(high, align));
            assert_true(high + 32 <= page.ptr + skew + 128);
            assert_true(high + 32 + align > page.ptr + skew + 128);
            memset(low, 'x', 24);
            memset(high, 'y', 32);
        }
        guard_page_free(&page);
    }
}

TEST(what_is_pushed_is_zero) {
    char memory[64];
    memset(memory, 0xFF, sizeof memory);
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    size_t need = 0;
    const char *item = anvil_arena_push(&arena, 16, 8, &need);
    static const char ZEROS[16];
    assert_memory_equal(item, ZEROS, sizeof ZEROS);
}

TEST(the_last_byte_can_be_had_from_both_ends) {
    char memory[8];
    size_t need = 0;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_ptr_equal(anvil_arena_take(&arena, 5, 1, &need), memory);
    assert_ptr_equal(anvil_arena_push(&arena, 3, 1, &need), memory + 5);
    assert_null(anvil_arena_take(&arena, 1, 1, &need));
    assert_null(anvil_arena_push(&arena, 1, 1, &need));
    assert_int_equal(arena.peak, 8);
}

TEST(a_refusal_changes_nothing) {
    char memory[16];
    size_t need = 0;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_non_null(anvil_arena_take(&arena, 9, 1, &need));
    struct anvil_arena before = arena;
    assert_null(anvil_arena_take(&arena, 8, 1, &need));
    assert_null(anvil_arena_push(&arena, 8, 1, &need));
    assert_null(anvil_arena_settle(&arena, 2, 8, 1, 0, &need));
    assert_memory_equal(&before, &arena, sizeof arena);
}

TEST(what_is_given_back_can_be_taken_again) {
    char memory[16];
    size_t need = 0;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_non_null(anvil_arena_take(&arena, 16, 1, &need));
    anvil_arena_give_back(&arena, 10);
    assert_ptr_equal(anvil_arena_take(&arena, 10, 1, &need), memory + 6);
    assert_int_equal(arena.peak, 16);
}

TEST(settled_items_stand_in_the_order_they_came) {
    uint64_t memory[16];
    size_t need = 0;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    for (uint64_t i = 0; i < 5; i++)
        *(uint64_t *)anvil_arena_push(&arena, sizeof i, sizeof i, &need) = 100 + i;
    const uint64_t *items =
        anvil_arena_settle(&arena, 5, sizeof(uint64_t), sizeof(uint64_t), 0, &need);
    assert_ptr_equal(items, memory);
    for (uint64_t i = 0; i < 5; i++)
        assert_int_equal(items[i], 100 + i);
    assert_int_equal(arena.scratch, 0);
    assert_int_equal(arena.used, 40);
    assert_int_equal(arena.peak, 80);
}

/* A list inside a list: its items settle first, and the outer items stay side by side. */
TEST(lists_nest) {
    uint64_t memory[16];
    size_t need = 0;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    *(uint64_t *)anvil_arena_push(&arena, 8, 8, &need) = 1;
    size_t mark = arena.scratch;
    *(uint64_t *)anvil_arena_push(&arena, 8, 8, &need) = 10;
    *(uint64_t *)anvil_arena_push(&arena, 8, 8, &need) = 11;
    const uint64_t *inner = anvil_arena_settle(&arena, 2, 8, 8, mark, &need);
    *(uint64_t *)anvil_arena_push(&arena, 8, 8, &need) = 2;
    const uint64_t *outer = anvil_arena_settle(&arena, 2, 8, 8, 0, &need);
    assert_int_equal(inner[0], 10);
    assert_int_equal(inner[1], 11);
    assert_int_equal(outer[0], 1);
    assert_int_equal(outer[1], 2);
    assert_int_equal(arena.scratch, 0);
}

/* Both copies of the items exist for a moment; without room for both they stay where they are. */
TEST(settling_needs_room_for_a_second_copy) {
    uint64_t memory[5];
    size_t need = 0;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    for (uint64_t i = 0; i < 3; i++)
        *(uint64_t *)anvil_arena_push(&arena, 8, 8, &need) = i;
    assert_null(anvil_arena_settle(&arena, 3, 8, 8, 0, &need));
    assert_true(need >= 48);
    assert_int_equal(arena.scratch, 24);
    assert_int_equal(arena.used, 0);
}

/* The four steps of reading a list of one escaped text behind another one: how many succeed. */
static int steps_done(struct anvil_arena *arena, size_t text, size_t *need) {
    if (anvil_arena_take(arena, text, 1, need) == NULL)
        return 0;
    if (anvil_arena_push(arena, 16, 8, need) == NULL)
        return 1;
    if (anvil_arena_take(arena, text + 1, 1, need) == NULL)
        return 2;
    return anvil_arena_settle(arena, 1, 16, 8, 0, need) == NULL ? 3 : 4;
}

/* [I-14] the reported size is more than there was and enough for the step that failed, whatever the
 * address and however full the arena is at either end */
TEST(with_the_reported_need_the_step_succeeds) {
    _Alignas(16) char memory[512];
    for (size_t skew = 0; skew < 8; skew++)
        for (size_t capacity = 0; capacity < 96; capacity++)
            for (size_t text = 0; text < 12; text++) {
                int before = -1;
                for (size_t need = capacity; before != 4;) {
                    struct anvil_arena arena = anvil_arena_of(memory + skew, need);
                    int now = steps_done(&arena, text, &need);
                    assert_true(now > before);
                    assert_true(now == 4 || need > arena.capacity);
                    before = now;
                }
            }
}

TEST(sizes_that_overflow_are_refused) {
    char memory[32];
    size_t need = 0;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_non_null(anvil_arena_take(&arena, 3, 1, &need));
    static const size_t HUGE_SIZES[] = {SIZE_MAX, SIZE_MAX - 1, SIZE_MAX - 7, SIZE_MAX - 31,
                                        SIZE_MAX / 2 + 1};
    for (size_t i = 0; i < sizeof HUGE_SIZES / sizeof HUGE_SIZES[0]; i++) {
        assert_null(anvil_arena_take(&arena, HUGE_SIZES[i], 8, &need));
        assert_true(need >= HUGE_SIZES[i]);
        assert_null(anvil_arena_push(&arena, HUGE_SIZES[i], 8, &need));
        assert_true(need >= HUGE_SIZES[i]);
    }
    assert_int_equal(arena.used, 3);
    assert_int_equal(arena.scratch, 0);
}

TEST(a_reset_empties_and_keeps_the_peak) {
    char memory[32];
    size_t need = 0;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_non_null(anvil_arena_take(&arena, 7, 1, &need));
    assert_non_null(anvil_arena_push(&arena, 4, 1, &need));
    assert_int_equal(arena.peak, 11);
    anvil_arena_reset(&arena);
    assert_int_equal(arena.used, 0);
    assert_int_equal(arena.scratch, 0);
    assert_int_equal(arena.peak, 11);
    assert_ptr_equal(anvil_arena_take(&arena, 32, 1, &need), memory);
    assert_int_equal(arena.peak, 32);
}
