/* SPDX-License-Identifier: Apache-2.0 */
/* One easy handle of libcurl, which keeps its connection, and what happens around a transfer. */
#include "curl_transport.h"
#include "answer.h"
#include "anvil/version.h"
#include "masked_head.h"
#include "request_body.h"
#include "signing.h"
#include "transfer_failure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD_BYTES_MAX ((size_t)256 << 10)
#define BODY_BYTES_MAX ((size_t)16 << 20)

struct anvil_curl {
    CURL *easy;
    struct anvil_curl_options options;
    char *url; /* of the last request */
    struct anvil_curl_body body;
    struct anvil_curl_answer answer;
    uint64_t limit_ms; /* 0: none */
    enum anvil_failure failure;
    char problem[ANVIL_CURL_PROBLEM_BYTES];
    char curl_problem[CURL_ERROR_SIZE];
};

static int on_progress(void *context, curl_off_t down_total, curl_off_t down, curl_off_t up_total,
                       curl_off_t up) {
    struct anvil_curl *curl = context;

    (void)down_total, (void)down, (void)up_total, (void)up;
    return curl->options.is_cancelled(curl->options.cancel_context) ? 1 : 0;
}

static int on_debug(CURL *easy, curl_infotype type, char *text, size_t bytes, void *context) {
    struct anvil_curl *curl = context;

    (void)easy;
    if (type != CURLINFO_HEADER_OUT)
        return 0;
    char *masked = malloc(anvil_masked_head_room(bytes));
    if (masked == NULL)
        return 0;
    size_t used = anvil_masked_head(anvil_str_of(text, bytes), masked);
    curl->options.watch(curl->options.watch_context, anvil_str_of(masked, used));
    free(masked);
    return 0;
}

