/* SPDX-License-Identifier: Apache-2.0 */
/* The world around a call, under the test's control: a transport that gives one answer and keeps
 * what it was sent, an entropy source that counts upwards, and asserts for the text between them.
 */
#ifndef UNIT_PROTOCOL_FAKE_TRANSPORT_H
#define UNIT_PROTOCOL_FAKE_TRANSPORT_H

#include "anvil/protocol.h"

#include <string.h>

/* A transport with one answer, which it gives as often as it is asked. */
struct fake_transport {
    struct anvil_transport transport;
    enum anvil_status status;          /* what sending comes to */
    struct anvil_http_response answer; /* given when that is ANVIL_OK */
    size_t sent;                       /* how many requests came */
    struct anvil_http_request request; /* the last of them; its pointers are the caller's */
    char body[2048];                   /* the pieces of its body, joined */
    size_t body_bytes;
};

/* Makes `fake` answer with `http_status` and `body`, without headers. */
void fake_transport_begin(struct fake_transport *fake, int http_status, struct anvil_str body);

/* What came, as a view. */
struct anvil_str fake_transport_body(const struct fake_transport *fake);

/* Entropy whose bytes are `next`, `next` + 1 and so on, from call to call. */
struct fake_entropy {
    struct anvil_entropy entropy;
    enum anvil_status status; /* what filling comes to; not ANVIL_OK: nothing is filled */
    unsigned char next;
    size_t asked; /* how many bytes were asked for, all calls together */
};

void fake_entropy_begin(struct fake_entropy *fake, unsigned char first);

/* The token that the bytes 0, 1, 2 ... 15 make, and the one of the sixteen after them. */
#define FIRST_TOKEN "00010203-0405-4607-8809-0a0b0c0d0e0f"
#define SECOND_TOKEN "10111213-1415-4617-9819-1a1b1c1d1e1f"

/* A view of a C string; NULL makes the absent string. */
static inline struct anvil_str view_of(const char *string) {
    return anvil_str_of(string, string != NULL ? strlen(string) : 0);
}

/* The pieces of a request's body, joined into `buffer`, which must be large enough. */
struct anvil_str join_pieces(const struct anvil_http_request *request, char *buffer,
                             size_t capacity);

/* Asserts that `text` is `wanted`; NULL: that it is absent. */
void assert_text_is(struct anvil_str text, const char *wanted);

/* Tells whether `text` lies inside `len` bytes at `base`, or is absent. */
bool lies_inside(struct anvil_str text, const void *base, size_t len);

#endif
