/* SPDX-License-Identifier: Apache-2.0 */
/* [R-065] Where in the bytes a violation stands: the first byte of its value. The place is marked
 * in the bodies by a '@' that the test takes out. */
#include "sample/decode_flush.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

static const struct {
    const char *body;
    enum anvil_constraint constraint;
    const char *path;
} CASES[] = {
    {"{\"Id\":@\"A\"}", ANVIL_CONSTRAINT_PATTERN, "/Id"},
    {" { \"Id\" :\n @\"A\" } ", ANVIL_CONSTRAINT_PATTERN, "/Id"},
    {"{\"\\u0049d\":@\"A\"}", ANVIL_CONSTRAINT_PATTERN, "/Id"},
    {"{\"Id\":@\"\\u0041\"}", ANVIL_CONSTRAINT_PATTERN, "/Id"},
    /* A skipped member is passed over, whatever looks like a name or a bracket in it. */
    {"{\"x\":\"\\\"Id\\\":\",\"y\":[{\"Id\":\"B\"},\"]}\"],\"z\":-1.5e3,\"Id\":@\"A\"}",
     ANVIL_CONSTRAINT_PATTERN, "/Id"},
    {"{\"Id\":\"a\",\"Tags\":[\"1\", \"2\" , @\"12345\"]}", ANVIL_CONSTRAINT_MAX, "/Tags/2"},
    {"{\"Id\":\"a\",\"Tags\":@[\"1\",\"2\",\"3\",\"4\"]}", ANVIL_CONSTRAINT_MAX, "/Tags"},
    {"{\"Id\":\"a\",\"Rows\":[[\"a\"] ,@[\"1\",\"2\",\"3\"]]}", ANVIL_CONSTRAINT_MAX, "/Rows/1"},
    {"{\"Id\":\"a\",\"Parts\":[{\"Code\":\"AA\",\"x\":[1,[2]]},{\"Code\":@\"aa\"}]}",
     ANVIL_CONSTRAINT_PATTERN, "/Parts/1/Code"},
    {"{\"Id\":\"a\",\"Part\":{\"Code\":\"AA\",\"Part\":{\"Code\":\"BB\",\"Parts\":[{\"Code\":"
     "\"CC\","
     "\"Note\":@\"123456\"}]}}}",
     ANVIL_CONSTRAINT_MAX, "/Part/Part/Parts/0/Note"},
    {"{\"Id\":\"a\",\"Part\":{\"Note\":\"\",\"Part\":null,\"Code\":@null}}",
     ANVIL_CONSTRAINT_REQUIRED, "/Part/Code"},
    {"{\"Id\":\"a\",\"Part\":@{\"Note\":\"\",\"Code2\":1}}", ANVIL_CONSTRAINT_REQUIRED,
     "/Part/Code"},
    {"@{\"Part\":{\"Code\":\"AA\",\"Id\":\"a\"}}", ANVIL_CONSTRAINT_REQUIRED, "/Id"},
    /* [R-064] a step of the path has its name escaped, and the name in the bytes too */
    {"{\"Id\":\"a\",\"In/Out~\":@\"1234\"}", ANVIL_CONSTRAINT_MAX, "/In~1Out~0"},
    {"{\"Id\":\"a\",\"In\\/Out\\u007e\":@\"1234\"}", ANVIL_CONSTRAINT_MAX, "/In~1Out~0"},
    {"{\"Id\":\"a\",\"In/Out\":\"1234\",\"In/Out~\":@\"1234\",\"In/Out~~\":\"1234\"}",
     ANVIL_CONSTRAINT_MAX, "/In~1Out~0"},
    {"{\"Id\":\"a\",\"In~1Out~0\":\"1234\",\"In/Out~\":@\"1234\"}", ANVIL_CONSTRAINT_MAX,
     "/In~1Out~0"},
    /* [R-024] of duplicates the last one is the value */
    {"{\"Id\":\"a\",\"Part\":{\"Code\":\"aa\"},\"Part\":{\"Code\":@\"bb\"}}",
     ANVIL_CONSTRAINT_PATTERN, "/Part/Code"},
    {"{\"Id\":\"A\",\"I\\u0064\":@\"B\"}", ANVIL_CONSTRAINT_PATTERN, "/Id"},
    {"{\"Id\":\"a\",\"Part\":{\"Code\":\"aa\"},\"Part\":@{\"Note\":\"\"}}",
     ANVIL_CONSTRAINT_REQUIRED, "/Part/Code"},
};

