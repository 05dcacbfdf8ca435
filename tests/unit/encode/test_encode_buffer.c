/* SPDX-License-Identifier: Apache-2.0 */
/* The buffer: exact fits, short ones, measuring, and what the outcome depends on. */
#include "anvil/codec.h"
#include "guard_page.h"
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

static const struct anvil_str TAGS[] = {ANVIL_STR("\t"), ANVIL_STR("\xC3\xA9"), ANVIL_STR("")};
static const struct sample_part PART = {.code = ANVIL_STR("AA")};
static const struct sample_message MESSAGE = {
    .id = ANVIL_STR("a1"),
    .token = ANVIL_STR("a token that is longer than the sixty-four bytes"),
    .text = ANVIL_STR("text of more than sixty-four bytes, which is where copies of one more size "
                      "begin, with a \" in it"),
    .tags = {TAGS, 3},
    .part = &PART,
};

/* [R-083] [I-02] [I-13] every capacity from nothing to one more than enough, flush against an
 * unreadable page: an exact fit is enough, a short buffer tells the exact need */
TEST(every_capacity) {
    size_t need = 0;
    assert_int_equal(anvil_encode(&sample_message_shape, &MESSAGE, ANVIL_OFF, NULL, 0, &need, NULL),
                     ANVIL_E_BUFFER);
    struct anvil_str whole = encode_text(&sample_message_shape, &MESSAGE, ANVIL_OFF, ANVIL_OK);
    assert_int_equal(whole.len, need);
    for (size_t capacity = 0; capacity <= need + 1; capacity++) {
        struct guard_page page = guard_page_of(NULL, capacity);
        struct anvil_report report;
        size_t bytes = 0;
        enum anvil_status status = anvil_encode(&sample_message_shape, &MESSAGE, ANVIL_OFF,
                                                page.ptr, capacity, &bytes, &report);
        assert_int_equal(status, capacity < need ? ANVIL_E_BUFFER : ANVIL_OK);
        assert_int_equal(bytes, need);
        if (status == ANVIL_OK) {
            assert_memory_equal(page.ptr, whole.ptr, need);
            if (capacity > need)
                assert_int_equal((unsigned char)page.ptr[need], 0xA5); /* no terminator */
            assert_int_equal(report.status, ANVIL_OK);
        } else {
            assert_error(&report, ANVIL_E_BUFFER, ANVIL_NO_OFFSET, "");
            assert_int_equal(report.need, need);
        }
        guard_page_free(&page);
        /* And nothing before the buffer. */
        page = guard_page_after(NULL, capacity);
        (void)!anvil_encode(&sample_message_shape, &MESSAGE, ANVIL_OFF, page.ptr, capacity, &bytes,
                            NULL);
        guard_page_free(&page);
    }
}

/* Behind a piece that did not fit a shorter one is not written either: no holes. */
TEST(nothing_is_written_behind_what_did_not_fit) {
    for (size_t capacity = 0; capacity < 40; capacity++) {
        static const struct sample_message SMALL = {
            .id = ANVIL_STR("0123456789"), .text = ANVIL_STR("a"), .owner = ANVIL_STR("b")};
        static const char WHOLE[] = "{\"Id\":\"0123456789\",\"Text\":\"a\",\"Owner\":\"b\"}";
        char buffer[64];
        size_t bytes = 0;
        memset(buffer, '#', sizeof buffer);
        (void)!anvil_encode(&sample_message_shape, &SMALL, ANVIL_OFF, buffer, capacity, &bytes,
                            NULL);
        size_t written = strcspn(buffer, "#");
        assert_in_range(written, 0, capacity);
        assert_memory_equal(buffer, WHOLE, written);
        for (size_t i = written; i < sizeof buffer; i++)
            assert_int_equal(buffer[i], '#');
    }
}

