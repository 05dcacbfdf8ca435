/* SPDX-License-Identifier: Apache-2.0 */
/* Error responses cut off at every byte and broken at every byte, in every way. [R-124] [I-01] */
#include "guard_page.h"
#include "protocol/error_samples.h"
#include "protocol/fake_transport.h"
#include "test.h"

static const struct anvil_operation *const OPERATION = &smsv2_associate_origination_identity;

static bool is_good_place(struct anvil_str text, struct anvil_str body,
                          const struct anvil_arena *arena) {
    return lies_inside(text, body.ptr, body.len) || lies_inside(text, arena->base, arena->used);
}

/* Decodes what may be anything, and asserts what holds for anything. [I-03] [I-14] */
static enum anvil_status decode(struct anvil_str body, size_t arena_bytes) {
    static char memory[1024];
    struct anvil_header headers[2];
    struct anvil_http_response response = error_response(503, NULL, body, headers);
    struct anvil_arena arena = anvil_arena_of(memory, arena_bytes);
    struct anvil_error error;
    struct anvil_report report;
    enum anvil_status status = anvil_error_decode(OPERATION, &response, &arena, &error, &report);
    assert_true(status == ANVIL_OK || status == ANVIL_E_ARENA);
    if (status == ANVIL_E_ARENA) {
        assert_int_equal(report.status, status);
        assert_true(report.need > arena_bytes);
        assert_null(error.value);
    } else {
        assert_true(error.value == NULL || report.status == ANVIL_OK);
        assert_true(report.offset == ANVIL_NO_OFFSET || report.offset <= body.len);
    }
    assert_int_equal(error.http_status, 503);
    assert_text_is(error.request_id, "request-7");
    assert_int_not_equal(error.retry, ANVIL_RETRY_NEVER);
    assert_true(error.value == NULL || error.type != NULL);
    assert_true(is_good_place(error.name, body, &arena));
    assert_true(is_good_place(error.message, body, &arena));
    assert_true(error.name.len == 0 || memchr(error.name.ptr, ':', error.name.len) == NULL);
    assert_true(arena.used <= arena.capacity && arena.scratch == 0);
    return status;
}

TEST(every_truncation_of_every_sample_is_survived) {
    for (size_t i = 0; i < ERROR_SAMPLES; i++) {
        size_t whole = strlen(error_samples[i].body);
        struct guard_page page = guard_page_of(error_samples[i].body, whole);
        for (size_t len = whole + 1; len-- > 0;) {
            guard_page_put(&page, error_samples[i].body, len);
            assert_int_equal(decode(anvil_str_of(page.ptr, len), 1024), ANVIL_OK);
        }
        guard_page_free(&page);
    }
}

/* Short enough for 256 changes of each byte, with an escape in every kind of text. */
static const char SAMPLE[] = "{\"__type\":\"a#\\u0056alidationException\",\"message\":\"\\n\","
                             "\"Fields\":[{\"Name\":\"\\ud83d\\ude00\"},null],\"x\":-1.5e3}";

TEST(every_change_of_one_byte_is_survived) {
    size_t whole = sizeof SAMPLE - 1;
    struct guard_page page = guard_page_of(SAMPLE, whole);
    struct guard_page after = guard_page_after(SAMPLE, whole);
    for (size_t at = 0; at < whole; at++) {
        for (int byte = 0; byte < 256; byte++) {
            page.ptr[at] = (char)byte;
            after.ptr[at] = (char)byte;
            assert_int_equal(decode(anvil_str_of(page.ptr, whole), 1024), ANVIL_OK);
            assert_int_equal(decode(anvil_str_of(after.ptr, whole), 1024), ANVIL_OK);
            (void)!decode(anvil_str_of(page.ptr, whole), (size_t)byte);
        }
        page.ptr[at] = SAMPLE[at];
        after.ptr[at] = SAMPLE[at];
    }
    guard_page_free(&page);
    guard_page_free(&after);
}

TEST(every_byte_left_out_or_doubled_is_survived) {
    size_t whole = sizeof SAMPLE - 1;
    for (size_t at = 0; at < whole; at++) {
        struct guard_page without = guard_page_of(NULL, whole - 1);
        struct guard_page doubled = guard_page_of(NULL, whole + 1);
        memcpy(without.ptr, SAMPLE, at);
        memcpy(without.ptr + at, SAMPLE + at + 1, whole - at - 1);
        memcpy(doubled.ptr, SAMPLE, at + 1);
        memcpy(doubled.ptr + at + 1, SAMPLE + at, whole - at);
        assert_int_equal(decode(anvil_str_of(without.ptr, whole - 1), 1024), ANVIL_OK);
        assert_int_equal(decode(anvil_str_of(doubled.ptr, whole + 1), 1024), ANVIL_OK);
        guard_page_free(&without);
        guard_page_free(&doubled);
    }
}

/* The header is the sender's too. */
TEST(every_change_of_the_header_is_survived) {
    static const char TYPE[] = "ns#ConflictException:http://x#y";
    size_t whole = sizeof TYPE - 1;
    struct guard_page page = guard_page_of(TYPE, whole);
    for (size_t at = 0; at < whole; at++) {
        for (int byte = 0; byte < 256; byte++) {
            struct anvil_header header = {ANVIL_STR("X-Amzn-Errortype"),
                                          anvil_str_of(page.ptr, whole)};
            struct anvil_http_response response = {400, &header, 1, {NULL, 0}};
            struct anvil_error error;
            char memory[128];
            struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
            page.ptr[at] = (char)byte;
            assert_int_equal(anvil_error_decode(OPERATION, &response, &arena, &error, NULL),
                             ANVIL_OK);
            assert_true(lies_inside(error.name, page.ptr, whole));
            assert_true(error.name.len == 0 || memchr(error.name.ptr, ':', error.name.len) == NULL);
            assert_int_equal(error.type != NULL, error.value != NULL);
            assert_int_equal(error.type != NULL,
                             anvil_str_equal(error.name, view_of("ConflictException")));
        }
        page.ptr[at] = TYPE[at];
    }
    guard_page_free(&page);
}
