/* SPDX-License-Identifier: Apache-2.0 */
/* What structs of every kind are written as: built by hand, to a buffer and as pieces. What is read
 * back and written again is the business of the suites. */
#include "sample/encoded_text.h"
#include "sample/report_assert.h"
#include "sample/sample_kinds.h"
#include "test.h"

#include <math.h>
#include <string.h>

static void expect(const struct sample_kinds *kinds, unsigned checks, const char *text) {
    assert_text(encode_text(&sample_kinds_shape, kinds, checks, ANVIL_OK), text);
    assert_text(encode_joined(&sample_kinds_shape, kinds, checks, ANVIL_OK), text);
}

/* An error with its path, from both encoders. */
static void expect_error(const struct sample_kinds *kinds, unsigned checks,
                         enum anvil_status status, const char *path) {
    static char buffer[512];
    static unsigned char memory[512];
    struct anvil_str spans[64];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct anvil_report report;
    size_t bytes = 99;
    size_t count = 99;
    assert_int_equal(
        anvil_encode(&sample_kinds_shape, kinds, checks, buffer, sizeof buffer, &bytes, &report),
        status);
    assert_error(&report, status, ANVIL_NO_OFFSET, path);
    assert_int_equal(bytes, 0);
    assert_int_equal(anvil_encode_spans(&sample_kinds_shape, kinds, checks, spans, 64, &count,
                                        &bytes, &arena, &report),
                     status);
    assert_error(&report, status, ANVIL_NO_OFFSET, path);
    assert_int_equal(count, 0);
    assert_int_equal(arena.used, 0); /* [I-16] */
}

/* zero, false and nothing are values; [R-180] [R-181] */
TEST(every_kind_with_its_nothing) {
    static const struct sample_kinds ZERO = {
        .boolean = {false, true},
        .byte = {0, true},
        .half = {0, true},
        .word = {0, true},
        .wide = {0, true},
        .single = {0, true},
        .real = {-0.0, true},
        .big_integer = ANVIL_STR("0"),
        .big_decimal = ANVIL_STR("0.00"),
        .level = {0, true},
        .blob = BLOB(""),
        .epoch = {0, 0, true},
        .date_time = {0, 0, true},
        .http_date = {0, 999999999, true},
        .document = ANVIL_STR("null"),
        .end = ANVIL_STR(""),
    };
    expect(&ZERO, ANVIL_STRICT,
           "{\"Boolean\":false,\"Byte\":0,\"Short\":0,\"Integer\":0,\"Long\":0,\"Float\":0,"
           "\"Double\":-0,\"BigInteger\":0,\"BigDecimal\":0.00,\"Level\":0,\"Blob\":\"\","
           "\"Epoch\":0,\"DateTime\":\"1970-01-01T00:00:00Z\","
           "\"HttpDate\":\"Thu, 01 Jan 1970 00:00:00 GMT\",\"Document\":null,\"End\":\"\"}");
}

TEST(every_kind_with_its_most) {
    static const struct sample_kinds MOST = {
        .boolean = {true, true},
        .byte = {INT8_MIN, true},
        .half = {INT16_MIN, true},
        .word = {INT32_MIN, true},
        .wide = {INT64_MIN, true},
        .single = {0.1F, true},
        .real = {1.7976931348623157e308, true},
        .big_integer = ANVIL_STR("-123456789012345678901234567890"),
        .big_decimal = ANVIL_STR("1e99999"),
        .level = {INT32_MAX, true},
        .blob = BLOB("\x00\xFF\xFE"),
        .epoch = {-1, 999000000, true},
        .date_time = {253402300799, 999999999, true},
        .http_date = {-62135596800, 0, true},
        .document = ANVIL_STR("{\"a\" : [1,\"\xC3\xA9\"]}"),
        .end = ANVIL_STR("\"\n"),
    };
    expect(&MOST, ANVIL_OFF,
           "{\"Boolean\":true,\"Byte\":-128,\"Short\":-32768,\"Integer\":-2147483648,"
           "\"Long\":-9223372036854775808,\"Float\":0.1,\"Double\":1.7976931348623157e+308,"
           "\"BigInteger\":-123456789012345678901234567890,\"BigDecimal\":1e99999,"
           "\"Level\":2147483647,\"Blob\":\"AP/+\",\"Epoch\":-0.001,"
           "\"DateTime\":\"9999-12-31T23:59:59.999999999Z\","
           "\"HttpDate\":\"Mon, 01 Jan 0001 00:00:00 GMT\","
           "\"Document\":{\"a\" : [1,\"\xC3\xA9\"]},\"End\":\"\\\"\\n\"}");
}

