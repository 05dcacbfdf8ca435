/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 by libcrypto, which takes a body piece by piece. */
#include "payload_hash.h"

#include <openssl/evp.h>

#define DIGEST_BYTES (ANVIL_PAYLOAD_HASH_BYTES / 2)

static bool digest_pieces(EVP_MD_CTX *context, const struct anvil_str *pieces, size_t count,
                          unsigned char digest[DIGEST_BYTES]) {
    if (EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1)
        return false;
    for (size_t i = 0; i < count; i++)
        if (pieces[i].len > 0 && EVP_DigestUpdate(context, pieces[i].ptr, pieces[i].len) != 1)
            return false;
    return EVP_DigestFinal_ex(context, digest, NULL) == 1;
}

bool anvil_payload_hash(const struct anvil_str *pieces, size_t count,
                        char hash[ANVIL_PAYLOAD_HASH_BYTES + 1]) {
    static const char DIGITS[] = "0123456789abcdef";
    unsigned char digest[DIGEST_BYTES];
    EVP_MD_CTX *context = EVP_MD_CTX_new();

    bool is_good = context != NULL && digest_pieces(context, pieces, count, digest);
    EVP_MD_CTX_free(context);
    if (!is_good)
        return false;
    for (size_t i = 0; i < DIGEST_BYTES; i++) {
        hash[2 * i] = DIGITS[digest[i] >> 4];
        hash[2 * i + 1] = DIGITS[digest[i] & 15];
    }
    hash[ANVIL_PAYLOAD_HASH_BYTES] = '\0';
    return true;
}
