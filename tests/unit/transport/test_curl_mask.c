/* SPDX-License-Identifier: Apache-2.0 */
/* The head of a request as people may see it, made by hand and as it goes out. */
#include "curl/masked_head.h"
#include "test.h"
#include "transport/curl_sample.h"

#include <stdlib.h>
#include <string.h>

static void assert_masked(const char *head, const char *expected) {
    size_t bytes = strlen(head);
    char *masked = malloc(anvil_masked_head_room(bytes) + 1);

    assert_non_null(masked);
    size_t used = anvil_masked_head(anvil_str_of(head, bytes), masked);
    assert_true(used <= anvil_masked_head_room(bytes));
    masked[used] = '\0';
    assert_string_equal(masked, expected);
    free(masked);
}

TEST(the_signature_and_most_of_the_key_are_masked) {
    assert_masked("POST / HTTP/1.1\r\nHost: a\r\n"
                  "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/x/"
                  "aws4_request, SignedHeaders=host;x-amz-date, Signature=0123abcd\r\n"
                  "X-Amz-Date: 20260101T000000Z\r\n\r\n",
                  "POST / HTTP/1.1\r\nHost: a\r\n"
                  "Authorization: AWS4-HMAC-SHA256 Credential=AKID***/20260101/us-east-1/x/"
                  "aws4_request, SignedHeaders=host;x-amz-date, Signature=***\r\n"
                  "X-Amz-Date: 20260101T000000Z\r\n\r\n");
}

TEST(a_short_key_is_masked_whole) {
    assert_masked("authorization:Credential=12345678/s, Signature=1",
                  "authorization:Credential=***/s, Signature=***");
}

TEST(tokens_and_other_authorizations_are_masked_whole) {
    assert_masked("x-amz-security-token: abc=\r\nProxy-Authorization: Basic abc\r\n",
                  "x-amz-security-token: ***\r\nProxy-Authorization: ***\r\n");
    assert_masked("Authorization: Bearer abc", "Authorization: ***");
    assert_masked("Authorization: Signature=abc, Credential=def", "Authorization: ***");
    assert_masked("Authorization: Credential=def", "Authorization: ***");
    assert_masked("Authorization:", "Authorization: ***");
}

TEST(everything_else_stays) {
    assert_masked("", "");
    assert_masked("X-Amz-Security-Token-Not: abc\r\nSignature=abc\r\n",
                  "X-Amz-Security-Token-Not: abc\r\nSignature=abc\r\n");
}

static void keep(void *context, struct anvil_str head) {
    char *kept = context;
    assert_true(head.len < 4096 && kept[0] == '\0');
    memcpy(kept, head.ptr, head.len);
}

/* */
TEST(a_watched_transport_shows_what_it_sends_but_the_secrets) {
    struct loopback_server server;
    struct anvil_http_response response;
    char head[4096] = "";

    LOOPBACK_START(&server, {SAMPLE_ANSWER, false, false});
    struct anvil_curl_options options = sample_options(&server);
    options.session_token = "TOPSECRET";
    options.watch = keep;
    options.watch_context = head;
    struct anvil_curl *curl = sample_open(&options);
    assert_int_equal(sample_send(curl, &response), ANVIL_OK);
    anvil_curl_close(curl);
    loopback_stop(&server);
    assert_memory_equal(head, "POST / HTTP/1.1\r\n", 17);
    assert_non_null(strstr(head, "Credential=AKID***/"));
    assert_non_null(strstr(head, "Signature=***\r\n"));
    assert_non_null(strstr(head, "X-Amz-Security-Token: ***\r\n"));
    assert_non_null(strstr(head, "X-Amz-Target: PinpointSMSVoiceV2.DescribePools\r\n"));
    assert_null(strstr(head, "TOPSECRET"));
    assert_null(strstr(head, "AKIDEXAMPLE"));
    loopback_free(&server);
}
