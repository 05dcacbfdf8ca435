/* SPDX-License-Identifier: Apache-2.0 */
/* Error responses, read by clients and written by servers. */
#include "anvil/protocol.h"
#include "base/arena.h"
#include "base/port.h"
#include "check/findings.h"
#include "decode/decode.h"
#include "encode/encode.h"
#include "protocol/body.h"
#include "protocol/error_members.h"
#include "protocol/retry.h"

ANVIL_COLD_FILE

static const struct anvil_str ERROR_TYPE = ANVIL_STR("X-Amzn-Errortype");
static const struct anvil_str REQUEST_ID = ANVIL_STR("x-amzn-requestid");

/* [R-122] "ns#Name:http://..." is Name: first cut at the colon, since a URI may hold anything, then
 * take what follows the hash */
static struct anvil_str bare_name(struct anvil_str type) {
    if (type.ptr == NULL)
        return type;
    size_t bytes = 0;
    while (bytes < type.len && type.ptr[bytes] != ':')
        bytes++;
    size_t begin = 0;
    for (size_t i = 0; i < bytes && begin == 0; i++)
        if (type.ptr[i] == '#')
            begin = i + 1;
    return anvil_str_of(type.ptr + begin, bytes - begin);
}

static const struct anvil_error_type *find_error(const struct anvil_error_type *const *errors,
                                                 uint16_t count, struct anvil_str name) {
    for (uint16_t i = 0; i < count; i++)
        if (anvil_str_equal(anvil_shape_name(errors[i]->shape), name))
            return errors[i];
    return NULL;
}

/* [R-123] an operation's own errors, then those of its service: services answer with errors that an
 * operation does not list */
static const struct anvil_error_type *find_type(const struct anvil_operation *operation,
                                                struct anvil_str name) {
    const struct anvil_service *service = operation->service;
    const struct anvil_error_type *type =
        find_error(operation->errors, operation->error_count, name);
    return type != NULL ? type : find_error(service->errors, service->error_count, name);
}

/* [R-131] what the error means, by its name and its reason */
static ANVIL_NOINLINE enum anvil_error_class class_of(const struct anvil_error *error) {
    const struct anvil_error_type *type = error->type;
    if (type == NULL && error->retry == ANVIL_RETRY_THROTTLE)
        return ANVIL_CLASS_THROTTLE;
    if (type == NULL)
        return error->retry == ANVIL_RETRY_TRANSIENT ? ANVIL_CLASS_TRANSIENT : ANVIL_CLASS_UNKNOWN;
    struct anvil_str reason = {NULL, 0};
    if (type->reason != NULL && error->value != NULL)
        memcpy(&reason, (const unsigned char *)error->value + type->reason->offset, sizeof reason);
    for (uint16_t i = 0; reason.ptr != NULL && i < type->reason_count; i++)
        if (anvil_str_equal(type->reasons[i].reason, reason))
            return (enum anvil_error_class)type->reasons[i].error_class;
    return (enum anvil_error_class)type->error_class;
}

static ANVIL_COLD enum anvil_status fail_arena(struct anvil_report *report, size_t need) {
    struct anvil_findings findings = anvil_findings_of(report);
    return anvil_findings_fail(&findings, ANVIL_E_ARENA, ANVIL_NO_OFFSET, need);
}

/* Decodes the typed members. A body that does not fit leaves `out->value` NULL and is no failure.
 */
static enum anvil_status decode_value(struct anvil_arena *arena, struct anvil_error *out,
                                      struct anvil_report *report) {
    const struct anvil_shape *shape = out->type->shape;
    size_t used = arena != NULL ? arena->used : 0;
    size_t need = shape->size;
    void *value = arena != NULL ? anvil_arena_take(arena, shape->size, shape->align, &need) : NULL;
    if (value == NULL)
        return fail_arena(report, need);
    enum anvil_status status =
        anvil_decode_unchecked(shape, message_of(out->body), arena, value, report);
    if (status == ANVIL_OK)
        out->value = value;
    else
        anvil_arena_give_back(arena, arena->used - used);
    return status == ANVIL_E_ARENA ? status : ANVIL_OK;
}

/* [R-120] the header, then what the body says */
static enum anvil_status read_name(const struct anvil_http_response *response,
                                   const struct anvil_error_members *members,
                                   struct anvil_arena *arena, struct anvil_str *out, size_t *need) {
    struct anvil_str type =
        anvil_header_value(response->headers, response->header_count, ERROR_TYPE);
    enum anvil_status status = ANVIL_OK;
    if (type.ptr == NULL)
        status = anvil_error_text(&members->type, arena, &type, need);
    *out = bare_name(type);
    return status;
}

/* What needs no memory comes first and is there whatever the arena holds: nobody can tell whether
 * to try again without it. In a function of its own, so that nothing of it is on the stack while
 * the typed members are decoded. */
static ANVIL_NOINLINE enum anvil_status
read_error(const struct anvil_operation *operation, const struct anvil_http_response *response,
           struct anvil_arena *arena, struct anvil_error *out, struct anvil_report *report) {
    struct anvil_error_members members = anvil_error_members_of(response->body);
    size_t need = 0;
    memset(out, 0, sizeof *out);
    out->http_status = response->status;
    out->body = response->body;
    /* [R-129] */
    out->request_id = anvil_header_value(response->headers, response->header_count, REQUEST_ID);
    enum anvil_status status = read_name(response, &members, arena, &out->name, &need);
    out->type = find_type(operation, out->name);
    out->retry = anvil_retry_of(out->type, out->name, response->status);
    if (status == ANVIL_OK)
        status = anvil_error_text(&members.message, arena, &out->message, &need);
    struct anvil_findings findings = anvil_findings_of(report);
    return status == ANVIL_OK ? anvil_findings_end(&findings)
                              : anvil_findings_fail(&findings, status, ANVIL_NO_OFFSET, need);
}

enum anvil_status anvil_error_decode(const struct anvil_operation *operation,
                                     const struct anvil_http_response *response,
                                     struct anvil_arena *arena, struct anvil_error *out,
                                     struct anvil_report *report) {
    enum anvil_status status = read_error(operation, response, arena, out, report);
    if (status == ANVIL_OK && out->type != NULL)
        status = decode_value(arena, out, report);
    out->error_class = class_of(out);
    return status;
}

enum anvil_status anvil_error_encode(const struct anvil_service *service,
                                     const struct anvil_error_type *type, const void *value,
                                     unsigned checks, char *buffer, size_t capacity,
                                     size_t *out_bytes, struct anvil_report *report) {
    /* [R-128] awsJson1_0 wants the full shape id, awsJson1_1 the name alone */
    const struct anvil_str opening = ANVIL_STR("{\"__type\":\"");
    const struct anvil_str name = anvil_shape_name(type->shape);
    const struct anvil_str full[4] = {opening, service->name_space, ANVIL_STR("#"), name};
    const struct anvil_str bare[2] = {opening, name};
    bool has_namespace = service->name_space.len != 0;
    struct anvil_writing writing = {.shape = type->shape,
                                    .value = value,
                                    .lead = has_namespace ? full : bare,
                                    .lead_count = has_namespace ? 4 : 2,
                                    .checks = checks,
                                    .sink = anvil_sink_of_buffer(buffer, capacity),
                                    .findings = {.report = report}};
    enum anvil_status status = anvil_encode_message(&writing);
    *out_bytes = status == ANVIL_OK || status == ANVIL_E_BUFFER ? writing.sink.bytes : 0;
    return status;
}
