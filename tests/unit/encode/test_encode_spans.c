/* SPDX-License-Identifier: Apache-2.0 */
/* Spans: joined they are the text, each points at constant memory or into the caller's own
 * text, and none is a copy. */
#include "guard_page.h"
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "smsv2/smsv2.h"
#include "test.h"

#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

/* All texts of a request side by side in memory that nothing else lies in. */
static char own[] = "pool-1|phone-2|US|a\"b\\c";
static const struct smsv2_associate_origination_identity_request REQUEST = {
    .pool_id = {own, 6},
    .origination_identity = {own + 7, 7},
    .iso_country_code = {own + 15, 2},
    .client_token = {own + 18, 5},
};
static const struct anvil_shape *const SHAPE = &smsv2_associate_origination_identity_request_shape;
static const char WHOLE[] = "{\"PoolId\":\"pool-1\",\"OriginationIdentity\":\"phone-2\","
                            "\"IsoCountryCode\":\"US\",\"ClientToken\":\"a\\\"b\\\\c\"}";

static bool is_own(struct anvil_str span) {
    return (uintptr_t)span.ptr >= (uintptr_t)own &&
           (uintptr_t)span.ptr + span.len <= (uintptr_t)own + sizeof own;
}

/* Overwrites the stack that calls have used. */
static void scribble(void) {
    volatile char stack[16384];
    for (size_t i = 0; i < sizeof stack; i++)
        stack[i] = '#';
}

TEST(pieces_are_the_callers_text_or_constants) {
    static const char *const EXPECTED[] = {"{",       "\"PoolId\":\"",
                                           "pool-1",  "\",\"OriginationIdentity\":\"",
                                           "phone-2", "\",\"IsoCountryCode\":\"",
                                           "US",      "\",\"ClientToken\":\"",
                                           "a",       "\\\"",
                                           "b",       "\\\\",
                                           "c",       "\"}"};
    enum { COUNT = sizeof EXPECTED / sizeof EXPECTED[0] };
    struct anvil_str spans[32];
    size_t count = 0;
    size_t bytes = 0;
    assert_int_equal(
        anvil_encode_spans(SHAPE, &REQUEST, ANVIL_STRICT, spans, 32, &count, &bytes, NULL, NULL),
        ANVIL_OK);
    scribble();
    assert_int_equal(count, COUNT);
    assert_int_equal(bytes, strlen(WHOLE));
    for (size_t i = 0; i < COUNT; i++) {
        assert_text(spans[i], EXPECTED[i]);
        bool is_value = strchr("puaUbc", EXPECTED[i][0]) != NULL;
        assert_int_equal(is_own(spans[i]), is_value);
    }
    assert_ptr_equal(spans[2].ptr, own);
    assert_ptr_equal(spans[12].ptr, own + 22);
    /* What is not the caller's is the same memory in every call, whatever the struct. */
    struct smsv2_associate_origination_identity_request other = REQUEST;
    struct anvil_str again[32];
    other.client_token = anvil_str_of("\"\\", 2);
    assert_int_equal(
        anvil_encode_spans(SHAPE, &other, ANVIL_STRICT, again, 32, &count, &bytes, NULL, NULL),
        ANVIL_OK);
    assert_ptr_equal(again[1].ptr, spans[1].ptr);
    assert_ptr_equal(again[7].ptr, spans[7].ptr);
    assert_ptr_equal(again[8].ptr, spans[9].ptr);
    assert_ptr_equal(again[9].ptr, spans[11].ptr);
}

/* Text that changes after the call changes in the pieces: nothing was copied. */
TEST(pieces_are_views) {
    static char text[] = "before";
    struct sample_message message = {.text = {text, 6}};
    struct anvil_str spans[4];
    size_t count = 0;
    size_t bytes = 0;
    assert_int_equal(anvil_encode_spans(&sample_message_shape, &message, ANVIL_OFF, spans, 4,
                                        &count, &bytes, NULL, NULL),
                     ANVIL_OK);
    memcpy(text, "behind", 6);
    assert_text(spans[2], "behind");
}

