/* SPDX-License-Identifier: Apache-2.0 */
/* A service acts on whole requests only: what was not fetched to its last byte was not
 * acted on. */
#include "transfer_failure.h"

/* Faults of what was asked for, or of whom it was asked. */
static bool is_final(CURLcode code) {
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_FAILED_INIT:
    case CURLE_URL_MALFORMAT:
    case CURLE_NOT_BUILT_IN:
    case CURLE_WRITE_ERROR:
    case CURLE_OUT_OF_MEMORY:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_AUTH_ERROR:
        return true;
    default:
        return false;
    }
}

enum anvil_failure anvil_curl_failure_of(CURLcode code, bool was_fetched) {
    if (code == CURLE_ABORTED_BY_CALLBACK)
        return ANVIL_FAILURE_CANCELLED;
    /* libcurl says the same of an answer that is no HTTP of this millennium. */
    bool is_garbage = code == CURLE_UNSUPPORTED_PROTOCOL && was_fetched;
    if (is_final(code) && !is_garbage)
        return ANVIL_FAILURE_FINAL;
    return was_fetched ? ANVIL_FAILURE_UNCLEAR : ANVIL_FAILURE_NOT_SENT;
}
