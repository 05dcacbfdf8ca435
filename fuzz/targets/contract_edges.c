/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Calls that break a contract, calls that leave out what may be left out, and the names of codes.
 *
 * Functions: anvil_decode(), anvil_check(), anvil_encode(), anvil_encode_spans(),
 * anvil_arn_write(), anvil_call_prepare(), anvil_call(), anvil_error_decode(), anvil_enum_code(),
 * anvil_violation_text(), anvil_status_name(), anvil_status_text(), anvil_status_group(),
 * anvil_constraint_name(), anvil_identity_verdict_name(), anvil_refusal_of(), anvil_version().
 * Oracles: reference_agrees: a broken contract is #ANVIL_E_ARGUMENT; without a report the status is
 * the same; exact_fit: sentences in buffers of every size.
 *
 * Input: the index of the message (input/message_shapes.h); a byte that chooses which contract is
 * broken; a byte for the checks; the body.
 */
#include "anvil/anvil.h"
#include "decoding.h"
#include "fuzz_input.h"
#include "message_shapes.h"
#include "model_parts.h"
#include "oracle.h"

#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_target = {"contract_edges",
                                        FUZZ_ASKS(reference_agrees) | FUZZ_ASKS(exact_fit)};

static const unsigned UNKNOWN_BIT = 1U << 30;

/* Everything that a verb can be given, to be broken one by one. */
struct edges {
    const struct anvil_shape *shape;
    struct anvil_shape other; /* the same shape of another kind */
    struct anvil_str body;
    unsigned char *value; /* an empty struct of the shape */
    struct anvil_report report;
    size_t bytes;
    size_t count;
};

static enum anvil_status decode_edge(struct edges *edges, unsigned edge) {
    switch (edge) {
    case 0:
        return anvil_decode(NULL, edges->body, ANVIL_OFF, NULL, edges->value, &edges->report);
    case 1:
        return anvil_decode(&edges->other, edges->body, ANVIL_OFF, NULL, edges->value, NULL);
    case 2:
        return anvil_decode(edges->shape, anvil_str_of(NULL, 1 + edges->body.len), ANVIL_OFF, NULL,
                            edges->value, &edges->report);
    case 3:
        return anvil_decode(edges->shape, edges->body, UNKNOWN_BIT, NULL, edges->value,
                            &edges->report);
    default:
        return anvil_decode(edges->shape, edges->body, ANVIL_OFF, NULL, NULL, &edges->report);
    }
}

static enum anvil_status check_edge(struct edges *edges, unsigned edge) {
    switch (edge) {
    case 0:
        return anvil_check(NULL, edges->value, ANVIL_OFF, &edges->report);
    case 1:
        return anvil_check(&edges->other, edges->value, ANVIL_OFF, NULL);
    case 2:
        return anvil_check(edges->shape, edges->value, ANVIL_LENIENT, &edges->report);
    default:
        return anvil_check(edges->shape, NULL, ANVIL_OFF, &edges->report);
    }
}

static enum anvil_status encode_edge(struct edges *edges, unsigned edge) {
    char room[64];
    switch (edge) {
    case 0:
        return anvil_encode(NULL, edges->value, ANVIL_OFF, room, sizeof room, &edges->bytes, NULL);
    case 1:
        return anvil_encode(&edges->other, edges->value, ANVIL_OFF, room, sizeof room,
                            &edges->bytes, NULL);
    case 2:
        return anvil_encode(edges->shape, edges->value, ANVIL_CHECKED, NULL, 0, &edges->bytes,
                            &edges->report);
    case 3:
        return anvil_encode(edges->shape, edges->value, ANVIL_OFF, NULL, 1, &edges->bytes, NULL);
    case 4:
        return anvil_encode(edges->shape, NULL, ANVIL_OFF, room, sizeof room, &edges->bytes, NULL);
    default:
        return anvil_encode_spans(edges->shape, edges->value, ANVIL_OFF, NULL, 1, &edges->count,
                                  &edges->bytes, NULL, NULL);
    }
}

static enum anvil_status call_edge(struct edges *edges, size_t index, unsigned edge) {
    const struct anvil_operation *operation = message_operation(index);
    struct anvil_arena arena = anvil_arena_of(NULL, 0);
    struct anvil_error error;
    struct anvil_transport transport = {NULL, NULL};
    struct anvil_exchange call = {.operation = edge == 0 ? NULL : operation,
                                  .transport = edge == 3 ? NULL : &transport,
                                  .arena = edge == 1 ? NULL : &arena};
    if (edge < 3)
        return anvil_call_prepare(&call, edge == 2 ? NULL : edges->value, &edges->report);
    return anvil_call(&call, edges->value, edge == 3 ? edges->value : NULL, &error, &edges->report);
}

