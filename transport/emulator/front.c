/* SPDX-License-Identifier: Apache-2.0 */
/* Refusals before any operation. Which status and name a fault has is the library's to say; the
 * texts are those that services behind the same front end are seen to answer with. */
#include "front.h"

#include "smsv2/smsv2.h"

#include <string.h>

static const struct anvil_str ABSENT = {NULL, 0};
static const struct anvil_str TYPE_HEADER = ANVIL_STR("Content-Type");
static const struct anvil_str ID_HEADER = ANVIL_STR("x-amzn-RequestId");

void anvil_front_begin(struct anvil_emulator *emulator, struct anvil_http_response *response) {
    emulator->scratch.used = 0;
    /* A request is answered even where there are no random bytes for its id. */
    if (anvil_uuid(&emulator->entropy, emulator->request_id) != ANVIL_OK)
        memset(emulator->request_id, '0', sizeof emulator->request_id);
    emulator->headers[0].name = TYPE_HEADER;
    emulator->headers[0].value = smsv2_service.content_type;
    emulator->headers[1].name = ID_HEADER;
    emulator->headers[1].value = anvil_str_of(emulator->request_id, sizeof emulator->request_id);
    memset(response, 0, sizeof *response);
    response->headers = emulator->headers;
    response->header_count = 2;
}

void anvil_front_refuse(struct anvil_emulator *emulator, const struct refusal *refusal,
                        struct anvil_http_response *response) {
    size_t bytes = 0;

    response->status = refusal->type->http_status;
    if (anvil_refusal_encode(refusal, emulator->answer, sizeof emulator->answer, &bytes) !=
        ANVIL_OK) {
        response->status = 500;
        bytes = 0;
    }
    response->body = anvil_str_of(emulator->answer, bytes);
}

/* Names and messages are constants of ours that need no escape. */
void anvil_front_refuse_plainly(struct anvil_emulator *emulator, struct anvil_refusal refusal,
                                struct anvil_str message, struct anvil_http_response *response) {
    response->status = refusal.http_status;
    if (message.ptr == NULL)
        response->body = anvil_scratch_print(&emulator->scratch, "{\"__type\":\"%.*s\"}",
                                             (int)refusal.name.len, refusal.name.ptr);
    else
        response->body = anvil_scratch_print(
            &emulator->scratch, "{\"__type\":\"%.*s\",\"Message\":\"%.*s\"}", (int)refusal.name.len,
            refusal.name.ptr, (int)message.len, message.ptr);
}

/* Joins the pieces of a body that is not too long. */
static struct anvil_str join(struct anvil_emulator *emulator,
                             const struct anvil_http_request *request) {
    size_t used = 0;

    for (size_t i = 0; i < request->body_count; i++) {
        struct anvil_str piece = request->body[i];
        if (piece.len > sizeof emulator->body - used)
            break;
        if (piece.len > 0)
            memcpy(emulator->body + used, piece.ptr, piece.len);
        used += piece.len;
    }
    return anvil_str_of(emulator->body, used);
}

/* The index of the operation that is asked for. */
static enum anvil_status route(const struct anvil_http_request *request, size_t *index) {
    const struct anvil_operation *operation;
    enum anvil_status status = anvil_request_route(&anvil_emulated_table, request, &operation);

    for (*index = 0; status == ANVIL_OK && anvil_emulated_table.operations[*index] != operation;)
        (*index)++;
    return status;
}

bool anvil_front_route(struct anvil_emulator *emulator, const struct anvil_http_request *request,
                       struct anvil_str *body, size_t *index,
                       struct anvil_http_response *response) {
    static const struct anvil_refusal TOO_LARGE = {ANVIL_STR("RequestEntityTooLargeException"),
                                                   413};
    static const struct anvil_str UNKNOWN = ANVIL_STR(
        "The emulator answers AssociateOriginationIdentity, CreateRegistrationAssociation and "
        "DisassociateOriginationIdentity");

    if (request->body_bytes > ANVIL_EMULATOR_BODY_BYTES_MAX) {
        anvil_front_refuse_plainly(emulator, TOO_LARGE, ABSENT, response);
        return false;
    }
    *body = join(emulator, request);
    enum anvil_status status = route(request, index);
    if (status == ANVIL_OK)
        return true;
    anvil_front_refuse_plainly(emulator, anvil_refusal_of(status),
                               status == ANVIL_E_OPERATION ? UNKNOWN : ABSENT, response);
    return false;
}

/* What stands where text should; absent where the front end says nothing. */
static struct anvil_str type_message(struct anvil_str body, const struct anvil_report *report) {
    static const struct anvil_str LIST = ANVIL_STR("Start of list found where not expected");
    static const struct anvil_str OBJECT =
        ANVIL_STR("Start of structure or map found where not expected.");
    static const struct anvil_str NUMBER =
        ANVIL_STR("NUMBER_VALUE can not be converted to a String");
    static const struct anvil_str TRUTH = ANVIL_STR("TRUE_VALUE can not be converted to a String");
    static const struct anvil_str FALSEHOOD =
        ANVIL_STR("FALSE_VALUE can not be converted to a String");

    if (report->status != ANVIL_E_TYPE || report->offset >= body.len)
        return ABSENT;
    char byte = body.ptr[report->offset];
    bool is_member = anvil_report_path(report).len > 0;
    if (byte == '[')
        return LIST;
    if (byte == '{')
        return OBJECT;
    if (is_member && (byte == '-' || (byte >= '0' && byte <= '9')))
        return NUMBER;
    if (is_member && byte == 't')
        return TRUTH;
    return is_member && byte == 'f' ? FALSEHOOD : ABSENT;
}

bool anvil_front_decode(struct anvil_emulator *emulator, const struct anvil_operation *operation,
                        struct anvil_str body, void *out, struct anvil_http_response *response) {
    struct anvil_arena arena = anvil_arena_of(emulator->arena, sizeof emulator->arena);
    struct anvil_report report;
    struct refusal refusal = {0};
    enum anvil_status status =
        anvil_request_decode(operation, body, ANVIL_STRICT, &arena, out, &report);

    if (status == ANVIL_OK)
        return true;
    if (anvil_status_group(status) == ANVIL_GROUP_CONSTRAINT) {
        anvil_refuse_violations(&refusal, &emulator->scratch, &report);
        anvil_front_refuse(emulator, &refusal, response);
    } else {
        anvil_front_refuse_plainly(emulator, anvil_refusal_of(status), type_message(body, &report),
                                   response);
    }
    return false;
}

void anvil_front_spoil(struct anvil_emulator *emulator, struct anvil_http_response *response) {
    static const struct anvil_str PAGE =
        ANVIL_STR("<html><head><title>502 Bad Gateway</title></head></html>");
    static const struct anvil_str HTML = ANVIL_STR("text/html");

    if (anvil_fault_plan_pick(&emulator->plan, 2) == 0) {
        response->body.len /= 2;
        return;
    }
    response->status = 502;
    response->body = PAGE;
    emulator->headers[0].value = HTML;
}