/* what JSON has no number for is a string, wherever it stands */
TEST(numbers_that_are_none) {
    struct sample_kinds kinds = {.single = {NAN, true}, .real = {INFINITY, true}};
    expect(&kinds, ANVIL_OFF, "{\"Float\":\"NaN\",\"Double\":\"Infinity\"}");
    kinds.single.value = -INFINITY;
    kinds.real.value = -NAN;
    kinds.end = anvil_str_of("x", 1);
    expect(&kinds, ANVIL_OFF, "{\"Float\":\"-Infinity\",\"Double\":\"NaN\",\"End\":\"x\"}");
}

/* containers in containers, with their commas and quotes */
TEST(containers_of_every_sort) {
    static const struct anvil_long LONGS[] = {{1, true}, {0, false}, {-2, true}};
    static const struct anvil_str TEXTS[] = {ANVIL_STR("a"), {NULL, 0}, ANVIL_STR(""), {NULL, 0}};
    static const struct anvil_timestamp DATES[] = {{0, 0, true}, {1, 0, true}};
    static const struct anvil_blob BLOBS[] = {BLOB(""), BLOB("a"), BLOB("ab")};
    static const struct anvil_str DOCUMENTS[] = {ANVIL_STR("null"), ANVIL_STR("\"a\""),
                                                 ANVIL_STR("1")};
    static const struct sample_kinds LEAF = {.end = ANVIL_STR("leaf")};
    static const struct sample_kinds EMPTY = {.end = {NULL, 0}};
    static const struct sample_kinds *const LIST[] = {&LEAF, NULL, &EMPTY};
    static const struct sample_text_entry ENTRIES[] = {{ANVIL_STR(""), ANVIL_STR("empty")},
                                                       {ANVIL_STR("a\"\n\\"), ANVIL_STR("\t")},
                                                       {ANVIL_STR("\xC3\xA9"), ANVIL_STR("")}};
    static const struct sample_text_entry NULLS[] = {
        {ANVIL_STR("a"), {NULL, 0}}, {ANVIL_STR("b"), ANVIL_STR("")}, {ANVIL_STR("c"), {NULL, 0}}};
    static const struct sample_byte_entry BYTES[] = {{ANVIL_STR("x"), {-1, true}},
                                                     {ANVIL_STR("y"), {2, true}}};
    static const struct sample_group_entry GROUPS[] = {{ANVIL_STR("g"), {TEXTS, 1}},
                                                       {ANVIL_STR("h"), {TEXTS, 0}}};
    static const struct sample_nest_entry NESTS[] = {{ANVIL_STR("n"), {GROUPS, 2}},
                                                     {ANVIL_STR("m"), {GROUPS, 0}}};
    static const struct sample_thing_entry THINGS[] = {{.key = ANVIL_STR("t")},
                                                       {ANVIL_STR("u"), {.byte = {1, true}}}};
    static const struct sample_pointer_entry POINTERS[] = {{ANVIL_STR("p"), NULL},
                                                           {ANVIL_STR("q"), &LEAF}};
    static const struct sample_kinds ALL = {
        .kinds = &EMPTY,
        .longs = {LONGS, 1},
        .sparse_longs = {LONGS, 3},
        .sparse = {TEXTS, 4},
        .dates = {DATES, 2},
        .blobs = {BLOBS, 3},
        .documents = {DOCUMENTS, 3},
        .list = {LIST, 3},
        .texts = {ENTRIES, 3},
        .sparse_map = {NULLS, 3},
        .bytes = {BYTES, 2},
        .groups = {GROUPS, 2},
        .nests = {NESTS, 2},
        .things = {THINGS, 2},
        .pointers = {POINTERS, 2},
    };
    expect(
        &ALL, ANVIL_STRICT,
        "{\"Kinds\":{},\"Longs\":[1],\"SparseLongs\":[1,null,-2],"
        "\"SparseTexts\":[\"a\",null,\"\",null],"
        "\"Dates\":[\"1970-01-01T00:00:00Z\",\"1970-01-01T00:00:01Z\"],"
        "\"Blobs\":[\"\",\"YQ==\",\"YWI=\"],\"Documents\":[null,\"a\",1],"
        "\"SparseKinds\":[{\"End\":\"leaf\"},null,{}],"
        "\"Texts\":{\"\":\"empty\",\"a\\\"\\n\\\\\":\"\\t\",\"\xC3\xA9\":\"\"},"
        "\"SparseMap\":{\"a\":null,\"b\":\"\",\"c\":null},\"Bytes\":{\"x\":-1,\"y\":2},"
        "\"Groups\":{\"g\":[\"a\"],\"h\":[]},\"Nests\":{\"n\":{\"g\":[\"a\"],\"h\":[]},\"m\":{}},"
        "\"Things\":{\"t\":{},\"u\":{\"Byte\":1}},"
        "\"Pointers\":{\"p\":null,\"q\":{\"End\":\"leaf\"}}}");
}