TEST(a_violation_stands_at_the_first_byte_of_its_value) {
    unsigned checks = (unsigned)ANVIL_STRICT & ~(unsigned)ANVIL_CHECK_DUPLICATE;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        char body[512];
        size_t at = strcspn(CASES[i].body, "@");
        size_t len = strlen(CASES[i].body) - 1;
        memcpy(body, CASES[i].body, at);
        memcpy(body + at, CASES[i].body + at + 1, len - at);
        struct sample_message message;
        struct decoded decoded =
            decode_flush(&sample_message_shape, anvil_str_of(body, len), checks, &message);
        if (decoded.report.count != 1 || decoded.report.violations[0].offset != at)
            fail_msg("%s: %zu", CASES[i].body, decoded.report.violations[0].offset);
        assert_int_equal(decoded.report.violations[0].constraint, CASES[i].constraint);
        assert_text(anvil_violation_path(&decoded.report, &decoded.report.violations[0]),
                    CASES[i].path);
        decoded_free(&decoded);
    }
}

/* Lists of more than ten items have indices of more than one digit. */
TEST(items_far_behind_are_found) {
    char body[2048] = "{\"Id\":\"a\",\"Rows\":[[\"0\"";
    for (int i = 1; i < 120; i++)
        strcat(body, ",\"0\"");
    size_t at = strlen(body) + 3;
    strcat(body, "],[],[\"1\",\"2\",\"3\"]]}");
    static const struct {
        const char *path;
        size_t offset;
    } EXPECTED[] = {{"/Rows", 17}, {"/Rows/0", 18}, {"/Rows/1", 0}, {"/Rows/2", 0}};
    struct sample_message message;
    struct decoded decoded = decode_flush(&sample_message_shape, anvil_str_of(body, strlen(body)),
                                          ANVIL_STRICT, &message);
    assert_int_equal(decoded.report.count, 4);
    for (size_t i = 0; i < 4; i++) {
        const struct anvil_violation *violation = &decoded.report.violations[i];
        size_t offset = i < 2 ? EXPECTED[i].offset : at - 1 + 3 * (i - 2);
        assert_text(anvil_violation_path(&decoded.report, violation), EXPECTED[i].path);
        assert_int_equal(violation->offset, offset);
    }
    decoded_free(&decoded);
}

/* [I-14] every offset lies in the message */
TEST(offsets_lie_in_the_message) {
    static const char *const BODIES[] = {"{}",
                                         "{\"x\":1,\"x\":2}",
                                         "{\"Id\":\"A\",\"Id\":\"B\"}",
                                         "{",
                                         "{\"Id",
                                         "{\"Id\":\"a\"} x",
                                         "",
                                         " "};
    for (size_t i = 0; i < sizeof BODIES / sizeof BODIES[0]; i++) {
        struct sample_message message;
        size_t len = strlen(BODIES[i]);
        struct decoded decoded =
            decode_flush(&sample_message_shape, anvil_str_of(BODIES[i], len),
                         (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER, &message);
        assert_int_not_equal(decoded.status, ANVIL_OK);
        assert_true(decoded.report.count != 0 || decoded.report.offset <= len);
        for (size_t j = 0; j < decoded.report.count; j++)
            assert_true(decoded.report.violations[j].offset < len);
        decoded_free(&decoded);
    }
}
