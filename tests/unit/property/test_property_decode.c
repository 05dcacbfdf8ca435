/* SPDX-License-Identifier: Apache-2.0 */
/* What holds of decoding whatever the message is. Every case comes from a seed, so that every run
 * is the same. */
#include "anvil/codec.h"
#include "guard_page.h"
#include "sample/all_shapes.h"
#include "sample/random_json.h"
#include "sample/random_value.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "sample/value_views.h"
#include "test.h"

#include <string.h>

static struct random_values values = {.dice = {21}};
static struct json_text json = {.dice = {22}};
static struct json_text plain = {.dice = {23}};

/* One decoding with all that it needs. */
struct outcome {
    enum anvil_status status;
    struct anvil_report report;
    struct anvil_arena arena;
    _Alignas(16) unsigned char value[8192];
    _Alignas(16) unsigned char memory[1 << 17];
};
static struct outcome left;
static struct outcome right;

static void decode(struct outcome *outcome, const struct anvil_shape *shape, struct anvil_str body,
                   unsigned checks) {
    outcome->arena = anvil_arena_of(outcome->memory, sizeof outcome->memory);
    outcome->status =
        anvil_decode(shape, body, checks, &outcome->arena, outcome->value, &outcome->report);
    assert_int_equal(outcome->status, outcome->report.status);
    assert_int_equal(outcome->arena.scratch, 0);
}

static struct json_style any_style(struct dice *dice) {
    struct json_style style = {dice_hits(dice, 2),
                               dice_hits(dice, 2),
                               dice_hits(dice, 2),
                               dice_hits(dice, 2),
                               dice_hits(dice, 2),
                               dice_hits(dice, 3),
                               false};
    return style;
}

/* What is written is what is read: the naive writer of the tests against the reader of the engine.
 * [R-002] [R-005] */
