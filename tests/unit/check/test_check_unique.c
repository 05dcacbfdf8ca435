/* SPDX-License-Identifier: Apache-2.0 */
/* The uniqueItems trait: what is the same and what is not, few items and many, with memory
 * for the comparison and without. */
#include "sample/decode_flush.h"
#include "sample/descriptor.h"
#include "sample/report_assert.h"
#include "sample/sample_bounds.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

static char body[1 << 17];
static _Alignas(16) unsigned char memory[1 << 19];

/* Decodes and checks `{"NAME":[ITEMS]}` and expects, for a violation, exactly that one. */
static void expect(const char *name, const char *items, bool is_unique) {
    int len = snprintf(body, sizeof body, "{\"%s\":[%s]}", name, items);
    char path[32];
    (void)snprintf(path, sizeof path, "/%s", name);
    struct expected_violation expected[2] = {
        {ANVIL_CONSTRAINT_UNIQUE, path, strlen(name) + 4, 0, 0}, {0}};
    if (is_unique)
        expected[0].path = NULL;
    static struct sample_bounds bounds;
    struct anvil_report report;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    (void)!anvil_decode(&sample_bounds_shape, anvil_str_of(body, (size_t)len), ANVIL_CHECK_UNIQUE,
                        &arena, &bounds, &report);
    if (report.count != !is_unique)
        fail_msg("%.200s", body);
    assert_violations(&report, expected);
    /* Without memory every pair is compared. */
    struct anvil_report plain;
    (void)!anvil_check(&sample_bounds_shape, &bounds, ANVIL_CHECK_UNIQUE, &plain);
    assert_same_report(&plain, &report, false);
}

static const struct {
    const char *name;
    const char *items; /* all different */
    const char *again; /* the same as one of them, written in another way */
} CASES[] = {
    {"Longs", "0,1,-1,9223372036854775807", "1.0e0"},
    {"Texts", "\"\",\"a\",\"A\",\"ab\",\"\\u0000\",\"e\\u0301\",\"\\u00e9\"", "\"\\u0061\""},
    {"Dates", "\"2000-01-02T20:34:56Z\",\"2000-01-02T20:34:56.1Z\",\"1970-01-01T00:00:00Z\"",
     "\"2000-01-02t20:34:56.100z\""},
    {"Blobs", "\"\",\"AA==\",\"AAA=\",\"/w==\"", "\"\\/w==\""},
    {"Pairs", "{},{\"C\":\"\"},{\"N\":0},{\"C\":\"a\",\"N\":0},{\"C\":\"a\",\"N\":1},{\"C\":\"b\"}",
     "{\"N\":1.0,\"x\":[],\"C\":\"\\u0061\"}"},
    {"Choices",
     "{\"Text\":\"1\"},{\"Number\":1},{\"Number\":2},{\"Unit\":{}},{\"Kinds\":{}},{\"Texts\":[]},"
     "{\"Map\":{}},{\"Choice\":{\"Number\":1}},{\"Document\":\"1\"},{\"Blob\":\"\"}",
     "{\"__type\":\"x\",\"Number\":2}"},
    {"Maps",
     "{},{\"a\":\"1\"},{\"b\":\"1\"},{\"a\":\"2\"},{\"a\":\"1\",\"b\":\"2\"},{\"a\":\"2\",\"b\":"
     "\"1\"},"
     "{\"a\":\"1\",\"b\":\"2\",\"c\":\"\"},{\"ab\":\"\"}",
     "{\"b\":\"2\",\"a\":\"1\"}"},
    {"Lists", "[],[1],[2],[1,2],[2,1],[12],[1,2,3]", "[2,1]"},
    {"Sparse", "1,null,2", "null"},
};
enum { CASES_COUNT = sizeof CASES / sizeof CASES[0] };

TEST(what_differs_and_what_does_not) {
    for (size_t i = 0; i < CASES_COUNT; i++) {
        char items[1024];
        expect(CASES[i].name, "", true);
        expect(CASES[i].name, CASES[i].items, true);
        (void)snprintf(items, sizeof items, "%s,%s", CASES[i].items, CASES[i].again);
        expect(CASES[i].name, items, false);
        (void)snprintf(items, sizeof items, "%s,%s", CASES[i].again, CASES[i].items);
        expect(CASES[i].name, items, false);
        (void)snprintf(items, sizeof items, "%s,%s", CASES[i].again, CASES[i].again);
        expect(CASES[i].name, items, false);
    }
}

