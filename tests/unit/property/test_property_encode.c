/* SPDX-License-Identifier: Apache-2.0 */
/* What holds of encoding whatever the struct is. Every case comes from a seed, so that every run is
 * the same. */
#include "anvil/codec.h"
#include "guard_page.h"
#include "sample/all_shapes.h"
#include "sample/encoded_text.h"
#include "sample/random_json.h"
#include "sample/random_value.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "test.h"

#include <string.h>

static struct random_values values = {.dice = {31}};
static struct json_text json = {.dice = {32}};
static char buffer[ENCODED_BYTES_MAX];

/* For the text of numbers, which spans cannot point at in the struct. */
static unsigned char arena_memory[ENCODED_BYTES_MAX];
static struct anvil_arena text_arena;

static struct anvil_arena *fresh_arena(void) {
    text_arena = anvil_arena_of(arena_memory, sizeof arena_memory);
    return &text_arena;
}

/* the engine's writer against the naive one of the tests */
TEST(encoding_is_writing_compactly) {
    struct dice dice = {33};
    for (size_t round = test_rounds(5000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        struct anvil_str text = encode_text(shape, value, ANVIL_OFF, ANVIL_OK);
        /* The naive writer chooses between short and long escapes: compare what both mean. */
        static unsigned char ours[8192];
        static unsigned char theirs[8192];
        static unsigned char memory[2][1 << 17];
        struct anvil_arena arenas[2] = {anvil_arena_of(memory[0], sizeof memory[0]),
                                        anvil_arena_of(memory[1], sizeof memory[1])};
        struct anvil_str naive = random_json(&json, shape, value);
        assert_int_equal(anvil_decode(shape, text, ANVIL_OFF, &arenas[0], ours, NULL), ANVIL_OK);
        assert_int_equal(anvil_decode(shape, naive, ANVIL_OFF, &arenas[1], theirs, NULL), ANVIL_OK);
        assert_true(is_same_value(shape, ours, theirs));
        if (json.is_shortest && memchr(text.ptr, '\\', text.len) == NULL)
            assert_true(anvil_str_equal(text, naive));
    }
}

/* [I-12] decoding what was encoded gives the struct back, encoding that gives the same bytes */
TEST(there_and_back_again) {
    struct dice dice = {34};
    for (size_t round = test_rounds(5000); round != 0; round--) {
        static unsigned char again[8192];
        static unsigned char memory[1 << 17];
        static char first[ENCODED_BYTES_MAX];
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        struct anvil_str text = encode_text(shape, value, ANVIL_OFF, ANVIL_OK);
        memcpy(first, text.ptr, text.len);
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        struct anvil_str body = anvil_str_of(first, text.len);
        assert_int_equal(anvil_decode(shape, body, ANVIL_OFF, &arena, again, NULL), ANVIL_OK);
        assert_true(is_same_value(shape, again, value));
        text = encode_text(shape, again, ANVIL_OFF, ANVIL_OK);
        assert_true(anvil_str_equal(text, body));
    }
}

/* the same through the neutral form */
TEST(there_and_back_through_the_neutral_form) {
    struct dice dice = {39};
    for (size_t round = test_rounds(2000); round != 0; round--) {
        static unsigned char again[8192];
        static unsigned char memory[1 << 17];
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        struct anvil_str text = encode_text(shape, value, ANVIL_NEUTRAL, ANVIL_OK);
        struct anvil_arena room = anvil_arena_of(memory, sizeof memory);
        assert_int_equal(anvil_decode(shape, text, ANVIL_NEUTRAL, &room, again, NULL), ANVIL_OK);
        assert_true(is_same_value(shape, again, value));
        assert_true(anvil_str_equal(encode_joined(shape, value, ANVIL_NEUTRAL, ANVIL_OK), text));
    }
}

/* [I-10] checking along the way is checking before: status, violations, path of a bad text */
TEST(checking_along_is_checking_before) {
    static const unsigned CHECKS[] = {ANVIL_SDK,
                                      ANVIL_STRICT,
                                      ANVIL_CHECK_PATTERN,
                                      ANVIL_CHECK_MIN,
                                      (unsigned)ANVIL_STRICT | ANVIL_CHECK_IDENTITY,
                                      ANVIL_OFF};
    struct dice dice = {35};
    values.has_bad_utf8 = true;
    for (size_t round = test_rounds(5000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        unsigned checks = CHECKS[dice_below(&dice, sizeof CHECKS / sizeof CHECKS[0])];
        struct anvil_report along;
        struct anvil_report before;
        size_t bytes = 0;
        enum anvil_status status = anvil_check(shape, value, checks, &before);
        assert_int_equal(anvil_encode(shape, value, checks, buffer, sizeof buffer, &bytes, &along),
                         status);
        assert_same_report(&along, &before, true);
        assert_int_equal(bytes != 0, status == ANVIL_OK);
        size_t count = 0;
        assert_int_equal(anvil_encode_spans(shape, value, checks, encoded_spans, ENCODED_SPANS_MAX,
                                            &count, &bytes, fresh_arena(), &along),
                         status);
        assert_same_report(&along, &before, true);
        if (status != ANVIL_OK)
            continue;
        struct anvil_str checked = encode_text(shape, value, checks, ANVIL_OK);
        memcpy(buffer, checked.ptr, checked.len);
        struct anvil_str unchecked = encode_text(shape, value, ANVIL_OFF, ANVIL_OK);
        assert_true(anvil_str_equal(anvil_str_of(buffer, checked.len), unchecked));
    }
    values.has_bad_utf8 = false;
}

/* [I-13] joined spans, the filled buffer and the measured size agree; for structs that have passed
 * STRICT so do the spans that were not looked at */
TEST(spans_buffer_and_measure_agree) {
    struct dice dice = {36};
    for (size_t round = test_rounds(5000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        size_t bytes = 0;
        assert_int_equal(anvil_encode(shape, value, ANVIL_OFF, NULL, 0, &bytes, NULL),
                         ANVIL_E_BUFFER);
        struct anvil_str text = encode_text(shape, value, ANVIL_OFF, ANVIL_OK);
        assert_int_equal(text.len, bytes);
        assert_true(anvil_str_equal(encode_joined(shape, value, ANVIL_OFF, ANVIL_OK), text));
        if (anvil_check(shape, value, ANVIL_STRICT, NULL) == ANVIL_OK)
            assert_true(
                anvil_str_equal(encode_joined(shape, value, ANVIL_CHECKED, ANVIL_OK), text));
    }
}

/* [R-083] [I-02] Some capacity below the need, flush against an unreadable page: the exact need is
 * told. The need itself is enough. */
TEST(every_capacity_tells_the_need) {
    struct dice dice = {37};
    struct guard_page bytes_page = guard_page_of(NULL, ENCODED_BYTES_MAX);
    struct guard_page spans_page = guard_page_of(NULL, sizeof encoded_spans);
    for (size_t round = test_rounds(5000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        size_t len = encode_text(shape, value, ANVIL_OFF, ANVIL_OK).len;
        (void)encode_joined(shape, value, ANVIL_OFF, ANVIL_OK);
        size_t room = dice_hits(&dice, 3) ? len : dice_below(&dice, len);
        size_t places =
            dice_hits(&dice, 3) ? encoded_span_count : dice_below(&dice, encoded_span_count);
        size_t bytes = 0;
        size_t count = 0;
        guard_page_put(&bytes_page, NULL, room);
        assert_int_equal(anvil_encode(shape, value, ANVIL_OFF, bytes_page.ptr, room, &bytes, NULL),
                         room == len ? ANVIL_OK : ANVIL_E_BUFFER);
        assert_int_equal(bytes, len);
        guard_page_put(&spans_page, NULL, places * sizeof(struct anvil_str));
        assert_int_equal(anvil_encode_spans(shape, value, ANVIL_OFF,
                                            (struct anvil_str *)(void *)spans_page.ptr, places,
                                            &count, &bytes, fresh_arena(), NULL),
                         places == encoded_span_count ? ANVIL_OK : ANVIL_E_SPANS);
        assert_int_equal(count, encoded_span_count);
        assert_int_equal(bytes, len);
    }
    guard_page_free(&bytes_page);
    guard_page_free(&spans_page);
}

/* What is valid is accepted everywhere: by the check, by the encoder, by the decoder of the other
 * side. */
TEST(valid_structs_pass_every_door) {
    struct dice dice = {38};
    values.is_valid = true;
    for (size_t round = test_rounds(5000); round != 0; round--) {
        static unsigned char again[8192];
        static unsigned char memory[1 << 17];
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        struct anvil_report report;
        if (anvil_check(shape, value, ANVIL_STRICT, &report) != ANVIL_OK)
            continue; /* such as a slug of a single hyphen */
        struct anvil_str text = encode_text(shape, value, ANVIL_STRICT, ANVIL_OK);
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        assert_int_equal(anvil_decode(shape, text, ANVIL_STRICT, &arena, again, NULL), ANVIL_OK);
        assert_true(is_same_value(shape, again, value));
    }
    values.is_valid = false;
}