/* An absent key is the empty one; nothing is read through it. [I-04] */
TEST(an_absent_key_is_empty) {
    static const struct sample_byte_entry BYTES[] = {{{NULL, 0}, {1, true}}};
    static const struct sample_kinds KINDS = {.bytes = {BYTES, 1}};
    expect(&KINDS, ANVIL_STRICT, "{\"Bytes\":{\"\":1}}");
}

/* null where the model has no place for it */
TEST(null_in_dense_containers) {
    static const struct anvil_long LONGS[] = {{1, true}, {0, false}};
    static const struct anvil_blob BLOBS[] = {{NULL, 0}};
    static const struct anvil_str DOCUMENTS[] = {{NULL, 0}};
    static const struct sample_text_entry TEXTS[] = {{ANVIL_STR("a/"), {NULL, 0}}};
    static const struct sample_kinds CASES[] = {{.longs = {LONGS, 2}},
                                                {.blobs = {BLOBS, 1}},
                                                {.documents = {DOCUMENTS, 1}},
                                                {.texts = {TEXTS, 1}}};
    static const char *const PATHS[] = {"/Longs/1", "/Blobs/0", "/Documents/0", "/Texts/a~1"};
    for (size_t i = 0; i < 4; i++) {
        struct anvil_report report;
        expect_error(&CASES[i], ANVIL_OFF, ANVIL_E_NULL, PATHS[i]);
        expect_error(&CASES[i], ANVIL_STRICT, ANVIL_E_NULL, PATHS[i]);
        assert_int_equal(anvil_check(&sample_kinds_shape, &CASES[i], ANVIL_OFF, &report),
                         ANVIL_E_NULL);
        assert_error(&report, ANVIL_E_NULL, ANVIL_NO_OFFSET, PATHS[i]);
    }
}

