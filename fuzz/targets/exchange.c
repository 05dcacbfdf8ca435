/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A client and a server, back to back: a call is prepared, routed, decoded, answered and read.
 *
 * Functions: anvil_call(), anvil_call_prepare(), anvil_uuid(), anvil_request_route(),
 * anvil_request_decode(), anvil_refusal_of(), anvil_error_encode(), anvil_error_decode(),
 * anvil_response_decode(), anvil_operation_by_name().
 * Oracles: fixpoint, report_adds_up, reference_agrees.
 *
 * Input: the index of the operation (input/message_shapes.h); a byte of choices for the client, one
 * for the way, one for the server; what input/typed_value.h makes of the rest: the request, and
 * then the answer.
 */
#include "anvil/protocol.h"
#include "encoding.h"
#include "fuzz_input.h"
#include "message_shapes.h"
#include "oracle.h"
#include "smsv2/smsv2.h"
#include "typed_value.h"

#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_target = {"exchange",
                                        FUZZ_ASKS(fixpoint) | FUZZ_ASKS(report_adds_up) |
                                            FUZZ_ASKS(reference_agrees) | FUZZ_ASKS(exact_fit)};

/* The other side of the call, and what it does. */
struct server {
    struct fuzz_input *input;
    const struct anvil_operation *operation; /* what is called */
    uint8_t way;                             /* what happens to the envelope */
    uint8_t answer;                          /* how the server answers */
    int status;                              /* of the answer */
    const struct anvil_error_type *error;    /* what it answered with; NULL without an error type */
    char *body;                              /* of the answer */
    size_t body_bytes;
    char *request; /* what came in, joined */
    size_t request_bytes;
};

static void join_request(struct server *server, const struct anvil_http_request *request) {
    size_t at = 0;
    free(server->request);
    server->request = fuzz_memory(request->body_bytes);
    for (size_t i = 0; i < request->body_count; i++) {
        FUZZ_EXPECT(reference_agrees, request->body[i].len <= request->body_bytes - at);
        memcpy(server->request + at, request->body[i].ptr, request->body[i].len);
        at += request->body[i].len;
    }
    FUZZ_EXPECT(reference_agrees, at == request->body_bytes);
    server->request_bytes = at;
}

/* An envelope that a client of another make may have sent, and what a server has to say of it. */
static enum anvil_status spoil(struct anvil_http_request *request, struct anvil_header headers[2],
                               uint8_t way) {
    static const struct anvil_str TYPES[4] = {
        ANVIL_STR("Application/X-Amz-Json-1.0; charset=utf-8"), ANVIL_STR(" ;"),
        ANVIL_STR("application/x-amz-json-1.0 \t;"), ANVIL_STR("application/x-amz-json-1.0x")};
    static const struct anvil_str TARGETS[4] = {ANVIL_STR(""), ANVIL_STR("PinpointSMSVoiceV2."),
                                                ANVIL_STR("PinpointSMSVoiceV2-DescribePools"),
                                                ANVIL_STR("PinpointSMSVoiceV3.DescribePools")};
    memcpy(headers, request->headers, 2 * sizeof *headers);
    request->headers = headers;
    switch (way & 15) {
    case 1:
        request->method = anvil_str_of("GET", 3);
        return ANVIL_E_METHOD;
    case 2:
        request->path = anvil_str_of("/x", 2);
        return ANVIL_E_OPERATION;
    case 3:
        request->header_count = 1;
        return ANVIL_E_OPERATION;
    case 4:
        request->header_count = 0;
        return ANVIL_E_CONTENT_TYPE;
    case 5:
        headers[1].value.len--;
        return ANVIL_E_OPERATION;
    case 6:
        headers[0].value = TYPES[way >> 4 & 3];
        return (way & 16) != 0 ? ANVIL_E_CONTENT_TYPE : ANVIL_OK;
    case 7:
        headers[1].value = TARGETS[way >> 4 & 3];
        return ANVIL_E_OPERATION;
    default:
        return ANVIL_OK;
    }
}

/* what a client sends is what the server reads */
static void expect_request_is_read(const struct server *server) {
    enum { ARENA_BYTES = 1 << 18 };
    const struct anvil_operation *operation = server->operation;
    struct anvil_report report;
    void *memory = fuzz_memory(ARENA_BYTES);
    void *value = fuzz_memory(operation->input->size);
    struct anvil_arena arena = anvil_arena_of(memory, ARENA_BYTES);
    struct anvil_str body = {server->request, server->request_bytes};
    FUZZ_EXPECT(fixpoint, anvil_request_decode(operation, body, ANVIL_OFF, &arena, value,
                                               &report) == ANVIL_OK);
    body.len = 0;
    FUZZ_EXPECT(fixpoint,
                anvil_request_decode(operation, body, ANVIL_OFF, &arena, value, NULL) == ANVIL_OK);
    free(value);
    free(memory);
}

/* The answer's text is that of a struct made from the input, or the input itself. */
static void write_answer(struct server *server) {
    const struct anvil_operation *operation = server->operation;
    const struct anvil_shape *shape = operation->output;
    struct typed_value made;
    struct encoding encoding;
    enum anvil_status status = ANVIL_E_ARGUMENT;
    size_t need = 0;
    server->status = 200;
    if ((server->answer & 3) == 1 && operation->error_count != 0) {
        server->error = operation->errors[(server->answer >> 2) % operation->error_count];
        shape = server->error->shape;
        server->status = server->error->http_status;
    }
    typed_value_begin(&made, shape, server->input);
    if (server->error != NULL) {
        status = anvil_error_encode(operation->service, server->error, made.value, ANVIL_OFF, NULL,
                                    0, &need, NULL);
        server->body = fuzz_memory(need);
        status = status != ANVIL_E_BUFFER
                     ? status
                     : anvil_error_encode(operation->service, server->error, made.value, ANVIL_OFF,
                                          server->body, need, &server->body_bytes, NULL);
    } else {
        encoding_begin(&encoding, shape, made.value, ANVIL_OFF);
        status = encoding.status;
        server->body = encoding.memory;
        server->body_bytes = encoding.text.len;
    }
    if (status != ANVIL_OK) {
        server->error = NULL;
        server->status = 500;
    }
    typed_value_free(&made);
}