/* Far above any identity: 65,536 bytes. */
static enum anvil_status write_long_arn(const struct anvil_resource_table *table, size_t *bytes) {
    enum { LONG = 1 << 16 };
    struct anvil_arn arn = {.partition = ANVIL_STR("aws"),
                            .region = ANVIL_STR("eu-central-1"),
                            .account = ANVIL_STR("123456789012"),
                            .country = ANVIL_STR("DE")};
    char *id = fuzz_memory(LONG);
    memset(id, 'a', LONG);
    arn.type = table->resources[0].type;
    arn.id = anvil_str_of(id, LONG);
    enum anvil_status status = anvil_arn_write(table, &arn, NULL, 0, bytes);
    free(id);
    return status == ANVIL_E_IDENTITY ? ANVIL_E_ARGUMENT : status;
}

static enum anvil_status arn_edge(struct edges *edges, unsigned edge) {
    const struct anvil_resource_table *table = model_rule(0)->table;
    struct anvil_arn arn = {.partition = ANVIL_STR("aws")};
    if (edge == 2)
        return write_long_arn(table, &edges->bytes);
    return edge == 0 ? anvil_arn_write(table, &arn, NULL, 0, NULL)
                     : anvil_arn_write(table, &arn, NULL, 1, &edges->bytes);
}

static void expect_refused(struct edges *edges, size_t index, uint8_t choice) {
    unsigned edge = choice >> 3;
    enum anvil_status status = ANVIL_E_ARGUMENT;
    switch (choice & 7) {
    case 0:
        status = decode_edge(edges, edge % 5);
        break;
    case 1:
        status = check_edge(edges, edge % 4);
        break;
    case 2:
        status = encode_edge(edges, edge % 6);
        break;
    case 3:
        status = call_edge(edges, index, edge % 5);
        break;
    case 4:
        status = arn_edge(edges, edge % 3);
        break;
    default:
        break;
    }
    FUZZ_EXPECT(reference_agrees, status == ANVIL_E_ARGUMENT);
}

static void expect_sentences(const struct anvil_report *report) {
    char whole[256];
    char part[256];
    for (size_t i = 0; i < report->count && i < 2; i++) {
        const struct anvil_violation *violation = &report->violations[i];
        size_t len = anvil_violation_text(violation, NULL, 0);
        FUZZ_EXPECT(exact_fit, len != 0 && len < sizeof whole);
        FUZZ_EXPECT(exact_fit, anvil_violation_text(violation, whole, len) == len);
        for (size_t room = 0; room < len; room++) {
            memset(part, 0, sizeof part);
            FUZZ_EXPECT(exact_fit, anvil_violation_text(violation, part, room) == len &&
                                       memcmp(part, whole, room) == 0 && part[room] == 0);
        }
    }
}

/* Who asks for checks gets them, whatever was promised of the value. */
static void expect_promise_is_no_check(const struct edges *edges, const void *value, unsigned bits,
                                       enum anvil_status encoded) {
    struct anvil_str pieces[4];
    size_t count = 0;
    size_t bytes = 0;
    enum anvil_status status =
        anvil_encode_spans(edges->shape, value, bits | (unsigned)ANVIL_CHECKED, pieces,
                           sizeof pieces / sizeof *pieces, &count, &bytes, NULL, NULL);
    FUZZ_EXPECT(reference_agrees, status == ANVIL_E_ARENA || status == ANVIL_E_SPANS ||
                                      status == (encoded == ANVIL_E_BUFFER ? ANVIL_OK : encoded));
}