TEST(decoding_undoes_writing_however_it_is_written) {
    struct dice dice = {24};
    for (size_t round = test_rounds(4000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        json.style = any_style(&dice);
        decode(&left, shape, random_json(&json, shape, value), ANVIL_OFF);
        assert_int_equal(left.status, ANVIL_OK);
        assert_true(is_same_value(shape, left.value, value));
    }
}

/* what a lenient reader drops does not show, and does not move what is told of the rest:
 * every offset is that of a value, at the path that is told */
TEST(dropped_nulls_leave_no_trace) {
    struct dice dice = {29};
    for (size_t round = test_rounds(3000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        json.style = any_style(&dice);
        json.style.has_dropped = true;
        json.style.has_duplicates = false;
        struct anvil_str body = random_json(&json, shape, value);
        decode(&left, shape, body, (unsigned)ANVIL_STRICT | ANVIL_LENIENT);
        assert_true(is_same_value(shape, left.value, value));
        decode(&right, shape, random_json(&plain, shape, value), ANVIL_STRICT);
        assert_same_report(&left.report, &right.report, false);
        for (size_t i = 0; i < left.report.count; i++) {
            const struct anvil_violation *found = &left.report.violations[i];
            assert_true(found->offset < body.len);
            assert_non_null(memchr("\"[{-0123456789n", body.ptr[found->offset], 15));
        }
    }
}

/* [I-10] Checking along the way is checking afterwards: same verdict, same order, same paths, same
 * limits. Of the checks only DUPLICATE and UNKNOWN_MEMBER need the bytes. */
TEST(checking_along_is_checking_afterwards) {
    static const unsigned CHECKS[] = {ANVIL_SDK,
                                      ANVIL_STRICT,
                                      ANVIL_CHECK_PATTERN,
                                      ANVIL_CHECK_MAX,
                                      (unsigned)ANVIL_STRICT | ANVIL_CHECK_IDENTITY,
                                      (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER |
                                          ANVIL_CHECK_IDENTITY};
    struct dice dice = {25};
    for (size_t round = test_rounds(4000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        unsigned checks = CHECKS[dice_below(&dice, sizeof CHECKS / sizeof CHECKS[0])];
        unsigned of_bytes = checks & ((unsigned)ANVIL_CHECK_DUPLICATE | ANVIL_CHECK_UNKNOWN_MEMBER);
        json.style = any_style(&dice);
        struct anvil_str body = random_json(&json, shape, random_value(&values, shape));
        if (dice_hits(&dice, 4))
            body.len = spoil_json(&dice, json.text, body.len);
        decode(&left, shape, body, checks);
        decode(&right, shape, body, of_bytes);
        if (anvil_status_group(right.status) != ANVIL_GROUP_OK &&
            anvil_status_group(right.status) != ANVIL_GROUP_CONSTRAINT) {
            assert_same_report(&left.report, &right.report,
                               true); /* malformed is malformed */
            continue;
        }
        struct anvil_report after;
        enum anvil_status status = anvil_check(shape, right.value, checks, &after);
        assert_true(is_same_value(shape, left.value, right.value));
        assert_int_equal(left.status, right.status != ANVIL_OK ? right.status : status);
        /* First what the bytes show, then what the struct does. */
        size_t all = right.report.count + right.report.more + after.count + after.more;
        assert_int_equal(left.report.count + left.report.more, all);
        for (size_t i = 0; i < left.report.count; i++) {
            const struct anvil_violation *found = &left.report.violations[i];
            bool is_of_bytes = i < right.report.count;
            const struct anvil_report *source = is_of_bytes ? &right.report : &after;
            const struct anvil_violation *expected =
                &source->violations[is_of_bytes ? i : i - right.report.count];
            assert_int_equal(found->constraint, expected->constraint);
            assert_int_equal(found->limit, expected->limit);
            assert_int_equal(found->actual, expected->actual);
            assert_ptr_equal(found->limits, expected->limits);
            assert_true(anvil_str_equal(anvil_violation_path(&left.report, found),
                                        anvil_violation_path(source, expected)));
            assert_true(found->offset < body.len); /* [I-14] */
        }
    }
}

/* The verdict on a message does not depend on the order of its members, on
 * white space, or on how its text is escaped. */
TEST(the_verdict_is_about_what_is_said_not_how) {
    struct dice dice = {26};
    for (size_t round = test_rounds(4000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        const void *value = random_value(&values, shape);
        json.style = any_style(&dice);
        json.style.has_duplicates = false;
        decode(&left, shape, random_json(&json, shape, value), ANVIL_STRICT);
        decode(&right, shape, random_json(&plain, shape, value), ANVIL_STRICT);
        assert_same_report(&left.report, &right.report, false);
        assert_true(is_same_value(shape, left.value, right.value));
    }
}

/* [I-09] [I-14] Whatever the bytes are: an outcome of a known group, an offset inside, a report
 * that adds up, an arena that is as it was. */
TEST(spoilt_messages_end_in_order) {
    struct dice dice = {27};
    struct guard_page page = guard_page_of(NULL, sizeof json.text);
    for (size_t round = test_rounds(5000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        json.style = any_style(&dice);
        struct anvil_str body = random_json(&json, shape, random_value(&values, shape));
        guard_page_put(&page, body.ptr, spoil_json(&dice, json.text, body.len));
        unsigned checks = dice_hits(&dice, 2) ? (unsigned)ANVIL_STRICT : (unsigned)ANVIL_LENIENT;
        decode(&left, shape, anvil_str_of(page.ptr, page.len), checks);
        enum anvil_status_group group = anvil_status_group(left.status);
        if (group == ANVIL_GROUP_BYTES || group == ANVIL_GROUP_DECODE) {
            assert_in_range(left.report.offset, 0, page.len);
            assert_int_equal(left.report.count + left.report.more, 0);
            assert_int_equal(left.arena.used, 0);
        } else {
            assert_true(group == ANVIL_GROUP_OK || group == ANVIL_GROUP_CONSTRAINT);
            assert_int_equal(left.report.offset, ANVIL_NO_OFFSET);
            assert_int_equal(left.report.count != 0 || left.report.more != 0,
                             left.status != ANVIL_OK);
        }
        assert_int_equal(left.report.need, 0);
    }
    guard_page_free(&page);
}

/* [I-03] every text of a decoded struct lies in the message or in the used part of the arena, what
 * was built in the latter */
TEST(views_stay_inside) {
    struct dice dice = {28};
    for (size_t round = test_rounds(3000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        json.style = any_style(&dice);
        struct anvil_str body = random_json(&json, shape, random_value(&values, shape));
        decode(&left, shape, body, ANVIL_OFF);
        assert_int_equal(left.status, ANVIL_OK);
        assert_true(has_views_inside(shape, left.value, body, &left.arena));
    }
}

/* [I-08] [I-04] The outcome depends on the arguments and on nothing else: not on what stood in the
 * struct, the report and the arena before. */
TEST(the_same_bytes_give_the_same_outcome) {
    struct dice dice = {29};
    for (size_t round = test_rounds(2000); round != 0; round--) {
        const struct anvil_shape *shape = any_shape(&dice);
        json.style = any_style(&dice);
        struct anvil_str body = random_json(&json, shape, random_value(&values, shape));
        if (dice_hits(&dice, 2))
            body.len = spoil_json(&dice, json.text, body.len);
        memset(&left.report, 0x00, sizeof left.report);
        memset(left.value, 0x00, sizeof left.value);
        memset(left.memory, 0x00, 4096);
        memset(right.value, 0xFF, sizeof right.value);
        memset(right.memory, 0xFF, 4096);
        memset(&right.report, 0xFF, sizeof right.report);
        decode(&left, shape, body, ANVIL_STRICT);
        decode(&right, shape, body, ANVIL_STRICT);
        assert_same_report(&left.report, &right.report, true);
        assert_int_equal(left.arena.used, right.arena.used);
        enum anvil_status_group group = anvil_status_group(left.status);
        if (group == ANVIL_GROUP_OK || group == ANVIL_GROUP_CONSTRAINT)
            assert_true(is_same_value(shape, left.value, right.value));
    }
}
