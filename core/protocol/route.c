/* SPDX-License-Identifier: Apache-2.0 */
/* What a server does before and instead of decoding: find the operation, or refuse. */
#include "anvil/protocol.h"
#include "base/port.h"
#include "protocol/header.h"

ANVIL_COLD_FILE

static const struct anvil_str POST = ANVIL_STR("POST");
static const struct anvil_str ROOT = ANVIL_STR("/");
static const struct anvil_str TARGET = ANVIL_STR("X-Amz-Target");
static const struct anvil_str CONTENT_TYPE = ANVIL_STR("Content-Type");

/* [R-141] "type/subtype; charset=utf-8" is compared up to the semicolon */
static struct anvil_str media_type(struct anvil_str value) {
    size_t bytes = 0;
    while (bytes < value.len && value.ptr[bytes] != ';')
        bytes++;
    while (bytes != 0 && (value.ptr[bytes - 1] == ' ' || value.ptr[bytes - 1] == '\t'))
        bytes--;
    return anvil_str_of(value.ptr, bytes);
}

enum anvil_status anvil_request_route(const struct anvil_operation_table *table,
                                      const struct anvil_http_request *request,
                                      const struct anvil_operation **out) {
    *out = NULL;
    if (!anvil_str_equal(request->method, POST))
        return ANVIL_E_METHOD;
    if (!anvil_str_equal(request->path, ROOT))
        return ANVIL_E_OPERATION;
    struct anvil_str type =
        anvil_header_value(request->headers, request->header_count, CONTENT_TYPE);
    if (type.ptr == NULL ||
        !anvil_equal_ignoring_case(media_type(type), table->service->content_type))
        return ANVIL_E_CONTENT_TYPE;
    struct anvil_str target = anvil_header_value(request->headers, request->header_count, TARGET);
    *out = anvil_operation_by_target(table, target);
    return *out != NULL ? ANVIL_OK : ANVIL_E_OPERATION;
}

/* */
struct anvil_refusal anvil_refusal_of(enum anvil_status status) {
    static const struct anvil_refusal SERIALIZATION = {ANVIL_STR("SerializationException"), 400};
    static const struct anvil_refusal VALIDATION = {ANVIL_STR("ValidationException"), 400};
    static const struct anvil_refusal OPERATION = {ANVIL_STR("UnknownOperationException"), 404};
    static const struct anvil_refusal METHOD = {ANVIL_STR("UnknownOperationException"), 405};
    static const struct anvil_refusal MEDIA_TYPE = {ANVIL_STR("UnsupportedMediaTypeException"),
                                                    415};
    static const struct anvil_refusal FAILURE = {ANVIL_STR("InternalFailure"), 500};
    if (status == ANVIL_E_OPERATION)
        return OPERATION;
    if (status == ANVIL_E_METHOD)
        return METHOD;
    if (status == ANVIL_E_CONTENT_TYPE)
        return MEDIA_TYPE;
    switch (anvil_status_group(status)) {
    case ANVIL_GROUP_BYTES:
    case ANVIL_GROUP_DECODE:
        return SERIALIZATION;
    case ANVIL_GROUP_CONSTRAINT:
        return VALIDATION;
    default:
        return FAILURE;
    }
}
