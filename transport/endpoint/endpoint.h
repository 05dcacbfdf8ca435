/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * Where a service of AWS is called: the URL for a region, by the endpoint rules that the service
 * publishes with its model. Knows partitions, FIPS and dual-stack; reads no environment and opens
 * no connection.
 */
#ifndef TRANSPORT_ENDPOINT_ENDPOINT_H
#define TRANSPORT_ENDPOINT_ENDPOINT_H

#include "anvil/port.h"
#include "anvil/str.h"

#include <stdbool.h>
#include <stddef.h>

ANVIL_BEGIN_C

/** Room enough for every URL that is made from a region, in bytes, with its terminator. */
#define ANVIL_ENDPOINT_BYTES 512

/** What decides about an endpoint. */
struct anvil_endpoint_parameters {
    struct anvil_str prefix; /**< the first label of the host, such as "sms-voice" */
    struct anvil_str region; /**< such as "us-east-1"; absent or empty when nobody said */
    struct anvil_str
        endpoint;        /**< a URL that takes the place of the rules; absent or empty: none */
    bool use_fips;       /**< only modules validated for FIPS 140 may do the cryptography */
    bool use_dual_stack; /**< reachable over IPv6 as well as IPv4 */
};

/**
 * Finds the URL to call: scheme, host, and the path of a custom endpoint.
 *
 * @param parameters what decides.
 * @param url        `capacity` bytes, #ANVIL_ENDPOINT_BYTES do for all but custom endpoints; on
 *                   success the URL with a terminator, else the empty text.
 * @return NULL on success, else why there is no URL, in static text: the words that the rules
 *         prescribe, or for what they leave open one of our own. A region that is no label of a
 * host name is refused, so that it cannot lead to another host; so is a custom endpoint that is not
 * http or https, a host and at most a port and a path.
 *
 * Source: the rule set endpoint-rule-set-1 of pinpoint-sms-voice-v2 and the partitions of the AWS
 * SDKs, as of 2026-06.
 */
ANVIL_MUST_CHECK const char *
anvil_endpoint_resolve(const struct anvil_endpoint_parameters *parameters, char *url,
                       size_t capacity);

ANVIL_END_C

#endif
