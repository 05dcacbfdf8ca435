/* SPDX-License-Identifier: Apache-2.0 */
/* The environment variables of the AWS SDKs, from an environment of the test's own. */
#include "environment/environment.h"
#include "test.h"

#include <string.h>

/* "NAME=value", the end is NULL. */
static const char *const *variables;

static char *get(const char *name) {
    size_t bytes = strlen(name);
    for (const char *const *variable = variables; *variable != NULL; variable++)
        if (strncmp(*variable, name, bytes) == 0 && (*variable)[bytes] == '=') {
            char *value;
            const char *text = *variable + bytes + 1;
            memcpy(&value, &text, sizeof value);
            return value;
        }
    return NULL;
}

static const char *read_from(const char *const *list, struct anvil_environment *environment) {
    variables = list;
    return anvil_environment_read(environment, get, ANVIL_ENVIRONMENT_SMSV2_ENDPOINT);
}
#define READ(environment, ...) read_from((const char *const[]){__VA_ARGS__, NULL}, environment)

TEST(nothing_set_is_nothing_read) {
    struct anvil_environment environment;
    const struct anvil_environment nothing = {0};

    assert_null(READ(&environment, "HOME=/"));
    assert_memory_equal(&environment, &nothing, sizeof nothing);
    assert_null(READ(
        &environment, "AWS_REGION=", "AWS_ACCESS_KEY_ID=", "AWS_SECRET_ACCESS_KEY=",
        "AWS_SESSION_TOKEN=", "AWS_ENDPOINT_URL=", "AWS_MAX_ATTEMPTS=", "AWS_USE_FIPS_ENDPOINT="));
    assert_memory_equal(&environment, &nothing, sizeof nothing);
}

/* */
TEST(everything_set_is_read) {
    struct anvil_environment environment;

    assert_null(READ(&environment, "AWS_ACCESS_KEY_ID=key", "AWS_SECRET_ACCESS_KEY=secret",
                     "AWS_SESSION_TOKEN=token", "AWS_REGION=eu-west-1",
                     "AWS_DEFAULT_REGION=us-east-1", "AWS_ENDPOINT_URL=http://general",
                     "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2=http://special",
                     "AWS_USE_FIPS_ENDPOINT=true", "AWS_USE_DUALSTACK_ENDPOINT=TRUE",
                     "AWS_MAX_ATTEMPTS=7", "AWS_CA_BUNDLE=/ca.pem"));
    assert_string_equal(environment.access_key_id, "key");
    assert_string_equal(environment.secret_access_key, "secret");
    assert_string_equal(environment.session_token, "token");
    assert_string_equal(environment.region, "eu-west-1");
    assert_string_equal(environment.endpoint_url, "http://special");
    assert_string_equal(environment.ca_bundle, "/ca.pem");
    assert_true(environment.use_fips);
    assert_true(environment.use_dual_stack);
    assert_int_equal(environment.max_attempts, 7);
}

TEST(the_second_names_count_when_the_first_are_missing) {
    struct anvil_environment environment;

    assert_null(READ(&environment, "AWS_DEFAULT_REGION=us-east-1", "AWS_ENDPOINT_URL=http://g"));
    assert_string_equal(environment.region, "us-east-1");
    assert_string_equal(environment.endpoint_url, "http://g");
}

TEST(a_service_without_a_variable_has_only_the_general_one) {
    struct anvil_environment environment;

    variables = (const char *const[]){"AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2=http://s",
                                      "AWS_ENDPOINT_URL=http://g", NULL};
    assert_null(anvil_environment_read(&environment, get, NULL));
    assert_string_equal(environment.endpoint_url, "http://g");
}

TEST(configured_endpoints_can_be_ignored) {
    struct anvil_environment environment;

    assert_null(READ(&environment, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true",
                     "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2=http://s",
                     "AWS_ENDPOINT_URL=http://g"));
    assert_null(environment.endpoint_url);
    assert_null(READ(&environment, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=False",
                     "AWS_ENDPOINT_URL=http://g"));
    assert_string_equal(environment.endpoint_url, "http://g");
}

TEST(a_token_without_credentials_is_not_used) {
    struct anvil_environment environment;

    assert_null(READ(&environment, "AWS_SESSION_TOKEN=token"));
    assert_null(environment.session_token);
}

TEST(what_is_wrong_is_named_without_its_value) {
    struct anvil_environment environment;
    static const char *const WRONG[][2] = {
        {"AWS_ACCESS_KEY_ID=key", "AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not"},
        {"AWS_SECRET_ACCESS_KEY=secret",
         "AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is not"},
        {"AWS_USE_FIPS_ENDPOINT=yes", "AWS_USE_FIPS_ENDPOINT is neither true nor false"},
        {"AWS_USE_DUALSTACK_ENDPOINT=1", "AWS_USE_DUALSTACK_ENDPOINT is neither true nor false"},
        {"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=no",
         "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS is neither true nor false"},
        {"AWS_MAX_ATTEMPTS=0", "AWS_MAX_ATTEMPTS is no number from 1 to 99"},
        {"AWS_MAX_ATTEMPTS=100", "AWS_MAX_ATTEMPTS is no number from 1 to 99"},
        {"AWS_MAX_ATTEMPTS=-1", "AWS_MAX_ATTEMPTS is no number from 1 to 99"},
        {"AWS_MAX_ATTEMPTS=3x", "AWS_MAX_ATTEMPTS is no number from 1 to 99"},
    };
    for (size_t i = 0; i < sizeof WRONG / sizeof WRONG[0]; i++)
        assert_string_equal(READ(&environment, WRONG[i][0]), WRONG[i][1]);
    assert_null(READ(&environment, "AWS_MAX_ATTEMPTS=99"));
    assert_int_equal(environment.max_attempts, 99);
}
