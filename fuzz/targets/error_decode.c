/* SPDX-License-Identifier: Apache-2.0 */
/*
 * An error response, from a service or from whatever stands in front of it.
 *
 * Functions: anvil_error_decode(), anvil_error_encode(), anvil_header_value().
 * Oracles: report_adds_up, views_inside, reference_agrees, bytes_beyond, fixpoint.
 *
 * Input: the index of the operation (input/message_shapes.h); a byte of choices: bit 0 sends a type
 * header, bit 1 a request id, the upper half chooses the status; the length of the type header and
 * its text; the body.
 */
#include "anvil/protocol.h"
#include "fuzz_input.h"
#include "message_shapes.h"
#include "oracle.h"
#include "sample/same_value.h"
#include "sample/value_views.h"

#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_target = {"error_decode",
                                        FUZZ_ASKS(report_adds_up) | FUZZ_ASKS(views_inside) |
                                            FUZZ_ASKS(reference_agrees) | FUZZ_ASKS(bytes_beyond) |
                                            FUZZ_ASKS(fixpoint)};

static const int STATUSES[16] = {400, 401, 402, 403, 404, 405, 409, 413,
                                 415, 429, 500, 501, 502, 503, 504, 0};

/* One response and what became of it. */
struct reading {
    const struct anvil_operation *operation;
    struct anvil_http_response response;
    enum anvil_status status;
    struct anvil_error error;
    struct anvil_report report;
    struct anvil_arena arena;
    void *memory;
};

static void read_error(struct reading *reading) {
    size_t bytes = 4096;
    reading->memory = NULL;
    do {
        free(reading->memory);
        bytes *= 4;
        reading->memory = fuzz_memory(bytes);
        reading->arena = anvil_arena_of(reading->memory, bytes);
        reading->status = anvil_error_decode(reading->operation, &reading->response,
                                             &reading->arena, &reading->error, &reading->report);
    } while (reading->status == ANVIL_E_ARENA);
}

static bool is_in(struct anvil_str text, const void *begin, size_t room) {
    return (uintptr_t)text.ptr >= (uintptr_t)begin &&
           (uintptr_t)text.ptr + text.len <= (uintptr_t)begin + room;
}

/* Absent, or in the header, the body or the arena. */
static bool is_view(const struct reading *reading, struct anvil_str text, struct anvil_str header) {
    return text.ptr == NULL || is_in(text, header.ptr, header.len) ||
           is_in(text, reading->response.body.ptr, reading->response.body.len) ||
           is_in(text, reading->arena.base, reading->arena.used);
}

static void expect_views(const struct reading *reading, struct anvil_str header) {
    const struct anvil_error *error = &reading->error;
    FUZZ_EXPECT(views_inside,
                is_view(reading, error->name, header) && is_view(reading, error->message, header));
    if (error->value != NULL)
        FUZZ_EXPECT(views_inside, is_in(anvil_str_of(error->value, error->type->shape->size),
                                        reading->arena.base, reading->arena.used) &&
                                      has_views_inside(error->type->shape, error->value,
                                                       reading->response.body, &reading->arena));
}

/* byte by byte: what follows the first hash before the first colon */
static void expect_name(const struct reading *reading, struct anvil_str header) {
    struct anvil_str name = {header.ptr, 0};
    bool has_hash = false;
    for (size_t i = 0; i < header.len && header.ptr[i] != ':'; i++) {
        if (header.ptr[i] == '#' && !has_hash) {
            has_hash = true;
            name = anvil_str_of(header.ptr + i + 1, 0);
        } else {
            name.len++;
        }
    }
    FUZZ_EXPECT(reference_agrees, anvil_str_equal(name, reading->error.name));
}

/* A server that answers with the error that was read is understood. */
static void expect_answer_is_read(const struct reading *reading) {
    const struct anvil_error_type *type = reading->error.type;
    const struct anvil_service *service = reading->operation->service;
    struct anvil_report report;
    size_t need = 0;
    size_t bytes = 0;
    enum anvil_status status =
        anvil_error_encode(service, type, reading->error.value, ANVIL_OFF, NULL, 0, &need, &report);
    FUZZ_EXPECT(fixpoint, status == ANVIL_E_BUFFER);
    char *text = fuzz_memory(need);
    status = anvil_error_encode(service, type, reading->error.value, ANVIL_OFF, text, need, &bytes,
                                &report);
    FUZZ_EXPECT(fixpoint, status == ANVIL_OK && bytes == need);
    struct reading again = {.operation = reading->operation,
                            .response = {type->http_status, NULL, 0, {text, bytes}}};
    read_error(&again);
    FUZZ_EXPECT(fixpoint, again.status == ANVIL_OK && again.error.type == type &&
                              again.error.value != NULL &&
                              anvil_str_equal(again.error.name, anvil_shape_name(type->shape)) &&
                              is_same_value(type->shape, again.error.value, reading->error.value) &&
                              again.error.error_class == reading->error.error_class);
    free(again.memory);
    free(text);
}

static void expect_bytes_beyond_body(const struct reading *reading) {
    static const char BEYOND[] = "\"}],:\\";
    struct reading again = *reading;
    size_t len = reading->response.body.len;
    char *text = fuzz_memory(len + sizeof BEYOND);
    memcpy(text, reading->response.body.ptr, len);
    memcpy(text + len, BEYOND, sizeof BEYOND);
    again.response.body = anvil_str_of(text, len);
    read_error(&again);
    FUZZ_EXPECT(bytes_beyond, again.error.type == reading->error.type &&
                                  (again.error.value != NULL) == (reading->error.value != NULL) &&
                                  anvil_str_equal(again.error.name, reading->error.name) &&
                                  anvil_str_equal(again.error.message, reading->error.message) &&
                                  again.error.retry == reading->error.retry);
    free(again.memory);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    const struct anvil_operation *operation = message_operation(fuzz_byte(&input));
    uint8_t choice = fuzz_byte(&input);
    struct fuzz_block type = fuzz_block_of(fuzz_take(&input, fuzz_byte(&input)), 0);
    struct fuzz_block body = fuzz_block_of(fuzz_rest(&input), 0);
    const struct anvil_header headers[2] = {
        {ANVIL_STR("x-AMZN-errorType"), type.text},
        {ANVIL_STR("X-Amzn-RequestId"), ANVIL_STR("0123-4567")}};
    size_t first = (choice & 1) != 0 ? 0 : 1;
    struct reading reading = {.operation = operation,
                              .response = {STATUSES[choice >> 4], headers + first,
                                           (size_t)((choice & 1) != 0) + ((choice & 2) != 0),
                                           body.text}};

    read_error(&reading);
    FUZZ_EXPECT(report_adds_up, reading.status == ANVIL_OK &&
                                    reading.error.http_status == reading.response.status &&
                                    reading.error.body.ptr == body.text.ptr &&
                                    (reading.error.request_id.ptr != NULL) == ((choice & 2) != 0) &&
                                    (reading.error.value == NULL || reading.error.type != NULL));
    expect_views(&reading, type.text);
    if ((choice & 1) != 0)
        expect_name(&reading, type.text);
    if (reading.error.value != NULL)
        expect_answer_is_read(&reading);
    expect_bytes_beyond_body(&reading);
    free(reading.memory);
    fuzz_block_free(&type);
    fuzz_block_free(&body);
    return 0;
}
