/* SPDX-License-Identifier: Apache-2.0 */
/* What is known after a failure: whether the service can have acted, and that nothing was sent
 * twice behind the caller's back. */
#include "client/client.h"
#include "test.h"
#include "transport/curl_sample.h"

#include <string.h>

TEST(nobody_there_means_nothing_sent) {
    struct anvil_http_response response;
    struct loopback_server server;

    LOOPBACK_START(&server, {NULL, false, false});
    loopback_stop(&server);
    struct anvil_curl_options options = sample_options(&server);
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_E_TRANSPORT);
    assert_int_equal(anvil_curl_failure(curl), ANVIL_FAILURE_NOT_SENT);
    assert_string_not_equal(anvil_curl_problem(curl), "");
    anvil_curl_close(curl);
    loopback_free(&server);
}

/* Sends once to a server with this one step and asserts the failure. */
static void assert_failure(struct loopback_step step, struct anvil_curl_options options,
                           enum anvil_failure failure) {
    struct anvil_http_response response;
    struct loopback_server server;

    loopback_start(&server, &step, 1, NULL);
    options.endpoint = server.endpoint;
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_E_TRANSPORT);
    assert_int_equal(response.status, 0);
    assert_int_equal(anvil_curl_failure(curl), failure);
    assert_string_not_equal(anvil_curl_problem(curl), "");
    anvil_curl_close(curl);
    loopback_stop(&server);
    assert_int_equal(server.request_count, 1);
    loopback_free(&server);
}

static const struct loopback_server nowhere = {.endpoint = "http://127.0.0.1:1"};

/* */
TEST(a_connection_that_ends_before_the_answer_is_unclear) {
    const struct anvil_curl_options options = sample_options(&nowhere);
    assert_failure((struct loopback_step){NULL, true, false}, options, ANVIL_FAILURE_UNCLEAR);
    assert_failure((struct loopback_step){"HTTP/1.1 200 OK\r\nContent-Le", true, false}, options,
                   ANVIL_FAILURE_UNCLEAR);
    assert_failure(
        (struct loopback_step){"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}", true, false},
        options, ANVIL_FAILURE_UNCLEAR);
}

TEST(what_is_no_http_is_no_answer) {
    assert_failure((struct loopback_step){"garbage\r\n\r\n", true, false}, sample_options(&nowhere),
                   ANVIL_FAILURE_UNCLEAR);
}

TEST(an_answer_that_takes_too_long_is_unclear) {
    struct anvil_curl_options options = sample_options(&nowhere);
    options.total_ms = 50;
    assert_failure((struct loopback_step){NULL, false, true}, options, ANVIL_FAILURE_UNCLEAR);
}

TEST(a_limit_is_a_shorter_time_and_can_be_lifted) {
    struct anvil_http_response response;
    struct loopback_server server;

    LOOPBACK_START(&server, {NULL, false, true}, {SAMPLE_ANSWER, false, false});
    struct anvil_curl_options options = sample_options(&server);
    struct anvil_curl *curl = sample_open(&options);
    anvil_curl_limit(curl, 50);
    assert_int_equal(sample_send(curl, &response), ANVIL_E_TRANSPORT);
    assert_int_equal(anvil_curl_failure(curl), ANVIL_FAILURE_UNCLEAR);
    anvil_curl_limit(curl, 0);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    anvil_curl_close(curl);
    loopback_stop(&server);
    loopback_free(&server);
}

/* */
TEST(an_answer_that_is_too_long_is_final) {
    struct anvil_curl_options options = sample_options(&nowhere);
    options.response_bytes_max = 10;
    assert_failure(
        (struct loopback_step){"HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{        }\n", true,
                               false},
        options, ANVIL_FAILURE_FINAL);
}

TEST(an_answer_as_long_as_is_allowed_is_taken) {
    struct anvil_http_response response;
    struct loopback_server server;

    LOOPBACK_START(&server, {SAMPLE_ANSWER, false, false});
    struct anvil_curl_options options = sample_options(&server);
    options.response_bytes_max = 2;
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    anvil_curl_close(curl);
    loopback_stop(&server);
    loopback_free(&server);
}

/* libcurl of itself would send the request again on a new connection. */
TEST(a_request_on_a_reused_connection_is_not_sent_twice) {
    struct anvil_http_response response;
    struct loopback_server server;

    LOOPBACK_START(&server, {SAMPLE_ANSWER, false, false}, {NULL, true, false},
                   {SAMPLE_ANSWER, false, false});
    struct anvil_curl_options options = sample_options(&server);
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    assert_int_equal(sample_send(curl, &response), ANVIL_E_TRANSPORT);
    assert_int_equal(anvil_curl_failure(curl), ANVIL_FAILURE_UNCLEAR);
    assert_non_null(strstr(anvil_curl_problem(curl), "closed before there was an answer"));
    assert_int_equal(server.request_count, 2);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    assert_int_equal(server.request_count, 3);
    anvil_curl_close(curl);
    loopback_stop(&server);
    loopback_free(&server);
}

static bool yes(void *context) {
    (*(size_t *)context)++;
    return true;
}

TEST(a_request_can_be_cancelled) {
    struct anvil_http_response response;
    struct loopback_server server;
    size_t asked = 0;

    LOOPBACK_START(&server, {NULL, false, true});
    struct anvil_curl_options options = sample_options(&server);
    options.is_cancelled = yes;
    options.cancel_context = &asked;
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_E_TRANSPORT);
    assert_int_equal(anvil_curl_failure(curl), ANVIL_FAILURE_CANCELLED);
    assert_true(asked > 0);
    anvil_curl_close(curl);
    loopback_stop(&server);
    loopback_free(&server);
}

TEST(only_the_scheme_of_the_endpoint_is_spoken) {
    struct anvil_http_response response;
    struct anvil_curl_options options = sample_options(&nowhere);

    options.endpoint = "ftp://127.0.0.1:1";
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_E_TRANSPORT);
    assert_int_equal(anvil_curl_failure(curl), ANVIL_FAILURE_FINAL);
    anvil_curl_close(curl);
}

TEST(closing_nothing_is_allowed) {
    anvil_curl_close(NULL);
}