/* text that is no UTF-8, as a value and as a key: a key that is none has no path */
TEST(text_that_is_none) {
    static const struct anvil_str TEXTS[] = {ANVIL_STR("a"), ANVIL_STR("\xFF")};
    static const struct sample_text_entry KEYS[] = {{ANVIL_STR("a"), ANVIL_STR("")},
                                                    {ANVIL_STR("\xC3"), ANVIL_STR("")}};
    static const struct sample_text_entry VALUES[] = {{ANVIL_STR("a"), ANVIL_STR("\xED\xA0\x80")}};
    static const struct sample_kinds CASES[] = {
        {.sparse = {TEXTS, 2}}, {.texts = {KEYS, 2}}, {.texts = {VALUES, 1}}};
    static const char *const PATHS[] = {"/SparseTexts/1", "/Texts", "/Texts/a"};
    for (size_t i = 0; i < 3; i++) {
        struct anvil_report report;
        expect_error(&CASES[i], ANVIL_OFF, ANVIL_E_UTF8, PATHS[i]);
        assert_int_equal(anvil_check(&sample_kinds_shape, &CASES[i], ANVIL_OFF, &report),
                         ANVIL_E_UTF8);
        assert_error(&report, ANVIL_E_UTF8, ANVIL_NO_OFFSET, PATHS[i]);
    }
}

/* [R-058] [I-12] text that is put in as it stands has to be JSON, and no more than one value */
TEST(documents_and_big_numbers_that_are_none) {
    static const char *const BOTH[] = {"",    " ",        "01",   "1 ",  " 1", "1,2",
                                       "1}",  "+1",       ".5",   "1.",  "-",  "\"a",
                                       "NaN", "Infinity", "\xFF", "1\n", "0x1"};
    static const char *const DOCUMENTS[] = {"[",         "[1,]",        "{}{}",    "{\"a\"}",
                                            "nul",       "'a'",         "\"\\q\"", "\"\001\"",
                                            "null null", "\"\\ud800\"", "// a\n1"};
    static const char *const NUMBERS[] = {"null", "true", "\"1\"", "[1]", "{}", "1e", "e1"};
    for (size_t i = 0; i < sizeof BOTH / sizeof BOTH[0]; i++) {
        struct anvil_str text = anvil_str_of(BOTH[i], strlen(BOTH[i]));
        struct sample_kinds document = {.document = text};
        struct sample_kinds decimal = {.big_decimal = text};
        struct sample_kinds integer = {.big_integer = text};
        expect_error(&document, ANVIL_OFF, ANVIL_E_JSON, "/Document");
        expect_error(&decimal, ANVIL_STRICT, ANVIL_E_JSON, "/BigDecimal");
        expect_error(&integer, ANVIL_OFF, ANVIL_E_JSON, "/BigInteger");
    }
    for (size_t i = 0; i < sizeof DOCUMENTS / sizeof DOCUMENTS[0]; i++) {
        struct anvil_str text = anvil_str_of(DOCUMENTS[i], strlen(DOCUMENTS[i]));
        struct sample_kinds kinds = {.documents = {&text, 1}};
        expect_error(&kinds, ANVIL_OFF, ANVIL_E_JSON, "/Documents/0");
    }
    for (size_t i = 0; i < sizeof NUMBERS / sizeof NUMBERS[0]; i++) {
        struct sample_kinds kinds = {.big_decimal = anvil_str_of(NUMBERS[i], strlen(NUMBERS[i]))};
        expect_error(&kinds, ANVIL_OFF, ANVIL_E_JSON, "/BigDecimal");
    }
    static const struct sample_kinds FRACTION = {.big_integer = ANVIL_STR("1.0")};
    static const struct sample_kinds EXPONENT = {.big_integer = ANVIL_STR("1e3")};
    expect_error(&FRACTION, ANVIL_OFF, ANVIL_E_JSON, "/BigInteger");
    expect_error(&EXPONENT, ANVIL_OFF, ANVIL_E_JSON, "/BigInteger");
}

