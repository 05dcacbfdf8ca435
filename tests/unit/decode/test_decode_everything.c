/* SPDX-License-Identifier: Apache-2.0 */
/* A message with every kind and sort: cut off everywhere, in memory of every size and at every
 * address, spoilt byte by byte. */
#include "anvil/codec.h"
#include "guard_page.h"
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "sample/sample_kinds.h"
#include "test.h"

#include <string.h>

static struct sample_kinds whole;
static _Alignas(16) unsigned char whole_memory[1 << 14];

static void decode_whole(void) {
    struct anvil_arena arena = anvil_arena_of(whole_memory, sizeof whole_memory);
    assert_int_equal(
        anvil_decode(&sample_kinds_shape, sample_kinds_text, ANVIL_STRICT, &arena, &whole, NULL),
        ANVIL_OK);
}

TEST(written_in_any_way_it_is_the_same) {
    static _Alignas(16) unsigned char memory[1 << 14];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct sample_kinds other;
    struct anvil_report report;
    decode_whole();
    (void)!anvil_decode(&sample_kinds_shape, sample_kinds_other_text, ANVIL_STRICT, &arena, &other,
                        &report);
    assert_error(&report, ANVIL_OK, ANVIL_NO_OFFSET, "");
    assert_true(anvil_str_equal(encode_text(&sample_kinds_shape, &whole, ANVIL_STRICT, ANVIL_OK),
                                sample_kinds_text));
    assert_true(anvil_str_equal(encode_joined(&sample_kinds_shape, &whole, ANVIL_STRICT, ANVIL_OK),
                                sample_kinds_text));
}

/* [I-01] Every beginning ends at its end, or at the character that was cut through, or with
 * a number whose beginning is another one. */
static void cut_everywhere(struct anvil_str text, unsigned checks) {
    static _Alignas(16) unsigned char memory[1 << 14];
    struct guard_page page = guard_page_of(text.ptr, text.len);
    size_t end = text.len;
    while (text.ptr[end - 1] == '\n' || text.ptr[end - 1] == '\r' || text.ptr[end - 1] == ' ')
        end--;
    for (size_t cut = 0; cut < end; cut++) {
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        struct sample_kinds kinds;
        struct anvil_report flush;
        struct anvil_report inside;
        guard_page_put(&page, text.ptr, cut);
        enum anvil_status status = anvil_decode(&sample_kinds_shape, anvil_str_of(page.ptr, cut),
                                                checks, &arena, &kinds, &flush);
        bool is_cut_through = status == ANVIL_E_UTF8 && flush.offset + 1 == cut;
        bool is_other_number = status == ANVIL_E_WHOLE && cut - flush.offset < 8;
        if (!is_cut_through && !is_other_number && (status != ANVIL_E_END || flush.offset != cut))
            fail_msg("%s at %zu of %zu", anvil_status_name(status), flush.offset, cut);
        assert_int_equal(arena.used, 0);
        (void)!anvil_decode(&sample_kinds_shape, anvil_str_of(text.ptr, cut), checks, &arena,
                            &kinds, &inside);
        assert_same_report(&flush, &inside, true);
    }
    guard_page_free(&page);
}

TEST(every_beginning) {
    cut_everywhere(sample_kinds_text, ANVIL_STRICT);
    cut_everywhere(sample_kinds_text, ANVIL_LENIENT);
    cut_everywhere(sample_kinds_other_text, ANVIL_STRICT);
    cut_everywhere(sample_kinds_other_text, ANVIL_LENIENT);
}

