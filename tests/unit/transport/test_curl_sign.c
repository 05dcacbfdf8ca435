/* SPDX-License-Identifier: Apache-2.0 */
/* Signature Version 4 as it goes over the wire, computed again by the tests; the hash of a body in
 * pieces; and what cannot be signed. */
#include "curl/payload_hash.h"
#include "test.h"
#include "transport/curl_sample.h"
#include "transport/sigv4_check.h"

#include <stdlib.h>
#include <string.h>

/* What came when sample_request was sent with these options; the endpoint is filled in. */
static void record(struct anvil_curl_options *options, struct loopback_server *server) {
    struct anvil_http_response response;
    LOOPBACK_START(server, {SAMPLE_ANSWER, false, false});
    options->endpoint = server->endpoint;
    struct anvil_curl *curl = sample_open(options);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    anvil_curl_close(curl);
    loopback_stop(server);
}

static bool contains(struct anvil_str text, const char *word) {
    size_t bytes = strlen(word);
    for (size_t i = 0; i + bytes <= text.len; i++)
        if (memcmp(text.ptr + i, word, bytes) == 0)
            return true;
    return false;
}

/* */
TEST(a_request_is_signed) {
    struct loopback_server server = {.endpoint = ""};
    struct anvil_curl_options options = sample_options(&server);
    char hash[ANVIL_PAYLOAD_HASH_BYTES + 1];

    record(&options, &server);
    struct anvil_str request = server.requests[0];
    struct anvil_str authorization = loopback_header(request, "Authorization");
    assert_true(sigv4_is_signed(request, options.secret_access_key));
    assert_true(contains(authorization, "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"));
    assert_true(contains(authorization, "/us-east-1/sms-voice/aws4_request, "));
    assert_true(contains(authorization, "SignedHeaders=content-type;host;x-amz-content-sha256;"
                                        "x-amz-date;x-amz-target, "));
    assert_true(anvil_payload_hash(sample_request.body, sample_request.body_count, hash));
    assert_view(loopback_header(request, "X-Amz-Content-Sha256"), hash);
    assert_null(loopback_header(request, "X-Amz-Security-Token").ptr);
    loopback_free(&server);
}

TEST(the_check_of_these_tests_sees_a_byte_that_was_changed) {
    static const char *const PLACES[] = {"pool-1", "DescribePools", "json-1.0", "us-east-1/"};
    struct loopback_server server = {.endpoint = ""};
    struct anvil_curl_options options = sample_options(&server);

    record(&options, &server);
    struct anvil_str request = server.requests[0];
    assert_false(sigv4_is_signed(request, "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEZ"));
    for (size_t i = 0; i < sizeof PLACES / sizeof PLACES[0]; i++) {
        char *place = strstr(request.ptr, PLACES[i]);
        assert_non_null(place);
        (*place)++;
        assert_false(sigv4_is_signed(request, options.secret_access_key));
        (*place)--;
        assert_true(sigv4_is_signed(request, options.secret_access_key));
    }
    loopback_free(&server);
}

/* */
TEST(a_session_token_is_sent_and_signed) {
    struct loopback_server server = {.endpoint = ""};
    struct anvil_curl_options options = sample_options(&server);

    options.session_token = "a/Token+of==the/session";
    options.region = "eu-west-1";
    record(&options, &server);
    struct anvil_str request = server.requests[0];
    struct anvil_str authorization = loopback_header(request, "Authorization");
    assert_view(loopback_header(request, "X-Amz-Security-Token"), options.session_token);
    assert_true(contains(authorization, ";x-amz-security-token;"));
    assert_true(contains(authorization, "/eu-west-1/sms-voice/"));
    assert_true(sigv4_is_signed(request, options.secret_access_key));
    loopback_free(&server);
}

TEST(without_credentials_nothing_is_signed) {
    struct loopback_server server = {.endpoint = ""};
    struct anvil_curl_options options = {0};

    record(&options, &server);
    assert_null(loopback_header(server.requests[0], "Authorization").ptr);
    assert_null(loopback_header(server.requests[0], "X-Amz-Date").ptr);
    assert_null(loopback_header(server.requests[0], "X-Amz-Content-Sha256").ptr);
    loopback_free(&server);
}

/* The messages of FIPS 180-4's examples. */
TEST(the_hash_of_pieces_is_that_of_the_whole) {
    static const struct anvil_str ABC[] = {
        ANVIL_STR("a"), {NULL, 0}, ANVIL_STR(""), ANVIL_STR("bc")};
    static const struct anvil_str LONG[] = {ANVIL_STR("abcdbcdecdefdefgefghfghighijhij"),
                                            ANVIL_STR("kijkljklmklmnlmnomnopnopq")};
    char hash[ANVIL_PAYLOAD_HASH_BYTES + 1];

    assert_true(anvil_payload_hash(NULL, 0, hash));
    assert_string_equal(hash, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_true(anvil_payload_hash(ABC, 4, hash));
    assert_string_equal(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_true(anvil_payload_hash(LONG, 2, hash));
    assert_string_equal(hash, "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void assert_refused(const struct anvil_curl_options *options, const char *expected) {
    char problem[ANVIL_CURL_PROBLEM_BYTES];
    assert_null(anvil_curl_open(options, problem));
    assert_string_equal(problem, expected);
}

TEST(what_cannot_be_signed_is_refused_without_repeating_it) {
    const struct loopback_server server = {.endpoint = "http://127.0.0.1:1"};
    const struct anvil_curl_options good = sample_options(&server);
    struct anvil_curl_options options = good;

    options.secret_access_key = NULL;
    assert_refused(&options, "there is an access key without a secret");
    options = good;
    options.access_key_id = NULL;
    assert_refused(&options, "there are credentials without an access key");
    options = good;
    options.access_key_id = "AKID\r\nX: y";
    assert_refused(&options, "the access key holds characters that no access key has");
    options = good;
    options.session_token = "a\nb";
    assert_refused(&options, "the session token holds characters that no session token has");
    options = good;
    options.region = NULL;
    assert_refused(&options, "which region is signed for?");
    options.region = "us:east";
    assert_refused(&options, "which region is signed for?");
    options.region = "a23456789-123456789-123456789-123456789-123456789-123456789-12345";
    assert_refused(&options, "which region is signed for?");
    options = good;
    options.signing_name = "";
    assert_refused(&options, "which service is signed for?");
    options = good;
    options.endpoint = NULL;
    assert_refused(&options, "there is no endpoint");
}

TEST(a_header_cannot_smuggle_in_another) {
    static const struct anvil_header HEADERS[] = {
        {ANVIL_STR("Content-Type"), ANVIL_STR("application/x-amz-json-1.0\r\nX-Evil: 1")}};
    const struct loopback_server server = {.endpoint = "http://127.0.0.1:1"};
    struct anvil_curl_options options = sample_options(&server);
    struct anvil_http_request request = sample_request;
    struct anvil_http_response response = {0};
    struct anvil_curl *curl = sample_open(&options);
    struct anvil_transport transport = anvil_curl_transport(curl);

    request.headers = HEADERS;
    request.header_count = 1;
    assert_int_equal(transport.send(transport.context, &request, &response), ANVIL_E_TRANSPORT);
    assert_int_equal(anvil_curl_failure(curl), ANVIL_FAILURE_FINAL);
    assert_string_equal(anvil_curl_problem(curl), "the request cannot be put together");
    anvil_curl_close(curl);
}
