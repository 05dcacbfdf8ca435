/* SPDX-License-Identifier: Apache-2.0 */
/* Signature Version 4 is libcurl's; here is what it asks of its caller. */
#include "signing.h"
#include "payload_hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libcurl reads at most so much of each part of CURLOPT_AWS_SIGV4. */
#define SCOPE_BYTES_MAX ((size_t)64)

static bool is_printable(const char *text) {
    for (; *text != '\0'; text++)
        if (*text <= ' ' || *text > '~')
            return false;
    return true;
}

/* Whether the text can stand between the slashes of a credential scope. */
static bool is_scope(const char *text) {
    return text != NULL && text[0] != '\0' && strlen(text) <= SCOPE_BYTES_MAX &&
           is_printable(text) && strpbrk(text, ":/,") == NULL;
}

const char *anvil_curl_signing_problem(const struct anvil_curl_options *options) {
    if (options->access_key_id == NULL)
        return options->secret_access_key != NULL || options->session_token != NULL
                   ? "there are credentials without an access key"
                   : NULL;
    if (options->secret_access_key == NULL)
        return "there is an access key without a secret";
    if (!is_printable(options->access_key_id) || strpbrk(options->access_key_id, ",/") != NULL)
        return "the access key holds characters that no access key has";
    if (options->session_token != NULL && !is_printable(options->session_token))
        return "the session token holds characters that no session token has";
    if (!is_scope(options->region))
        return "which region is signed for?";
    if (!is_scope(options->signing_name))
        return "which service is signed for?";
    return NULL;
}

bool anvil_curl_sign(CURL *easy, const struct anvil_curl_options *options) {
    char scope[2 * SCOPE_BYTES_MAX + sizeof "aws:amz::"];

    if (options->access_key_id == NULL)
        return true;
    snprintf(scope, sizeof scope, "aws:amz:%s:%s", options->region, options->signing_name);
    return curl_easy_setopt(easy, CURLOPT_AWS_SIGV4, scope) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_USERNAME, options->access_key_id) == CURLE_OK &&
           curl_easy_setopt(easy, CURLOPT_PASSWORD, options->secret_access_key) == CURLE_OK;
}

/* Adds a header; on failure frees the list and makes it NULL. */
static bool add(struct curl_slist **list, struct anvil_str name, struct anvil_str value) {
    size_t bytes = name.len + 2 + value.len;
    char *line = malloc(bytes + 1);
    struct curl_slist *longer = NULL;

    if (line != NULL) {
        snprintf(line, bytes + 1, "%.*s: %.*s", (int)name.len, name.ptr, (int)value.len, value.ptr);
        if (strlen(line) == bytes && strpbrk(line, "\r\n") == NULL)
            longer = curl_slist_append(*list, line);
        free(line);
    }
    if (longer == NULL)
        curl_slist_free_all(*list);
    *list = longer;
    return longer != NULL;
}

struct curl_slist *anvil_curl_headers(const struct anvil_curl_options *options,
                                      const struct anvil_http_request *request) {
    static const struct anvil_str HASH_NAME = ANVIL_STR("X-Amz-Content-Sha256");
    static const struct anvil_str TOKEN_NAME = ANVIL_STR("X-Amz-Security-Token");
    struct curl_slist *list = NULL;
    char hash[ANVIL_PAYLOAD_HASH_BYTES + 1];

    for (size_t i = 0; i < request->header_count; i++)
        if (!add(&list, request->headers[i].name, request->headers[i].value))
            return NULL;
    if (options->access_key_id == NULL)
        return list;
    if (!anvil_payload_hash(request->body, request->body_count, hash)) {
        curl_slist_free_all(list);
        return NULL;
    }
    const char *token = options->session_token;
    if (!add(&list, HASH_NAME, anvil_str_of(hash, ANVIL_PAYLOAD_HASH_BYTES)) ||
        (token != NULL && !add(&list, TOKEN_NAME, anvil_str_of(token, strlen(token)))))
        return NULL;
    return list;
}
