/* SPDX-License-Identifier: Apache-2.0 */
/* [I-11] All kernels give the same results, bit for bit: statuses, reports, structs, pieces, for
 * messages and structs of every sort, good and bad. */
#include "by_kernel.h"
#include "encode/encode.h"
#include "guard_page.h"
#include "sample/all_shapes.h"
#include "sample/random_json.h"
#include "sample/random_value.h"
#include "sample/report_assert.h"
#include "test.h"

#include <string.h>

static const unsigned CHECKS[] = {
    ANVIL_OFF, ANVIL_SDK, ANVIL_STRICT, (unsigned)ANVIL_STRICT | ANVIL_LENIENT,
    (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER | ANVIL_CHECK_IDENTITY};
enum { CHECKS_COUNT = sizeof CHECKS / sizeof CHECKS[0] };

static struct random_values values = {.dice = {11}, .has_bad_utf8 = true};
static struct json_text json = {.dice = {12}};

/* Everything that one kernel made of one message. */
struct decoding {
    struct kernel_outcome outcome;
    struct anvil_report report;
    struct anvil_arena arena;
    unsigned char out[8192];
    unsigned char memory[1 << 14];
};

static void decode(struct decoding *decoding, enum anvil_kernel kernel,
                   const struct anvil_shape *shape, struct anvil_str body, unsigned checks,
                   unsigned char *memory, size_t bytes) {
    memset(memory, 0, bytes);
    memset(decoding->out, 0, sizeof decoding->out);
    decoding->arena = anvil_arena_of(memory, bytes);
    decoding->outcome = decode_by_kernel(kernel, shape, body, checks, &decoding->arena,
                                         decoding->out, &decoding->report);
    memcpy(decoding->memory, memory, bytes);
}

/* The same body and the same arena memory, one kernel after the other. */
static void expect_same_decoding(const struct anvil_shape *shape, struct anvil_str body,
                                 unsigned checks, size_t arena_bytes) {
    static struct decoding scalar;
    static struct decoding other;
    static unsigned char memory[1 << 14];
    decode(&scalar, ANVIL_KERNEL_SCALAR, shape, body, checks, memory, arena_bytes);
    for (size_t k = 1; k < ANVIL_KERNEL_COUNT; k++) {
        if (!has_kernel((enum anvil_kernel)k))
            continue;
        decode(&other, (enum anvil_kernel)k, shape, body, checks, memory, arena_bytes);
        assert_int_equal(other.outcome.status, scalar.outcome.status);
        assert_int_equal(other.outcome.is_dirty, scalar.outcome.is_dirty);
        /* Where an error stands is the report's to tell. */
        if (scalar.outcome.status == ANVIL_OK)
            assert_int_equal(other.outcome.at, scalar.outcome.at);
        assert_same_report(&other.report, &scalar.report, true);
        assert_memory_equal(&other.arena, &scalar.arena, sizeof scalar.arena);
        assert_memory_equal(other.out, scalar.out, shape->size);
        assert_memory_equal(other.memory, scalar.memory, arena_bytes);
    }
}

static void any_style(struct json_style *style, struct dice *dice) {
    style->has_space = dice_hits(dice, 3);
    style->is_shuffled = dice_hits(dice, 3);
    style->has_escapes = dice_hits(dice, 3);
    style->has_nulls = dice_hits(dice, 4);
    style->has_unknown = dice_hits(dice, 4);
    style->has_duplicates = dice_hits(dice, 4);
}

TEST(decoding) {
    struct dice dice = {13};
    struct guard_page page = guard_page_of(NULL, sizeof json.text);
    for (size_t round = test_rounds(4000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        any_style(&json.style, &dice);
        struct anvil_str body = random_json(&json, shape, random_value(&values, shape));
        body.len = spoil_json(&dice, json.text, body.len);
        guard_page_put(&page, body.ptr, body.len);
        size_t arena_bytes = dice_hits(&dice, 4) ? dice_below(&dice, 200) : 1 << 14;
        expect_same_decoding(shape, anvil_str_of(page.ptr, page.len),
                             CHECKS[dice_below(&dice, CHECKS_COUNT)], arena_bytes);
    }
    guard_page_free(&page);
}

TEST(checking) {
    struct dice dice = {14};
    for (size_t round = test_rounds(4000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        unsigned checks = CHECKS[round % CHECKS_COUNT] & ~(unsigned)ANVIL_LENIENT;
        struct anvil_report scalar;
        struct kernel_outcome first =
            check_by_kernel(ANVIL_KERNEL_SCALAR, shape, value, checks, &scalar);
        for (size_t k = 1; k < ANVIL_KERNEL_COUNT; k++) {
            if (!has_kernel((enum anvil_kernel)k))
                continue;
            struct anvil_report other;
            struct kernel_outcome outcome =
                check_by_kernel((enum anvil_kernel)k, shape, value, checks, &other);
            assert_int_equal(outcome.status, first.status);
            assert_same_report(&other, &scalar, true);
        }
    }
}

/* The struct's text is the same text; constants may stand in more than one place. */
static void assert_same_piece(struct anvil_str a, struct anvil_str b) {
    uintptr_t memory = (uintptr_t)values.memory;
    bool is_text = (uintptr_t)b.ptr >= memory && (uintptr_t)b.ptr < memory + values.used;
    assert_true(anvil_str_equal(a, b));
    if (is_text)
        assert_ptr_equal(a.ptr, b.ptr);
}

TEST(encoding) {
    static struct anvil_str spans[ANVIL_KERNEL_COUNT][4096];
    static char buffers[ANVIL_KERNEL_COUNT][1 << 16];
    static unsigned char memory[ANVIL_KERNEL_COUNT][1 << 16];
    struct dice dice = {14};
    for (size_t round = test_rounds(4000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        unsigned checks = CHECKS[round % CHECKS_COUNT] & ~(unsigned)ANVIL_LENIENT;
        size_t capacity = round % 3 == 0 ? round % 300 : sizeof buffers[0];
        struct anvil_sink lists[ANVIL_KERNEL_COUNT];
        struct anvil_sink texts[ANVIL_KERNEL_COUNT];
        struct kernel_outcome listed[ANVIL_KERNEL_COUNT];
        struct kernel_outcome written[ANVIL_KERNEL_COUNT];
        for (size_t k = 0; k < ANVIL_KERNEL_COUNT; k++) {
            if (!has_kernel((enum anvil_kernel)k))
                continue;
            struct anvil_report report;
            struct anvil_arena arena = anvil_arena_of(memory[k], sizeof memory[k]);
            lists[k] = anvil_sink_of_spans(spans[k], 4096);
            texts[k] = anvil_sink_of_buffer(buffers[k], capacity);
            listed[k] = encode_by_kernel((enum anvil_kernel)k, shape, value, checks, &lists[k],
                                         &arena, &report);
            written[k] = encode_by_kernel((enum anvil_kernel)k, shape, value, checks, &texts[k],
                                          NULL, &report);
        }
        for (size_t k = 1; k < ANVIL_KERNEL_COUNT; k++) {
            if (!has_kernel((enum anvil_kernel)k))
                continue;
            assert_int_equal(listed[k].status, listed[0].status);
            assert_int_equal(listed[k].is_dirty, listed[0].is_dirty);
            assert_int_equal(written[k].status, listed[0].status);
            assert_int_equal(lists[k].span_count, lists[0].span_count);
            assert_int_equal(lists[k].bytes, lists[0].bytes);
            for (size_t i = 0; i < lists[0].span_count; i++)
                assert_same_piece(spans[k][i], spans[0][i]);
            assert_int_equal(texts[k].bytes, texts[0].bytes);
            size_t bytes = texts[0].bytes <= capacity ? texts[0].bytes : 0;
            assert_memory_equal(buffers[k], buffers[0], bytes);
        }
    }
}
