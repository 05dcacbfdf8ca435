/* SPDX-License-Identifier: Apache-2.0 */
/* Each kind of constraint is one bit, and only what was asked for is found. */
#include "anvil/codec.h"
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

/* A message that breaks every kind of constraint, one after the other. */
static const struct anvil_str BODY = ANVIL_STR(
    "{\"x\":0,\"Title\":\"x\",\"Text\":\"\",\"Text\":\"\",\"Slug\":\"-\",\"Color\":\"PINK\","
    "\"In/Out~\":\"1234\",\"Owner\":\"secret-1\"}");

static const struct {
    unsigned bit;
    struct expected_violation violation;
} KINDS[] = {
    {ANVIL_CHECK_UNKNOWN_MEMBER, {ANVIL_CONSTRAINT_UNKNOWN_MEMBER, "/x", 1, 0, 0}},
    {ANVIL_CHECK_DUPLICATE, {ANVIL_CONSTRAINT_DUPLICATE, "/Text", 29, 0, 0}},
    {ANVIL_CHECK_REQUIRED, {ANVIL_CONSTRAINT_REQUIRED, "/Id", 0, 0, 0}},
    {ANVIL_CHECK_PATTERN, {ANVIL_CONSTRAINT_PATTERN, "/Slug", 46, 0, 0}},
    {ANVIL_CHECK_MIN, {ANVIL_CONSTRAINT_MIN, "/Title", 15, 2, 1}},
    {ANVIL_CHECK_ENUM, {ANVIL_CONSTRAINT_ENUM, "/Color", 58, 0, 0}},
    {ANVIL_CHECK_IDENTITY, {ANVIL_CONSTRAINT_IDENTITY, "/Owner", 90, 0, 0}},
    {ANVIL_CHECK_MAX, {ANVIL_CONSTRAINT_MAX, "/In~1Out~0", 75, 3, 4}},
};
enum { KIND_COUNT = sizeof KINDS / sizeof KINDS[0] };

/* Every set of kinds there is. */
TEST(exactly_what_was_asked_for_is_found) {
    for (unsigned set = 0; set < 1U << KIND_COUNT; set++) {
        struct expected_violation expected[KIND_COUNT + 1] = {{0}};
        unsigned checks = 0;
        size_t count = 0;
        for (size_t i = 0; i < KIND_COUNT; i++)
            if ((set >> i & 1) != 0) {
                checks |= KINDS[i].bit;
                expected[count++] = KINDS[i].violation;
            }
        struct sample_message message;
        unsigned char memory[64];
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        struct anvil_report report;
        (void)!anvil_decode(&sample_message_shape, BODY, checks, &arena, &message, &report);
        assert_violations(&report, expected);
    }
}

TEST(the_profiles_are_the_sets_that_they_promise) {
    assert_int_equal(ANVIL_OFF, 0);
    assert_int_equal(ANVIL_SDK, ANVIL_CHECK_REQUIRED | ANVIL_CHECK_MIN);
    assert_int_equal(ANVIL_STRICT, ANVIL_CHECK_REQUIRED | ANVIL_CHECK_MIN | ANVIL_CHECK_MAX |
                                       ANVIL_CHECK_RANGE | ANVIL_CHECK_PATTERN | ANVIL_CHECK_ENUM |
                                       ANVIL_CHECK_DUPLICATE | ANVIL_CHECK_UNIQUE);
    static const struct {
        unsigned profile;
        size_t count;
        enum anvil_status status;
    } PROFILES[] = {{ANVIL_OFF, 0, ANVIL_OK},
                    {ANVIL_SDK, 2, ANVIL_E_REQUIRED},
                    {ANVIL_STRICT, 6, ANVIL_E_DUPLICATE}};
    for (size_t i = 0; i < 3; i++) {
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, BODY, PROFILES[i].profile, &message);
        assert_int_equal(decoded.status, PROFILES[i].status);
        assert_int_equal(decoded.report.count, PROFILES[i].count);
        decoded_free(&decoded);
    }
}

/* What only bytes can show finds nothing in a struct, and is no wrong argument there. */
TEST(a_struct_has_no_duplicates) {
    struct sample_message message = {.id = ANVIL_STR("a")};
    unsigned checks = (unsigned)ANVIL_CHECK_DUPLICATE | ANVIL_CHECK_UNKNOWN_MEMBER;
    assert_int_equal(anvil_check(&sample_message_shape, &message, checks, NULL), ANVIL_OK);
}

TEST(arguments_that_break_the_contract) {
    struct sample_message message = {.id = ANVIL_STR("a")};
    const struct anvil_shape *text_shape = sample_message_shape.members[SAMPLE_TEXT].target;
    static const unsigned BAD_BITS[] = {1U << 10, ANVIL_LENIENT, ANVIL_CHECKED, ANVIL_NEUTRAL,
                                        1U << 31};
    struct anvil_report report;
    assert_int_equal(anvil_check(NULL, &message, 0, &report), ANVIL_E_ARGUMENT);
    assert_error(&report, ANVIL_E_ARGUMENT, ANVIL_NO_OFFSET, "");
    assert_int_equal(anvil_check(text_shape, &message, 0, &report), ANVIL_E_ARGUMENT);
    assert_int_equal(anvil_check(&sample_message_shape, NULL, 0, NULL), ANVIL_E_ARGUMENT);
    for (size_t i = 0; i < sizeof BAD_BITS / sizeof BAD_BITS[0]; i++)
        assert_int_equal(anvil_check(&sample_message_shape, &message, BAD_BITS[i], &report),
                         ANVIL_E_ARGUMENT);
}
