/* SPDX-License-Identifier: Apache-2.0 */
/* A struct with every kind and sort: into buffers, span lists and arenas of every size. */
#include "anvil/codec.h"
#include "guard_page.h"
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/sample_kinds.h"
#include "test.h"

#include <math.h>
#include <string.h>

static struct sample_kinds kinds;
static _Alignas(16) unsigned char kinds_memory[1 << 14];

static void decode_kinds(void) {
    struct anvil_arena arena = anvil_arena_of(kinds_memory, sizeof kinds_memory);
    assert_int_equal(
        anvil_decode(&sample_kinds_shape, sample_kinds_text, ANVIL_STRICT, &arena, &kinds, NULL),
        ANVIL_OK);
}

/* [R-083] [I-02] [I-13] */
TEST(every_capacity) {
    decode_kinds();
    for (size_t room = 0; room <= sample_kinds_text.len + 1; room++) {
        struct guard_page page = guard_page_of(NULL, room);
        struct anvil_report report;
        size_t bytes = 99;
        enum anvil_status status = anvil_encode(&sample_kinds_shape, &kinds, ANVIL_STRICT, page.ptr,
                                                room, &bytes, &report);
        assert_int_equal(bytes, sample_kinds_text.len);
        if (room < sample_kinds_text.len) {
            assert_error(&report, ANVIL_E_BUFFER, ANVIL_NO_OFFSET, "");
            assert_int_equal(report.need, sample_kinds_text.len);
        } else {
            assert_int_equal(status, ANVIL_OK);
            assert_memory_equal(page.ptr, sample_kinds_text.ptr, bytes);
        }
        guard_page_free(&page);
    }
}

/* [R-084] [I-13] */
TEST(every_number_of_spans) {
    decode_kinds();
    (void)encode_joined(&sample_kinds_shape, &kinds, ANVIL_STRICT, ANVIL_OK);
    size_t need = encoded_span_count;
    for (size_t room = 0; room <= need + 1; room++) {
        static unsigned char memory[1 << 12];
        struct guard_page page = guard_page_of(NULL, room * sizeof(struct anvil_str));
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        struct anvil_report report;
        size_t count = 99;
        size_t bytes = 99;
        enum anvil_status status = anvil_encode_spans(&sample_kinds_shape, &kinds, ANVIL_STRICT,
                                                      (struct anvil_str *)(void *)page.ptr, room,
                                                      &count, &bytes, &arena, &report);
        assert_int_equal(count, need);
        assert_int_equal(bytes, sample_kinds_text.len);
        if (room < need) {
            assert_error(&report, ANVIL_E_SPANS, ANVIL_NO_OFFSET, "");
            assert_int_equal(report.need, need);
            assert_int_equal(arena.used, 0); /* [I-16] */
        } else {
            assert_int_equal(status, ANVIL_OK);
        }
        guard_page_free(&page);
    }
}

/* [R-196] [I-14] the text of numbers, moments and blobs stands in the arena: when it does not fit,
 * what would is told, with the path; asking again with that gets further */
TEST(every_size_of_arena) {
    static struct anvil_str spans[1024];
    size_t enough = 0;
    size_t size = 0;
    int attempts = 0;
    decode_kinds();
    for (size_t room = 0; room < 600; room++) {
        struct guard_page page = guard_page_of(NULL, room);
        struct anvil_arena arena = anvil_arena_of(page.ptr, room);
        struct anvil_report report;
        size_t count = 99;
        size_t bytes = 99;
        enum anvil_status status = anvil_encode_spans(&sample_kinds_shape, &kinds, ANVIL_STRICT,
                                                      spans, 1024, &count, &bytes, &arena, &report);
        if (status == ANVIL_OK) {
            enough = enough == 0 ? room : enough;
            assert_int_equal(arena.used, enough);
            assert_int_equal(bytes, sample_kinds_text.len);
        } else {
            assert_int_equal(status, ANVIL_E_ARENA);
            assert_int_equal(enough, 0);
            assert_true(report.need > room);
            assert_int_equal(count, 0);
            assert_int_equal(bytes, 0);
            assert_int_equal(arena.used, 0);
            if (room == size) {
                size = report.need;
                attempts++;
            }
        }
        guard_page_free(&page);
    }
    assert_in_range(enough, 100, 500);
    /* Each attempt was one value further. */
    assert_in_range(attempts, 10, 40);
}

