/* SPDX-License-Identifier: Apache-2.0 */
/* Calls with too little memory: nothing is written beside it, what is needed is told, and with that
 * much it works. [R-071] [I-02] [I-14] [I-16] */
#include "guard_page.h"
#include "protocol/error_samples.h"
#include "protocol/fake_transport.h"
#include "test.h"

enum { ENOUGH = 640, PLACES = 3 };

static const struct smsv2_associate_origination_identity_request ASSOCIATE = {
    .pool_id = ANVIL_STR("pool-7"),
    .origination_identity = ANVIL_STR("EXAMPLECO"),
    .iso_country_code = ANVIL_STR("DE"),
};
static const struct smsv2_create_registration_association_request REGISTER = {
    .registration_id = ANVIL_STR("registration-7"),
    .resource_id = ANVIL_STR("phone-7"),
};

static const struct {
    const struct anvil_operation *operation;
    const void *input;
    const char *body;
} REQUESTS[] = {
    {&smsv2_associate_origination_identity, &ASSOCIATE,
     "{\"PoolId\":\"pool-7\",\"OriginationIdentity\":\"EXAMPLECO\",\"IsoCountryCode\":\"DE\","
     "\"ClientToken\":\"" FIRST_TOKEN "\"}"},
    {&smsv2_create_registration_association, &REGISTER,
     "{\"RegistrationId\":\"registration-7\",\"ResourceId\":\"phone-7\"}"},
};
enum { REQUEST_COUNT = sizeof REQUESTS / sizeof REQUESTS[0] };

/* Memory of `bytes` flush against a page that cannot be touched: behind it, behind it but at an odd
 * address, or in front of it. */
static struct guard_page memory_of(size_t bytes, int place) {
    return place == 2 ? guard_page_after(NULL, bytes) : guard_page_of(NULL, bytes + (place == 1));
}

struct attempt {
    struct fake_transport fake;
    struct fake_entropy dice;
    struct anvil_exchange call;
    struct anvil_arena arena;
    struct guard_page page;
    struct anvil_error error;
    struct anvil_report report;
    struct smsv2_create_registration_association_result output; /* the largest */
};

static void begin(struct attempt *attempt, size_t request, int http_status, const char *body) {
    memset(attempt, 0, sizeof *attempt);
    fake_transport_begin(&attempt->fake, http_status, view_of(body));
    fake_entropy_begin(&attempt->dice, 0);
    attempt->call.operation = REQUESTS[request].operation;
    attempt->call.transport = &attempt->fake.transport;
    attempt->call.entropy = &attempt->dice.entropy;
    attempt->call.arena = &attempt->arena;
    attempt->call.checks = ANVIL_STRICT;
}

static void give_memory(struct attempt *attempt, size_t bytes, int place) {
    guard_page_free(&attempt->page);
    attempt->page = memory_of(bytes, place);
    attempt->arena = anvil_arena_of(attempt->page.ptr, bytes);
}

/* Gives what the last failure said it needs, until it works; every step gets further. */
static void prepare_with_what_is_needed(struct attempt *attempt, size_t request, int place) {
    size_t bytes = attempt->arena.capacity;
    enum anvil_status status = ANVIL_E_ARENA;
    for (int step = 0; status == ANVIL_E_ARENA; step++) {
        assert_true(step <= 2);
        assert_int_equal(attempt->report.status, ANVIL_E_ARENA);
        assert_true(attempt->report.need > bytes);
        assert_int_equal(attempt->arena.used, 0);
        assert_int_equal(attempt->arena.scratch, 0);
        assert_int_equal(attempt->call.request.body_count, 0);
        bytes = attempt->report.need;
        give_memory(attempt, bytes, (place + step) % PLACES);
        status = anvil_call_prepare(&attempt->call, REQUESTS[request].input, &attempt->report);
    }
    assert_int_equal(status, ANVIL_OK);
}

