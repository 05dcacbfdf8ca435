/* SPDX-License-Identifier: Apache-2.0 */
/* What a message needs of the arena, and what happens when there is less. */
#include "anvil/codec.h"
#include "guard_page.h"
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/same_value.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

/* Lists in lists, structures in structures, escapes in between: both ends of the arena in turns. */
static const struct anvil_str BODY = ANVIL_STR(
    "{\"Id\":\"\\u0061b\",\"Tags\":[\"\\tx\",\"yy\",\"\\/\"],\"Rows\":[[\"\\u20ac\",\"b\"],[],"
    "[\"\\\\\"]],\"Part\":{\"Code\":\"A\\u0041\",\"Parts\":[{\"Note\":\"\\n\"},{\"Parts\":[{},"
    "{\"Note\":\"n\"}]}]}}");

static enum anvil_status decode(void *memory, size_t bytes, struct sample_message *message,
                                struct anvil_report *report) {
    struct anvil_arena arena = anvil_arena_of(memory, bytes);
    return anvil_decode(&sample_message_shape, BODY, ANVIL_OFF, &arena, message, report);
}

/* [I-02] with every size of arena: either it is enough, or the size that would have been is told,
 * and nothing outside is touched; [I-14] and with that size decoding gets further */
TEST(every_size_is_enough_or_tells_the_need) {
    static unsigned char memory[4096];
    struct sample_message expected;
    struct anvil_report report;
    assert_int_equal(decode(memory, sizeof memory, &expected, &report), ANVIL_OK);
    bool was_enough = false;
    for (size_t bytes = 0; bytes < 1024; bytes++) {
        struct guard_page behind = guard_page_of(NULL, bytes);
        struct guard_page before = guard_page_after(NULL, bytes);
        struct sample_message message;
        enum anvil_status status = decode(behind.ptr, bytes, &message, &report);
        if (status == ANVIL_OK) {
            assert_true(is_same_value(&sample_message_shape, &message, &expected));
            was_enough = true;
        } else {
            assert_int_equal(status, ANVIL_E_ARENA);
            assert_int_equal(report.status, ANVIL_E_ARENA);
            assert_int_equal(report.offset, ANVIL_NO_OFFSET);
            assert_true(report.need > bytes);
        }
        status = decode(before.ptr, bytes, &message, &report);
        assert_true(status == ANVIL_OK || status == ANVIL_E_ARENA);
        guard_page_free(&behind);
        guard_page_free(&before);
    }
    assert_true(was_enough);
}

/* [I-14] asking again with the told need comes to an end, from every start and every address */
TEST(asking_again_with_the_need_succeeds) {
    _Alignas(16) static unsigned char memory[4096];
    for (size_t skew = 0; skew < 16; skew++)
        for (size_t bytes = 0; bytes < 700; bytes += 17) {
            struct sample_message message;
            struct anvil_report report;
            size_t size = bytes;
            int attempts = 0;
            while (decode(memory + skew, size, &message, &report) == ANVIL_E_ARENA) {
                assert_true(report.need > size);
                size = report.need;
                /* Each attempt gets at least one step further: texts, items, lists, structures. */
                assert_true(++attempts < 40);
            }
            assert_int_equal(report.status, ANVIL_OK);
            assert_int_equal(report.need, 0);
        }
}

