/* SPDX-License-Identifier: Apache-2.0 */
/* TLS around the connections of a loopback server, with a certificate made for the occasion. */
#ifndef UNIT_TRANSPORT_TLS_LAYER_H
#define UNIT_TRANSPORT_TLS_LAYER_H

#include "transport/loopback_server.h"

struct ssl_ctx_st;

/* A certificate of its own authority for the address 127.0.0.1. */
struct tls_layer {
    struct ssl_ctx_st *context;
    char ca_bundle[64]; /* a temporary file with the certificate */
    struct loopback_layer layer;
};

/* Makes key and certificate, or fails the test. Ignores SIGPIPE from here on. */
void tls_layer_begin(struct tls_layer *tls);

/* Forgets them and removes the file. */
void tls_layer_end(struct tls_layer *tls);

#endif