TEST(what_does_not_fit_is_told) {
    static const struct {
        struct sample_kinds value;
        const char *path;
        size_t need;
    } CASES[] = {
        {{.wide = {INT64_MIN, true}}, "/Long", 20},
        {{.real = {0.5, true}}, "/Double", 3},
        {{.blob = BLOB("abcd")}, "/Blob", 8},
        {{.date_time = {0, 0, true}}, "/DateTime", 20},
        {{.http_date = {0, 0, true}}, "/HttpDate", 29},
        {{.epoch = {0, 5, true}}, "/Epoch", 11},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct anvil_str spans[8];
        struct anvil_report report;
        char memory[64];
        size_t count = 99;
        size_t bytes = 99;
        struct anvil_arena short_by_one = anvil_arena_of(memory, CASES[i].need - 1);
        struct anvil_arena enough = anvil_arena_of(memory, CASES[i].need);
        struct anvil_arena *const ARENAS[] = {NULL, &short_by_one};
        for (size_t k = 0; k < 2; k++) {
            assert_int_equal(anvil_encode_spans(&sample_kinds_shape, &CASES[i].value, ANVIL_OFF,
                                                spans, 8, &count, &bytes, ARENAS[k], &report),
                             ANVIL_E_ARENA);
            assert_error(&report, ANVIL_E_ARENA, ANVIL_NO_OFFSET, CASES[i].path);
            assert_int_equal(report.need, CASES[i].need);
        }
        assert_int_equal(anvil_encode_spans(&sample_kinds_shape, &CASES[i].value, ANVIL_OFF, spans,
                                            8, &count, &bytes, &enough, &report),
                         ANVIL_OK);
    }
}

/* what needs no text of its own needs no arena: words, documents, big numbers, specials */
TEST(without_an_arena) {
    static const struct sample_text_entry MAP[] = {{ANVIL_STR("a\n"), ANVIL_STR("b")}};
    static const struct sample_kinds VALUE = {.boolean = {true, true},
                                              .single = {-INFINITY, true},
                                              .big_integer = ANVIL_STR("12"),
                                              .big_decimal = ANVIL_STR("1.5"),
                                              .blob = BLOB(""),
                                              .document = ANVIL_STR("{}"),
                                              .texts = {MAP, 1},
                                              .end = ANVIL_STR("e")};
    struct anvil_str spans[64];
    size_t count = 0;
    size_t bytes = 0;
    assert_int_equal(anvil_encode_spans(&sample_kinds_shape, &VALUE, ANVIL_STRICT, spans, 64,
                                        &count, &bytes, NULL, NULL),
                     ANVIL_OK);
    assert_int_equal(bytes, encode_text(&sample_kinds_shape, &VALUE, ANVIL_OFF, ANVIL_OK).len);
}

/* The number of pieces that anvil/codec.h promises to be enough for text without escapes. */
TEST(the_promised_number_of_pieces) {
    static const struct anvil_blob BLOBS[] = {BLOB("a"), BLOB("b")};
    static const struct sample_byte_entry BYTES[] = {{ANVIL_STR("a"), {1, true}},
                                                     {ANVIL_STR("b"), {2, true}}};
    static const struct sample_text_entry TEXTS[] = {{ANVIL_STR("a"), ANVIL_STR("b")},
                                                     {ANVIL_STR("c"), ANVIL_STR("d")}};
    static const struct {
        struct sample_kinds value;
        size_t most;
    } CASES[] = {
        {{.word = {1, true}}, 3 + 2},
        {{.blob = BLOB("a")}, 3 + 2},
        {{.real = {-INFINITY, true}}, 3 + 2},
        {{.blobs = {BLOBS, 2}}, 3 + 2 + 2 * 3 + 2},
        {{.bytes = {BYTES, 2}}, 3 + 2 + 2 * 4 + 2},
        {{.texts = {TEXTS, 2}}, 3 + 2 + 2 * 4 + 2},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        (void)encode_joined(&sample_kinds_shape, &CASES[i].value, ANVIL_OFF, ANVIL_OK);
        assert_in_range(encoded_span_count, 1, CASES[i].most);
    }
}