/* One error for each thing that can need memory, with the path of what did not fit. */
TEST(what_did_not_fit_is_told) {
    enum { ONE = sizeof(struct anvil_str) };
    static const struct {
        struct anvil_str body;
        size_t room;
        const char *path;
    } CASES[] = {
        {ANVIL_STR("{\"Text\":\"\\n\"}"), 0, "/Text"},
        /* the item on the top, its move to the bottom, the text of the second item */
        {ANVIL_STR("{\"Tags\":[\"a\"]}"), ONE - 1, "/Tags/0"},
        {ANVIL_STR("{\"Tags\":[\"a\"]}"), ONE + ONE / 2, "/Tags/1"},
        {ANVIL_STR("{\"Tags\":[\"a\",\"b\"]}"), 2 * ONE + ONE / 2, "/Tags/2"},
        {ANVIL_STR("{\"Tags\":[\"a\",\"\\n\"]}"), 2 * ONE + 1, "/Tags/1"},
        {ANVIL_STR("{\"Part\":{}}"), 8, "/Part"},
        {ANVIL_STR("{\"Parts\":[{\"Note\":\"\\n\"}]}"), sizeof(struct sample_part) + 1,
         "/Parts/0/Note"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        _Alignas(16) unsigned char memory[128];
        struct anvil_arena arena = anvil_arena_of(memory, CASES[i].room);
        struct sample_message message;
        struct anvil_report report;
        assert_int_equal(anvil_decode(&sample_message_shape, CASES[i].body, ANVIL_OFF, &arena,
                                      &message, &report),
                         ANVIL_E_ARENA);
        assert_error(&report, ANVIL_E_ARENA, ANVIL_NO_OFFSET, CASES[i].path);
        assert_true(report.need > CASES[i].room);
    }
}

/* Without any arena the needs are told too. */
TEST(no_arena_is_an_arena_of_no_bytes) {
    static const struct anvil_str BODIES[] = {ANVIL_STR("{\"Text\":\"\\n\"}"),
                                              ANVIL_STR("{\"Tags\":[\"a\"]}"),
                                              ANVIL_STR("{\"Part\":{}}")};
    for (size_t i = 0; i < sizeof BODIES / sizeof BODIES[0]; i++) {
        struct anvil_arena empty = anvil_arena_of(NULL, 0);
        struct sample_message message;
        struct anvil_report without;
        struct anvil_report with;
        assert_int_equal(
            anvil_decode(&sample_message_shape, BODIES[i], ANVIL_OFF, NULL, &message, &without),
            ANVIL_E_ARENA);
        assert_int_equal(
            anvil_decode(&sample_message_shape, BODIES[i], ANVIL_OFF, &empty, &message, &with),
            ANVIL_E_ARENA);
        assert_same_report(&without, &with, true);
    }
    struct sample_message message;
    assert_int_equal(anvil_decode(&sample_message_shape, TEXT("{\"Tags\":[],\"Rows\":[]}"),
                                  ANVIL_OFF, NULL, &message, NULL),
                     ANVIL_OK);
}

/* [I-16] an error leaves the arena as it was, and what was decoded before is untouched */
TEST(an_error_gives_back_what_it_took) {
    static const struct anvil_str BAD[] = {
        ANVIL_STR("{\"Text\":\"\\n\",\"Tags\":[\"a\",\"\\n\",1]}"),
        ANVIL_STR("{\"Rows\":[[\"a\"],[\"b\""),
        ANVIL_STR("{\"Part\":{\"Parts\":[{},{\"Note\":\"\\n\"},null]}}"),
        ANVIL_STR("{\"Tags\":[\"a\",\"b\",\"\\n\"]} x"),
    };
    _Alignas(16) unsigned char memory[512];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct sample_message first;
    assert_int_equal(anvil_decode(&sample_message_shape,
                                  TEXT("{\"Text\":\"\\u0041\\n\",\"Tags\":[\"\\t\"]}"), ANVIL_OFF,
                                  &arena, &first, NULL),
                     ANVIL_OK);
    size_t used = arena.used;
    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        struct sample_message second;
        assert_int_not_equal(
            anvil_decode(&sample_message_shape, BAD[i], ANVIL_OFF, &arena, &second, NULL),
            ANVIL_OK);
        assert_int_equal(arena.used, used);
        assert_int_equal(arena.scratch, 0);
        assert_text(first.text, "A\n");
        assert_text(first.tags.items[0], "\t");
    }
}

/* One arena serves any number of messages; a reset serves them all anew. */
TEST(messages_share_an_arena) {
    _Alignas(16) unsigned char memory[256];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct sample_message messages[3];
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(anvil_decode(&sample_message_shape,
                                      TEXT("{\"Text\":\"\\u0041\",\"Tags\":[\"\\u0042\",\"c\"]}"),
                                      ANVIL_OFF, &arena, &messages[i], NULL),
                         ANVIL_OK);
    assert_true(is_same_value(&sample_message_shape, &messages[0], &messages[2]));
    assert_true(messages[0].tags.items != messages[2].tags.items);
    size_t used = arena.used;
    anvil_arena_reset(&arena);
    assert_int_equal(
        anvil_decode(&sample_message_shape, BODY, ANVIL_OFF, &arena, &messages[0], NULL),
        ANVIL_E_ARENA);
    assert_int_equal(arena.used, 0);
    assert_true(arena.peak >= used);
}

/* A violated constraint is no error of reading: the values stay and can be looked at. */
TEST(violating_values_stay) {
    struct sample_message message;
    struct decoded decoded =
        decode_flush(&sample_message_shape, TEXT("{\"Id\":\"\\u0041\",\"Tags\":[\"\\u0042\"]}"),
                     ANVIL_STRICT, &message);
    assert_int_equal(decoded.status, ANVIL_E_PATTERN);
    assert_text(message.id, "A");
    assert_text(message.tags.items[0], "B");
    assert_true(decoded.arena.used > 0);
    decoded_free(&decoded);
}