TEST(a_request_is_made_in_any_memory_that_is_large_enough) {
    for (size_t request = 0; request < REQUEST_COUNT; request++) {
        for (int place = 0; place < PLACES; place++) {
            size_t failures = 0;
            for (size_t bytes = 0; bytes <= ENOUGH; bytes++) {
                struct attempt attempt;
                char body[256];
                begin(&attempt, request, 200, "{}");
                give_memory(&attempt, bytes, place);
                enum anvil_status status =
                    anvil_call_prepare(&attempt.call, REQUESTS[request].input, &attempt.report);
                if (status != ANVIL_OK) {
                    assert_int_equal(status, ANVIL_E_ARENA);
                    assert_int_equal(bytes, failures++);
                    prepare_with_what_is_needed(&attempt, request, place);
                }
                assert_text_is(join_pieces(&attempt.call.request, body, sizeof body),
                               REQUESTS[request].body);
                assert_int_equal((uintptr_t)attempt.call.request.body % sizeof(void *), 0);
                assert_true(attempt.dice.asked <= 16);
                guard_page_free(&attempt.page);
            }
            assert_true(failures > 16 && failures < ENOUGH);
        }
    }
}

TEST(an_arena_without_memory_is_told_what_is_needed) {
    for (size_t request = 0; request < REQUEST_COUNT; request++) {
        struct attempt attempt;
        begin(&attempt, request, 200, "{}");
        attempt.arena = anvil_arena_of(NULL, 0);
        assert_int_equal(
            anvil_call_prepare(&attempt.call, REQUESTS[request].input, &attempt.report),
            ANVIL_E_ARENA);
        /* Without a token there is but one step, and it tells everything. */
        if (request == 1)
            assert_true(attempt.report.need >= 5 * sizeof(struct anvil_str));
        prepare_with_what_is_needed(&attempt, request, 0);
        guard_page_free(&attempt.page);
    }
}

/* What was in the arena before stays there, and nothing of a failure does. */
TEST(a_failure_leaves_the_arena_as_it_was) {
    for (size_t bytes = 16; bytes <= ENOUGH; bytes++) {
        struct attempt attempt;
        begin(&attempt, 0, 200, "{}");
        give_memory(&attempt, bytes, 0);
        memset(attempt.page.ptr, 'k', 16);
        attempt.arena.used = 16;
        enum anvil_status status = anvil_call_prepare(&attempt.call, &ASSOCIATE, &attempt.report);
        for (size_t i = 0; i < 16; i++)
            assert_int_equal(attempt.page.ptr[i], 'k');
        if (status != ANVIL_OK)
            assert_int_equal(attempt.arena.used, 16);
        else
            assert_true(lies_inside(
                anvil_str_of((const char *)attempt.call.request.body,
                             attempt.call.request.body_count * sizeof(struct anvil_str)),
                attempt.page.ptr + 16, attempt.arena.used - 16));
        guard_page_free(&attempt.page);
    }
}

/* A request that went out is not sent again: its answer is still there, to be decoded with
 * more memory. */
TEST(an_answer_that_did_not_fit_is_decoded_later) {
    static const char BODY[] = "{\"RegistrationArn\":\"\\u0061rn\",\"ResourceId\":\"\\u0078\\n\"}";
    size_t kept = 0;
    for (size_t bytes = 0; bytes <= ENOUGH; bytes++) {
        struct attempt attempt;
        begin(&attempt, 1, 200, BODY);
        give_memory(&attempt, bytes, 0);
        enum anvil_status status =
            anvil_call(&attempt.call, &REGISTER, &attempt.output, &attempt.error, &attempt.report);
        assert_int_equal(attempt.fake.sent, attempt.call.response.status == 200);
        if (status != ANVIL_OK) {
            assert_int_equal(status, ANVIL_E_ARENA);
            assert_true(attempt.report.need > bytes);
        }
        if (attempt.fake.sent == 1 && status != ANVIL_OK) {
            kept++;
            give_memory(&attempt, 64, 0);
            status = anvil_response_decode(attempt.call.operation, attempt.call.response.body,
                                           ANVIL_OFF, &attempt.arena, &attempt.output, NULL);
        }
        if (attempt.fake.sent == 1) {
            assert_int_equal(status, ANVIL_OK);
            assert_text_is(attempt.output.registration_arn, "arn");
            assert_text_is(attempt.output.resource_id, "x\n");
        }
        guard_page_free(&attempt.page);
    }
    assert_true(kept > 0);
}

