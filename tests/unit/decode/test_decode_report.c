/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments that break the contract, and what a report holds in every outcome. */
#include "anvil/codec.h"
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct anvil_str EMPTY = ANVIL_STR("{}");

TEST(arguments_that_break_the_contract) {
    struct sample_message message;
    const struct anvil_shape *text_shape = sample_message_shape.members[SAMPLE_TEXT].target;
    const struct anvil_shape *list_shape = sample_message_shape.members[SAMPLE_TAGS].target;
    static const unsigned BAD_BITS[] = {1U << 10, 1U << 15, ANVIL_CHECKED, 1U << 19, 1U << 31};
    struct anvil_report report;
    const struct {
        const struct anvil_shape *shape;
        struct anvil_str body;
        void *out;
    } CASES[] = {
        {NULL, EMPTY, &message},
        {text_shape, EMPTY, &message},
        {list_shape, EMPTY, &message},
        {&sample_message_shape, EMPTY, NULL},
        {&sample_message_shape, {NULL, 2}, &message},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        assert_int_equal(
            anvil_decode(CASES[i].shape, CASES[i].body, ANVIL_OFF, NULL, CASES[i].out, &report),
            ANVIL_E_ARGUMENT);
        assert_error(&report, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, "");
        assert_int_equal(
            anvil_decode(CASES[i].shape, CASES[i].body, ANVIL_OFF, NULL, CASES[i].out, NULL),
            ANVIL_E_ARGUMENT);
    }
    for (size_t i = 0; i < sizeof BAD_BITS / sizeof BAD_BITS[0]; i++)
        assert_int_equal(
            anvil_decode(&sample_message_shape, EMPTY, BAD_BITS[i], NULL, &message, &report),
            ANVIL_E_ARGUMENT);
}

/* No bytes are a message that ends too early, absent or not. */
TEST(no_bytes_end_too_early) {
    static const struct anvil_str NONE[] = {{NULL, 0}, {"", 0}, {"{}", 0}};
    for (size_t i = 0; i < 3; i++) {
        struct sample_message message;
        struct anvil_report report;
        assert_int_equal(
            anvil_decode(&sample_message_shape, NONE[i], ANVIL_STRICT, NULL, &message, &report),
            ANVIL_E_END);
        assert_error(&report, ANVIL_E_END, 0, "");
    }
}

/* Whatever was in it before: every call clears the report first. */
TEST(a_report_needs_no_initialisation) {
    static const struct {
        struct anvil_str body;
        enum anvil_status status;
        size_t offset;
        size_t count;
    } CASES[] = {
        {ANVIL_STR("{\"Id\":\"a\"}"), ANVIL_OK, ANVIL_NO_OFFSET, 0},
        {ANVIL_STR("{}"), ANVIL_E_REQUIRED, ANVIL_NO_OFFSET, 1},
        {ANVIL_STR("{]"), ANVIL_E_TOKEN, 1, 0},
        {ANVIL_STR("{\"Text\":\"\\n\"}"), ANVIL_E_ARENA, ANVIL_NO_OFFSET, 0},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_message message;
        struct anvil_report report;
        memset(&report, 0xA5, sizeof report);
        assert_int_equal(anvil_decode(&sample_message_shape, CASES[i].body, ANVIL_STRICT, NULL,
                                      &message, &report),
                         CASES[i].status);
        assert_int_equal(report.status, CASES[i].status);
        assert_int_equal(report.offset, CASES[i].offset);
        assert_int_equal(report.count, CASES[i].count);
        assert_int_equal(report.more, 0);
        assert_int_equal(report.need != 0, CASES[i].status == ANVIL_E_ARENA);
    }
}

/* The status does not depend on whether anybody wants a report. */
TEST(without_a_report_the_status_is_the_same) {
    static const struct anvil_str BODIES[] = {
        ANVIL_STR("{\"Id\":\"a\"}"),
        ANVIL_STR("{}"),
        ANVIL_STR("{\"Id\":\"A\"}"),
        ANVIL_STR("{\"Id\":\"a\",\"Id\":\"a\"}"),
        ANVIL_STR("{\"Id\":1}"),
        ANVIL_STR("{\"Id\":\"\\q\"}"),
        ANVIL_STR("{\"x\":[}"),
        ANVIL_STR("{\"Text\":\"\\n\"}"),
        ANVIL_STR("{\"Tags\":[null]}"),
        ANVIL_STR("{\"Id\":\"a\",\"y\":0}"),
        ANVIL_STR("{\"Part\":{},\"y\":0}"),
        ANVIL_STR("[]"),
    };
    for (size_t i = 0; i < sizeof BODIES / sizeof BODIES[0]; i++) {
        struct sample_message message;
        struct anvil_report report;
        unsigned checks = (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER;
        enum anvil_status with =
            anvil_decode(&sample_message_shape, BODIES[i], checks, NULL, &message, &report);
        enum anvil_status without =
            anvil_decode(&sample_message_shape, BODIES[i], checks, NULL, &message, NULL);
        assert_string_equal(anvil_status_name(with), anvil_status_name(without));
    }
}

/* first what only the bytes show, in their order, then the struct in model order, a
 * container before its contents; the first is the status */
TEST(violations_come_in_one_order) {
    static const struct anvil_str BODY = ANVIL_STR(
        "{\"Color\":\"PINK\",\"Tags\":[\"long tag\",\"b\",\"c\",\"d\"],\"y\":0,\"Id\":\"A\","
        "\"Color\":\"RED!\",\"Part\":{\"Note\":\"too long\"},\"Title\":\"x\"}");
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_UNKNOWN_MEMBER, "/y", 48, 0, 0},
        {ANVIL_CONSTRAINT_DUPLICATE, "/Color", 63, 0, 0},
        {ANVIL_CONSTRAINT_PATTERN, "/Id", 59, 0, 0},
        {ANVIL_CONSTRAINT_MIN, "/Title", 113, 2, 1},
        {ANVIL_CONSTRAINT_ENUM, "/Color", 71, 0, 0},
        {ANVIL_CONSTRAINT_MAX, "/Tags", 23, 3, 4},
        {ANVIL_CONSTRAINT_MAX, "/Tags/0", 24, 4, 8},
        {ANVIL_CONSTRAINT_REQUIRED, "/Part/Code", 85, 0, 0},
        {ANVIL_CONSTRAINT_MAX, "/Part/Note", 93, 5, 8},
        {0},
    };
    struct sample_message message;
    struct decoded decoded = decode_flush(
        &sample_message_shape, BODY, (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER, &message);
    assert_violations(&decoded.report, EXPECTED);
    decoded_free(&decoded);
}

