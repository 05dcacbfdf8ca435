/* SPDX-License-Identifier: Apache-2.0 */
/* What a server does with the envelope of a request, and how it says no. */
#include "protocol/fake_transport.h"
#include "smsv2/smsv2.h"
#include "test.h"

#define TARGET "PinpointSMSVoiceV2.CreateRegistrationAssociation"

/* The parts of a request that are looked at; NULL leaves one out. */
struct incoming {
    const char *method, *path, *content_type, *target;
};
static const struct incoming GOOD = {"POST", "/", "application/x-amz-json-1.0", TARGET};

static enum anvil_status route(struct incoming incoming, const struct anvil_operation **out) {
    struct anvil_header headers[3] = {{ANVIL_STR("Host"), ANVIL_STR("localhost")}};
    struct anvil_http_request request = {
        view_of(incoming.method), view_of(incoming.path), headers, 1, NULL, 0, 0};
    if (incoming.content_type != NULL) {
        headers[request.header_count].name = view_of("content-type");
        headers[request.header_count++].value = view_of(incoming.content_type);
    }
    if (incoming.target != NULL) {
        headers[request.header_count].name = view_of("x-amz-target");
        headers[request.header_count++].value = view_of(incoming.target);
    }
    return anvil_request_route(&smsv2_operations, &request, out);
}

static void assert_refused(struct incoming incoming, enum anvil_status wanted) {
    const struct anvil_operation *operation = &smsv2_associate_origination_identity;
    assert_int_equal(route(incoming, &operation), wanted);
    assert_null(operation);
}

/* */
TEST(a_good_request_finds_its_operation) {
    for (size_t i = 0; i < smsv2_operations.count; i++) {
        const struct anvil_operation *wanted = smsv2_operations.operations[i];
        const struct anvil_operation *found = NULL;
        struct incoming incoming = GOOD;
        incoming.target = wanted->target.ptr;
        assert_int_equal(route(incoming, &found), ANVIL_OK);
        assert_ptr_equal(found, wanted);
    }
}

/* */
TEST(the_media_type_has_no_case_and_its_parameters_do_not_count) {
    static const char *const types[] = {
        "application/x-amz-json-1.0",
        "application/x-amz-json-1.0;",
        "application/x-amz-json-1.0; charset=utf-8",
        "application/x-amz-json-1.0;charset=UTF-8",
        "application/x-amz-json-1.0 ; charset=utf-8",
        "application/x-amz-json-1.0\t ;a=b;c=d",
        "application/x-amz-json-1.0  ",
        "Application/X-Amz-JSON-1.0",
        "APPLICATION/X-AMZ-JSON-1.0; CHARSET=UTF-8",
    };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        const struct anvil_operation *found = NULL;
        struct incoming incoming = GOOD;
        incoming.content_type = types[i];
        assert_int_equal(route(incoming, &found), ANVIL_OK);
        assert_ptr_equal(found, &smsv2_create_registration_association);
    }
}

/* */
TEST(another_media_type_is_refused) {
    static const char *const types[] = {
        NULL,
        "",
        ";",
        " ",
        "application/json",
        "application/x-amz-json-1.1",
        "application/x-amz-json-1.",
        "application/x-amz-json-1.00",
        "application/x-amz-json-1x0",
        "xapplication/x-amz-json-1.0",
        "application/x-amz-json-1.0, application/json",
        "text/plain; application/x-amz-json-1.0",
        "; application/x-amz-json-1.0",
    };
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        struct incoming incoming = GOOD;
        incoming.content_type = types[i];
        assert_refused(incoming, ANVIL_E_CONTENT_TYPE);
    }
}

/* */
TEST(another_method_is_refused) {
    static const char *const methods[] = {NULL, "", "GET", "PUT", "post", "POS", "POSTS", "POST "};
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        struct incoming incoming = GOOD;
        incoming.method = methods[i];
        assert_refused(incoming, ANVIL_E_METHOD);
    }
}

/* */
TEST(another_path_or_target_is_no_operation) {
    static const char *const paths[] = {NULL, "", "//", "/?", "/x", "x", "/ "};
    static const char *const targets[] = {NULL, "", "CreateRegistrationAssociation", TARGET "s",
                                          "PinpointSMSVoiceV2.CreatePuddle"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct incoming incoming = GOOD;
        incoming.path = paths[i];
        assert_refused(incoming, ANVIL_E_OPERATION);
    }
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        struct incoming incoming = GOOD;
        incoming.target = targets[i];
        assert_refused(incoming, ANVIL_E_OPERATION);
    }
}

TEST(the_first_thing_that_is_wrong_decides) {
    struct incoming incoming = {"GET", "/x", "text/plain", "Nothing"};
    assert_refused(incoming, ANVIL_E_METHOD);
    incoming.method = "POST";
    assert_refused(incoming, ANVIL_E_OPERATION);
    incoming.path = "/";
    assert_refused(incoming, ANVIL_E_CONTENT_TYPE);
    incoming.content_type = GOOD.content_type;
    assert_refused(incoming, ANVIL_E_OPERATION);
}

TEST(a_request_without_headers_is_refused) {
    const struct anvil_http_request request = {
        ANVIL_STR("POST"), ANVIL_STR("/"), NULL, 0, NULL, 0, 0};
    const struct anvil_operation *operation = NULL;
    assert_int_equal(anvil_request_route(&smsv2_operations, &request, &operation),
                     ANVIL_E_CONTENT_TYPE);
}

/* What is malformed is told apart from what is violated. */
TEST(every_status_has_its_refusal) {
    for (int code = 0; code < 128; code++) {
        enum anvil_status status = (enum anvil_status)code;
        struct anvil_refusal refusal = anvil_refusal_of(status);
        const char *name = "InternalFailure";
        int http_status = 500;
        if (status >= ANVIL_E_END && status <= ANVIL_E_TRAILING) {
            name = "SerializationException";
            http_status = 400;
        } else if (status >= ANVIL_E_TYPE && status <= ANVIL_E_JSON) {
            name = "SerializationException";
            http_status = 400;
        } else if (status >= ANVIL_E_REQUIRED && status <= ANVIL_E_UNIQUE) {
            name = "ValidationException";
            http_status = 400;
        } else if (status == ANVIL_E_OPERATION || status == ANVIL_E_METHOD) {
            name = "UnknownOperationException";
            http_status = status == ANVIL_E_METHOD ? 405 : 404;
        } else if (status == ANVIL_E_CONTENT_TYPE) {
            name = "UnsupportedMediaTypeException";
            http_status = 415;
        }
        assert_text_is(refusal.name, name);
        assert_int_equal(refusal.http_status, http_status);
    }
}
