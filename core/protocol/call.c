/* SPDX-License-Identifier: Apache-2.0 */
/* One attempt of a call, as a client makes it. */
#include "anvil/protocol.h"
#include "base/arena.h"
#include "base/port.h"
#include "check/findings.h"
#include "decode/decode.h"
#include "encode/encode.h"
#include "protocol/body.h"

ANVIL_COLD_FILE

static enum anvil_status fail(enum anvil_status status, size_t need, struct anvil_report *report) {
    struct anvil_findings findings = anvil_findings_of(report);
    return anvil_findings_fail(&findings, status, ANVIL_NO_OFFSET, need);
}

/* one token a call, whatever the number of attempts */
static enum anvil_status make_token(struct anvil_exchange *call) {
    if (call->has_token)
        return ANVIL_OK;
    if (call->entropy == NULL)
        return ANVIL_E_ENTROPY;
    enum anvil_status status = anvil_uuid(call->entropy, call->token);
    call->has_token = status == ANVIL_OK;
    return status;
}

/* The input with its token: the caller's own struct, or a copy of it in the arena with the token
 * filled in, because the caller's is not changed. */
static ANVIL_NOINLINE enum anvil_status fill_token(struct anvil_exchange *call, const void *input,
                                                   const void **filled,
                                                   struct anvil_report *report) {
    const struct anvil_member *member = call->operation->token;
    const struct anvil_shape *shape = call->operation->input;
    struct anvil_str token = {NULL, 0};
    *filled = input;
    if (member == NULL)
        return ANVIL_OK;
    memcpy(&token, (const unsigned char *)input + member->offset, sizeof token);
    /* a token that is set is the caller's business, the empty one too */
    if (token.ptr != NULL)
        return ANVIL_OK;
    enum anvil_status status = make_token(call);
    if (status != ANVIL_OK)
        return fail(status, 0, report);
    size_t need = 0;
    unsigned char *copy = anvil_arena_take(call->arena, shape->size, shape->align, &need);
    if (copy == NULL)
        return fail(ANVIL_E_ARENA, need, report);
    token = anvil_str_of(call->token, sizeof call->token);
    memcpy(copy, input, shape->size);
    memcpy(copy + member->offset, &token, sizeof token);
    *filled = copy;
    return ANVIL_OK;
}

/* Lists the body's pieces in the arena: counted first, because the text of numbers comes from there
 * too. */
static ANVIL_NOINLINE enum anvil_status list_pieces(struct anvil_exchange *call, const void *input,
                                                    struct anvil_report *report) {
    struct anvil_http_request *request = &call->request;
    size_t need = 0;
    struct anvil_writing writing = {.shape = call->operation->input,
                                    .value = input,
                                    .arena = call->arena,
                                    .checks = call->checks,
                                    .sink = anvil_sink_of_spans(NULL, 0),
                                    .findings = {.report = report}};
    enum anvil_status status = anvil_encode_message(&writing);
    if (status != ANVIL_E_SPANS)
        return status;
    size_t count = writing.sink.span_count;
    struct anvil_str *pieces =
        anvil_arena_take(call->arena, count * sizeof *pieces, _Alignof(struct anvil_str), &need);
    if (pieces == NULL)
        return fail(ANVIL_E_ARENA, need, report);
    writing.sink.spans = pieces;
    writing.sink.capacity = count;
    writing.sink.span_count = 0;
    writing.sink.bytes = 0;
    status = anvil_encode_message(&writing);
    if (status != ANVIL_OK)
        return status;
    request->body = pieces;
    request->body_count = count;
    request->body_bytes = writing.sink.bytes;
    return ANVIL_OK;
}

enum anvil_status anvil_call_prepare(struct anvil_exchange *call, const void *input,
                                     struct anvil_report *report) {
    if (call->operation == NULL || call->arena == NULL || input == NULL)
        return fail(ANVIL_E_ARGUMENT, 0, report);
    /* every request is a POST to the root */
    static const struct anvil_http_request ROOT = {
        ANVIL_STR("POST"), ANVIL_STR("/"), NULL, 2, NULL, 0, 0};
    static const struct anvil_str CONTENT_TYPE = ANVIL_STR("Content-Type");
    static const struct anvil_str TARGET = ANVIL_STR("X-Amz-Target");
    call->request = ROOT;
    call->request.headers = call->headers;
    call->headers[0].name = CONTENT_TYPE;
    call->headers[0].value = call->operation->service->content_type;
    call->headers[1].name = TARGET;
    call->headers[1].value = call->operation->target;
    size_t used = call->arena->used;
    const void *filled = NULL;
    enum anvil_status status = fill_token(call, input, &filled, report);
    if (status == ANVIL_OK)
        status = list_pieces(call, filled, report);
    /* [I-16] what an error leaves in the arena belongs to nobody */
    if (status != ANVIL_OK)
        anvil_arena_give_back(call->arena, call->arena->used - used);
    return status;
}

enum anvil_status anvil_call(struct anvil_exchange *call, const void *input, void *output,
                             struct anvil_error *error, struct anvil_report *report) {
    /* An answer to an earlier attempt is none to this one. */
    struct anvil_http_response *response = &call->response;
    memset(response, 0, sizeof *response);
    memset(error, 0, sizeof *error);
    if (call->transport == NULL || output == NULL)
        return fail(ANVIL_E_ARGUMENT, 0, report);
    enum anvil_status status = anvil_call_prepare(call, input, report);
    if (status != ANVIL_OK)
        return status;
    /* once */
    status = call->transport->send(call->transport->context, &call->request, response);
    if (status != ANVIL_OK)
        return fail(status, 0, report);
    /* 200 to 299 is success, everything else is an error */
    if (response->status >= 200 && response->status <= 299)
        return anvil_decode_unchecked(call->operation->output, message_of(response->body),
                                      call->arena, output, report);
    /* Too small an arena costs what did not fit, which the report tells. It does not hide
     * that the service has refused: whoever took that for a failure to send would send again. */
    status = anvil_error_decode(call->operation, response, call->arena, error, report);
    return status == ANVIL_OK || status == ANVIL_E_ARENA ? ANVIL_E_SERVICE : status;
}
