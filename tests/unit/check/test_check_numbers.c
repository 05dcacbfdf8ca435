/* SPDX-License-Identifier: Apache-2.0 */
/* Ranges and levels, on the bytes and on the struct: what was read is judged as what was
 * built by hand. */
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/sample_bounds.h"
#include "test.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Decodes `{"NAME":TEXT}` with all checks and expects these violations of it, in order; the same
 * from the struct. */
static void expect(const char *name, const char *text, unsigned constraints) {
    static const enum anvil_constraint ORDER[] = {ANVIL_CONSTRAINT_MIN, ANVIL_CONSTRAINT_MAX,
                                                  ANVIL_CONSTRAINT_RANGE, ANVIL_CONSTRAINT_ENUM};
    char body[256];
    int before = snprintf(body, sizeof body, "{\"%s\":", name);
    int len = before + snprintf(body + before, sizeof body - (size_t)before, "%s}", text);
    struct sample_bounds bounds;
    struct anvil_report report;
    struct decoded decoded =
        decode_flush(&sample_bounds_shape, anvil_str_of(body, (size_t)len), ANVIL_STRICT, &bounds);
    size_t count = 0;
    for (size_t i = 0; i < sizeof ORDER / sizeof ORDER[0]; i++) {
        if ((constraints >> ORDER[i] & 1) == 0)
            continue;
        if (count == decoded.report.count ||
            decoded.report.violations[count].constraint != ORDER[i])
            fail_msg("%s", body);
        assert_int_equal(decoded.report.violations[count].offset, before);
        struct anvil_str path =
            anvil_violation_path(&decoded.report, &decoded.report.violations[count]);
        assert_int_equal(path.len, strlen(name) + 1);
        assert_memory_equal(path.ptr + 1, name, strlen(name));
        count++;
    }
    if (decoded.report.count != count || decoded.report.more != 0)
        fail_msg("%s: %s", body, anvil_status_name(decoded.status));
    (void)!anvil_check(&sample_bounds_shape, &bounds, ANVIL_STRICT, &report);
    assert_same_report(&report, &decoded.report, false);
    decoded_free(&decoded);
}

enum { RANGE = 1 << ANVIL_CONSTRAINT_RANGE, LEVEL = 1 << ANVIL_CONSTRAINT_ENUM };

static const struct {
    const char *name;
    const char *text;
    unsigned constraints;
} NUMBERS[] = {
    {"Byte", "-2", 0},
    {"Byte", "100", 0},
    {"Byte", "0", 0},
    {"Byte", "-3", RANGE},
    {"Byte", "101", RANGE},
    {"Byte", "-128", RANGE},
    {"Short", "300", 0},
    {"Short", "32767", 0},
    {"Short", "299", RANGE},
    {"Short", "-32768", RANGE},
    {"Integer", "-7", 0},
    {"Integer", "-2147483648", 0},
    {"Integer", "-6", RANGE},
    {"Integer", "0", RANGE},
    {"Integer", "2147483647", RANGE},
    /* These are one number to a double. */
    {"Long", "9007199254740993", 0},
    {"Long", "9007199254740994", RANGE},
    {"Long", "-9007199254740993", 0},
    {"Long", "-9007199254740994", RANGE},
    {"Long", "9223372036854775807", RANGE},
    /* The bound is rounded as the value is: 4.4 is not above 4.4. */
    {"Float", "4.4", 0},
    {"Float", "0.1", 0},
    {"Float", "4.40000000000000000000000000001", 0},
    {"Float", "4.4000006", RANGE},
    {"Float", "0.09999999", RANGE},
    {"Float", "-4", RANGE},
    {"Float", "\"NaN\"", RANGE},
    {"Float", "\"Infinity\"", RANGE},
    {"Float", "\"-Infinity\"", RANGE},
    {"Double", "-0.5", 0},
    {"Double", "1e300", 0},
    {"Double", "-0", 0},
    {"Double", "-0.50000000000000011102230246251565404236316680908203125", RANGE},
    {"Double", "1.0000000000000002e300", RANGE},
    {"Double", "\"NaN\"", RANGE},
    {"Double", "\"Infinity\"", RANGE},
    {"Double", "\"-Infinity\"", RANGE},
    /* Big numbers are compared digit by digit. */
    {"BigInteger", "18446744073709551616", 0},
    {"BigInteger", "18446744073709551615", RANGE},
    {"BigInteger", "-18446744073709551616", RANGE},
    {"BigInteger", "99999999999999999999999999999999999999999", 0},
    {"BigInteger", "-0", RANGE},
    {"BigDecimal", "1e400", 0},
    {"BigDecimal", "0.1E+401", 0},
    {"BigDecimal", "1.00000000000000000000000000000000000001e400", RANGE},
    {"BigDecimal", "-1e-400", 0},
    {"BigDecimal", "-1.1e-400", RANGE},
    {"BigDecimal", "-0", 0},
    {"BigDecimal", "-1", RANGE},
    /* An intEnum is open for readers and closed for the check; it may have a range besides. */
    {"Level", "1", 0},
    {"Level", "2", 0},
    {"Level", "3", LEVEL},
    {"Level", "0", LEVEL},
    {"Level", "5", RANGE},
    {"Level", "6", RANGE | LEVEL},
    {"Level", "-2147483648", LEVEL},
};