/* Sets what is the same for all requests. */
static bool set_up(struct anvil_curl *curl) {
    CURL *easy = curl->easy;
    const struct anvil_curl_options *options = &curl->options;
    const char *agent =
        options->user_agent != NULL ? options->user_agent : "anvil/" ANVIL_VERSION_STRING;
    bool is_https = strncmp(options->endpoint, "https:", 6) == 0;
    bool is_good = true;
#define SET(option, value) is_good = is_good && curl_easy_setopt(easy, option, value) == CURLE_OK
    SET(CURLOPT_ERRORBUFFER, curl->curl_problem);
    SET(CURLOPT_NOSIGNAL, 1L);
    SET(CURLOPT_PROTOCOLS_STR, is_https ? "https" : "http");
    SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    SET(CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    SET(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    SET(CURLOPT_USERAGENT, agent);
    if (options->ca_bundle != NULL)
        SET(CURLOPT_CAINFO, options->ca_bundle);
    SET(CURLOPT_CONNECTTIMEOUT_MS, (long)options->connect_ms);
    SET(CURLOPT_POST, 1L);
    SET(CURLOPT_READFUNCTION, anvil_curl_body_read);
    SET(CURLOPT_READDATA, &curl->body);
    SET(CURLOPT_SEEKFUNCTION, anvil_curl_body_seek);
    SET(CURLOPT_SEEKDATA, &curl->body);
    SET(CURLOPT_HEADERFUNCTION, anvil_curl_answer_line);
    SET(CURLOPT_HEADERDATA, &curl->answer);
    SET(CURLOPT_WRITEFUNCTION, anvil_curl_answer_body);
    SET(CURLOPT_WRITEDATA, &curl->answer);
    if (options->is_cancelled != NULL) {
        SET(CURLOPT_NOPROGRESS, 0L);
        SET(CURLOPT_XFERINFOFUNCTION, on_progress);
        SET(CURLOPT_XFERINFODATA, curl);
    }
    if (options->watch != NULL) {
        SET(CURLOPT_VERBOSE, 1L);
        SET(CURLOPT_DEBUGFUNCTION, on_debug);
        SET(CURLOPT_DEBUGDATA, curl);
    }
#undef SET
    return is_good && anvil_curl_sign(easy, options);
}

static uint32_t or_standard(uint32_t value, uint32_t standard) {
    return value != 0 ? value : standard;
}

/* Fills `curl` in as far as it goes; what went wrong, or NULL. */
static const char *begin(struct anvil_curl *curl) {
    static const char NO_MEMORY[] = "out of memory";
    struct anvil_curl_options *options = &curl->options;

    options->connect_ms = or_standard(options->connect_ms, 10000);
    options->total_ms = or_standard(options->total_ms, 60000);
    curl->answer.head.most = HEAD_BYTES_MAX;
    curl->answer.body.most =
        options->response_bytes_max != 0 ? options->response_bytes_max : BODY_BYTES_MAX;
    if (options->endpoint == NULL || options->endpoint[0] == '\0')
        return "there is no endpoint";
    const char *problem = anvil_curl_signing_problem(options);
    if (problem != NULL)
        return problem;
    curl->easy = curl_easy_init();
    if (curl->easy == NULL)
        return NO_MEMORY;
    return set_up(curl) ? NULL : "libcurl cannot do what is needed";
}

struct anvil_curl *anvil_curl_open(const struct anvil_curl_options *options,
                                   char problem[ANVIL_CURL_PROBLEM_BYTES]) {
    const char *why = "out of memory";

    problem[0] = '\0';
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        snprintf(problem, ANVIL_CURL_PROBLEM_BYTES, "libcurl cannot be initialised");
        return NULL;
    }
    struct anvil_curl *curl = calloc(1, sizeof *curl);
    if (curl != NULL) {
        curl->options = *options;
        why = begin(curl);
        if (why == NULL)
            return curl;
    }
    snprintf(problem, ANVIL_CURL_PROBLEM_BYTES, "%s", why);
    anvil_curl_close(curl);
    if (curl == NULL)
        curl_global_cleanup();
    return NULL;
}

void anvil_curl_close(struct anvil_curl *curl) {
    if (curl == NULL)
        return;
    curl_easy_cleanup(curl->easy);
    anvil_curl_answer_free(&curl->answer);
    free(curl->url);
    free(curl);
    curl_global_cleanup();
}

/* Writes the URL of a request: the endpoint's path comes in front of the request's. */
static bool write_url(struct anvil_curl *curl, struct anvil_str path) {
    size_t bytes = strlen(curl->options.endpoint);
    char *url = realloc(curl->url, bytes + path.len + 1);

    if (url == NULL)
        return false;
    curl->url = url;
    memcpy(url, curl->options.endpoint, bytes);
    if (bytes > 0 && url[bytes - 1] == '/' && path.len > 0 && path.ptr[0] == '/')
        bytes--;
    if (path.len > 0)
        memcpy(url + bytes, path.ptr, path.len);
    url[bytes + path.len] = '\0';
    return curl_easy_setopt(curl->easy, CURLOPT_URL, url) == CURLE_OK;
}

static long time_limit(const struct anvil_curl *curl) {
    uint64_t most = curl->options.total_ms;
    return (long)(curl->limit_ms != 0 && curl->limit_ms < most ? curl->limit_ms : most);
}

/* Says what went wrong, in words of ours where libcurl's would mislead. */
static void explain(struct anvil_curl *curl, CURLcode code) {
    const char *why = curl->curl_problem[0] != '\0' ? curl->curl_problem : curl_easy_strerror(code);

    if (code == CURLE_SEND_FAIL_REWIND)
        why = "a connection that had been used before was closed before there was an answer";
    else if (code == CURLE_ABORTED_BY_CALLBACK)
        why = "the request was cancelled";
    else if (curl->answer.body.is_too_long || curl->answer.head.is_too_long)
        why = "the answer is longer than is allowed";
    snprintf(curl->problem, sizeof curl->problem, "%s", why);
}

static enum anvil_status fail(struct anvil_curl *curl, enum anvil_failure failure,
                              const char *why) {
    curl->failure = failure;
    if (why != NULL)
        snprintf(curl->problem, sizeof curl->problem, "%s", why);
    return ANVIL_E_TRANSPORT;
}

static enum anvil_status transfer(struct anvil_curl *curl, struct curl_slist *headers,
                                  struct anvil_http_response *response) {
    CURL *easy = curl->easy;
    long status = 0;

    if (curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers) != CURLE_OK ||
        curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, time_limit(curl)) != CURLE_OK ||
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)curl->body.left) !=
            CURLE_OK)
        return fail(curl, ANVIL_FAILURE_FINAL, "libcurl cannot do what is needed");
    CURLcode code = curl_easy_perform(easy);
    if (code != CURLE_OK) {
        explain(curl, code);
        return fail(curl, anvil_curl_failure_of(code, curl->body.left == 0), NULL);
    }
    /* To libcurl a head that breaks off is a head. */
    if (!curl->answer.has_whole_head)
        return fail(curl, ANVIL_FAILURE_UNCLEAR, "the answer breaks off inside its head");
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
    return anvil_curl_answer_view(&curl->answer, (int)status, response)
               ? ANVIL_OK
               : fail(curl, ANVIL_FAILURE_FINAL, "out of memory");
}

static enum anvil_status send_once(void *context, const struct anvil_http_request *request,
                                   struct anvil_http_response *response) {
    struct anvil_curl *curl = context;

    curl->problem[0] = '\0';
    curl->curl_problem[0] = '\0';
    curl->body = anvil_curl_body_of(request);
    anvil_curl_answer_reset(&curl->answer);
    if (!anvil_str_equal(request->method, anvil_str_of("POST", 4)))
        return fail(curl, ANVIL_FAILURE_FINAL, "only POST requests are sent");
    struct curl_slist *headers = anvil_curl_headers(&curl->options, request);
    if (headers == NULL || !write_url(curl, request->path)) {
        curl_slist_free_all(headers);
        return fail(curl, ANVIL_FAILURE_FINAL, "the request cannot be put together");
    }
    enum anvil_status status = transfer(curl, headers, response);
    curl_easy_setopt(curl->easy, CURLOPT_HTTPHEADER, NULL);
    curl_slist_free_all(headers);
    return status;
}

struct anvil_transport anvil_curl_transport(struct anvil_curl *curl) {
    struct anvil_transport transport = {send_once, curl};
    return transport;
}

const char *anvil_curl_problem(const struct anvil_curl *curl) {
    return curl->problem;
}

enum anvil_failure anvil_curl_failure(void *context) {
    const struct anvil_curl *curl = context;
    return curl->failure;
}

void anvil_curl_limit(void *context, uint64_t milliseconds) {
    struct anvil_curl *curl = context;
    curl->limit_ms = milliseconds;
}
