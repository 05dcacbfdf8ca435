/* SPDX-License-Identifier: Apache-2.0 */
/* What a failed transfer means to whoever wants to try again. Internal to the transport. */
#ifndef TRANSPORT_CURL_TRANSFER_FAILURE_H
#define TRANSPORT_CURL_TRANSFER_FAILURE_H

#include "client/failure.h"

#include <curl/curl.h>
#include <stdbool.h>

/* The meaning of `code`; `was_fetched`: libcurl has fetched the whole body. */
enum anvil_failure anvil_curl_failure_of(CURLcode code, bool was_fetched);

#endif