/* The bounds belong to the range. */
TEST(bounds_and_their_neighbours) {
    for (size_t i = 0; i < sizeof NUMBERS / sizeof NUMBERS[0]; i++)
        expect(NUMBERS[i].name, NUMBERS[i].text, NUMBERS[i].constraints);
}

/* each on its own bit; what is absent is in every range */
TEST(only_what_was_asked_for) {
    struct sample_bounds bounds = {.byte = {-3, true}, .level = {6, true}, .half = {0, false}};
    static const struct {
        unsigned checks;
        size_t count;
        enum anvil_status status;
    } CASES[] = {
        {ANVIL_OFF, 0, ANVIL_OK},
        {ANVIL_SDK, 0, ANVIL_OK},
        {ANVIL_CHECK_RANGE, 2, ANVIL_E_RANGE},
        {ANVIL_CHECK_ENUM, 1, ANVIL_E_ENUM},
        {(unsigned)ANVIL_STRICT & ~(unsigned)ANVIL_CHECK_RANGE, 1, ANVIL_E_ENUM},
        {ANVIL_STRICT, 3, ANVIL_E_RANGE},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct anvil_report report;
        char buffer[64];
        size_t bytes = 0;
        assert_int_equal(anvil_check(&sample_bounds_shape, &bounds, CASES[i].checks, &report),
                         CASES[i].status);
        assert_int_equal(report.count, CASES[i].count);
        assert_int_equal(anvil_encode(&sample_bounds_shape, &bounds, CASES[i].checks, buffer,
                                      sizeof buffer, &bytes, &report),
                         CASES[i].status);
        assert_int_equal(report.count, CASES[i].count);
    }
}

/* Items of lists, values of maps and variants of unions are numbers too. */
TEST(numbers_inside_containers) {
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_MAX, "/Floats", 10, 2, 3},
        {ANVIL_CONSTRAINT_RANGE, "/Floats/1", 13, 0, 0},
        {ANVIL_CONSTRAINT_RANGE, "/Floats/2", 15, 0, 0},
        {ANVIL_CONSTRAINT_RANGE, "/Keys/BB", 42, 0, 0},
        {ANVIL_CONSTRAINT_RANGE, "/Choice/Bounds/Choice/Byte", 85, 0, 0},
        {0}};
    static const struct anvil_str BODY =
        ANVIL_STR("{\"Floats\":[1,5,\"NaN\"],\"Keys\":{\"AA\":1,\"BB\":-100},"
                  "\"Choice\":{\"Bounds\":{\"Choice\":{\"Byte\":101}}}}");
    struct sample_bounds bounds;
    struct anvil_report report;
    struct decoded decoded = decode_flush(&sample_bounds_shape, BODY, ANVIL_STRICT, &bounds);
    assert_violations(&decoded.report, EXPECTED);
    assert_int_equal(anvil_check(&sample_bounds_shape, &bounds, ANVIL_STRICT, &report),
                     ANVIL_E_MAX);
    assert_same_report(&report, &decoded.report, false);
    decoded_free(&decoded);
}

