/* SPDX-License-Identifier: Apache-2.0 */
/* Errors as a server writes them and a client reads them again. */
#include "guard_page.h"
#include "protocol/error_samples.h"
#include "protocol/fake_transport.h"
#include "test.h"

enum { BODY_BYTES = 512 };

static enum anvil_status encode(const struct anvil_error_type *type, const void *value,
                                unsigned checks, char *buffer, size_t capacity, size_t *bytes,
                                struct anvil_report *report) {
    *bytes = 12345;
    return anvil_error_encode(&smsv2_service, type, value, checks, buffer, capacity, bytes, report);
}

/* */
TEST(the_type_comes_first_with_its_namespace) {
    for (size_t i = 0; i < ERROR_SAMPLES; i++) {
        const struct error_sample *sample = &error_samples[i];
        char buffer[BODY_BYTES];
        size_t bytes = 0;
        assert_int_equal(
            encode(sample->type, sample->value, ANVIL_STRICT, buffer, sizeof buffer, &bytes, NULL),
            ANVIL_OK);
        assert_text_is(anvil_str_of(buffer, bytes), sample->body);
        assert_int_equal(sample->type->http_status, sample->http_status);
    }
}

/* */
TEST(an_empty_error_is_its_type_alone) {
    static const struct smsv2_conflict_exception EMPTY; /* none is larger */
    for (size_t i = 0; i < ERROR_SAMPLES; i++) {
        assert_true(error_samples[i].type->shape->size <= sizeof EMPTY);
        char buffer[BODY_BYTES];
        char wanted[BODY_BYTES] = "{\"__type\":\"" ERROR_NAMESPACE;
        size_t bytes = 0;
        strcat(wanted, error_samples[i].name);
        strcat(wanted, "\"}");
        assert_int_equal(encode(error_samples[i].type, &EMPTY, ANVIL_STRICT, buffer, sizeof buffer,
                                &bytes, NULL),
                         ANVIL_OK);
        assert_text_is(anvil_str_of(buffer, bytes), wanted);
    }
}

