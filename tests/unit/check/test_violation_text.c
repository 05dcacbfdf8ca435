/* SPDX-License-Identifier: Apache-2.0 */
/* What a person reads of a violation: the rule and the limit, never the value. */
#include "guard_page.h"
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/sample_limits.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

static const struct anvil_range BOTH = {.min_text = ANVIL_STR("-1"), .max_text = ANVIL_STR("4.50")};
static const struct anvil_range LEAST = {.min_text = ANVIL_STR("1e400")};
static const struct anvil_range MOST = {.max_text = ANVIL_STR("7")};
static const struct anvil_limits BOTH_LIMITS = {.range = &BOTH};
static const struct anvil_limits LEAST_LIMITS = {.range = &LEAST};
static const struct anvil_limits MOST_LIMITS = {.range = &MOST};
static const int32_t LEVELS[] = {1, 5};
static const struct anvil_int_enum LEVEL_ENUM = {LEVELS, 2};
static const struct anvil_limits LEVEL_LIMITS = {.numbers = &LEVEL_ENUM};

static const struct {
    struct anvil_violation violation;
    const char *sentence;
} SENTENCES[] = {
    {{.constraint = ANVIL_CONSTRAINT_REQUIRED}, "required, but missing or null"},
    {{.constraint = ANVIL_CONSTRAINT_MIN, .limit = 2, .actual = 0},
     "shorter than 2, the length is 0"},
    {{.constraint = ANVIL_CONSTRAINT_MAX, .limit = 256, .actual = 1000},
     "longer than 256, the length is 1000"},
    {{.constraint = ANVIL_CONSTRAINT_MAX, .limit = 0, .actual = UINT64_MAX},
     "longer than 0, the length is 18446744073709551615"},
    {{.constraint = ANVIL_CONSTRAINT_RANGE, .limits = &BOTH_LIMITS}, "outside the range -1..4.50"},
    {{.constraint = ANVIL_CONSTRAINT_RANGE, .limits = &LEAST_LIMITS}, "outside the range 1e400.."},
    {{.constraint = ANVIL_CONSTRAINT_RANGE, .limits = &MOST_LIMITS}, "outside the range ..7"},
    {{.constraint = ANVIL_CONSTRAINT_PATTERN, .limits = &sample_slug_limits},
     "does not match the pattern ^[a-z]+(-[a-z]+)*$"},
    {{.constraint = ANVIL_CONSTRAINT_ENUM, .limits = &sample_color_limits},
     "none of the 3 values of the enum"},
    {{.constraint = ANVIL_CONSTRAINT_ENUM, .limits = &LEVEL_LIMITS},
     "none of the 2 values of the enum"},
    {{.constraint = ANVIL_CONSTRAINT_DUPLICATE}, "given more than once"},
    {{.constraint = ANVIL_CONSTRAINT_UNKNOWN_MEMBER}, "not a member of this shape"},
    {{.constraint = ANVIL_CONSTRAINT_IDENTITY}, "not an ARN or ID that this member takes"},
    {{.constraint = ANVIL_CONSTRAINT_UNIQUE}, "holds the same item twice"},
};

/* the bound and what was found; whatever the room, no byte too many and the whole length */
TEST(sentences) {
    for (size_t i = 0; i < sizeof SENTENCES / sizeof SENTENCES[0]; i++) {
        size_t len = strlen(SENTENCES[i].sentence);
        assert_int_equal(anvil_violation_text(&SENTENCES[i].violation, NULL, 0), len);
        for (size_t room = 0; room <= len + 1; room++) {
            struct guard_page page = guard_page_of(NULL, room);
            assert_int_equal(anvil_violation_text(&SENTENCES[i].violation, page.ptr, room), len);
            assert_memory_equal(page.ptr, SENTENCES[i].sentence, room < len ? room : len);
            if (room > len)
                assert_int_equal((unsigned char)page.ptr[len], 0xA5); /* no terminator */
            guard_page_free(&page);
        }
    }
}

TEST(constraints_have_the_names_of_their_statuses) {
    static const char *const NAMES[ANVIL_CONSTRAINT_COUNT] = {
        "required",       "min",      "max",         "range", "pattern", "enum", "duplicate",
        "unknown-member", "identity", "unique-items"};
    for (int i = 0; i < ANVIL_CONSTRAINT_COUNT; i++) {
        const char *name = anvil_constraint_name((enum anvil_constraint)i);
        assert_string_equal(name, NAMES[i]);
        assert_string_equal(name, anvil_status_name((enum anvil_status)(ANVIL_E_REQUIRED + i)));
    }
    assert_string_equal(anvil_constraint_name(ANVIL_CONSTRAINT_COUNT), "unknown");
    assert_string_equal(anvil_constraint_name((enum anvil_constraint) - 1), "unknown");
}

TEST(an_unknown_constraint_has_a_sentence_too) {
    struct anvil_violation violation = {.constraint = ANVIL_CONSTRAINT_COUNT};
    char text[64];
    assert_int_equal(anvil_violation_text(&violation, text, sizeof text), 18);
    assert_memory_equal(text, "unknown constraint", 18);
}

/* [I-15] A value that is nowhere else is nowhere in a report and in none of its sentences. */
TEST(no_value_is_echoed) {
    static const char SECRET[] = "XSECRETX";
    static const struct anvil_str BODIES[] = {
        ANVIL_STR("{\"Id\":\"XSECRETX\",\"Slug\":\"XSECRETX\",\"Title\":\"XSECRETX\","
                  "\"Color\":\"XSECRETX\",\"Tags\":[\"XSECRETX\"],\"Owner\":\"XSECRETX\","
                  "\"Part\":{\"Code\":\"XSECRETX\"},\"y\":\"XSECRETX\",\"Id\":\"XSECRETX\"}"),
        ANVIL_STR("{\"Text\":[\"XSECRETX\"]}"),
        ANVIL_STR("{\"Text\":\"XSECRETX\\q\"}"),
        ANVIL_STR("{\"Text\":\"XSECRETX"),
        ANVIL_STR("{\"y\":\"XSECRETX\001\"}"),
    };
    for (size_t i = 0; i < sizeof BODIES / sizeof BODIES[0]; i++) {
        struct sample_message message;
        struct anvil_report report;
        char sentence[256];
        memset(&report, 0, sizeof report);
        unsigned checks =
            (unsigned)ANVIL_STRICT | ANVIL_CHECK_IDENTITY | ANVIL_CHECK_UNKNOWN_MEMBER;
        char memory[256];
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        assert_int_not_equal(
            anvil_decode(&sample_message_shape, BODIES[i], checks, &arena, &message, &report),
            ANVIL_OK);
        const char *bytes = (const char *)&report;
        for (size_t at = 0; at + sizeof SECRET <= sizeof report; at++)
            assert_int_not_equal(memcmp(bytes + at, SECRET, sizeof SECRET - 1), 0);
        for (size_t j = 0; j < report.count; j++) {
            size_t len = anvil_violation_text(&report.violations[j], sentence, sizeof sentence - 1);
            sentence[len] = '\0';
            assert_null(strstr(sentence, SECRET));
        }
    }
}