/* [R-071] [I-02] [I-14] with every size of arena: enough, or the need is told */
TEST(every_size_of_arena) {
    static const struct anvil_str *const TEXTS[] = {&sample_kinds_text, &sample_kinds_other_text};
    decode_whole();
    for (size_t i = 0; i < 2; i++) {
        size_t enough = 0;
        for (size_t bytes = 0; bytes < 4096; bytes += bytes < 64             ? 1
                                                      : test_rounds(50) < 50 ? 61
                                                                             : 3) {
            struct guard_page page = guard_page_of(NULL, bytes);
            struct anvil_arena arena = anvil_arena_of(page.ptr, bytes);
            struct sample_kinds kinds;
            struct anvil_report report;
            enum anvil_status status =
                anvil_decode(&sample_kinds_shape, *TEXTS[i], ANVIL_STRICT, &arena, &kinds, &report);
            assert_int_equal(arena.scratch, 0);
            if (status == ANVIL_OK) {
                enough = enough == 0 ? bytes : enough;
                assert_true(arena.peak <= bytes);
            } else {
                assert_int_equal(status, ANVIL_E_ARENA);
                assert_true(report.need > bytes);
                assert_int_equal(report.offset, ANVIL_NO_OFFSET);
                assert_int_equal(arena.used, 0);
            }
            guard_page_free(&page);
        }
        assert_true(enough != 0);
    }
}

/* [I-14] [I-04] Asking again with what was told comes to an end, at every address; everything
 * stands where its type may stand. */
TEST(asking_again_with_the_need) {
    static _Alignas(16) unsigned char memory[1 << 14];
    decode_whole();
    for (size_t skew = 0; skew < 16; skew++) {
        struct sample_kinds kinds;
        struct anvil_report report;
        size_t size = 0;
        int attempts = 0;
        for (;;) {
            struct anvil_arena arena = anvil_arena_of(memory + skew, size);
            if (anvil_decode(&sample_kinds_shape, sample_kinds_text, ANVIL_STRICT, &arena, &kinds,
                             &report) == ANVIL_OK)
                break;
            assert_int_equal(report.status, ANVIL_E_ARENA);
            assert_true(report.need > size && ++attempts < 100);
            size = report.need;
        }
        assert_true(is_same_value(&sample_kinds_shape, &kinds, &whole));
        assert_int_equal((uintptr_t)kinds.longs.items % _Alignof(struct anvil_long), 0);
        assert_int_equal((uintptr_t)kinds.things.entries % _Alignof(struct sample_thing_entry), 0);
        assert_int_equal((uintptr_t)kinds.choice % _Alignof(struct sample_choice), 0);
    }
}

/* [I-09] [I-14] [I-16] Every byte replaced by every byte that matters: what is still read can be
 * written and read again; all else is an error with a place. */
TEST(every_byte_spoilt) {
    static const char BYTES[] = "{}[]\",:\\n0-9.eE \x00\x1F\x80\xC3\xFFtfu=+/ZT";
    static _Alignas(16) unsigned char memory[1 << 14];
    char text[2048];
    struct anvil_str whole_text = sample_kinds_other_text;
    assert_true(whole_text.len < sizeof text);
    size_t step = test_rounds(50) < 50 ? 17 : 1;
    for (size_t at = 0; at < whole_text.len; at += step)
        for (size_t i = 0; i + 1 < sizeof BYTES; i++) {
            struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
            struct sample_kinds kinds;
            struct anvil_report report;
            memcpy(text, whole_text.ptr, whole_text.len);
            text[at] = BYTES[i];
            enum anvil_status status =
                anvil_decode(&sample_kinds_shape, anvil_str_of(text, whole_text.len), ANVIL_STRICT,
                             &arena, &kinds, &report);
            enum anvil_status_group group = anvil_status_group(status);
            if (group == ANVIL_GROUP_BYTES || group == ANVIL_GROUP_DECODE) {
                assert_in_range(report.offset, 0, whole_text.len);
                assert_int_equal(arena.used, 0);
                continue;
            }
            assert_true(group == ANVIL_GROUP_OK || status == ANVIL_E_DUPLICATE);
            struct anvil_str written =
                encode_text(&sample_kinds_shape, &kinds, ANVIL_OFF, ANVIL_OK);
            struct sample_kinds again;
            assert_int_equal(
                anvil_decode(&sample_kinds_shape, written, ANVIL_OFF, &arena, &again, NULL),
                ANVIL_OK);
            if (kinds.http_date.nanoseconds == 0)
                assert_true(is_same_value(&sample_kinds_shape, &again, &kinds));
        }
}