/* moments that no calendar has */
TEST(moments_out_of_range) {
    static const struct anvil_timestamp MOMENTS[] = {
        {253402300800, 0, true}, {-62135596801, 0, true}, {-62135596801, 999999999, true},
        {0, -1, true},           {0, 1000000000, true},   {INT64_MAX, 0, true},
        {INT64_MIN, 0, true}};
    for (size_t i = 0; i < sizeof MOMENTS / sizeof MOMENTS[0]; i++) {
        struct sample_kinds epoch = {.epoch = MOMENTS[i]};
        struct sample_kinds date_time = {.date_time = MOMENTS[i]};
        struct sample_kinds http_date = {.http_date = MOMENTS[i]};
        expect_error(&epoch, ANVIL_OFF, ANVIL_E_RANGE_OF_TYPE, "/Epoch");
        expect_error(&date_time, ANVIL_STRICT, ANVIL_E_RANGE_OF_TYPE, "/DateTime");
        expect_error(&http_date, ANVIL_OFF, ANVIL_E_RANGE_OF_TYPE, "/HttpDate");
        expect_error(&date_time, ANVIL_NEUTRAL, ANVIL_E_RANGE_OF_TYPE, "/DateTime");
    }
}

/* the neutral form has one format for all moments, in both directions */
TEST(neutral_moments) {
    static const struct anvil_timestamp DATES[] = {{1, 500000000, true}};
    static const struct sample_kinds KINDS = {.epoch = {-1, 0, true},
                                              .date_time = {946845296, 123000000, true},
                                              .http_date = {7, 0, true},
                                              .dates = {DATES, 1}};
    static const char TEXT[] =
        "{\"Epoch\":-1,\"DateTime\":946845296.123,\"HttpDate\":7,\"Dates\":[1.5]}";
    expect(&KINDS, ANVIL_NEUTRAL, TEXT);
    char memory[64];
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct sample_kinds back;
    assert_int_equal(anvil_decode(&sample_kinds_shape, anvil_str_of(TEXT, sizeof TEXT - 1),
                                  (unsigned)ANVIL_NEUTRAL | ANVIL_STRICT, &arena, &back, NULL),
                     ANVIL_OK);
    assert_int_equal(back.date_time.seconds, 946845296);
    assert_int_equal(back.date_time.nanoseconds, 123000000);
    assert_int_equal(back.http_date.seconds, 7);
    struct anvil_report report;
    assert_int_equal(anvil_decode(&sample_kinds_shape,
                                  anvil_str_of("{\"DateTime\":\"1970-01-01T00:00:00Z\"}", 35),
                                  ANVIL_NEUTRAL, &arena, &back, &report),
                     ANVIL_E_TYPE);
    assert_error(&report, ANVIL_E_TYPE, 12, "/DateTime");
}

/* Blobs around the length of the pieces in which they are written. */
TEST(long_blobs) {
    static unsigned char bytes[400];
    static char text[1 << 10];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i * 7);
    for (size_t len = 0; len < sizeof bytes; len++) {
        struct sample_kinds kinds = {.blob = {bytes, len}, .end = ANVIL_STR("x")};
        struct sample_kinds back;
        struct anvil_str written = encode_text(&sample_kinds_shape, &kinds, ANVIL_OFF, ANVIL_OK);
        assert_int_equal(written.len, 9 + (len + 2) / 3 * 4 + 12);
        memcpy(text, written.ptr, written.len);
        assert_true(anvil_str_equal(encode_joined(&sample_kinds_shape, &kinds, ANVIL_OFF, ANVIL_OK),
                                    anvil_str_of(text, written.len)));
        unsigned char memory[400];
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        assert_int_equal(anvil_decode(&sample_kinds_shape, anvil_str_of(text, written.len),
                                      ANVIL_STRICT, &arena, &back, NULL),
                         ANVIL_OK);
        assert_int_equal(back.blob.len, len);
        assert_memory_equal(back.blob.ptr, bytes, len);
        assert_int_equal(arena.used, len);
    }
}
