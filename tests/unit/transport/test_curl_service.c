/* SPDX-License-Identifier: Apache-2.0 */
/* Whole calls: the client over libcurl to a server on loopback, for every operation of the service,
 * and through what can happen to a connection. */
#include "anvil/anvil.h"
#include "client/client.h"
#include "entropy/entropy.h"
#include "smsv2/smsv2.h"
#include "test.h"
#include "transport/curl_sample.h"
#include "transport/sigv4_check.h"

#include <stdlib.h>
#include <string.h>

#define THROTTLED                                                                                  \
    "HTTP/1.1 400 Bad Request\r\nContent-Length: "                                                 \
    "37\r\n\r\n{\"__type\":\"a#ThrottlingException\"}   "

/* All that a call needs; waits take no time. */
struct fixture {
    struct loopback_server server;
    struct anvil_curl_options options;
    struct anvil_curl *curl;
    struct anvil_transport transport;
    struct anvil_client_clock clock;
    struct anvil_client client;
    struct anvil_entropy entropy;
    struct anvil_arena arena;
    unsigned char memory[8192];
    enum anvil_client_end end;
};

static void wait_not(void *context, uint64_t milliseconds) {
    (void)context, (void)milliseconds;
}

static void begin(struct fixture *fixture, const struct loopback_step *steps, size_t count) {
    memset(fixture, 0, sizeof *fixture);
    loopback_start(&fixture->server, steps, count, NULL);
    fixture->options = sample_options(&fixture->server);
    fixture->curl = sample_open(&fixture->options);
    fixture->transport = anvil_curl_transport(fixture->curl);
    fixture->clock = anvil_client_system_clock();
    fixture->clock.wait_ms = wait_not;
    fixture->entropy = anvil_system_entropy();
    fixture->arena = anvil_arena_of(fixture->memory, sizeof fixture->memory);
    fixture->client.transport = &fixture->transport;
    fixture->client.clock = &fixture->clock;
    fixture->client.entropy = &fixture->entropy;
    fixture->client.failure = anvil_curl_failure;
    fixture->client.limit = anvil_curl_limit;
}

static void end(struct fixture *fixture) {
    anvil_curl_close(fixture->curl);
    loopback_stop(&fixture->server);
    loopback_free(&fixture->server);
}

/* Calls an operation with nothing set, unchecked. */
static enum anvil_status call(struct fixture *fixture, const struct anvil_operation *operation) {
    struct anvil_exchange exchange = {.operation = operation,
                                      .entropy = &fixture->entropy,
                                      .arena = &fixture->arena,
                                      .checks = ANVIL_OFF};
    struct anvil_error error;
    void *input = calloc(1, operation->input->size);
    void *output = calloc(1, operation->output->size);

    assert_non_null(input);
    assert_non_null(output);
    anvil_arena_reset(&fixture->arena);
    enum anvil_status status =
        anvil_client_call(&fixture->client, &exchange, input, output, &error, NULL, &fixture->end);
    free(input);
    free(output);
    return status;
}

TEST(every_operation_is_called_over_one_connection) {
    static struct fixture fixture;
    static struct loopback_step steps[LOOPBACK_REQUESTS_MAX];
    size_t count = smsv2_operations.count;

    assert_true(count <= LOOPBACK_REQUESTS_MAX);
    for (size_t i = 0; i < count; i++)
        steps[i].answer = SAMPLE_ANSWER;
    begin(&fixture, steps, count);
    for (size_t i = 0; i < count; i++) {
        const struct anvil_operation *operation = smsv2_operations.operations[i];
        assert_int_equal(call(&fixture, operation), ANVIL_OK);
        struct anvil_str request = fixture.server.requests[i];
        struct anvil_str target = loopback_header(request, "X-Amz-Target");
        assert_true(anvil_str_equal(target, operation->target));
        assert_true(sigv4_is_signed(request, fixture.options.secret_access_key));
    }
    assert_int_equal(fixture.server.connection_count, 1);
    end(&fixture);
}

/* */
TEST(a_call_survives_a_throttled_answer_and_a_dropped_connection) {
    static const struct loopback_step STEPS[] = {
        {THROTTLED, false, false}, {NULL, true, false}, {SAMPLE_ANSWER, false, false}};
    struct fixture fixture;

    begin(&fixture, STEPS, 3);
    assert_int_equal(call(&fixture, &smsv2_associate_origination_identity), ANVIL_OK);
    assert_int_equal(fixture.server.request_count, 3);
    struct anvil_str first = loopback_body(fixture.server.requests[0]);
    assert_non_null(strstr(first.ptr, "ClientToken"));
    assert_true(anvil_str_equal(first, loopback_body(fixture.server.requests[1])));
    assert_true(anvil_str_equal(first, loopback_body(fixture.server.requests[2])));
    end(&fixture);
}

/* */
TEST(a_message_that_may_have_gone_out_is_not_sent_again) {
    static const struct loopback_step STEPS[] = {
        {THROTTLED, false, false}, {NULL, true, false}, {SAMPLE_ANSWER, false, false}};
    struct fixture fixture;

    begin(&fixture, STEPS, 3);
    assert_int_equal(call(&fixture, &smsv2_send_text_message), ANVIL_E_TRANSPORT);
    assert_int_equal(fixture.end, ANVIL_CLIENT_UNCLEAR);
    assert_int_equal(fixture.server.request_count, 2);
    end(&fixture);
}

/* */
TEST(an_attempt_is_cut_off_at_the_deadline) {
    static const struct loopback_step STEPS[] = {{NULL, false, true}};
    struct fixture fixture;

    begin(&fixture, STEPS, 1);
    fixture.client.policy.deadline_ms = 60;
    assert_int_equal(call(&fixture, &smsv2_describe_pools), ANVIL_E_TRANSPORT);
    assert_int_equal(fixture.end, ANVIL_CLIENT_DEADLINE);
    assert_int_equal(fixture.server.request_count, 1);
    end(&fixture);
}
