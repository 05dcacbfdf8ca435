/* SPDX-License-Identifier: Apache-2.0 */
#include "protocol/error_samples.h"

#include "test.h"

#include <string.h>

#define TYPE_OF(name) "{\"__type\":\"" ERROR_NAMESPACE name "\""

static const struct smsv2_access_denied_exception ACCESS_DENIED = {
    .message = ANVIL_STR("The account may not do this."),
    .reason = ANVIL_STR("ACCOUNT_DISABLED"),
};
static const struct smsv2_conflict_exception CONFLICT = {
    .message = ANVIL_STR("Conflict Occurred - Reason=\"LAST_PHONE_NUMBER\""),
    .reason = ANVIL_STR("LAST_PHONE_NUMBER"),
    .resource_type = ANVIL_STR("phone-number"),
    .resource_id = ANVIL_STR("phone-7"),
};
static const struct smsv2_internal_server_exception INTERNAL_SERVER = {
    .message = ANVIL_STR("Try again."),
    .request_id = ANVIL_STR("request-in-the-body"),
};
static const struct smsv2_resource_not_found_exception RESOURCE_NOT_FOUND = {
    .message = ANVIL_STR("No such pool \\ \xC3\xA9 \xF0\x9F\x98\x80"),
    .resource_type = ANVIL_STR("pool"),
    .resource_id = ANVIL_STR("pool-7"),
};
static const struct smsv2_service_quota_exceeded_exception SERVICE_QUOTA_EXCEEDED = {
    .message = ANVIL_STR("line one\nline two\x7F\x01"),
    .reason = ANVIL_STR("POOLS_PER_ACCOUNT"),
};
static const struct smsv2_throttling_exception THROTTLING = {.message = ANVIL_STR("")};
static const struct smsv2_validation_exception_field FIELDS[] = {
    {ANVIL_STR("poolId"), ANVIL_STR("too \"long\"")},
    {ANVIL_STR("isoCountryCode"), ANVIL_STR("")},
};
static const struct smsv2_validation_exception VALIDATION = {
    .message = ANVIL_STR("Two fields are wrong."),
    .reason = ANVIL_STR("FIELD_VALIDATION_FAILED"),
    .fields = {FIELDS, 2},
};

const struct error_sample error_samples[ERROR_SAMPLES] = {
    {&smsv2_access_denied_exception_error, "AccessDeniedException", &ACCESS_DENIED,
     TYPE_OF("AccessDeniedException") ",\"Message\":\"The account may not do this.\","
                                      "\"Reason\":\"ACCOUNT_DISABLED\"}",
     400, ANVIL_RETRY_NEVER},
    {&smsv2_conflict_exception_error, "ConflictException", &CONFLICT,
     TYPE_OF("ConflictException") ",\"Message\":\"Conflict Occurred - "
                                  "Reason=\\\"LAST_PHONE_NUMBER\\\"\",\"Reason\":"
                                  "\"LAST_PHONE_NUMBER\",\"ResourceType\":\"phone-number\","
                                  "\"ResourceId\":\"phone-7\"}",
     400, ANVIL_RETRY_NEVER},
    {&smsv2_internal_server_exception_error, "InternalServerException", &INTERNAL_SERVER,
     TYPE_OF("InternalServerException") ",\"Message\":\"Try again.\","
                                        "\"RequestId\":\"request-in-the-body\"}",
     500, ANVIL_RETRY_TRANSIENT},
    {&smsv2_resource_not_found_exception_error, "ResourceNotFoundException", &RESOURCE_NOT_FOUND,
     TYPE_OF("ResourceNotFoundException") ",\"Message\":\"No such pool \\\\ \xC3\xA9 "
                                          "\xF0\x9F\x98\x80\",\"ResourceType\":\"pool\","
                                          "\"ResourceId\":\"pool-7\"}",
     400, ANVIL_RETRY_NEVER},
    {&smsv2_service_quota_exceeded_exception_error, "ServiceQuotaExceededException",
     &SERVICE_QUOTA_EXCEEDED,
     TYPE_OF("ServiceQuotaExceededException") ",\"Message\":\"line one\\nline two\x7F\\u0001\","
                                              "\"Reason\":\"POOLS_PER_ACCOUNT\"}",
     400, ANVIL_RETRY_NEVER},
    {&smsv2_throttling_exception_error, "ThrottlingException", &THROTTLING,
     TYPE_OF("ThrottlingException") ",\"Message\":\"\"}", 400, ANVIL_RETRY_THROTTLE},
    {&smsv2_validation_exception_error, "ValidationException", &VALIDATION,
     TYPE_OF("ValidationException") ",\"Message\":\"Two fields are wrong.\","
                                    "\"Reason\":\"FIELD_VALIDATION_FAILED\",\"Fields\":["
                                    "{\"Name\":\"poolId\",\"Message\":\"too \\\"long\\\"\"},"
                                    "{\"Name\":\"isoCountryCode\",\"Message\":\"\"}]}",
     400, ANVIL_RETRY_NEVER},
};

struct anvil_http_response error_response(int http_status, const char *header,
                                          struct anvil_str body, struct anvil_header headers[2]) {
    static const struct anvil_header REQUEST_ID = {ANVIL_STR("X-Amzn-RequestId"),
                                                   ANVIL_STR("request-7")};
    static const struct anvil_str ERROR_TYPE = ANVIL_STR("x-amzn-ErrorType");
    struct anvil_http_response response = {http_status, headers, 1, body};
    headers[0] = REQUEST_ID;
    if (header != NULL) {
        headers[1].name = ERROR_TYPE;
        headers[1].value = anvil_str_of(header, strlen(header));
        response.header_count = 2;
    }
    return response;
}

static void assert_same_text(struct anvil_str a, struct anvil_str b) {
    assert_int_equal(a.ptr == NULL, b.ptr == NULL);
    assert_int_equal(a.len, b.len);
    if (a.ptr != NULL)
        assert_memory_equal(a.ptr, b.ptr, a.len);
}

static void assert_same_fields(const struct smsv2_validation_exception_field_list *a,
                               const struct smsv2_validation_exception_field_list *b) {
    assert_int_equal(a->items == NULL, b->items == NULL);
    assert_int_equal(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) {
        assert_same_text(a->items[i].name, b->items[i].name);
        assert_same_text(a->items[i].message, b->items[i].message);
    }
}

void assert_same_value(const struct anvil_shape *shape, const void *a, const void *b) {
    assert_non_null(a);
    assert_non_null(b);
    for (size_t i = 0; i < shape->member_count; i++) {
        const char *slot_a = (const char *)a + shape->members[i].offset;
        const char *slot_b = (const char *)b + shape->members[i].offset;
        if (shape->members[i].kind == ANVIL_KIND_LIST) {
            struct smsv2_validation_exception_field_list list_a;
            struct smsv2_validation_exception_field_list list_b;
            memcpy(&list_a, slot_a, sizeof list_a);
            memcpy(&list_b, slot_b, sizeof list_b);
            assert_same_fields(&list_a, &list_b);
        } else {
            struct anvil_str text_a;
            struct anvil_str text_b;
            memcpy(&text_a, slot_a, sizeof text_a);
            memcpy(&text_b, slot_b, sizeof text_b);
            assert_same_text(text_a, text_b);
        }
    }
}
