/* SPDX-License-Identifier: Apache-2.0 */
/* The cases of tests/suites/json, each in every place where its text can stand: skipped, in a known
 * member, as a name, inside other values, as the whole message. The answer must be the same
 * everywhere, and the offset must move along with the text. [I-09] */
#include "anvil/codec.h"
#include "guard_page.h"
#include "json_cases.h"
#include "sample/sample_shapes.h"
#include "scan/skip.h"
#include "scan/token.h"
#include "test.h"

#include <string.h>

/* What stands around a case. Behind a text that ends too early stands nothing. */
struct place {
    const char *before;
    const char *behind;
};

static size_t put(char *out, const char *bytes, size_t count) {
    memcpy(out, bytes, count);
    return count;
}

/* Decodes a message that stands flush against an unreadable page. What is no JSON is that
 * whatever is checked; what is JSON can only be a violation besides. */
static void expect_decode(const struct json_case *json, const char *message, size_t len,
                          enum anvil_status expected, size_t offset) {
    static const unsigned CHECKS[] = {ANVIL_OFF, ANVIL_LENIENT,
                                      (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER |
                                          ANVIL_CHECK_IDENTITY};
    static char memory[1 << 14];
    struct guard_page page = guard_page_of(message, len);
    for (size_t i = 0; i < sizeof CHECKS / sizeof CHECKS[0]; i++) {
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        struct sample_message out;
        struct anvil_report report;
        enum anvil_status status = anvil_decode(&sample_message_shape, anvil_str_of(page.ptr, len),
                                                CHECKS[i], &arena, &out, &report);
        bool is_violation = anvil_status_group(status) == ANVIL_GROUP_CONSTRAINT;
        if (expected == ANVIL_OK && is_violation && i == 2)
            continue;
        if (status != expected || report.status != status ||
            report.offset != (status == ANVIL_OK ? ANVIL_NO_OFFSET : offset))
            fail_msg("%s:%zu: %s at %zu instead of %s at %zu in\n%.*s", json->file, json->line,
                     anvil_status_name(status), report.offset, anvil_status_name(expected), offset,
                     (int)len, message);
    }
    guard_page_free(&page);
}

static void expect_in_place(const struct json_case *json, const struct place *place,
                            enum anvil_status expected, size_t offset) {
    char message[4096];
    size_t len = put(message, place->before, strlen(place->before));
    offset += len;
    len += put(message + len, json->text.ptr, json->text.len);
    if (json->status != ANVIL_E_END)
        len += put(message + len, place->behind, strlen(place->behind));
    expect_decode(json, message, len, expected, offset);
}

static void expect_in_places(const struct json_case *json, const struct place *places) {
    for (; places->before != NULL; places++)
        expect_in_place(json, places, json->status, json->offset);
}

/* in a member that the shape does not have, at every depth */
static void run_skipped(const struct json_case *json) {
    static const struct place PLACES[] = {
        {"{\"x\":", "}"},
        {"{\"x\" : ", " , \"Id\":\"a\"}"},
        {"{\"Id\":\"a\",\"x\":[0,", "]}"},
        {"{\"x\":{\"y\":", ",\"z\":0}}"},
        {"{\"Part\":{\"x\":[[0,", "]]}}"},
        {"{\"Parts\":[{},{\"x\":", "}]}"},
        {NULL, NULL},
    };
    expect_in_places(json, PLACES);
}

/* The reader itself, without a message around. What follows a value is not its business, and what
 * would be wrong with the byte behind the text is an early end here. */
static void run_alone(const struct json_case *json) {
    struct guard_page page = guard_page_of(json->text.ptr, json->text.len);
    const unsigned char *begin = (const unsigned char *)page.ptr;
    const unsigned char *end = begin + page.len;
    const unsigned char *value = skip_space(begin, end);
    const unsigned char *next = value;
    enum anvil_status status = anvil_skip_value(value, end, 1, &next);
    enum anvil_status expected = json->status;
    if (status == ANVIL_OK) {
        next = skip_space(next, end);
        expected = expected == ANVIL_E_TOKEN && next != end ? ANVIL_OK : expected;
    } else if (json->offset == json->text.len) {
        expected = ANVIL_E_END;
    }
    if (status != expected || (size_t)(next - begin) != json->offset)
        fail_msg("%s:%zu: %s at %td", json->file, json->line, anvil_status_name(status),
                 next - begin);
    guard_page_free(&page);
}

/* In a member that is text: strings as they are; every other value is a type error at its
 * first byte, and what begins no value is no JSON. */
static void run_as_text(const struct json_case *json) {
    static const struct place PLACES[] = {
        {"{\"Text\":", "}"},
        {"{\"Id\":\"a\",\"Text\" :", ", \"x\":0}"},
        {"{\"Text\":\"before\",\"Text\":", "}"},
        {"{\"Part\":{\"Note\":", "}}"},
        {NULL, NULL},
    };
    size_t at = 0;
    while (at < json->text.len && strchr(" \t\n\r", json->text.ptr[at]) != NULL &&
           json->text.ptr[at] != '\0')
        at++;
    char first = at < json->text.len ? json->text.ptr[at] : '\0';
    bool is_other = first != '\0' && strchr("{[-0123456789tf", first) != NULL;
    for (const struct place *place = PLACES; place->before != NULL; place++)
        expect_in_place(json, place, is_other ? ANVIL_E_TYPE : json->status,
                        is_other ? at : json->offset);
}

/* as items of lists, and of lists in lists */
static void run_as_item(const struct json_case *json) {
    static const struct place PLACES[] = {
        {"{\"Tags\":[\"a\",", "]}"},
        {"{\"Tags\":[", ",\"a\"]}"},
        {"{\"Rows\":[[\"a\"],[", "]]}"},
        {NULL, NULL},
    };
    expect_in_places(json, PLACES);
}

/* as the name of a member, known ones around */
static void run_as_name(const struct json_case *json) {
    static const struct place PLACES[] = {
        {"{", ":1}"},         {"{\"Id\":\"a\",", ":1}"},
        {"{\"x\":{", ":1}}"}, {"{\"Part\":{\"Code\":\"AA\" , ", " : {} } }"},
        {NULL, NULL},
    };
    expect_in_places(json, PLACES);
}

/* objects are messages and members of messages too */
static void run_as_structure(const struct json_case *json) {
    static const struct place PLACES[] = {
        {"", ""}, {" \r\n", "\t"}, {"{\"Part\":", "}"}, {"{\"Parts\":[{},", "]}"}, {NULL, NULL},
    };
    if (json->text.len != 0 && json->text.ptr[0] == '{')
        expect_in_places(json, PLACES);
}

static void run_as_message(const struct json_case *json) {
    expect_decode(json, json->text.ptr, json->text.len, json->status, json->offset);
}

static const char *const VALUES[] = {"json/strings.txt",   "json/numbers.txt", "json/literals.txt",
                                     "json/structure.txt", "json/space.txt",   NULL};

static void for_all_values(void (*run)(const struct json_case *json), size_t least) {
    size_t count = 0;
    for (size_t i = 0; VALUES[i] != NULL; i++)
        count += for_each_json_case(VALUES[i], run);
    assert_true(count >= least);
}

/* [R-003] [R-004] [R-005] [R-006] */
TEST(values_in_members_that_are_skipped) {
    for_all_values(run_skipped, 300);
}

TEST(values_alone) {
    for_all_values(run_alone, 300);
}

TEST(values_in_members_that_are_text) {
    for_all_values(run_as_text, 300);
}

TEST(strings_as_items_of_lists) {
    assert_true(for_each_json_case("json/strings.txt", run_as_item) >= 100);
}

TEST(strings_as_names) {
    assert_true(for_each_json_case("json/strings.txt", run_as_name) >= 100);
}

TEST(objects_as_structures) {
    assert_true(for_each_json_case("json/structure.txt", run_as_structure) >= 100);
}

/* */
TEST(whole_messages) {
    assert_true(for_each_json_case("json/messages.txt", run_as_message) >= 100);
}