/* the length of a blob is that of its bytes, of a map that of its entries */
TEST(lengths_of_blobs_and_maps) {
    static const struct {
        const char *body;
        struct expected_violation expected[2];
    } CASES[] = {
        {"{\"Blob\":\"YQ==\"}", {{ANVIL_CONSTRAINT_MIN, "/Blob", 8, 2, 1}, {0}}},
        {"{\"Blob\":\"\"}", {{ANVIL_CONSTRAINT_MIN, "/Blob", 8, 2, 0}, {0}}},
        {"{\"Blob\":\"YWI=\"}", {{0}}},
        {"{\"Blob\":\"YWJjZA==\"}", {{0}}},
        {"{\"Blob\":\"YWJjZGU=\"}", {{ANVIL_CONSTRAINT_MAX, "/Blob", 8, 4, 5}, {0}}},
        {"{\"Keys\":{}}", {{ANVIL_CONSTRAINT_MIN, "/Keys", 8, 1, 0}, {0}}},
        {"{\"Keys\":{\"AA\":1}}", {{0}}},
        {"{\"Keys\":{\"AA\":1,\"BB\":1,\"CC\":1}}", {{0}}},
        {"{\"Keys\":{\"AA\":1,\"BB\":1,\"CC\":1,\"DD\":1}}",
         {{ANVIL_CONSTRAINT_MAX, "/Keys", 8, 3, 4}, {0}}},
        {"{\"Floats\":[]}", {{ANVIL_CONSTRAINT_MIN, "/Floats", 10, 1, 0}, {0}}},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_bounds bounds;
        struct decoded decoded =
            decode_flush(&sample_bounds_shape, anvil_str_of(CASES[i].body, strlen(CASES[i].body)),
                         ANVIL_STRICT, &bounds);
        assert_violations(&decoded.report, CASES[i].expected);
        decoded_free(&decoded);
    }
}

/* what is wrong with a key is told at the path of its map, and before its value */
TEST(keys_of_maps) {
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_MAX, "/Keys", 8, 2, 3},
        {ANVIL_CONSTRAINT_PATTERN, "/Keys", 8, 0, 0},
        {ANVIL_CONSTRAINT_RANGE, "/Keys/abc", 15, 0, 0},
        {ANVIL_CONSTRAINT_MIN, "/Keys", 8, 2, 1},
        {ANVIL_CONSTRAINT_PATTERN, "/Keys", 8, 0, 0},
        {0}};
    static const struct anvil_str BODY =
        ANVIL_STR("{\"Keys\":{\"abc\":101,\"AA\":1,\"\xC3\xA9\":1}}");
    struct sample_bounds bounds;
    struct anvil_report report;
    struct decoded decoded = decode_flush(&sample_bounds_shape, BODY, ANVIL_STRICT, &bounds);
    assert_violations(&decoded.report, EXPECTED);
    assert_int_equal(anvil_check(&sample_bounds_shape, &bounds, ANVIL_STRICT, &report),
                     ANVIL_E_MAX);
    assert_same_report(&report, &decoded.report, false);
    decoded_free(&decoded);
}

/* a member's own trait replaces its target's, others stay: `^[A-Z]{2}$` and 3 to 5 */
TEST(a_member_overrides_its_target) {
    static const struct {
        const char *body;
        struct expected_violation expected[3];
    } CASES[] = {
        {"{\"Code\":\"AB\"}", {{ANVIL_CONSTRAINT_MIN, "/Code", 8, 3, 2}, {0}}},
        {"{\"Code\":\"ABC\"}", {{ANVIL_CONSTRAINT_PATTERN, "/Code", 8, 0, 0}, {0}}},
        {"{\"Code\":\"ABCDEF\"}",
         {{ANVIL_CONSTRAINT_MAX, "/Code", 8, 5, 6},
          {ANVIL_CONSTRAINT_PATTERN, "/Code", 8, 0, 0},
          {0}}},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct sample_bounds bounds;
        struct decoded decoded =
            decode_flush(&sample_bounds_shape, anvil_str_of(CASES[i].body, strlen(CASES[i].body)),
                         ANVIL_STRICT, &bounds);
        assert_violations(&decoded.report, CASES[i].expected);
        decoded_free(&decoded);
    }
}

/* a null that was dropped is not the value that is told */
TEST(dropped_nulls_have_no_place) {
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_RANGE, "/Keys/AA", 14, 0, 0}, {0}};
    static const struct anvil_str BODY = ANVIL_STR("{\"Keys\":{\"AA\":101,\"AA\":null}}");
    struct sample_bounds bounds;
    struct decoded decoded =
        decode_flush(&sample_bounds_shape, BODY, (unsigned)ANVIL_STRICT | ANVIL_LENIENT, &bounds);
    assert_violations(&decoded.report, EXPECTED);
    decoded_free(&decoded);
}
