/* SPDX-License-Identifier: Apache-2.0 */
/* The environment variables of the AWS SDKs and Tools Reference Guide. */
#include "environment.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

/* Most tools cannot tell an empty variable from a missing one, so here they mean the same. */
static const char *text_of(char *(*get)(const char *), const char *name) {
    const char *text = get(name);
    return text != NULL && text[0] != '\0' ? text : NULL;
}

/* A missing variable is false. False when it is neither true nor false. */
static bool read_truth(char *(*get)(const char *), const char *name, bool *truth) {
    const char *text = text_of(get, name);

    *truth = text != NULL && strcasecmp(text, "true") == 0;
    return text == NULL || *truth || strcasecmp(text, "false") == 0;
}

/* False when there is a text that is no number from 1 to 99. */
static bool read_attempts(const char *text, unsigned *attempts) {
    *attempts = 0;
    if (text == NULL)
        return true;
    size_t digits = strspn(text, "0123456789");
    if (digits > 2 || text[digits] != '\0')
        return false;
    for (size_t i = 0; i < digits; i++)
        *attempts = *attempts * 10 + (unsigned)(text[i] - '0');
    return *attempts > 0;
}

static const char *read_credentials(struct anvil_environment *environment,
                                    char *(*get)(const char *)) {
    environment->access_key_id = text_of(get, "AWS_ACCESS_KEY_ID");
    environment->secret_access_key = text_of(get, "AWS_SECRET_ACCESS_KEY");
    if (environment->access_key_id == NULL && environment->secret_access_key == NULL)
        return NULL;
    if (environment->access_key_id == NULL)
        return "AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not";
    if (environment->secret_access_key == NULL)
        return "AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not";
    environment->session_token = text_of(get, "AWS_SESSION_TOKEN");
    return NULL;
}

const char *anvil_environment_read(struct anvil_environment *environment,
                                   char *(*get)(const char *name), const char *endpoint_variable) {
    bool ignores_endpoints;

    memset(environment, 0, sizeof *environment);
    const char *problem = read_credentials(environment, get);
    if (problem != NULL)
        return problem;
    if (!read_truth(get, "AWS_USE_FIPS_ENDPOINT", &environment->use_fips))
        return "AWS_USE_FIPS_ENDPOINT is neither true nor false";
    if (!read_truth(get, "AWS_USE_DUALSTACK_ENDPOINT", &environment->use_dual_stack))
        return "AWS_USE_DUALSTACK_ENDPOINT is neither true nor false";
    if (!read_truth(get, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", &ignores_endpoints))
        return "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is neither true nor false";
    if (!read_attempts(text_of(get, "AWS_MAX_ATTEMPTS"), &environment->max_attempts))
        return "AWS_MAX_ATTEMPTS is no number from 1 to 99";

    environment->region = text_of(get, "AWS_REGION");
    if (environment->region == NULL)
        environment->region = text_of(get, "AWS_DEFAULT_REGION");
    environment->ca_bundle = text_of(get, "AWS_CA_BUNDLE");
    if (ignores_endpoints)
        return NULL;
    if (endpoint_variable != NULL)
        environment->endpoint_url = text_of(get, endpoint_variable);
    if (environment->endpoint_url == NULL)
        environment->endpoint_url = text_of(get, "AWS_ENDPOINT_URL");
    return NULL;
}