/* Too little memory costs the members, not the news that the service refused. */
TEST(an_error_that_did_not_fit_is_an_error_of_the_service) {
    static const char BODY[] =
        "{\"__type\":\"ns#\\u0054hrottlingException\",\"Message\":\"a\\tb\"}";
    size_t names = 0;
    size_t nameless = 0;
    size_t values = 0;
    for (size_t bytes = 6 * sizeof(struct anvil_str); bytes <= ENOUGH; bytes++) {
        struct attempt attempt;
        struct anvil_header headers[2];
        begin(&attempt, 1, 0, NULL);
        attempt.fake.answer = error_response(503, NULL, view_of(BODY), headers);
        give_memory(&attempt, bytes, 0);
        assert_int_equal(
            anvil_call(&attempt.call, &REGISTER, &attempt.output, &attempt.error, &attempt.report),
            ANVIL_E_SERVICE);
        const struct anvil_error *error = &attempt.error;
        assert_int_equal(error->http_status, 503);
        assert_text_is(error->request_id, "request-7");
        assert_ptr_equal(error->body.ptr, BODY);
        if (error->value == NULL) {
            assert_int_equal(attempt.report.status, ANVIL_E_ARENA);
            assert_true(attempt.report.need > bytes);
        } else {
            assert_int_equal(attempt.report.status, ANVIL_OK);
            values++;
        }
        assert_int_equal(error->type != NULL, error->name.ptr != NULL);
        assert_int_equal(error->retry,
                         error->type != NULL ? ANVIL_RETRY_THROTTLE : ANVIL_RETRY_TRANSIENT);
        assert_text_is(error->name, error->type != NULL ? "ThrottlingException" : NULL);
        names += error->name.ptr != NULL && error->value == NULL;
        nameless += error->name.ptr == NULL;
        guard_page_free(&attempt.page);
    }
    assert_true(names > 0 && nameless > 0 && values > 0);
}

/* An error that is decoded on its own, with every size of arena, and none. */
TEST(an_error_is_decoded_in_any_memory_that_is_large_enough) {
    for (size_t i = 0; i < ERROR_SAMPLES; i++) {
        for (size_t bytes = 0; bytes <= 320; bytes++) {
            struct attempt attempt;
            struct anvil_header headers[2];
            struct anvil_http_response response =
                error_response(400, NULL, view_of(error_samples[i].body), headers);
            struct anvil_arena *arena = bytes == 0 ? NULL : &attempt.arena;
            memset(&attempt, 0, sizeof attempt);
            give_memory(&attempt, bytes, (int)(bytes % PLACES));
            enum anvil_status status = ANVIL_E_ARENA;
            for (int step = 0; status == ANVIL_E_ARENA; step++) {
                assert_true(step <= 6);
                status = anvil_error_decode(REQUESTS[0].operation, &response, arena, &attempt.error,
                                            &attempt.report);
                assert_int_equal(attempt.report.status, status);
                assert_ptr_equal(attempt.error.type, error_samples[i].type);
                assert_int_equal(attempt.error.value != NULL, status == ANVIL_OK);
                if (status == ANVIL_OK)
                    break;
                assert_true(attempt.report.need > attempt.arena.capacity);
                give_memory(&attempt, attempt.report.need, step % PLACES);
                arena = &attempt.arena;
            }
            assert_int_equal(status, ANVIL_OK);
            assert_int_equal((uintptr_t)attempt.error.value % sizeof(void *), 0); /* [I-04] */
            assert_same_value(error_samples[i].type->shape, attempt.error.value,
                              error_samples[i].value);
            guard_page_free(&attempt.page);
        }
    }
}
