/* SPDX-License-Identifier: Apache-2.0 */
/* A lead: pieces that have opened the object and its first member before the struct is written, as
 * the protocol does with a client token of its own. */
#include "encode/encode.h"
#include "sample/report_assert.h"
#include "sample/sample_shapes.h"
#include "test.h"

#include <string.h>

static const struct anvil_str PIECES[2] = {ANVIL_STR("{\"Token\":\""), ANVIL_STR("0123")};

static const struct {
    struct sample_message message;
    const char *text;
} CASES[] = {
    {{.id = {NULL, 0}}, "{\"Token\":\"0123\"}"},
    {{.id = ANVIL_STR("a")}, "{\"Token\":\"0123\",\"Id\":\"a\"}"},
    {{.id = ANVIL_STR(""), .text = ANVIL_STR("\n")},
     "{\"Token\":\"0123\",\"Id\":\"\",\"Text\":\"\\n\"}"},
    {{.tags = {PIECES + 1, 1}, .in_out = ANVIL_STR("z")},
     "{\"Token\":\"0123\",\"Tags\":[\"0123\"],\"In/Out~\":\"z\"}"},
};

/* Encodes a message behind the lead; *sink tells afterwards how much there was. */
static enum anvil_status encode(const struct sample_message *message, unsigned checks,
                                struct anvil_sink *sink, struct anvil_report *report) {
    struct anvil_writing writing = {.shape = &sample_message_shape,
                                    .value = message,
                                    .lead = PIECES,
                                    .lead_count = 2,
                                    .sink = *sink,
                                    .findings = {.report = report},
                                    .checks = checks};
    enum anvil_status status = anvil_encode_message(&writing);
    *sink = writing.sink;
    return status;
}

/* the struct's first member follows the lead like any other */
TEST(members_follow_the_lead) {
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        char buffer[128];
        struct anvil_sink sink = anvil_sink_of_buffer(buffer, sizeof buffer);
        assert_int_equal(encode(&CASES[i].message, ANVIL_OFF, &sink, NULL), ANVIL_OK);
        assert_text(anvil_str_of(buffer, sink.bytes), CASES[i].text);
    }
}

/* the pieces of the lead are spans like any other */
TEST(the_lead_is_not_copied) {
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        struct anvil_str spans[32];
        struct anvil_sink sink = anvil_sink_of_spans(spans, 32);
        size_t at = 0;
        assert_int_equal(encode(&CASES[i].message, ANVIL_OFF, &sink, NULL), ANVIL_OK);
        assert_ptr_equal(spans[0].ptr, PIECES[0].ptr);
        assert_ptr_equal(spans[1].ptr, PIECES[1].ptr);
        for (size_t j = 0; j < sink.span_count; j++) {
            assert_memory_equal(spans[j].ptr, CASES[i].text + at, spans[j].len);
            at += spans[j].len;
        }
        assert_int_equal(at, strlen(CASES[i].text));
        assert_int_equal(sink.bytes, at);
    }
}

/* [R-083] [I-13] the need counts the lead, whatever the room */
TEST(every_capacity_with_a_lead) {
    size_t need = strlen(CASES[1].text);
    for (size_t capacity = 0; capacity <= need; capacity++) {
        char buffer[64];
        struct anvil_report report;
        memset(buffer, '#', sizeof buffer);
        struct anvil_sink sink = anvil_sink_of_buffer(buffer, capacity);
        assert_int_equal(encode(&CASES[1].message, ANVIL_OFF, &sink, &report),
                         capacity < need ? ANVIL_E_BUFFER : ANVIL_OK);
        assert_int_equal(sink.bytes, need);
        assert_int_equal(report.need, capacity < need ? need : 0);
        for (size_t i = capacity; i < sizeof buffer; i++)
            assert_int_equal(buffer[i], '#');
    }
}

/* The checks are about the struct: what the lead says of a member does not count. */
TEST(the_struct_is_checked_as_it_is) {
    static const struct expected_violation EXPECTED[] = {
        {ANVIL_CONSTRAINT_REQUIRED, "/Id", ANVIL_NO_OFFSET, 0, 0}, {0}};
    char buffer[64];
    struct anvil_report report;
    struct anvil_sink sink = anvil_sink_of_buffer(buffer, sizeof buffer);
    assert_int_equal(encode(&CASES[0].message, ANVIL_STRICT, &sink, &report), ANVIL_E_REQUIRED);
    assert_violations(&report, EXPECTED);
}
