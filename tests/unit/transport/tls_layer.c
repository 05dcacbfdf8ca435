/* SPDX-License-Identifier: Apache-2.0 */
#include "transport/tls_layer.h"

#include "test.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void *tls_open(void *context, int socket) {
    SSL *connection = SSL_new(context);

    if (connection != NULL && SSL_set_fd(connection, socket) == 1 && SSL_accept(connection) == 1)
        return connection;
    SSL_free(connection);
    close(socket);
    return NULL;
}

static long tls_read(void *connection, char *bytes, size_t count) {
    return SSL_read(connection, bytes, (int)count);
}

static long tls_write(void *connection, const char *bytes, size_t count) {
    return SSL_write(connection, bytes, (int)count);
}

static void tls_close(void *connection) {
    int socket = SSL_get_fd(connection);

    SSL_shutdown(connection);
    SSL_free(connection);
    close(socket);
}

static X509 *make_certificate(EVP_PKEY *key) {
    X509 *certificate = X509_new();
    X509_NAME *name = X509_get_subject_name(certificate);
    X509_EXTENSION *address = X509V3_EXT_conf_nid(NULL, NULL, NID_subject_alt_name, "IP:127.0.0.1");

    assert_non_null(address);
    X509_set_version(certificate, X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, (const unsigned char *)"anvil test", -1,
                               -1, 0);
    X509_set_issuer_name(certificate, name);
    X509_set_pubkey(certificate, key);
    X509_add_ext(certificate, address, -1);
    X509_EXTENSION_free(address);
    assert_true(X509_sign(certificate, key, EVP_sha256()) > 0);
    return certificate;
}

static void write_bundle(struct tls_layer *tls, X509 *certificate) {
    strcpy(tls->ca_bundle, "/tmp/anvil-test-XXXXXX");
    int descriptor = mkstemp(tls->ca_bundle);
    assert_true(descriptor >= 0);
    FILE *file = fdopen(descriptor, "w");
    assert_non_null(file);
    assert_int_equal(PEM_write_X509(file, certificate), 1);
    fclose(file);
}

void tls_layer_begin(struct tls_layer *tls) {
    EVP_PKEY *key = EVP_EC_gen("P-256");

    signal(SIGPIPE, SIG_IGN);
    assert_non_null(key);
    X509 *certificate = make_certificate(key);
    write_bundle(tls, certificate);
    tls->context = SSL_CTX_new(TLS_server_method());
    assert_non_null(tls->context);
    assert_int_equal(SSL_CTX_use_certificate(tls->context, certificate), 1);
    assert_int_equal(SSL_CTX_use_PrivateKey(tls->context, key), 1);
    X509_free(certificate);
    EVP_PKEY_free(key);
    tls->layer = (struct loopback_layer){tls_open, tls_read, tls_write, tls_close, tls->context};
}

void tls_layer_end(struct tls_layer *tls) {
    SSL_CTX_free(tls->context);
    unlink(tls->ca_bundle);
}
