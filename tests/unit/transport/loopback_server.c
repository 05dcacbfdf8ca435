/* SPDX-License-Identifier: Apache-2.0 */
#include "transport/loopback_server.h"

#include "test.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

/* A plain connection is its socket, kept in memory of its own. */
static void *plain_open(void *context, int socket) {
    int *connection = malloc(sizeof *connection);

    (void)context;
    if (connection != NULL)
        *connection = socket;
    return connection;
}

static long plain_read(void *connection, char *bytes, size_t count) {
    return recv(*(int *)connection, bytes, count, 0);
}

static long plain_write(void *connection, const char *bytes, size_t count) {
    return send(*(int *)connection, bytes, count, MSG_NOSIGNAL);
}

static void plain_close(void *connection) {
    close(*(int *)connection);
    free(connection);
}

/* A connection and what has been read from it. */
struct reader {
    struct loopback_server *server;
    void *connection;
    char *text; /* one request; owned until it is kept */
    size_t used;
    size_t capacity;
};

/* Reads some more; false at the end of the connection. */
static bool read_more(struct reader *reader) {
    if (reader->capacity - reader->used < 2) {
        size_t wanted = reader->capacity > 0 ? 2 * reader->capacity : 16384;
        char *grown = realloc(reader->text, wanted);
        if (grown == NULL)
            return false;
        reader->text = grown;
        reader->capacity = wanted;
    }
    long count = reader->server->layer.read(reader->connection, reader->text + reader->used,
                                            reader->capacity - reader->used - 1);
    if (count <= 0)
        return false;
    reader->used += (size_t)count;
    reader->text[reader->used] = '\0';
    return true;
}

static void write_all(struct reader *reader, const char *text) {
    size_t left = strlen(text);

    while (left > 0) {
        long count = reader->server->layer.write(reader->connection, text, left);
        if (count <= 0)
            return;
        text += count;
        left -= (size_t)count;
    }
}

/* Reads a whole request; false when the connection ends before. */
static bool read_request(struct reader *reader) {
    const char *end;

    reader->text = NULL;
    reader->used = 0;
    reader->capacity = 0;
    do
        if (!read_more(reader))
            return false;
    while ((end = strstr(reader->text, "\r\n\r\n")) == NULL);
    size_t head = (size_t)(end - reader->text) + 4;
    struct anvil_str request = anvil_str_of(reader->text, head);
    struct anvil_str length = loopback_header(request, "Content-Length");
    size_t body = length.ptr != NULL ? strtoul(length.ptr, NULL, 10) : 0;
    if (loopback_header(request, "Expect").ptr != NULL)
        write_all(reader, "HTTP/1.1 100 Continue\r\nX-Interim: 1\r\n\r\n");
    while (reader->used < head + body)
        if (!read_more(reader))
            return false;
    return true;
}

static void wait_for_close(struct reader *reader) {
    char byte;
    while (reader->server->layer.read(reader->connection, &byte, 1) > 0)
        continue;
}

/* Serves one connection until it ends, or a step ends it. */
static void serve(struct reader *reader) {
    struct loopback_server *server = reader->server;

    while (server->request_count < server->step_count) {
        const struct loopback_step *step = &server->steps[server->request_count];
        if (!read_request(reader)) {
            free(reader->text);
            return;
        }
        server->requests[server->request_count++] = anvil_str_of(reader->text, reader->used);
        if (step->stalls)
            wait_for_close(reader);
        if (step->answer != NULL)
            write_all(reader, step->answer);
        if (step->closes)
            return;
    }
    wait_for_close(reader);
}

static void *run(void *context) {
    struct loopback_server *server = context;

    for (;;) {
        struct reader reader = {.server = server};
        int socket = accept(server->listener, NULL, NULL);
        if (socket < 0)
            return NULL;
        server->connection_count++;
        reader.connection = server->layer.open(server->layer.context, socket);
        if (reader.connection == NULL)
            continue;
        serve(&reader);
        server->layer.close(reader.connection);
    }
}

void loopback_start(struct loopback_server *server, const struct loopback_step *steps, size_t count,
                    const struct loopback_layer *layer) {
    static const struct loopback_layer PLAIN = {plain_open, plain_read, plain_write, plain_close,
                                                NULL};
    struct sockaddr_in address = {.sin_family = AF_INET};
    socklen_t bytes = sizeof address;

    assert_true(count <= LOOPBACK_REQUESTS_MAX);
    memset(server, 0, sizeof *server);
    memcpy(server->steps, steps, count * sizeof *steps);
    server->step_count = count;
    server->layer = layer != NULL ? *layer : PLAIN;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    server->listener = socket(AF_INET, SOCK_STREAM, 0);
    assert_true(server->listener >= 0);
    assert_int_equal(bind(server->listener, (struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(server->listener, 8), 0);
    assert_int_equal(getsockname(server->listener, (struct sockaddr *)&address, &bytes), 0);
    snprintf(server->endpoint, sizeof server->endpoint, "http://127.0.0.1:%u",
             (unsigned)ntohs(address.sin_port));
    assert_int_equal(pthread_create(&server->thread, NULL, run, server), 0);
}

void loopback_stop(struct loopback_server *server) {
    shutdown(server->listener, SHUT_RDWR);
    pthread_join(server->thread, NULL);
    close(server->listener);
}

void loopback_free(struct loopback_server *server) {
    for (size_t i = 0; i < server->request_count; i++) {
        void *text;
        memcpy(&text, &server->requests[i].ptr, sizeof text);
        free(text);
    }
}

struct anvil_str loopback_header(struct anvil_str request, const char *name) {
    size_t bytes = strlen(name);
    const char *end = request.ptr + request.len;

    for (const char *line = request.ptr; line < end && *line != '\r';) {
        const char *feed = memchr(line, '\n', (size_t)(end - line));
        if (feed == NULL)
            break;
        if (strncasecmp(line, name, bytes) == 0 && line[bytes] == ':') {
            const char *value = line + bytes + 1;
            while (*value == ' ')
                value++;
            return anvil_str_of(value, (size_t)(feed - 1 - value));
        }
        line = feed + 1;
    }
    return anvil_str_of(NULL, 0);
}

struct anvil_str loopback_body(struct anvil_str request) {
    const char *body = strstr(request.ptr, "\r\n\r\n") + 4;
    return anvil_str_of(body, request.len - (size_t)(body - request.ptr));
}
