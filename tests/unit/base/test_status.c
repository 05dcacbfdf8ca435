/* SPDX-License-Identifier: Apache-2.0 */
/* The codes are an ABI: number, name and group of each are pinned here. */
#include "anvil/status.h"
#include "anvil/version.h"
#include "test.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const struct {
    enum anvil_status status;
    int number;
    const char *name;
    enum anvil_status_group group;
} PINNED[] = {
    {ANVIL_OK, 0, "ok", ANVIL_GROUP_OK},
    {ANVIL_E_ARGUMENT, 1, "argument", ANVIL_GROUP_CALLER},
    {ANVIL_E_END, 10, "end", ANVIL_GROUP_BYTES},
    {ANVIL_E_TOKEN, 11, "token", ANVIL_GROUP_BYTES},
    {ANVIL_E_CONTROL, 12, "control", ANVIL_GROUP_BYTES},
    {ANVIL_E_ESCAPE, 13, "escape", ANVIL_GROUP_BYTES},
    {ANVIL_E_SURROGATE, 14, "surrogate", ANVIL_GROUP_BYTES},
    {ANVIL_E_UTF8, 15, "utf8", ANVIL_GROUP_BYTES},
    {ANVIL_E_NUMBER, 16, "number", ANVIL_GROUP_BYTES},
    {ANVIL_E_DEPTH, 17, "depth", ANVIL_GROUP_BYTES},
    {ANVIL_E_TRAILING, 18, "trailing", ANVIL_GROUP_BYTES},
    {ANVIL_E_TYPE, 30, "type", ANVIL_GROUP_DECODE},
    {ANVIL_E_NULL, 31, "null", ANVIL_GROUP_DECODE},
    {ANVIL_E_RANGE_OF_TYPE, 32, "range-of-type", ANVIL_GROUP_DECODE},
    {ANVIL_E_WHOLE, 33, "whole", ANVIL_GROUP_DECODE},
    {ANVIL_E_BASE64, 34, "base64", ANVIL_GROUP_DECODE},
    {ANVIL_E_TIMESTAMP, 35, "timestamp", ANVIL_GROUP_DECODE},
    {ANVIL_E_UNION, 36, "union", ANVIL_GROUP_DECODE},
    {ANVIL_E_JSON, 37, "json", ANVIL_GROUP_DECODE},
    {ANVIL_E_REQUIRED, 50, "required", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_MIN, 51, "min", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_MAX, 52, "max", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_RANGE, 53, "range", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_PATTERN, 54, "pattern", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_ENUM, 55, "enum", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_DUPLICATE, 56, "duplicate", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_UNKNOWN_MEMBER, 57, "unknown-member", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_IDENTITY, 58, "identity", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_UNIQUE, 59, "unique-items", ANVIL_GROUP_CONSTRAINT},
    {ANVIL_E_ARENA, 70, "arena", ANVIL_GROUP_SPACE},
    {ANVIL_E_BUFFER, 71, "buffer", ANVIL_GROUP_SPACE},
    {ANVIL_E_SPANS, 72, "spans", ANVIL_GROUP_SPACE},
    {ANVIL_E_OPERATION, 90, "operation", ANVIL_GROUP_PROTOCOL},
    {ANVIL_E_METHOD, 91, "method", ANVIL_GROUP_PROTOCOL},
    {ANVIL_E_CONTENT_TYPE, 92, "content-type", ANVIL_GROUP_PROTOCOL},
    {ANVIL_E_ENTROPY, 93, "entropy", ANVIL_GROUP_PROTOCOL},
    {ANVIL_E_TRANSPORT, 94, "transport", ANVIL_GROUP_PROTOCOL},
    {ANVIL_E_SERVICE, 95, "service", ANVIL_GROUP_PROTOCOL},
};
enum { PINNED_COUNT = sizeof PINNED / sizeof PINNED[0] };

static bool is_pinned(int number) {
    for (size_t i = 0; i < PINNED_COUNT; i++)
        if (PINNED[i].number == number)
            return true;
    return false;
}

TEST(every_status_has_its_number_its_name_and_its_group) {
    for (size_t i = 0; i < PINNED_COUNT; i++) {
        assert_int_equal(PINNED[i].status, PINNED[i].number);
        assert_string_equal(anvil_status_name(PINNED[i].status), PINNED[i].name);
        assert_int_equal(anvil_status_group(PINNED[i].status), PINNED[i].group);
    }
}

/* Every number that has a name is in the list above, and none outside it. */
TEST(all_other_numbers_are_unknown) {
    for (int number = -300; number < 300; number++) {
        enum anvil_status status = (enum anvil_status)number;
        bool has_name = strcmp(anvil_status_name(status), "unknown") != 0;
        assert_int_equal(has_name, is_pinned(number));
        assert_int_equal(strcmp(anvil_status_text(status), "unknown status") != 0,
                         is_pinned(number));
        if (!has_name)
            assert_int_equal(anvil_status_group(status), ANVIL_GROUP_CALLER);
    }
}

TEST(no_two_statuses_share_a_name_or_a_sentence) {
    for (size_t i = 0; i < PINNED_COUNT; i++)
        for (size_t j = 0; j < i; j++) {
            assert_string_not_equal(PINNED[i].name, PINNED[j].name);
            assert_string_not_equal(anvil_status_text(PINNED[i].status),
                                    anvil_status_text(PINNED[j].status));
        }
}

TEST(a_sentence_begins_small_and_has_no_full_stop) {
    for (size_t i = 0; i < PINNED_COUNT; i++) {
        const char *text = anvil_status_text(PINNED[i].status);
        assert_true(strlen(text) > 5);
        assert_true(text[strlen(text) - 1] != '.');
        assert_true(text[0] == 'J' || (text[0] >= 'a' && text[0] <= 'z'));
    }
}

TEST(the_version_is_that_of_the_header) {
    char expected[32];
    (void)snprintf(expected, sizeof expected, "%d.%d.%d", ANVIL_VERSION_MAJOR, ANVIL_VERSION_MINOR,
                   ANVIL_VERSION_PATCH);
    assert_string_equal(anvil_version(), expected);
    assert_string_equal(ANVIL_VERSION_STRING, expected);
}
