/* SPDX-License-Identifier: Apache-2.0 */
/* [I-01] Messages that end too early: every beginning of every example, flush against an unreadable
 * page, ends in an error at its end, and never depends on the bytes behind it. */
#include "anvil/codec.h"
#include "guard_page.h"
#include "sample/examples.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

static unsigned char memory[1 << 14];
static unsigned char value[2048];

static enum anvil_status decode(const struct anvil_shape *shape, const char *body, size_t len,
                                unsigned checks, struct anvil_report *report) {
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    return anvil_decode(shape, anvil_str_of(body, len), checks, &arena, value, report);
}

/* cut between two characters: the end; cut inside of one: its first byte. */
static bool is_expected(const struct anvil_report *report, const char *body, size_t len) {
    if (report->status == ANVIL_E_END)
        return report->offset == len;
    return report->status == ANVIL_E_UTF8 && report->offset < len && len - report->offset < 4 &&
           (unsigned char)body[report->offset] >= 0xC2;
}

static void expect_all_cuts(const struct anvil_shape *shape, const char *body, size_t len) {
    struct guard_page page = guard_page_of(body, len);
    for (size_t cut = 0; cut < len; cut++) {
        struct anvil_report flush;
        struct anvil_report inside;
        guard_page_put(&page, body, cut);
        (void)!decode(shape, page.ptr, cut, ANVIL_STRICT, &flush);
        if (!is_expected(&flush, body, cut))
            fail_msg("%s at %zu of %zu", anvil_status_name(flush.status), flush.offset, cut);
        /* The same bytes with the rest behind them. */
        (void)!decode(shape, body, cut, ANVIL_STRICT, &inside);
        assert_same_report(&flush, &inside, true);
    }
    guard_page_free(&page);
}

TEST(every_beginning_of_every_example) {
    for (const struct example *example = examples; example->file != NULL; example++) {
        char text[4096];
        struct anvil_report report;
        size_t len = example_text(example, text, sizeof text);
        assert_int_equal(decode(example->shape, text, len, ANVIL_STRICT, &report), ANVIL_OK);
        expect_all_cuts(example->shape, text, len);
    }
}

/* Members that are skipped, escapes, characters of several bytes, lists in lists, white space. */
static const struct anvil_str HARD =
    ANVIL_STR("{ \"Id\" : \"\\u0061\" , \"x\" : [ -1.5e+3 , { \"\xC3\xA9\" : [ null , true ] } , "
              "\"\\ud83d\\ude00"
              "\" ] , \"Text\" : \"\xF0\x9F\x98\x80 \xE2\x82\xAC\\\\\\\"\" , \"T\\u0061gs\" : [ "
              "\"a\" , \"\\/\" ] "
              ", \"Rows\" : [ [ \"b\" ] ] , \"Parts\" : [ { \"Code\" : \"AA\" , \"Part\" : { "
              "\"Code\" : \"BB\" } }"
              " ] , \"Color\" : null }");

TEST(every_beginning_of_a_hard_message) {
    struct anvil_report report;
    assert_int_equal(decode(&sample_message_shape, HARD.ptr, HARD.len, ANVIL_STRICT, &report),
                     ANVIL_OK);
    expect_all_cuts(&sample_message_shape, HARD.ptr, HARD.len);
}

/* What stands behind the end does not matter, whatever it is: here it would complete the message,
 * or spoil it. */
TEST(bytes_behind_the_end_do_not_matter) {
    static const struct anvil_str BEHIND[] = {ANVIL_STR("\",\"Text\":\"\"}"), ANVIL_STR("}}}}"),
                                              ANVIL_STR("\x80\x80\x80\x80"), ANVIL_STR("0041dE00")};
    for (size_t cut = 0; cut <= HARD.len; cut++) {
        struct anvil_report alone;
        struct guard_page page = guard_page_of(HARD.ptr, cut);
        (void)!decode(&sample_message_shape, page.ptr, cut, ANVIL_STRICT, &alone);
        guard_page_free(&page);
        for (size_t i = 0; i < sizeof BEHIND / sizeof BEHIND[0]; i++) {
            char text[1024];
            struct anvil_report followed;
            memcpy(text, HARD.ptr, cut);
            memcpy(text + cut, BEHIND[i].ptr, BEHIND[i].len);
            (void)!decode(&sample_message_shape, text, cut, ANVIL_STRICT, &followed);
            assert_same_report(&alone, &followed, true);
        }
    }
}

/* Bytes missing at the front are as bad, and nothing before the message is read. */
TEST(every_ending_of_every_example) {
    for (const struct example *example = examples; example->file != NULL; example++) {
        char text[4096];
        size_t len = example_text(example, text, sizeof text);
        for (size_t cut = 1; cut < len; cut++) {
            struct guard_page page = guard_page_after(text + cut, len - cut);
            struct anvil_report report;
            enum anvil_status status =
                decode(example->shape, page.ptr, page.len, ANVIL_OFF, &report);
            /* A structure inside may be a message of its own, with something behind it. */
            assert_true(anvil_status_group(status) == ANVIL_GROUP_BYTES || status == ANVIL_E_TYPE);
            assert_true(report.offset <= page.len);
            guard_page_free(&page);
        }
    }
}