/* Without a report and without an arena. */
static void expect_same_without(const struct edges *edges, unsigned checks) {
    struct decoding decoding;
    struct anvil_arena none = anvil_arena_of(NULL, 0);
    void *out = fuzz_memory(edges->shape->size);
    decoding_begin(&decoding, edges->shape, edges->body, checks);
    enum anvil_status status =
        anvil_decode(edges->shape, edges->body, checks, &decoding.arena, out, NULL);
    FUZZ_EXPECT(reference_agrees, status == decoding.status || status == ANVIL_E_ARENA);
    status = anvil_decode(edges->shape, edges->body, checks, NULL, out, NULL);
    FUZZ_EXPECT(reference_agrees, status == decoding.status || status == ANVIL_E_ARENA);
    FUZZ_EXPECT(reference_agrees,
                anvil_decode(edges->shape, edges->body, checks, &none, out, NULL) == status);
    FUZZ_EXPECT(reference_agrees, anvil_decode(edges->shape, anvil_str_of(NULL, 0), checks, NULL,
                                               out, NULL) == ANVIL_E_END);
    if (decoding_has_value(&decoding)) {
        struct anvil_report report;
        unsigned bits = checks & ~(unsigned)(ANVIL_LENIENT | ANVIL_NEUTRAL);
        size_t bytes = 0;
        enum anvil_status found = anvil_check(edges->shape, decoding.value, bits, &report);
        FUZZ_EXPECT(reference_agrees,
                    anvil_check(edges->shape, decoding.value, bits, NULL) == found);
        found = anvil_encode(edges->shape, decoding.value, bits, NULL, 0, &bytes, &report);
        size_t count = 0;
        enum anvil_status spans = anvil_encode_spans(edges->shape, decoding.value, bits, NULL, 0,
                                                     &count, &bytes, NULL, NULL);
        FUZZ_EXPECT(reference_agrees,
                    spans == ANVIL_E_ARENA || spans == ANVIL_E_SPANS || spans == found);
        FUZZ_EXPECT(reference_agrees, anvil_encode(edges->shape, decoding.value, bits, NULL, 0,
                                                   &bytes, NULL) == found);
        if (bits != 0)
            expect_promise_is_no_check(edges, decoding.value, bits, found);
    }
    expect_sentences(&decoding.report);
    decoding_free(&decoding);
    free(out);
}

/* An error that cannot be kept is known by name and told as such. */
static void expect_error_without(const struct anvil_operation *operation, struct anvil_str body) {
    struct anvil_http_response response = {500, NULL, 0, body};
    struct anvil_error error;
    enum anvil_status status = anvil_error_decode(operation, &response, NULL, &error, NULL);
    FUZZ_EXPECT(reference_agrees, (status == ANVIL_OK || status == ANVIL_E_ARENA) &&
                                      error.value == NULL && error.http_status == 500);
}

static void expect_names(unsigned number) {
    enum anvil_status status = (enum anvil_status)(number % 128);
    struct anvil_refusal refusal = anvil_refusal_of(status);
    FUZZ_EXPECT(reference_agrees, anvil_status_name(status)[0] != '\0' &&
                                      anvil_status_text(status)[0] != '\0' &&
                                      anvil_status_group(status) <= ANVIL_GROUP_PROTOCOL);
    FUZZ_EXPECT(reference_agrees,
                refusal.name.len != 0 && refusal.http_status >= 400 && refusal.http_status <= 500);
    FUZZ_EXPECT(reference_agrees,
                anvil_constraint_name((enum anvil_constraint)(number % 16))[0] != '\0' &&
                    anvil_identity_verdict_name((enum anvil_identity_verdict)(number % 8))[0] !=
                        '\0');
    struct anvil_violation none = {.constraint = ANVIL_CONSTRAINT_COUNT};
    char sentence[256];
    FUZZ_EXPECT(exact_fit, anvil_violation_text(&none, sentence, sizeof sentence) < 256);
    FUZZ_EXPECT(reference_agrees, strcmp(anvil_version(), ANVIL_VERSION_STRING) == 0);
}

/* every value of an enum of the shape has its place, and nothing else has one */
static void expect_codes(const struct anvil_shape *shape, struct anvil_str text) {
    for (size_t i = 0; i < shape->member_count; i++) {
        const struct anvil_limits *limits = shape->members[i].limits;
        if (limits == NULL || limits->values == NULL)
            continue;
        int code = anvil_enum_code(limits->values, text);
        FUZZ_EXPECT(reference_agrees,
                    code == ANVIL_ENUM_UNKNOWN ||
                        anvil_str_equal(anvil_enum_value(limits->values, (size_t)code - 1), text));
        FUZZ_EXPECT(reference_agrees,
                    anvil_enum_code(limits->values, anvil_str_of(NULL, 0)) == 0 &&
                        anvil_enum_code(limits->values, anvil_enum_value(limits->values, 0)) == 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    size_t index = fuzz_byte(&input);
    uint8_t choice = fuzz_byte(&input);
    unsigned checks = fuzz_u16(&input) & 0x3FFU;
    const struct anvil_shape *shape = message_request_shape(index);
    struct fuzz_block block = fuzz_block_of(fuzz_rest(&input), 0);
    struct edges edges = {.shape = shape, .other = *shape, .body = block.text};
    edges.value = fuzz_memory(message_operation(index)->input->size + shape->size);
    memset(edges.value, 0, message_operation(index)->input->size + shape->size);
    edges.other.kind = ANVIL_KIND_LIST;
    expect_refused(&edges, index, choice);
    if ((checks & 1) != 0)
        checks |= ANVIL_LENIENT;
    expect_same_without(&edges, checks);
    expect_error_without(message_operation(index), block.text);
    expect_names(choice);
    expect_codes(shape, block.text);
    free(edges.value);
    fuzz_block_free(&block);
    return 0;
}
