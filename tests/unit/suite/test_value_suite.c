/* SPDX-License-Identifier: Apache-2.0 */
/* The cases of tests/suites/values, each in every place where a value of its kind can stand: in a
 * message, behind itself, inside structures in lists, maps and unions. The answer must be the same
 * everywhere, the offset must move along with the text, the path must lead to it, and what was
 * accepted must be written again in its one form. */
#include "anvil/codec.h"
#include "guard_page.h"
#include "json_cases.h"
#include "sample/encoded_text.h"
#include "sample/sample_kinds.h"
#include "test.h"

#include <stdio.h>
#include <string.h>

/* What stands around a value; %s is the member's name. Behind a text that ends too early stands
 * nothing. */
struct place {
    const char *before;
    const char *behind;
    const char *path;
    bool is_compact; /* what is written is what stands here */
};
static const struct place MEMBERS[] = {
    {"{\"%s\":", "}", "/%s", true},
    {" { \"%s\" : ", " , \"End\" : \"\" } ", "/%s", false},
    {"{\"End\":\"a\",\"%s\":", ",\"unknown\":[]}", "/%s", false},
    {"{\"%s\":null,\"%s\":", "}", "/%s", false},
    {"{\"Kinds\":{\"%s\":", ",\"End\":\"\"}}", "/Kinds/%s", true},
    {"{\"SparseKinds\":[null,{},{\"%s\":", "}],\"End\":\"\"}", "/SparseKinds/2/%s", true},
    {"{\"Things\":{\"a/b\":{\"%s\":", "},\"\":{}}}", "/Things/a~1b/%s", true},
    {"{\"Pointers\":{\"a\":null,\"b~\":{\"%s\":", "}}}", "/Pointers/b~0/%s", true},
    {"{\"Choice\":{\"Choice\":{\"Kinds\":{\"%s\":", "}}}}", "/Choice/Choice/Kinds/%s", true},
    {"{\"Choices\":[{\"Kinds\":{\"%s\":", "}}]}", "/Choices/0/Kinds/%s", true},
    {NULL, NULL, NULL, false},
};
/* Not as a member of a structure, but as an item, a map's value, or a variant. */
static const struct place LONGS[] = {
    {"{\"Longs\":[", "]}", "/Longs/0", true},
    {"{\"Longs\":[1,", ",-1]}", "/Longs/1", true},
    {"{\"Longs\" : [ 1 , ", " ] }", "/Longs/1", false},
    {"{\"SparseLongs\":[null,", ",null]}", "/SparseLongs/1", true},
    {"{\"Choice\":{\"Number\":", "}}", "/Choice/Number", true},
    {"{\"Choice\":{\"Text\":null,\"Number\":", "},\"End\":\"\"}", "/Choice/Number", false},
    {NULL, NULL, NULL, false},
};
static const struct place BYTES[] = {
    {"{\"Bytes\":{\"\":", "}}", "/Bytes/", true},
    {"{\"Bytes\":{\"a\":1,\"~b/\":", ",\"c\":2}}", "/Bytes/~0b~1", true},
    {"{\"Bytes\":{\"a\":1,\"\\u0061\" : ", " } }", "/Bytes/a", false},
    {NULL, NULL, NULL, false},
};
static const struct place BLOBS[] = {
    {"{\"Blobs\":[", "]}", "/Blobs/0", true},
    {"{\"Blobs\":[\"\",\"AA==\",", ",\"\"],\"End\":\"\"}", "/Blobs/2", true},
    {"{\"Choice\":{\"Blob\":", "}}", "/Choice/Blob", true},
    {NULL, NULL, NULL, false},
};
static const struct place DATES[] = {
    {"{\"Dates\":[", "]}", "/Dates/0", true},
    {"{\"Dates\":[\"1970-01-01T00:00:00Z\",", ",\"1970-01-01T00:00:00Z\"]}", "/Dates/1", true},
    {NULL, NULL, NULL, false},
};
static const struct place DOCUMENTS[] = {
    {"{\"Documents\":[", "]}", "/Documents/0", true},
    {"{\"Documents\":[null,", ",{}]}", "/Documents/1", true},
    {"{\"Choice\":{\"Document\":", "}}", "/Choice/Document", true},
    {NULL, NULL, NULL, false},
};
enum { LONGEST = 4096 };

/* What is being run: the member whose values the cases are, and how they are read. */
static const char *name;
static const struct place *places;
static unsigned checks;
static bool is_offset_refused; /* an offset from UTC is an error at its sign */

static size_t fill(char *out, const char *form) {
    int len = snprintf(out, 256, form, name, name);
    assert_in_range(len, 0, 255);
    return (size_t)len;
}

static void expect_written(const struct json_case *json, const struct place *place,
                           const struct sample_kinds *kinds) {
    char expected[LONGEST];
    size_t len = fill(expected, place->before);
    memcpy(expected + len, json->written.ptr, json->written.len);
    len += json->written.len;
    len += fill(expected + len, place->behind);
    struct anvil_str wanted = anvil_str_of(expected, len);
    struct anvil_str text = encode_text(&sample_kinds_shape, kinds, ANVIL_OFF, ANVIL_OK);
    if (!anvil_str_equal(text, wanted))
        fail_msg("%s:%zu: written as\n%.*s instead of\n%.*s", json->file, json->line, (int)text.len,
                 text.ptr, (int)len, expected);
    /* and as spans */
    text = encode_joined(&sample_kinds_shape, kinds, ANVIL_OFF, ANVIL_OK);
    assert_true(anvil_str_equal(text, wanted));
}

