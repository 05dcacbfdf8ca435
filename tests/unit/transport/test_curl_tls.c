/* SPDX-License-Identifier: Apache-2.0 */
/* HTTPS: whom the transport trusts, and that it sends nothing to anybody else. */
#include "test.h"
#include "transport/curl_sample.h"
#include "transport/sigv4_check.h"
#include "transport/tls_layer.h"

#include <stdio.h>
#include <string.h>

/* A server behind TLS and a transport that calls it by `host`. */
struct fixture {
    struct tls_layer tls;
    struct loopback_server server;
    char endpoint[128];
    struct anvil_curl_options options;
    struct anvil_curl *curl;
    struct anvil_http_response response;
};

static void begin(struct fixture *fixture, const char *host) {
    static const struct loopback_step STEPS[] = {{SAMPLE_ANSWER, false, false},
                                                 {SAMPLE_ANSWER, false, false}};

    memset(fixture, 0, sizeof *fixture);
    tls_layer_begin(&fixture->tls);
    loopback_start(&fixture->server, STEPS, 2, &fixture->tls.layer);
    snprintf(fixture->endpoint, sizeof fixture->endpoint, "https://%s%s", host,
             strrchr(fixture->server.endpoint, ':'));
    fixture->options = sample_options(&fixture->server);
    fixture->options.endpoint = fixture->endpoint;
    fixture->options.ca_bundle = fixture->tls.ca_bundle;
}

static enum anvil_status send_once(struct fixture *fixture) {
    if (fixture->curl == NULL)
        fixture->curl = sample_open(&fixture->options);
    return sample_send(fixture->curl, &fixture->response);
}

static void end(struct fixture *fixture) {
    anvil_curl_close(fixture->curl);
    loopback_stop(&fixture->server);
    loopback_free(&fixture->server);
    tls_layer_end(&fixture->tls);
}

/* Asserts that the transport trusts nobody here and has sent nothing. */
static void assert_distrust(struct fixture *fixture) {
    assert_int_equal(send_once(fixture), ANVIL_E_TRANSPORT);
    assert_int_equal(anvil_curl_failure(fixture->curl), ANVIL_FAILURE_FINAL);
    assert_string_not_equal(anvil_curl_problem(fixture->curl), "");
    end(fixture);
    assert_int_equal(fixture->server.request_count, 0);
}

TEST(a_trusted_server_is_called_over_one_connection) {
    struct fixture fixture;

    begin(&fixture, "127.0.0.1");
    assert_int_equal(send_once(&fixture), ANVIL_OK);
    assert_int_equal(send_once(&fixture), ANVIL_OK);
    assert_view(fixture.response.body, "{}");
    assert_view(loopback_body(fixture.server.requests[0]), SAMPLE_BODY);
    assert_true(sigv4_is_signed(fixture.server.requests[1], fixture.options.secret_access_key));
    assert_int_equal(fixture.server.connection_count, 1);
    end(&fixture);
}

TEST(a_server_of_an_unknown_authority_is_sent_nothing) {
    struct fixture fixture;
    begin(&fixture, "127.0.0.1");
    fixture.options.ca_bundle = NULL;
    assert_distrust(&fixture);
}

TEST(a_server_of_another_name_is_sent_nothing) {
    struct fixture fixture;
    begin(&fixture, "localhost");
    assert_distrust(&fixture);
}

TEST(authorities_that_cannot_be_read_are_no_authorities) {
    struct fixture fixture;
    begin(&fixture, "127.0.0.1");
    fixture.options.ca_bundle = "/nonexistent/ca.pem";
    assert_distrust(&fixture);
}

TEST(a_server_without_tls_is_sent_nothing) {
    struct loopback_server server;
    struct anvil_http_response response;
    char endpoint[128];

    LOOPBACK_START(&server, {SAMPLE_ANSWER, true, false});
    struct anvil_curl_options options = sample_options(&server);
    snprintf(endpoint, sizeof endpoint, "https://127.0.0.1%s", strrchr(server.endpoint, ':'));
    options.endpoint = endpoint;
    options.total_ms = 300;
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_E_TRANSPORT);
    assert_int_equal(anvil_curl_failure(curl), ANVIL_FAILURE_NOT_SENT);
    anvil_curl_close(curl);
    loopback_stop(&server);
    assert_int_equal(server.request_count, 0);
    loopback_free(&server);
}