/* A list of `count` tags, each one too long. */
static size_t long_tags(char *out, size_t capacity, size_t count) {
    size_t len = (size_t)snprintf(out, capacity, "{\"Id\":\"a\",\"Tags\":[\"12345\"");
    for (size_t i = 1; i < count; i++)
        len += (size_t)snprintf(out + len, capacity - len, ",\"12345\"");
    return len + (size_t)snprintf(out + len, capacity - len, "]}");
}

/* kept and counted together are all: the list's own violation and one for each item */
TEST(violations_beyond_the_room_are_counted) {
    for (size_t count = 4; count < 80; count += count < 28 || count > 34 ? 8 : 1) {
        char body[1024];
        struct sample_message message;
        size_t len = long_tags(body, sizeof body, count);
        struct decoded decoded =
            decode_flush(&sample_message_shape, anvil_str_of(body, len), ANVIL_STRICT, &message);
        size_t all = count + 1;
        size_t kept = all < ANVIL_REPORT_VIOLATIONS ? all : ANVIL_REPORT_VIOLATIONS;
        assert_int_equal(decoded.status, ANVIL_E_MAX);
        assert_int_equal(decoded.report.count, kept);
        assert_int_equal(decoded.report.more, all - kept);
        for (size_t i = 1; i < kept; i++) {
            char path[32];
            (void)snprintf(path, sizeof path, "/Tags/%zu", i - 1);
            assert_text(anvil_violation_path(&decoded.report, &decoded.report.violations[i]), path);
            assert_int_equal(decoded.report.violations[i].offset, 18 + 8 * (i - 1));
        }
        decoded_free(&decoded);
    }
}

/* [I-06] a hundred thousand violations take no longer to find than as many good values */
TEST(a_hundred_thousand_violations) {
    size_t count = test_rounds(100000);
    size_t room = 64 + 8 * count;
    char *body = malloc(room);
    void *memory = malloc(64 + 2 * sizeof(struct anvil_str) * count);
    assert_non_null(body);
    assert_non_null(memory);
    struct anvil_arena arena = anvil_arena_of(memory, 64 + 2 * sizeof(struct anvil_str) * count);
    size_t len = long_tags(body, room, count);
    struct sample_message message;
    struct anvil_report report;
    assert_int_equal(anvil_decode(&sample_message_shape, anvil_str_of(body, len), ANVIL_STRICT,
                                  &arena, &message, &report),
                     ANVIL_E_MAX);
    assert_int_equal(report.count, ANVIL_REPORT_VIOLATIONS);
    assert_int_equal(report.count + report.more, count + 1);
    free(body);
    free(memory);
}

/* from the first path that does not fit on, violations are only counted, so that what is
 * kept is the beginning of the list */
TEST(paths_beyond_the_room_are_counted) {
    char body[8192] = "{\"Id\":\"A\"";
    size_t len = strlen(body);
    for (size_t i = 0; i < 12; i++) {
        char name[301];
        memset(name, (int)('a' + i), 300);
        name[300] = '\0';
        len += (size_t)snprintf(body + len, sizeof body - len, ",\"%s\":0", name);
    }
    len += (size_t)snprintf(body + len, sizeof body - len, ",\"y\":0}");
    struct sample_message message;
    struct decoded decoded =
        decode_flush(&sample_message_shape, anvil_str_of(body, len),
                     (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER, &message);
    assert_int_equal(decoded.status, ANVIL_E_UNKNOWN_MEMBER);
    assert_int_equal(decoded.report.count, ANVIL_REPORT_PATH_BYTES / 301);
    assert_int_equal(decoded.report.count + decoded.report.more, 12 + 1 + 1);
    assert_true(decoded.report.path_used <= ANVIL_REPORT_PATH_BYTES);
    for (size_t i = 0; i < decoded.report.count; i++) {
        struct anvil_str path =
            anvil_violation_path(&decoded.report, &decoded.report.violations[i]);
        assert_int_equal(path.len, 301);
        assert_int_equal(path.ptr[300], 'a' + i);
    }
    decoded_free(&decoded);
}

/* A single name longer than all the room: the status stays, the report only counts. */
TEST(a_path_that_never_fits) {
    char body[4096] = "{\"Id\":\"a\",\"";
    size_t len = strlen(body);
    memset(body + len, 'n', 3000);
    len += 3000;
    len += (size_t)snprintf(body + len, sizeof body - len, "\":0}");
    struct sample_message message;
    struct decoded decoded =
        decode_flush(&sample_message_shape, anvil_str_of(body, len),
                     (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER, &message);
    assert_int_equal(decoded.status, ANVIL_E_UNKNOWN_MEMBER);
    assert_int_equal(decoded.report.count, 0);
    assert_int_equal(decoded.report.more, 1);
    decoded_free(&decoded);
}
