/* SPDX-License-Identifier: Apache-2.0 */
#include "transport/sigv4_check.h"

#include "transport/loopback_server.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>

#define HEX_BYTES (2 * SHA256_DIGEST_LENGTH + 1)

/* Text that is put together; long enough for any request of the tests. */
struct text {
    char bytes[8192];
    size_t used;
};

static void put(struct text *text, const char *bytes, size_t count) {
    if (count > sizeof text->bytes - text->used)
        count = sizeof text->bytes - text->used;
    memcpy(text->bytes + text->used, bytes, count);
    text->used += count;
}

static void put_word(struct text *text, const char *word) {
    put(text, word, strlen(word));
}

static void hash(const char *bytes, size_t count, char hex[HEX_BYTES]) {
    unsigned char digest[SHA256_DIGEST_LENGTH];

    SHA256((const unsigned char *)bytes, count, digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(hex + 2 * i, 3, "%02x", digest[i]);
}

/* key = HMAC(key, word) */
static void chain(unsigned char key[SHA256_DIGEST_LENGTH], size_t *key_bytes,
                  struct anvil_str word) {
    unsigned char next[SHA256_DIGEST_LENGTH];

    HMAC(EVP_sha256(), key, (int)*key_bytes, (const unsigned char *)word.ptr, word.len, next, NULL);
    memcpy(key, next, sizeof next);
    *key_bytes = sizeof next;
}

/* What stands behind `name` up to one of `ends` or the end of the text. */
static struct anvil_str part(struct anvil_str text, const char *name, const char *ends) {
    size_t bytes = strlen(name);
    for (size_t at = 0; at + bytes <= text.len; at++)
        if (memcmp(text.ptr + at, name, bytes) == 0) {
            size_t end = at + bytes;
            while (end < text.len && strchr(ends, text.ptr[end]) == NULL)
                end++;
            return anvil_str_of(text.ptr + at + bytes, end - at - bytes);
        }
    return anvil_str_of("", 0);
}

/* The canonical request; its headers are those that `names` lists with semicolons. */
static void canonical(struct text *text, struct anvil_str request, struct anvil_str names) {
    char body_hash[HEX_BYTES];
    struct anvil_str body = loopback_body(request);
    struct anvil_str path = part(request, "POST ", " ");

    put_word(text, "POST\n");
    put(text, path.ptr, path.len);
    put_word(text, "\n\n");
    for (size_t at = 0; at < names.len;) {
        char name[64];
        struct anvil_str rest = anvil_str_of(names.ptr + at, names.len - at);
        struct anvil_str word = part(rest, "", ";");
        snprintf(name, sizeof name, "%.*s", (int)word.len, word.ptr);
        struct anvil_str value = loopback_header(request, name);
        put_word(text, name);
        put_word(text, ":");
        put(text, value.ptr != NULL ? value.ptr : "", value.len);
        put_word(text, "\n");
        at += word.len + 1;
    }
    put_word(text, "\n");
    put(text, names.ptr, names.len);
    put_word(text, "\n");
    hash(body.ptr, body.len, body_hash);
    put_word(text, body_hash);
}

/* The key of a scope, DATE/REGION/SERVICE/aws4_request. */
static void derive(const char *secret, struct anvil_str scope,
                   unsigned char key[SHA256_DIGEST_LENGTH]) {
    unsigned char first[128];
    size_t bytes = (size_t)snprintf((char *)first, sizeof first, "AWS4%s", secret);

    for (size_t at = 0; at < scope.len;) {
        struct anvil_str word = part(anvil_str_of(scope.ptr + at, scope.len - at), "", "/");
        chain(first, &bytes, word);
        at += word.len + 1;
    }
    memcpy(key, first, SHA256_DIGEST_LENGTH);
}

bool sigv4_is_signed(struct anvil_str request, const char *secret) {
    struct anvil_str authorization = loopback_header(request, "Authorization");
    struct anvil_str credential = part(authorization, "Credential=", ",");
    struct anvil_str names = part(authorization, "SignedHeaders=", ",");
    struct anvil_str signature = part(authorization, "Signature=", ",");
    struct anvil_str date = loopback_header(request, "X-Amz-Date");
    struct anvil_str scope = part(credential, "/", "");
    struct text request_text = {.used = 0};
    struct text to_sign = {.used = 0};
    unsigned char key[128] = {0};
    size_t key_bytes = SHA256_DIGEST_LENGTH;
    char hex[HEX_BYTES];

    if (authorization.ptr == NULL || date.len != 16 || memcmp(date.ptr, scope.ptr, 8) != 0)
        return false;
    canonical(&request_text, request, names);
    hash(request_text.bytes, request_text.used, hex);
    put_word(&to_sign, "AWS4-HMAC-SHA256\n");
    put(&to_sign, date.ptr, date.len);
    put_word(&to_sign, "\n");
    put(&to_sign, scope.ptr, scope.len);
    put_word(&to_sign, "\n");
    put_word(&to_sign, hex);
    derive(secret, scope, key);
    chain(key, &key_bytes, anvil_str_of(to_sign.bytes, to_sign.used));
    for (size_t i = 0; i < SHA256_DIGEST_LENGTH; i++)
        snprintf(hex + 2 * i, 3, "%02x", key[i]);
    return signature.len == HEX_BYTES - 1 && memcmp(signature.ptr, hex, signature.len) == 0;
}
