/* SPDX-License-Identifier: Apache-2.0 */
/* An HTTP server on loopback that plays a list of answers in a thread and keeps what it was sent.
 */
#ifndef UNIT_TRANSPORT_LOOPBACK_SERVER_H
#define UNIT_TRANSPORT_LOOPBACK_SERVER_H

#include "anvil/str.h"

#include <pthread.h>
#include <stdbool.h>

#define LOOPBACK_REQUESTS_MAX 128

/* What happens to one request, in order. */
struct loopback_step {
    const char *answer; /* sent as it is; NULL: none */
    bool closes;        /* the connection, after that */
    bool stalls;        /* waits for the client to close before anything else */
};

/* How bytes come and go; plain sockets unless a test puts something around them. */
struct loopback_layer {
    void *(*open)(void *context, int socket); /* NULL when no connection came about */
    long (*read)(void *connection, char *bytes, size_t count);
    long (*write)(void *connection, const char *bytes, size_t count);
    void (*close)(void *connection);
    void *context;
};

struct loopback_server {
    char endpoint[64]; /* "http://127.0.0.1:PORT" */
    int listener;
    pthread_t thread;
    struct loopback_step steps[LOOPBACK_REQUESTS_MAX];
    size_t step_count;
    struct loopback_layer layer;
    /* What came. To be read after loopback_stop(). */
    struct anvil_str requests[LOOPBACK_REQUESTS_MAX]; /* head and body, each with a terminator */
    size_t request_count;
    size_t connection_count;
};

/* Starts a server on a free port. `layer` may be NULL. */
void loopback_start(struct loopback_server *server, const struct loopback_step *steps, size_t count,
                    const struct loopback_layer *layer);
#define LOOPBACK_START(server, ...)                                                                \
    static const struct loopback_step loopback_steps[] = {__VA_ARGS__};                            \
    loopback_start(server, loopback_steps, sizeof loopback_steps / sizeof loopback_steps[0], NULL)

/* Ends the server's thread, once every client has closed its connections. */
void loopback_stop(struct loopback_server *server);

/* Frees what came. */
void loopback_free(struct loopback_server *server);

/* The value of a header in a request that came, such as "Host"; absent when there is none. */
struct anvil_str loopback_header(struct anvil_str request, const char *name);

/* The body of a request that came. */
struct anvil_str loopback_body(struct anvil_str request);

#endif