/* A list and nothing else, and lists that are empty. */
TEST(a_list_may_follow_the_type) {
    static const struct smsv2_validation_exception_field FIELD = {ANVIL_STR("n"), ANVIL_STR("m")};
    static const struct {
        struct smsv2_validation_exception value;
        const char *body;
    } cases[] = {
        {{.fields = {&FIELD, 1}},
         "{\"__type\":\"" ERROR_NAMESPACE "ValidationException\",\"Fields\":[{\"Name\":\"n\","
         "\"Message\":\"m\"}]}"},
        {{.fields = {&FIELD, 0}},
         "{\"__type\":\"" ERROR_NAMESPACE "ValidationException\",\"Fields\":[]}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char buffer[BODY_BYTES];
        size_t bytes = 0;
        assert_int_equal(encode(&smsv2_validation_exception_error, &cases[i].value, ANVIL_STRICT,
                                buffer, sizeof buffer, &bytes, NULL),
                         ANVIL_OK);
        assert_text_is(anvil_str_of(buffer, bytes), cases[i].body);
    }
}

/* [R-083] [I-02] [I-13] */
TEST(every_capacity_is_enough_or_told) {
    for (size_t i = 0; i < ERROR_SAMPLES; i++) {
        const struct error_sample *sample = &error_samples[i];
        size_t whole = strlen(sample->body);
        struct anvil_report report;
        size_t bytes = 0;
        assert_int_equal(encode(sample->type, sample->value, ANVIL_OFF, NULL, 0, &bytes, &report),
                         ANVIL_E_BUFFER);
        assert_int_equal(bytes, whole);
        assert_int_equal(report.need, whole);
        for (size_t capacity = 0; capacity <= whole; capacity++) {
            struct guard_page page = guard_page_of(NULL, capacity);
            enum anvil_status wanted = capacity == whole ? ANVIL_OK : ANVIL_E_BUFFER;
            assert_int_equal(
                encode(sample->type, sample->value, ANVIL_OFF, page.ptr, capacity, &bytes, &report),
                wanted);
            assert_int_equal(bytes, whole);
            assert_int_equal(report.status, wanted);
            if (wanted == ANVIL_OK)
                assert_memory_equal(page.ptr, sample->body, whole);
            guard_page_free(&page);
        }
    }
}

/* */
TEST(a_bad_error_is_told_and_not_written) {
    static const struct smsv2_validation_exception_field NAMELESS = {{NULL, 0}, ANVIL_STR("m")};
    static const struct {
        const struct anvil_error_type *type;
        struct smsv2_validation_exception value;
        unsigned checks;
        enum anvil_status status;
        const char *path;
    } cases[] = {
        {&smsv2_validation_exception_error,
         {.fields = {&NAMELESS, 1}},
         ANVIL_STRICT,
         ANVIL_E_REQUIRED,
         "/Fields/0/Name"},
        {&smsv2_validation_exception_error,
         {.reason = ANVIL_STR("A_NEW_ONE")},
         ANVIL_STRICT,
         ANVIL_E_ENUM,
         "/Reason"},
        {&smsv2_validation_exception_error,
         {.message = ANVIL_STR("\x80")},
         ANVIL_OFF,
         ANVIL_E_UTF8,
         "/Message"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        for (size_t capacity = 0; capacity <= BODY_BYTES; capacity += BODY_BYTES) {
            char buffer[BODY_BYTES];
            struct anvil_report report;
            size_t bytes = 0;
            assert_int_equal(encode(cases[i].type, &cases[i].value, cases[i].checks, buffer,
                                    capacity, &bytes, &report),
                             cases[i].status);
            assert_int_equal(bytes, 0);
            struct anvil_str path = report.count != 0
                                        ? anvil_violation_path(&report, &report.violations[0])
                                        : anvil_report_path(&report);
            assert_text_is(path, cases[i].path);
        }
    }
}

/* What is not known can be sent on. */
TEST(an_unknown_reason_is_written_when_nobody_checks) {
    static const struct smsv2_conflict_exception value = {.reason = ANVIL_STR("A_NEW_ONE")};
    char buffer[BODY_BYTES];
    size_t bytes = 0;
    assert_int_equal(encode(&smsv2_conflict_exception_error, &value, ANVIL_OFF, buffer,
                            sizeof buffer, &bytes, NULL),
                     ANVIL_OK);
    assert_text_is(anvil_str_of(buffer, bytes),
                   "{\"__type\":\"" ERROR_NAMESPACE "ConflictException\",\"Reason\":"
                   "\"A_NEW_ONE\"}");
}

TEST(an_error_without_a_struct_is_a_mistake) {
    char buffer[BODY_BYTES];
    size_t bytes = 0;
    assert_int_equal(encode(&smsv2_conflict_exception_error, NULL, ANVIL_OFF, buffer, sizeof buffer,
                            &bytes, NULL),
                     ANVIL_E_ARGUMENT);
    assert_int_equal(bytes, 0);
}

/* [I-12] */
TEST(what_is_written_reads_back_as_the_same_error) {
    for (size_t i = 0; i < ERROR_SAMPLES; i++) {
        const struct error_sample *sample = &error_samples[i];
        struct anvil_header headers[2];
        char first[BODY_BYTES];
        char second[BODY_BYTES];
        char memory[1024];
        struct anvil_arena arena = anvil_arena_of(memory, sizeof memory);
        struct anvil_error error;
        size_t first_bytes = 0;
        size_t second_bytes = 0;
        assert_int_equal(encode(sample->type, sample->value, ANVIL_STRICT, first, sizeof first,
                                &first_bytes, NULL),
                         ANVIL_OK);
        struct anvil_http_response response = error_response(
            sample->type->http_status, NULL, anvil_str_of(first, first_bytes), headers);
        for (size_t j = 0; j < smsv2_operations.count; j++) {
            anvil_arena_reset(&arena);
            assert_int_equal(
                anvil_error_decode(smsv2_operations.operations[j], &response, &arena, &error, NULL),
                ANVIL_OK);
            assert_ptr_equal(error.type, sample->type);
            assert_same_value(sample->type->shape, error.value, sample->value);
            assert_int_equal(encode(error.type, error.value, ANVIL_STRICT, second, sizeof second,
                                    &second_bytes, NULL),
                             ANVIL_OK);
            assert_int_equal(second_bytes, first_bytes);
            assert_memory_equal(second, first, first_bytes);
        }
    }
}