static void expect_outcome(const struct json_case *json, const struct place *place,
                           struct anvil_str message, enum anvil_status expected, size_t offset) {
    static unsigned char memory[1 << 14];
    static struct sample_kinds kinds;
    struct guard_page page = guard_page_of(message.ptr, message.len);
    struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
    struct anvil_report report;
    char path[256];
    enum anvil_status status = anvil_decode(
        &sample_kinds_shape, anvil_str_of(page.ptr, message.len), checks, &arena, &kinds, &report);
    if (status != expected || report.offset != (status == ANVIL_OK ? ANVIL_NO_OFFSET : offset))
        fail_msg("%s:%zu: %s at %zu instead of %s at %zu in\n%.*s", json->file, json->line,
                 anvil_status_name(status), report.offset, anvil_status_name(expected), offset,
                 (int)message.len, message.ptr);
    /* A byte that goes wrong behind a number is not the number's fault. */
    if (anvil_status_group(status) == ANVIL_GROUP_DECODE) {
        struct anvil_str found = anvil_report_path(&report);
        size_t len = fill(path, place->path);
        if (!anvil_str_equal(found, anvil_str_of(path, len)))
            fail_msg("%s:%zu: the path is %.*s", json->file, json->line, (int)found.len, found.ptr);
    }
    if (status == ANVIL_OK && place->is_compact)
        expect_written(json, place, &kinds);
    guard_page_free(&page);
}

static void run(const struct json_case *json) {
    enum anvil_status expected = json->status;
    size_t offset = json->offset;
    if (is_offset_refused && json->text.len > 21) {
        expected = ANVIL_E_TIMESTAMP;
        offset = strcspn(json->text.ptr + 18, "+-") + 18;
        offset = json->text.ptr[20] == ' ' ? 20 : offset;
    }
    for (const struct place *place = places; place->before != NULL; place++) {
        char message[LONGEST];
        size_t before = fill(message, place->before);
        size_t len = before + json->text.len;
        memcpy(message + before, json->text.ptr, json->text.len);
        if (expected != ANVIL_E_END)
            len += fill(message + len, place->behind);
        expect_outcome(json, place, anvil_str_of(message, len), expected, before + offset);
    }
}

/* Runs a file of cases in some places, as a server and as a client reads. */
static void run_places(const struct place *where, const char *file, size_t least) {
    static const unsigned CHECKS[] = {ANVIL_OFF, ANVIL_LENIENT, ANVIL_STRICT};
    places = where;
    for (size_t i = 0; i < sizeof CHECKS / sizeof CHECKS[0]; i++) {
        checks = CHECKS[i];
        /* The second of two values is a violation there. */
        if (checks == ANVIL_STRICT)
            checks &= ~(unsigned)ANVIL_CHECK_DUPLICATE;
        assert_true(for_each_json_case(file, run) >= least);
    }
}

static void run_file(const char *member, const char *file, size_t least) {
    name = member;
    run_places(MEMBERS, file, least);
}

/* */
TEST(booleans) {
    run_file("Boolean", "values/boolean.txt", 20);
}

/* */
TEST(whole_numbers) {
    static const char *const NAMES[] = {"Byte", "Short", "Integer", "Long", "Level"};
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++)
        run_file(NAMES[i], "values/integers.txt", 50);
    run_places(LONGS, "values/integers.txt", 50);
    run_places(LONGS, "values/long.txt", 8);
    run_places(BYTES, "values/integers.txt", 50);
    run_places(BYTES, "values/byte.txt", 8);
    run_file("Byte", "values/byte.txt", 8);
    run_file("Short", "values/short.txt", 6);
    run_file("Integer", "values/integer.txt", 6);
    run_file("Level", "values/integer.txt", 6);
    run_file("Long", "values/long.txt", 8);
}

/* */
TEST(real_numbers) {
    run_file("Float", "values/reals.txt", 50);
    run_file("Double", "values/reals.txt", 50);
    run_file("Float", "values/float.txt", 12);
    run_file("Double", "values/double.txt", 12);
}

/* */
TEST(big_numbers) {
    run_file("BigInteger", "values/big-integer.txt", 20);
    run_file("BigDecimal", "values/big-decimal.txt", 20);
}

/* */
TEST(blobs) {
    run_file("Blob", "values/blob.txt", 40);
    run_places(BLOBS, "values/blob.txt", 40);
}

/* */
TEST(epoch_seconds) {
    run_file("Epoch", "values/epoch.txt", 40);
}

/* */
TEST(date_times) {
    run_file("DateTime", "values/date-time.txt", 40);
    run_places(DATES, "values/date-time.txt", 40);
}

/* a client brings offsets to UTC, a server refuses them */
TEST(date_times_with_an_offset) {
    name = "DateTime";
    places = MEMBERS;
    checks = ANVIL_LENIENT;
    assert_true(for_each_json_case("values/date-time-offset.txt", run) >= 12);
    checks = ANVIL_OFF;
    is_offset_refused = true;
    assert_true(for_each_json_case("values/date-time-offset.txt", run) >= 12);
    is_offset_refused = false;
}

/* */
TEST(http_dates) {
    run_file("HttpDate", "values/http-date.txt", 25);
}

/* */
TEST(documents) {
    run_file("Document", "values/document.txt", 25);
    run_places(DOCUMENTS, "values/document.txt", 25);
}