/* Lists around the length where hashes take over; the same item twice at every two places. */
TEST(every_pair_of_places) {
    static const size_t COUNTS[] = {2, 3, 7, 8, 9, 10, 17};
    for (size_t c = 0; c < sizeof COUNTS / sizeof COUNTS[0]; c += test_rounds(50) < 50 ? 4 : 1)
        for (size_t first = 0; first < COUNTS[c]; first++)
            for (size_t second = first; second < COUNTS[c]; second++) {
                char texts[256] = "";
                char longs[256] = "";
                size_t at = 0;
                size_t end = 0;
                for (size_t i = 0; i < COUNTS[c]; i++) {
                    size_t value = i == second ? first : i;
                    const char *comma = i == 0 ? "" : ",";
                    at +=
                        (size_t)snprintf(texts + at, sizeof texts - at, "%s\"t%zu\"", comma, value);
                    end += (size_t)snprintf(longs + end, sizeof longs - end, "%s%zu", comma, value);
                }
                expect("Texts", texts, first == second);
                expect("Longs", longs, first == second);
            }
}

/* [I-06] Thousands of items, all different or the last like the first. */
TEST(thousands_of_items) {
    static char items[1 << 16];
    size_t many = test_rounds(5000);
    for (int last = 0; last < 2; last++) {
        size_t at = 0;
        for (size_t i = 0; i < many; i++)
            at += (size_t)snprintf(items + at, sizeof items - at, "%s%zu", i == 0 ? "" : ",",
                                   i + 1 == many && last == 1 ? 0 : i);
        expect("Longs", items, last == 0);
    }
}

/* A list in a list: the outer one, the inner one, and both. */
TEST(lists_inside_lists) {
    static const struct {
        const char *body;
        struct expected_violation expected[4];
    } LISTS[] = {
        {"{\"Lists\":[[1,1],[1]]}", {{ANVIL_CONSTRAINT_UNIQUE, "/Lists/0", 10, 0, 0}, {0}}},
        {"{\"Lists\":[[1],[1]]}", {{ANVIL_CONSTRAINT_UNIQUE, "/Lists", 9, 0, 0}, {0}}},
        {"{\"Lists\":[[2,2],[2,2]]}",
         {{ANVIL_CONSTRAINT_UNIQUE, "/Lists", 9, 0, 0},
          {ANVIL_CONSTRAINT_UNIQUE, "/Lists/0", 10, 0, 0},
          {ANVIL_CONSTRAINT_UNIQUE, "/Lists/1", 16, 0, 0},
          {0}}},
    };
    for (size_t i = 0; i < sizeof LISTS / sizeof LISTS[0]; i++) {
        struct sample_bounds bounds;
        struct decoded decoded =
            decode_flush(&sample_bounds_shape, anvil_str_of(LISTS[i].body, strlen(LISTS[i].body)),
                         ANVIL_STRICT, &bounds);
        assert_violations(&decoded.report, LISTS[i].expected);
        decoded_free(&decoded);
    }
}

/* a list that is too long and repeats itself is both, in this order; each on its
 * own bit */
TEST(with_other_constraints) {
    static const struct expected_violation BOTH[] = {{ANVIL_CONSTRAINT_MAX, "/Texts", 9, 40, 41},
                                                     {ANVIL_CONSTRAINT_UNIQUE, "/Texts", 9, 0, 0},
                                                     {0}};
    char text[512] = "{\"Texts\":[";
    struct sample_bounds bounds;
    for (int i = 0; i < 41; i++)
        strcat(text, i == 0 ? "\"\"" : ",\"\"");
    strcat(text, "]}");
    struct anvil_str message = anvil_str_of(text, strlen(text));
    struct decoded decoded = decode_flush(&sample_bounds_shape, message, ANVIL_STRICT, &bounds);
    assert_violations(&decoded.report, BOTH);
    decoded_free(&decoded);
    decoded = decode_flush(&sample_bounds_shape, message, ANVIL_CHECK_UNIQUE, &bounds);
    assert_violations(&decoded.report, BOTH + 1);
    decoded_free(&decoded);
    decoded = decode_flush(&sample_bounds_shape, message,
                           (unsigned)ANVIL_STRICT & ~(unsigned)ANVIL_CHECK_UNIQUE &
                               ~(unsigned)ANVIL_CHECK_MAX,
                           &bounds);
    assert_int_equal(decoded.status, ANVIL_OK);
    decoded_free(&decoded);
}

