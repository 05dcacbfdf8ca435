/* SPDX-License-Identifier: Apache-2.0 */
/* What goes over the wire and what comes back, against a server on loopback. */
#include "anvil/version.h"
#include "test.h"
#include "transport/curl_sample.h"

#include <stdio.h>
#include <string.h>

/* One request to a server that gives one answer; `server` then holds what came. */
static enum anvil_status exchange(struct loopback_server *server, const char *answer,
                                  struct anvil_curl **curl, struct anvil_http_response *response) {
    const struct loopback_step step = {answer, false, false};

    loopback_start(server, &step, 1, NULL);
    struct anvil_curl_options options = sample_options(server);
    *curl = sample_open(&options);
    return sample_send(*curl, response);
}

static void finish(struct loopback_server *server, struct anvil_curl *curl) {
    anvil_curl_close(curl);
    loopback_stop(server);
    loopback_free(server);
}

TEST(a_request_arrives_and_its_answer_comes_back) {
    struct loopback_server server;
    struct anvil_curl *curl;
    struct anvil_http_response response;

    assert_int_equal(exchange(&server, SAMPLE_ANSWER, &curl, &response), ANVIL_OK);
    assert_int_equal(response.status, 200);
    assert_view(response.body, "{}");
    assert_view(anvil_header_value(response.headers, response.header_count,
                                   anvil_str_of("X-Amzn-RequestId", 16)),
                "a-b-c");
    assert_int_equal(response.header_count, 3);
    assert_string_equal(anvil_curl_problem(curl), "");
    struct anvil_str request = server.requests[0];
    assert_memory_equal(request.ptr, "POST / HTTP/1.1\r\n", 17);
    assert_view(loopback_header(request, "Host"), server.endpoint + strlen("http://"));
    assert_view(loopback_header(request, "Content-Type"), "application/x-amz-json-1.0");
    assert_view(loopback_header(request, "X-Amz-Target"), "PinpointSMSVoiceV2.DescribePools");
    assert_view(loopback_header(request, "Content-Length"), "19");
    assert_view(loopback_header(request, "User-Agent"), "anvil/" ANVIL_VERSION_STRING);
    assert_null(loopback_header(request, "Transfer-Encoding").ptr);
    assert_view(loopback_body(request), SAMPLE_BODY);
    finish(&server, curl);
}

TEST(any_status_is_an_answer) {
    static const int STATUSES[] = {204, 301, 400, 403, 404, 413, 500, 503};
    for (size_t i = 0; i < sizeof STATUSES / sizeof STATUSES[0]; i++) {
        struct loopback_server server;
        struct anvil_curl *curl;
        struct anvil_http_response response;
        char answer[128];
        snprintf(answer, sizeof answer,
                 "HTTP/1.1 %d X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n",
                 STATUSES[i]);
        assert_int_equal(exchange(&server, answer, &curl, &response), ANVIL_OK);
        assert_int_equal(response.status, STATUSES[i]);
        assert_int_equal(response.body.len, 0);
        assert_int_equal(server.request_count, 1);
        finish(&server, curl);
    }
}

TEST(a_chunked_answer_is_put_together) {
    struct loopback_server server;
    struct anvil_curl *curl;
    struct anvil_http_response response;

    assert_int_equal(exchange(&server,
                              "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "1\r\n{\r\n2\r\n }\r\n0\r\n\r\n",
                              &curl, &response),
                     ANVIL_OK);
    assert_view(response.body, "{ }");
    finish(&server, curl);
}

TEST(one_connection_carries_many_requests) {
    struct loopback_server server;
    struct anvil_http_response response;

    LOOPBACK_START(&server, {SAMPLE_ANSWER, false, false},
                   {"HTTP/1.1 400 No\r\nContent-Length: 1\r\n\r\nx", false, false},
                   {SAMPLE_ANSWER, false, false});
    struct anvil_curl_options options = sample_options(&server);
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    assert_int_equal(response.status, 400);
    assert_int_equal(response.header_count, 1);
    assert_view(response.body, "x");
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    assert_view(response.body, "{}");
    anvil_curl_close(curl);
    loopback_stop(&server);
    assert_int_equal(server.request_count, 3);
    assert_int_equal(server.connection_count, 1);
    loopback_free(&server);
}

TEST(a_connection_that_was_closed_between_requests_is_made_anew) {
    struct loopback_server server;
    struct anvil_http_response response;

    LOOPBACK_START(
        &server, {"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", true, false},
        {SAMPLE_ANSWER, false, false});
    struct anvil_curl_options options = sample_options(&server);
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    anvil_curl_close(curl);
    loopback_stop(&server);
    assert_int_equal(server.connection_count, 2);
    loopback_free(&server);
}

TEST(the_path_of_an_endpoint_comes_first) {
    static const char *const BASES[] = {"/base", "/base/"};
    for (size_t i = 0; i < 2; i++) {
        struct loopback_server server;
        struct anvil_http_response response;
        char endpoint[128];
        LOOPBACK_START(&server, {SAMPLE_ANSWER, false, false});
        struct anvil_curl_options options = sample_options(&server);
        snprintf(endpoint, sizeof endpoint, "%s%s", server.endpoint, BASES[i]);
        options.endpoint = endpoint;
        struct anvil_curl *curl = sample_open(&options);
        assert_int_equal(sample_send(curl, &response), ANVIL_OK);
        assert_memory_equal(server.requests[0].ptr, "POST /base/ HTTP/1.1\r\n", 22);
        finish(&server, curl);
    }
}

TEST(a_large_body_in_many_pieces_arrives_whole) {
    enum { PIECES = 3000, PIECE_BYTES = 701 };
    static char text[PIECES * PIECE_BYTES];
    static struct anvil_str pieces[PIECES];
    struct anvil_http_request request = sample_request;
    struct loopback_server server;
    struct anvil_http_response response = {0};

    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i * 7 % 26);
    for (size_t i = 0; i < PIECES; i++)
        pieces[i] = anvil_str_of(text + i * PIECE_BYTES, PIECE_BYTES);
    request.body = pieces;
    request.body_count = PIECES;
    request.body_bytes = sizeof text;
    LOOPBACK_START(&server, {SAMPLE_ANSWER, false, false});
    struct anvil_curl_options options = sample_options(&server);
    struct anvil_curl *curl = sample_open(&options);
    struct anvil_transport transport = anvil_curl_transport(curl);
    assert_int_equal(transport.send(transport.context, &request, &response), ANVIL_OK);
    struct anvil_str body = loopback_body(server.requests[0]);
    assert_int_equal(body.len, sizeof text);
    assert_memory_equal(body.ptr, text, sizeof text);
    /* Such a body is announced; what was said before the answer is no part of it. */
    assert_view(loopback_header(server.requests[0], "Expect"), "100-continue");
    assert_null(
        anvil_header_value(response.headers, response.header_count, anvil_str_of("X-Interim", 9))
            .ptr);
    assert_int_equal(response.status, 200);
    finish(&server, curl);
}

TEST(the_user_agent_can_be_chosen) {
    struct loopback_server server;
    struct anvil_http_response response;

    LOOPBACK_START(&server, {SAMPLE_ANSWER, false, false});
    struct anvil_curl_options options = sample_options(&server);
    options.user_agent = "another/1";
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    assert_view(loopback_header(server.requests[0], "User-Agent"), "another/1");
    finish(&server, curl);
}
