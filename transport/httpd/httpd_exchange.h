/* SPDX-License-Identifier: Apache-2.0 */
/* One request over HTTP and its answer, from the first header until the connection has it. */
#ifndef HTTPD_HTTPD_EXCHANGE_H
#define HTTPD_HTTPD_EXCHANGE_H

#include "httpd.h"

#include <microhttpd.h>

/* More headers than any client sends; the rest is not looked at. */
#define HTTPD_HEADERS_MAX 64

struct httpd_exchange {
    struct MHD_Connection *connection;
    char *body; /* `bytes` of it, unless there are more than the emulator takes */
    size_t capacity;
    size_t bytes;
    struct MHD_Response *response; /* once the emulator has answered; NULL for a reset */
    unsigned status;
    bool is_answered;
    bool is_unsettled;           /* the answer is not on the disk yet */
    uint64_t delay_ms;           /* how long the answer is to wait */
    uint64_t ready_ms;           /* until when, once that has begun */
    struct httpd_exchange *next; /* in a list of those that wait */
};

struct httpd_exchange *anvil_httpd_exchange_begin(struct MHD_Connection *connection);

/* Takes a piece of the body in. False when there is no memory for it. */
bool anvil_httpd_exchange_append(struct httpd_exchange *exchange, const char *bytes, size_t count);

/* Asks the emulator. False when there is no memory for the answer. */
bool anvil_httpd_exchange_answer(struct httpd_exchange *exchange, const char *method,
                                 const char *path, struct anvil_emulator *emulator, FILE *log);

/* Puts a failure in the place of the answer, whose work was undone. */
void anvil_httpd_exchange_fail(struct httpd_exchange *exchange, struct anvil_emulator *emulator);

/* Hands the answer over, or drops the connection. What a handler of libmicrohttpd returns. */
enum MHD_Result anvil_httpd_exchange_send(struct httpd_exchange *exchange);

void anvil_httpd_exchange_end(struct httpd_exchange *exchange);

#endif