/* What a server does with a request: routes, decodes, answers. */
static enum anvil_status serve(void *context, const struct anvil_http_request *sent,
                               struct anvil_http_response *response) {
    struct server *server = context;
    struct anvil_http_request request = *sent;
    struct anvil_header headers[2];
    const struct anvil_operation *found = NULL;

    join_request(server, sent);
    if ((server->answer & 3) == 2)
        return ANVIL_E_TRANSPORT;
    enum anvil_status expected = spoil(&request, headers, server->way);
    enum anvil_status status = anvil_request_route(&smsv2_operations, &request, &found);
    FUZZ_EXPECT(reference_agrees,
                status == expected && found == (status == ANVIL_OK ? server->operation : NULL));
    if (status != ANVIL_OK) {
        response->status = anvil_refusal_of(status).http_status;
        server->status = response->status;
        return ANVIL_OK;
    }
    expect_request_is_read(server);
    if ((server->answer & 3) == 3) {
        response->status = 100 + server->answer;
        response->body = fuzz_rest(server->input);
        server->status = response->status;
        return ANVIL_OK;
    }
    free(server->body);
    write_answer(server);
    response->status = server->status;
    response->body = anvil_str_of(server->body, server->body_bytes);
    return ANVIL_OK;
}

static enum anvil_status fill_from_input(void *context, void *bytes, size_t count) {
    struct fuzz_input *input = context;
    uint8_t *out = bytes;
    if (fuzz_left(input) % 16 == 15)
        return ANVIL_E_ENTROPY;
    for (size_t i = 0; i < count; i++)
        out[i] = fuzz_byte(input);
    return ANVIL_OK;
}

/* version 4, variant 10, hyphens in their places, lower-case hex */
static bool is_uuid(const char *text) {
    for (size_t i = 0; i < ANVIL_TOKEN_BYTES; i++) {
        bool is_hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        const char *good = is_hyphen ? "-" : i == 14 ? "4" : i == 19 ? "89ab" : "0123456789abcdef";
        if (text[i] == '\0' || strchr(good, text[i]) == NULL)
            return false;
    }
    return true;
}

static void expect_outcome(const struct server *server, const struct anvil_exchange *call,
                           enum anvil_status status, const struct anvil_error *error) {
    if (call->has_token)
        FUZZ_EXPECT(reference_agrees, is_uuid(call->token));
    if (call->response.status == 0)
        return;
    bool is_success = server->status >= 200 && server->status <= 299;
    FUZZ_EXPECT(report_adds_up,
                call->response.status == server->status &&
                    (is_success ? status != ANVIL_E_SERVICE : status == ANVIL_E_SERVICE));
    if (call->arena->capacity < (1 << 16))
        return;
    if ((server->answer & 3) == 0 && is_success)
        FUZZ_EXPECT(fixpoint, status == ANVIL_OK);
    if (server->error != NULL && !is_success)
        FUZZ_EXPECT(fixpoint, error->type == server->error && error->value != NULL);
}

/* The second attempt of a call sends the token of the first. */
static void expect_same_token(struct anvil_exchange *call, const void *input) {
    char token[ANVIL_TOKEN_BYTES];
    bool had_token = call->has_token;
    memcpy(token, call->token, sizeof token);
    anvil_arena_reset(call->arena);
    enum anvil_status status = anvil_call_prepare(call, input, NULL);
    if (had_token)
        FUZZ_EXPECT(reference_agrees,
                    status != ANVIL_E_ENTROPY && memcmp(token, call->token, sizeof token) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    const struct anvil_operation *operation = message_operation(fuzz_byte(&input));
    uint8_t choice = fuzz_byte(&input);
    struct server server = {
        &input, operation, fuzz_byte(&input), fuzz_byte(&input), 0, NULL, NULL, 0, NULL, 0};
    const struct anvil_transport transport = {serve, &server};
    const struct anvil_entropy entropy = {fill_from_input, &input};
    /* Now and then too small, for the request or for the answer. */
    size_t room = (choice & 4) != 0 ? (size_t)(choice >> 3) * 64 : (size_t)1 << 18;
    void *memory = fuzz_memory(room);
    void *output = fuzz_memory(operation->output->size);
    struct anvil_arena arena = anvil_arena_of(memory, room);
    struct anvil_exchange call = {.operation = operation,
                                  .transport = &transport,
                                  .entropy = (choice & 1) != 0 ? NULL : &entropy,
                                  .arena = &arena,
                                  .checks = (choice & 2) != 0 ? ANVIL_STRICT : ANVIL_OFF};
    struct anvil_report report;
    struct anvil_error error;
    struct typed_value made;

    FUZZ_EXPECT(reference_agrees,
                anvil_operation_by_name(&smsv2_operations, operation->name) == operation &&
                    anvil_operation_by_name(&smsv2_operations, anvil_str_of("", 0)) == NULL);
    typed_value_begin(&made, operation->input, &input);
    enum anvil_status status = anvil_call(&call, made.value, output, &error, &report);
    expect_outcome(&server, &call, status, &error);
    expect_same_token(&call, made.value);
    typed_value_free(&made);
    free(server.body);
    free(server.request);
    free(output);
    free(memory);
    return 0;
}
