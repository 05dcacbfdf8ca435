/* SPDX-License-Identifier: Apache-2.0 */
/* What an error means, by its name, its reason and, for errors of no model, its retry
 * class. */
#include "protocol/error_samples.h"
#include "protocol/fake_transport.h"
#include "sample/descriptor.h"
#include "sample/sample_limits.h"
#include "test.h"

#include <stdio.h>

static struct anvil_error decode(const struct anvil_operation *operation, const char *name,
                                 int http_status, const char *body, size_t room) {
    static char memory[512];
    struct anvil_header headers[2];
    struct anvil_http_response response = error_response(http_status, name, view_of(body), headers);
    struct anvil_arena arena = anvil_arena_of(memory, room);
    struct anvil_error error;
    (void)!anvil_error_decode(operation, &response, &arena, &error, NULL);
    return error;
}

/* A service of our own: one error whose reasons differ, one without any reason. */
struct refused {
    struct anvil_str message;
    struct anvil_str why;
};
static const struct anvil_member REFUSED_MEMBERS[] = {
    TEXT_MEMBER("Message", refused, message, NULL, &sample_any_run, 0),
    TEXT_MEMBER("Why", refused, why, NULL, &sample_any_run, 0),
};
static const struct anvil_shape REFUSED =
    STRUCTURE("Refused", ANVIL_KIND_STRUCTURE, refused, REFUSED_MEMBERS, 0, 0);
static const struct anvil_shape PLAIN =
    STRUCTURE("Plain", ANVIL_KIND_STRUCTURE, refused, REFUSED_MEMBERS, 0, 0);
static const struct anvil_reason_class REASONS[] = {
    {ANVIL_STR("OPTED_OUT"), ANVIL_CLASS_RECIPIENT},
    {ANVIL_STR("FULL"), ANVIL_CLASS_QUOTA},
};
static const struct anvil_error_type REFUSED_ERROR = {.shape = &REFUSED,
                                                      .http_status = 400,
                                                      .reason = &REFUSED_MEMBERS[1],
                                                      .reasons = REASONS,
                                                      .reason_count = 2,
                                                      .error_class = ANVIL_CLASS_REQUEST};
static const struct anvil_error_type PLAIN_ERROR = {
    .shape = &PLAIN, .http_status = 500, .error_class = ANVIL_CLASS_TRANSIENT};
static const struct anvil_error_type *const ERRORS[] = {&REFUSED_ERROR, &PLAIN_ERROR};
static const struct anvil_service SERVICE = {.errors = ERRORS, .error_count = 2};
static const struct anvil_operation OPERATION = {
    .service = &SERVICE, .errors = ERRORS, .error_count = 1};

TEST(by_name_and_reason) {
    static const struct {
        const char *name;
        const char *body;
        enum anvil_error_class error_class;
    } CASES[] = {
        {"Refused", "{\"Why\":\"OPTED_OUT\"}", ANVIL_CLASS_RECIPIENT},
        {"Refused", "{\"Why\":\"OPTED\\u005fOUT\"}", ANVIL_CLASS_RECIPIENT},
        {"Refused", "{\"Message\":\"m\",\"Why\":\"FULL\"}", ANVIL_CLASS_QUOTA},
        /* Any other reason, and none, have the class of the error. */
        {"Refused", "{\"Why\":\"NEW\"}", ANVIL_CLASS_REQUEST},
        {"Refused", "{\"Why\":\"full\"}", ANVIL_CLASS_REQUEST},
        {"Refused", "{\"Why\":\"\"}", ANVIL_CLASS_REQUEST},
        {"Refused", "{\"Why\":null}", ANVIL_CLASS_REQUEST},
        {"Refused", "{}", ANVIL_CLASS_REQUEST},
        {"Refused", "", ANVIL_CLASS_REQUEST},
        /* and so has a body that does not fit or is none */
        {"Refused", "{\"Why\":7}", ANVIL_CLASS_REQUEST},
        {"Refused", "<html>", ANVIL_CLASS_REQUEST},
        /* an error of the service that the operation does not list */
        {"Plain", "{\"Why\":\"FULL\"}", ANVIL_CLASS_TRANSIENT},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        assert_int_equal(decode(&OPERATION, CASES[i].name, 400, CASES[i].body, 512).error_class,
                         CASES[i].error_class);
}

/* Without memory for the reason the error still has its class. */
TEST(without_memory) {
    struct anvil_error error =
        decode(&OPERATION, "Refused", 400, "{\"Why\":\"OPTED\\u005fOUT\"}", sizeof(struct refused));
    assert_null(error.value);
    assert_int_equal(error.error_class, ANVIL_CLASS_REQUEST);
}

/* Of an error that no model has only its retry class is known. */
TEST(of_unknown_errors) {
    static const struct {
        const char *name;
        int http_status;
        enum anvil_error_class error_class;
    } CASES[] = {
        {"ThrottledException", 400, ANVIL_CLASS_THROTTLE},
        {"Other", 429, ANVIL_CLASS_THROTTLE},
        {"RequestTimeout", 400, ANVIL_CLASS_TRANSIENT},
        {"Other", 503, ANVIL_CLASS_TRANSIENT},
        {NULL, 500, ANVIL_CLASS_TRANSIENT},
        {"Other", 400, ANVIL_CLASS_UNKNOWN},
        {NULL, 404, ANVIL_CLASS_UNKNOWN},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++)
        assert_int_equal(
            decode(&OPERATION, CASES[i].name, CASES[i].http_status, "", 512).error_class,
            CASES[i].error_class);
}

/* The service itself: every error has a class, every reason of its own is one of its member's
 * values. */
TEST(the_service_says_it_for_all_its_errors) {
    size_t reasons = 0;
    for (size_t i = 0; i < smsv2_service.error_count; i++) {
        const struct anvil_error_type *type = smsv2_service.errors[i];
        assert_in_range(type->error_class, ANVIL_CLASS_THROTTLE, ANVIL_CLASS_RECIPIENT);
        if (type->retry == ANVIL_RETRY_THROTTLE)
            assert_int_equal(type->error_class, ANVIL_CLASS_THROTTLE);
        for (size_t k = 0; k < type->reason_count; k++, reasons++) {
            char body[256];
            struct anvil_str reason = type->reasons[k].reason;
            struct anvil_str member = anvil_member_name(type->reason);
            assert_int_not_equal(anvil_enum_code(type->reason->limits->values, reason),
                                 ANVIL_ENUM_UNKNOWN);
            (void)snprintf(body, sizeof body, "{\"%.*s\":\"%.*s\"}", (int)member.len, member.ptr,
                           (int)reason.len, reason.ptr);
            struct anvil_error error =
                decode(&smsv2_send_text_message, type->shape->name, 400, body, 512);
            assert_ptr_equal(error.type, type);
            assert_int_equal(error.error_class, type->reasons[k].error_class);
            assert_int_not_equal(error.error_class, type->error_class);
        }
    }
    assert_true(reasons > 0);
}
