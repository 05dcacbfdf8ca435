/* SPDX-License-Identifier: Apache-2.0 */
/* From libmicrohttpd's pieces to a request of the library, and back. */
#include "httpd_exchange.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct httpd_exchange *anvil_httpd_exchange_begin(struct MHD_Connection *connection) {
    struct httpd_exchange *exchange = calloc(1, sizeof *exchange);

    if (exchange != NULL)
        exchange->connection = connection;
    return exchange;
}

/* What is too much for the emulator is counted and not kept. */
bool anvil_httpd_exchange_append(struct httpd_exchange *exchange, const char *bytes, size_t count) {
    size_t used = exchange->bytes;

    exchange->bytes += count;
    if (exchange->bytes > ANVIL_EMULATOR_BODY_BYTES_MAX)
        return true;
    if (exchange->bytes > exchange->capacity) {
        size_t wanted = exchange->bytes * 2;
        char *grown = realloc(exchange->body, wanted);
        if (grown == NULL)
            return false;
        exchange->body = grown;
        exchange->capacity = wanted;
    }
    memcpy(exchange->body + used, bytes, count);
    return true;
}

static struct anvil_str view(const char *text) {
    return anvil_str_of(text, text != NULL ? strlen(text) : 0);
}

/* The headers of a request, for an iteration. */
struct header_list {
    struct anvil_header headers[HTTPD_HEADERS_MAX];
    size_t count;
};

static enum MHD_Result take_header(void *context, enum MHD_ValueKind kind, const char *name,
                                   const char *value) {
    struct header_list *list = context;

    (void)kind;
    if (list->count == HTTPD_HEADERS_MAX)
        return MHD_NO;
    list->headers[list->count].name = view(name);
    list->headers[list->count].value = view(value != NULL ? value : "");
    list->count++;
    return MHD_YES;
}

static void write_log(FILE *log, const struct anvil_http_request *request,
                      const struct anvil_emulator_answer *answer) {
    static const struct anvil_str TARGET = ANVIL_STR("X-Amz-Target");
    static const struct anvil_str ID = ANVIL_STR("x-amzn-RequestId");
    struct anvil_str target = anvil_header_value(request->headers, request->header_count, TARGET);
    const struct anvil_http_response *response = &answer->response;
    struct anvil_str id = anvil_header_value(response->headers, response->header_count, ID);

    fprintf(log, "%d %.*s %.*s%s\n", response->status, target.len > 0 ? (int)target.len : 1,
            target.len > 0 ? target.ptr : "-", (int)id.len, id.ptr,
            answer->is_reset ? " reset" : "");
    fflush(log);
}

/* Copies an answer of the emulator, which lives until the next request only. */
static struct MHD_Response *copy_response(const struct anvil_http_response *response) {
    char name[64];
    char value[128];
    const char *body = response->body.ptr != NULL ? response->body.ptr : "";
    void *bytes;

    /* The body is copied, so that it is const again before anybody could write to it. */
    memcpy(&bytes, &body, sizeof bytes);
    struct MHD_Response *copy =
        MHD_create_response_from_buffer(response->body.len, bytes, MHD_RESPMEM_MUST_COPY);
    for (size_t i = 0; copy != NULL && i < response->header_count; i++) {
        const struct anvil_header *header = &response->headers[i];
        snprintf(name, sizeof name, "%.*s", (int)header->name.len, header->name.ptr);
        snprintf(value, sizeof value, "%.*s", (int)header->value.len, header->value.ptr);
        MHD_add_response_header(copy, name, value);
    }
    return copy;
}

bool anvil_httpd_exchange_answer(struct httpd_exchange *exchange, const char *method,
                                 const char *path, struct anvil_emulator *emulator, FILE *log) {
    bool is_kept = exchange->bytes <= ANVIL_EMULATOR_BODY_BYTES_MAX;
    struct anvil_str body = anvil_str_of(exchange->body, is_kept ? exchange->bytes : 0);
    struct header_list list = {.count = 0};
    struct anvil_emulator_answer answer;

    MHD_get_connection_values(exchange->connection, MHD_HEADER_KIND, take_header, &list);
    struct anvil_http_request request = {.method = view(method),
                                         .path = view(path),
                                         .headers = list.headers,
                                         .header_count = list.count,
                                         .body = &body,
                                         .body_count = 1,
                                         .body_bytes = exchange->bytes};
    anvil_emulator_answer(emulator, &request, &answer);
    if (log != NULL)
        write_log(log, &request, &answer);
    exchange->delay_ms = answer.delay_ms;
    exchange->is_answered = true;
    exchange->status = (unsigned)answer.response.status;
    exchange->response = answer.is_reset ? NULL : copy_response(&answer.response);
    return answer.is_reset || exchange->response != NULL;
}

void anvil_httpd_exchange_fail(struct httpd_exchange *exchange, struct anvil_emulator *emulator) {
    struct anvil_emulator_answer answer;

    if (exchange->response != NULL)
        MHD_destroy_response(exchange->response);
    anvil_emulator_fail(emulator, &answer);
    exchange->status = (unsigned)answer.response.status;
    exchange->response = copy_response(&answer.response);
}

/* Closing a socket that lingers for no time resets the connection. */
static enum MHD_Result reset(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    struct linger now = {1, 0};

    if (info != NULL)
        setsockopt(info->connect_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    return MHD_NO;
}

enum MHD_Result anvil_httpd_exchange_send(struct httpd_exchange *exchange) {
    if (exchange->response == NULL)
        return reset(exchange->connection);
    return MHD_queue_response(exchange->connection, exchange->status, exchange->response);
}

void anvil_httpd_exchange_end(struct httpd_exchange *exchange) {
    if (exchange == NULL)
        return;
    if (exchange->response != NULL)
        MHD_destroy_response(exchange->response);
    free(exchange->body);
    free(exchange);
}