/* Every capacity: the exact number is enough, a short array tells it, nothing is written outside.
 */
TEST(every_capacity) {
    size_t need = 0;
    size_t bytes = 0;
    assert_int_equal(
        anvil_encode_spans(SHAPE, &REQUEST, ANVIL_STRICT, NULL, 0, &need, &bytes, NULL, NULL),
        ANVIL_E_SPANS);
    assert_int_equal(need, 14);
    for (size_t capacity = 0; capacity <= need + 1; capacity++) {
        struct guard_page page = guard_page_of(NULL, capacity * sizeof(struct anvil_str));
        struct anvil_str *spans = (struct anvil_str *)(void *)page.ptr;
        struct anvil_report report;
        size_t count = 0;
        bytes = 0;
        enum anvil_status status = anvil_encode_spans(SHAPE, &REQUEST, ANVIL_STRICT, spans,
                                                      capacity, &count, &bytes, NULL, &report);
        assert_int_equal(status, capacity < need ? ANVIL_E_SPANS : ANVIL_OK);
        assert_int_equal(count, need);
        assert_int_equal(bytes, strlen(WHOLE));
        if (status != ANVIL_OK) {
            assert_error(&report, ANVIL_E_SPANS, ANVIL_NO_OFFSET, "");
            assert_int_equal(report.need, need);
        }
        guard_page_free(&page);
    }
}

/* Two for each member and two more are enough for text without escapes; each escaped byte takes up
 * to two more. */
TEST(the_promised_number_of_pieces_is_enough) {
    struct smsv2_associate_origination_identity_request request = REQUEST;
    request.client_token = anvil_str_of("token", 5);
    (void)encode_joined(SHAPE, &request, ANVIL_STRICT, ANVIL_OK);
    assert_in_range(encoded_span_count, 1, 2 * 4 + 2);
    request.client_token = anvil_str_of("a\"b\"c\"d", 7);
    (void)encode_joined(SHAPE, &request, ANVIL_STRICT, ANVIL_OK);
    assert_in_range(encoded_span_count, 1, 2 * 4 + 2 + 2 * 3);
    request.client_token = anvil_str_of("\"\"\"", 3);
    (void)encode_joined(SHAPE, &request, ANVIL_STRICT, ANVIL_OK);
    assert_in_range(encoded_span_count, 1, 2 * 4 + 2 + 2 * 3);
    struct sample_wide wide;
    for (size_t i = 0; i < SAMPLE_WIDE_MEMBERS; i++)
        wide.members[i] = TEXT("v");
    (void)encode_joined(&sample_wide_shape, &wide, ANVIL_STRICT, ANVIL_OK);
    assert_int_equal(encoded_span_count, 2 * SAMPLE_WIDE_MEMBERS + 2);
}

/* The array is handed to the operating system as it is. */
TEST(writev_sends_them) {
    struct anvil_str spans[32];
    size_t count = 0;
    size_t bytes = 0;
    int ends[2];
    char received[256];
    assert_int_equal(
        anvil_encode_spans(SHAPE, &REQUEST, ANVIL_STRICT, spans, 32, &count, &bytes, NULL, NULL),
        ANVIL_OK);
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(writev(ends[1], (const struct iovec *)(const void *)spans, (int)count), bytes);
    assert_int_equal(read(ends[0], received, sizeof received), bytes);
    assert_memory_equal(received, WHOLE, bytes);
    (void)close(ends[0]);
    (void)close(ends[1]);
}

/* No piece is empty: there is nothing to send of an empty text. */
TEST(no_piece_is_empty) {
    struct sample_message message = {
        .id = ANVIL_STR(""), .text = ANVIL_STR(""), .in_out = ANVIL_STR("\"\"")};
    assert_text(encode_joined(&sample_message_shape, &message, ANVIL_OFF, ANVIL_OK),
                "{\"Id\":\"\",\"Text\":\"\",\"In/Out~\":\"\\\"\\\"\"}");
}