/* [R-086] a violation, a text that is no UTF-8 and a depth error win over a short buffer */
TEST(the_outcome_does_not_depend_on_the_room) {
    struct sample_part circle = {.code = ANVIL_STR("AA"), .part = &circle};
    const struct {
        struct sample_message message;
        enum anvil_status status;
    } CASES[] = {
        {{.id = ANVIL_STR("A")}, ANVIL_E_PATTERN},
        {{.text = ANVIL_STR("a")}, ANVIL_E_REQUIRED},
        {{.id = ANVIL_STR("a"), .in_out = ANVIL_STR("\xFF")}, ANVIL_E_UTF8},
        {{.id = ANVIL_STR("a"), .part = &circle}, ANVIL_E_DEPTH},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        for (size_t capacity = 0; capacity <= 64; capacity += 8) {
            char buffer[64];
            struct anvil_str spans[64];
            size_t bytes = 99;
            size_t count = 99;
            assert_int_equal(anvil_encode(&sample_message_shape, &CASES[i].message, ANVIL_STRICT,
                                          capacity != 0 ? buffer : NULL, capacity, &bytes, NULL),
                             CASES[i].status);
            assert_int_equal(bytes, 0);
            bytes = 99;
            assert_int_equal(anvil_encode_spans(&sample_message_shape, &CASES[i].message,
                                                ANVIL_STRICT, spans, capacity, &count, &bytes, NULL,
                                                NULL),
                             CASES[i].status);
            assert_int_equal(bytes, 0);
            assert_int_equal(count, 0);
        }
}

/* [R-040] [I-10] the checks ride along, each of them, also when nothing else of the message has to
 * be looked at twice */
TEST(encoding_checks_what_it_was_asked_to) {
    static const struct anvil_str LONG_TAG = ANVIL_STR("12345");
    static const struct anvil_str ID = ANVIL_STR("a");
    static const struct sample_part NO_CODE = {.note = ANVIL_STR("")};
    static const struct {
        struct sample_message message; /* and its Id, unless that is what is missing */
        unsigned checks;
        enum anvil_status status;
    } CASES[] = {
        {{.text = ANVIL_STR("")}, ANVIL_CHECK_REQUIRED, ANVIL_E_REQUIRED},
        {{.part = &NO_CODE}, ANVIL_CHECK_REQUIRED, ANVIL_E_REQUIRED},
        {{.title = ANVIL_STR("")}, ANVIL_CHECK_MIN, ANVIL_E_MIN},
        {{.title = ANVIL_STR("x")}, ANVIL_CHECK_MIN, ANVIL_E_MIN},
        {{.in_out = ANVIL_STR("1234")}, ANVIL_CHECK_MAX, ANVIL_E_MAX},
        {{.tags = {&LONG_TAG, 0}}, ANVIL_CHECK_MIN, ANVIL_E_MIN},
        {{.tags = {&LONG_TAG, 1}}, ANVIL_CHECK_MAX, ANVIL_E_MAX},
        {{.slug = ANVIL_STR("a--b")}, ANVIL_CHECK_PATTERN, ANVIL_E_PATTERN},
        {{.color = ANVIL_STR("PINK")}, ANVIL_CHECK_ENUM, ANVIL_E_ENUM},
        {{.color = ANVIL_STR("")}, ANVIL_CHECK_ENUM, ANVIL_E_ENUM},
        {{.owner = ANVIL_STR("secret-1")}, ANVIL_CHECK_IDENTITY, ANVIL_E_IDENTITY},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        unsigned all = (unsigned)ANVIL_STRICT | ANVIL_CHECK_IDENTITY;
        struct sample_message message = CASES[i].message;
        if (i != 0)
            message.id = ID;
        (void)encode_text(&sample_message_shape, &message, CASES[i].checks, CASES[i].status);
        (void)encode_text(&sample_message_shape, &message, all & ~CASES[i].checks, ANVIL_OK);
        (void)encode_text(&sample_message_shape, &message, ANVIL_OFF, ANVIL_OK);
    }
}

TEST(arguments_that_break_the_contract) {
    const struct anvil_shape *text_shape = sample_message_shape.members[SAMPLE_TEXT].target;
    static const unsigned BAD_BITS[] = {1U << 10, ANVIL_LENIENT, ANVIL_CHECKED, 1U << 31};
    char buffer[256];
    struct anvil_str spans[64];
    struct anvil_report report;
    size_t bytes = 99;
    size_t count = 99;
    assert_int_equal(anvil_encode(NULL, &MESSAGE, 0, buffer, 256, &bytes, &report),
                     ANVIL_E_ARGUMENT);
    assert_error(&report, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, "");
    assert_int_equal(bytes, 0);
    assert_int_equal(anvil_encode(text_shape, &MESSAGE, 0, buffer, 256, &bytes, NULL),
                     ANVIL_E_ARGUMENT);
    assert_int_equal(anvil_encode(&sample_message_shape, NULL, 0, buffer, 256, &bytes, NULL),
                     ANVIL_E_ARGUMENT);
    assert_int_equal(anvil_encode(&sample_message_shape, &MESSAGE, 0, NULL, 1, &bytes, NULL),
                     ANVIL_E_ARGUMENT);
    assert_int_equal(anvil_encode_spans(&sample_message_shape, &MESSAGE, 0, NULL, 1, &count, &bytes,
                                        NULL, &report),
                     ANVIL_E_ARGUMENT);
    assert_int_equal(count, 0);
    for (size_t i = 0; i < sizeof BAD_BITS / sizeof BAD_BITS[0]; i++) {
        assert_int_equal(anvil_encode(&sample_message_shape, &MESSAGE, BAD_BITS[i], buffer, 256,
                                      &bytes, &report),
                         ANVIL_E_ARGUMENT);
        if (BAD_BITS[i] != ANVIL_CHECKED) /* which is made for spans */
            assert_int_equal(anvil_encode_spans(&sample_message_shape, &MESSAGE, BAD_BITS[i], spans,
                                                64, &count, &bytes, NULL, &report),
                             ANVIL_E_ARGUMENT);
    }
}