/* Of variants of a later time nobody can tell whether they are the same: they are not. */
TEST(unknown_variants_differ) {
    static const struct anvil_str BODY =
        ANVIL_STR("{\"Choices\":[{\"x\":1},{\"y\":1},{\"x\":2},{\"x\":1},{\"Text\":\"\"},{},"
                  "{\"Number\":1},{\"Number\":2},{\"Number\":3},{\"Number\":4}]}");
    struct sample_bounds bounds;
    struct decoded decoded = decode_flush(&sample_bounds_shape, BODY,
                                          (unsigned)ANVIL_CHECK_UNIQUE | ANVIL_LENIENT, &bounds);
    assert_int_equal(decoded.status, ANVIL_OK);
    assert_int_equal(anvil_check(&sample_bounds_shape, &bounds, ANVIL_CHECK_UNIQUE, NULL),
                     ANVIL_OK);
    decoded_free(&decoded);
}

/* Items are compared as deep as a message can be: the message and the list are two of its levels.
 */
TEST(deep_items) {
    for (int depth = 1; depth <= ANVIL_DEPTH_MAX - 2; depth++) {
        char item[512] = "";
        char items[2048];
        for (int i = 1; i < depth; i++)
            strcat(item, "{\"Choice\":");
        strcat(item, "{\"Text\":\"a\"}");
        for (int i = 1; i < depth; i++)
            strcat(item, "}");
        (void)snprintf(items, sizeof items, "%s,%s", item, item);
        expect("Choices", items, false);
        (void)snprintf(items, sizeof items, "%s,{\"Number\":1},%s", item, item);
        expect("Choices", items, false);
    }
}

/* [R-071] [I-14] [I-16] The comparison of many items needs memory, tells how much, and leaves none
 * behind. */
TEST(an_arena_of_every_size) {
    static const char BODY[] = "{\"Longs\":[1,2,3,4,5,6,7,8,9,10,11,12]}";
    struct anvil_str message = anvil_str_of(BODY, sizeof BODY - 1);
    struct sample_bounds bounds;
    size_t enough = 0;
    for (size_t room = 0; room < 1024; room++) {
        struct anvil_arena arena = anvil_arena_of(memory, room);
        struct anvil_report report;
        enum anvil_status status =
            anvil_decode(&sample_bounds_shape, message, ANVIL_STRICT, &arena, &bounds, &report);
        assert_int_equal(arena.scratch, 0);
        if (status == ANVIL_OK) {
            enough = enough == 0 ? room : enough;
            assert_int_equal(arena.used, 12 * sizeof(struct anvil_long));
            assert_true(arena.peak <= room);
            continue;
        }
        assert_int_equal(status, ANVIL_E_ARENA);
        assert_int_equal(enough, 0);
        assert_true(report.need > room);
        assert_int_equal(arena.used, 0);
    }
    assert_in_range(enough, 12 * sizeof(struct anvil_long), 12 * 32 + 32);
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_int_equal(
        anvil_decode(&sample_bounds_shape, message, ANVIL_STRICT, &arena, &bounds, NULL), ANVIL_OK);
    assert_in_range(arena.peak, enough - 15, enough);
}

/* A list of items that are smaller than what comparing them takes. */
struct small_list {
    struct {
        const struct anvil_byte *items;
        size_t count;
    } bytes;
};
static const struct anvil_limits UNIQUE = {.max = ANVIL_UNLIMITED, .is_unique = 1};
static const struct anvil_member BYTE_ITEM[1] = {SCALAR_ITEM(ANVIL_KIND_BYTE, NULL, NULL)};
static const struct anvil_shape BYTE_LIST = UNIQUE_LIST("Bytes", BYTE_ITEM, struct anvil_byte, 0);
static const struct anvil_member SMALL_MEMBERS[] = {
    MEMBER("Bytes", small_list, bytes, ANVIL_KIND_LIST, BYTE_LIST, &UNIQUE)};
static const struct anvil_shape SMALL =
    STRUCTURE("Small", ANVIL_KIND_STRUCTURE, small_list, SMALL_MEMBERS, 0, 0);

/* The most that was in use at once, which the arena tells, is the size that is enough. */
TEST(the_peak_is_enough) {
    static const struct anvil_str BODY =
        ANVIL_STR("{\"Bytes\":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]}");
    struct small_list out;
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    assert_int_equal(anvil_decode(&SMALL, BODY, ANVIL_STRICT, &arena, &out, NULL), ANVIL_OK);
    assert_int_equal(arena.used, 16 * sizeof(struct anvil_byte));
    size_t peak = arena.peak;
    arena = anvil_arena_of(memory, peak);
    assert_int_equal(anvil_decode(&SMALL, BODY, ANVIL_STRICT, &arena, &out, NULL), ANVIL_OK);
    arena = anvil_arena_of(memory, peak - 1);
    assert_int_equal(anvil_decode(&SMALL, BODY, ANVIL_STRICT, &arena, &out, NULL), ANVIL_E_ARENA);
}
