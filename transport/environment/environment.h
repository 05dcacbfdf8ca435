/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What the environment variables that all AWS SDKs share say about credentials, region, endpoint
 * and attempts. Reads no configuration files and asks no service for credentials.
 */
#ifndef TRANSPORT_ENVIRONMENT_ENVIRONMENT_H
#define TRANSPORT_ENVIRONMENT_ENVIRONMENT_H

#include "anvil/port.h"

#include <stdbool.h>

ANVIL_BEGIN_C

/** The variable that sets the endpoint of AWS End User Messaging SMS and Voice v2 alone. */
#define ANVIL_ENVIRONMENT_SMSV2_ENDPOINT "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2"

/**
 * What is set. Text is the environment's own and lives as long as it is left unchanged; NULL when
 * the variable is missing or empty.
 */
struct anvil_environment {
    const char *access_key_id;     /**< AWS_ACCESS_KEY_ID; NULL when there are no credentials */
    const char *secret_access_key; /**< AWS_SECRET_ACCESS_KEY; NULL exactly when the above is */
    const char *session_token;     /**< AWS_SESSION_TOKEN; NULL without credentials */
    const char *region;            /**< AWS_REGION, else AWS_DEFAULT_REGION */
    const char *endpoint_url;      /**< the service's own variable, else AWS_ENDPOINT_URL; NULL when
                                      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is true */
    const char *ca_bundle;         /**< AWS_CA_BUNDLE: a file of certificates to trust */
    bool use_fips;                 /**< AWS_USE_FIPS_ENDPOINT */
    bool use_dual_stack;           /**< AWS_USE_DUALSTACK_ENDPOINT */
    unsigned max_attempts;         /**< AWS_MAX_ATTEMPTS, 1 to 99; 0 when it is not set */
};

/**
 * Reads the environment.
 *
 * @param environment       written on success.
 * @param get               getenv(), or a test's own.
 * @param endpoint_variable the service's own endpoint variable, or NULL.
 * @return NULL on success, else what is wrong with which variable, in static text that holds no
 *         value: a truth that is neither true nor false, a number of attempts that is none, one
 * half of the credentials.
 */
ANVIL_MUST_CHECK const char *anvil_environment_read(struct anvil_environment *environment,
                                                    char *(*get)(const char *name),
                                                    const char *endpoint_variable);

ANVIL_END_C

#endif
