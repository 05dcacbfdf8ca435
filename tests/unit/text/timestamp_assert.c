/* SPDX-License-Identifier: Apache-2.0 */
/* Reading and writing a timestamp by its form, between guard pages. */
#include "text/timestamp_assert.h"
#include "guard_page.h"
#include "test.h"

#include <string.h>

enum { NO_OFFSET = 0x7777 };

static enum anvil_status read_form(enum timestamp_form form, const char *text, size_t bytes,
                                   struct anvil_timestamp *value, size_t *offset) {
    const unsigned char *begin = (const unsigned char *)text;
    const unsigned char *end = begin + bytes;
    switch (form) {
    case FORM_EPOCH:
        return anvil_epoch_seconds_read(begin, end, value);
    case FORM_DATE_TIME:
    case FORM_DATE_TIME_OFFSET:
        return anvil_date_time_read(begin, end, form == FORM_DATE_TIME_OFFSET, value, offset);
    default:
        return anvil_http_date_read(begin, end, form == FORM_HTTP_DATE_FRACTION, value, offset);
    }
}

static size_t write_form(enum timestamp_form form, struct anvil_timestamp value,
                         enum anvil_precision precision, char *out) {
    if (form == FORM_EPOCH)
        return anvil_epoch_seconds_write(value, precision, out);
    if (form == FORM_DATE_TIME || form == FORM_DATE_TIME_OFFSET)
        return anvil_date_time_write(value, precision, out);
    return anvil_http_date_write(value, out);
}

static void check_reading_gives(enum timestamp_form form, const char *text,
                                enum anvil_status status, struct anvil_timestamp expected,
                                size_t expected_offset) {
    struct anvil_timestamp value = {42, 43, false};
    size_t offset = NO_OFFSET;
    struct guard_page page = guard_page_of(text, strlen(text));
    enum anvil_status found = read_form(form, page.ptr, page.len, &value, &offset);
    guard_page_free(&page);
    if (found != status || value.seconds != expected.seconds ||
        value.nanoseconds != expected.nanoseconds || value.is_set != (status == ANVIL_OK) ||
        offset != expected_offset)
        fail_msg("%.60s gives status %d, %lld and %d, offset %zu", text, (int)found,
                 (long long)value.seconds, (int)value.nanoseconds, offset);
}

void assert_instant(enum timestamp_form form, const char *text, int64_t seconds,
                    int32_t nanoseconds) {
    struct anvil_timestamp expected = {seconds, nanoseconds, true};
    check_reading_gives(form, text, ANVIL_OK, expected, NO_OFFSET);
}

void assert_bad(enum timestamp_form form, const char *text, size_t offset) {
    struct anvil_timestamp untouched = {42, 43, true};
    check_reading_gives(form, text, ANVIL_E_TIMESTAMP, untouched, offset);
}

void assert_out_of_range(enum timestamp_form form, const char *text) {
    struct anvil_timestamp untouched = {42, 43, true};
    check_reading_gives(form, text, ANVIL_E_RANGE_OF_TYPE, untouched,
                        form == FORM_EPOCH ? NO_OFFSET : 0);
}

void check_beginnings(enum timestamp_form form, const char *text, bool takes_some) {
    struct guard_page page = guard_page_of(text, strlen(text));
    for (size_t bytes = 0; bytes < strlen(text); bytes++) {
        struct anvil_timestamp value;
        size_t offset = 0;
        guard_page_put(&page, text, bytes);
        enum anvil_status status = read_form(form, page.ptr, bytes, &value, &offset);
        if (!takes_some)
            assert_int_equal(status, ANVIL_E_TIMESTAMP);
        assert_true(offset <= bytes);
    }
    guard_page_free(&page);
}

void assert_written(enum timestamp_form form, struct anvil_timestamp value,
                    enum anvil_precision precision, const char *expected) {
    struct guard_page page = guard_page_of(NULL, strlen(expected));
    char text[64];
    size_t bytes = write_form(form, value, precision, text);
    text[bytes] = '\0';
    assert_string_equal(text, expected);
    assert_int_equal(write_form(form, value, precision, page.ptr), bytes);
    assert_memory_equal(page.ptr, expected, bytes);
    guard_page_free(&page);
}

struct anvil_timestamp random_instant(struct pseudo_random *random) {
    struct anvil_timestamp value = {ANVIL_TIMESTAMP_SECONDS_MIN, 0, true};
    uint64_t span = (uint64_t)(ANVIL_TIMESTAMP_SECONDS_MAX - ANVIL_TIMESTAMP_SECONDS_MIN) + 1;
    value.seconds += (int64_t)random_below(random, span);
    if (random_below(random, 3) == 0)
        value.seconds = (int64_t)random_below(random, 2000) - 1000;
    static const int32_t UNITS[] = {1, 1000, 1000000, 100000000, 1000000000};
    int32_t unit = UNITS[random_below(random, sizeof UNITS / sizeof UNITS[0])];
    value.nanoseconds = (int32_t)random_below(random, 1000000000) / unit * unit;
    return value;
}
