/* SPDX-License-Identifier: Apache-2.0 */
/* The endpoint rules: every case of the rule set and every partition, with the published vectors of
 * pinpoint-sms-voice-v2 among them. */
#include "endpoint/endpoint.h"
#include "endpoint/partition.h"
#include "test.h"

#include <string.h>

#define FIPS_AND_CUSTOM "Invalid Configuration: FIPS and custom endpoint are not supported"
#define DUAL_AND_CUSTOM "Invalid Configuration: Dualstack and custom endpoint are not supported"
#define NO_REGION "Invalid Configuration: Missing Region"
#define NO_LABEL "Invalid Configuration: the region is no label of a host name"
#define NO_URL                                                                                     \
    "Invalid Configuration: a custom endpoint is http:// or https://, a host, and at most a port " \
    "and a path"

/* One call: its parameters, and the URL or the sentence that comes of it. */
struct vector {
    const char *region;
    const char *endpoint;
    bool fips;
    bool dual_stack;
    const char *url;
    const char *problem;
};

static struct anvil_str text_of(const char *text) {
    return anvil_str_of(text, text != NULL ? strlen(text) : 0);
}

static void assert_vector(const struct vector *vector) {
    char url[ANVIL_ENDPOINT_BYTES];
    const struct anvil_endpoint_parameters parameters = {
        ANVIL_STR("sms-voice"), text_of(vector->region), text_of(vector->endpoint), vector->fips,
        vector->dual_stack};
    const char *problem = anvil_endpoint_resolve(&parameters, url, sizeof url);

    if (vector->problem != NULL) {
        assert_non_null(problem);
        assert_string_equal(problem, vector->problem);
        assert_string_equal(url, "");
    } else {
        if (problem != NULL)
            fail_msg("%s: %s", vector->region, problem);
        assert_string_equal(url, vector->url);
    }
}

static void assert_vectors(const struct vector *vectors, size_t count) {
    for (size_t i = 0; i < count; i++)
        assert_vector(&vectors[i]);
}
#define ASSERT_VECTORS(vectors) assert_vectors(vectors, sizeof(vectors) / sizeof(vectors)[0])

TEST(regions_of_the_published_vectors) {
    static const char *const REGIONS[] = {"ap-northeast-1", "ap-south-1",    "ap-southeast-1",
                                          "ap-southeast-2", "ca-central-1",  "eu-central-1",
                                          "eu-west-1",      "eu-west-2",     "us-east-1",
                                          "us-west-2",      "us-gov-west-1", "us-gov-east-1"};
    for (size_t i = 0; i < sizeof REGIONS / sizeof REGIONS[0]; i++) {
        char url[128] = "https://sms-voice.";
        strcat(strcat(url, REGIONS[i]), ".amazonaws.com");
        assert_vector(&(struct vector){REGIONS[i], NULL, false, false, url, NULL});
    }
}

/* */
TEST(fips_and_dual_stack_in_every_partition) {
    static const struct vector VECTORS[] = {
        {"us-east-1", NULL, true, true, "https://sms-voice-fips.us-east-1.api.aws", NULL},
        {"us-east-1", NULL, true, false, "https://sms-voice-fips.us-east-1.amazonaws.com", NULL},
        {"us-east-1", NULL, false, true, "https://sms-voice.us-east-1.api.aws", NULL},
        {"cn-north-1", NULL, true, true,
         "https://sms-voice-fips.cn-north-1.api.amazonwebservices.com.cn", NULL},
        {"cn-north-1", NULL, true, false, "https://sms-voice-fips.cn-north-1.amazonaws.com.cn",
         NULL},
        {"cn-north-1", NULL, false, true,
         "https://sms-voice.cn-north-1.api.amazonwebservices.com.cn", NULL},
        {"cn-north-1", NULL, false, false, "https://sms-voice.cn-north-1.amazonaws.com.cn", NULL},
        {"us-gov-east-1", NULL, true, true, "https://sms-voice-fips.us-gov-east-1.api.aws", NULL},
        {"us-gov-east-1", NULL, true, false, "https://sms-voice-fips.us-gov-east-1.amazonaws.com",
         NULL},
        {"us-gov-east-1", NULL, false, true, "https://sms-voice.us-gov-east-1.api.aws", NULL},
        {"us-iso-east-1", NULL, true, false, "https://sms-voice-fips.us-iso-east-1.c2s.ic.gov",
         NULL},
        {"us-iso-east-1", NULL, false, false, "https://sms-voice.us-iso-east-1.c2s.ic.gov", NULL},
        {"us-iso-east-1", NULL, true, true, "https://sms-voice-fips.us-iso-east-1.api.aws.ic.gov",
         NULL},
        {"us-isob-east-1", NULL, true, false, "https://sms-voice-fips.us-isob-east-1.sc2s.sgov.gov",
         NULL},
        {"us-isob-east-1", NULL, false, false, "https://sms-voice.us-isob-east-1.sc2s.sgov.gov",
         NULL},
        {"us-isob-east-1", NULL, false, true, "https://sms-voice.us-isob-east-1.api.aws.scloud",
         NULL},
        {"eu-isoe-west-1", NULL, false, false, "https://sms-voice.eu-isoe-west-1.cloud.adc-e.uk",
         NULL},
        {"eu-isoe-west-1", NULL, true, true,
         "https://sms-voice-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk", NULL},
        {"us-isof-south-1", NULL, false, false, "https://sms-voice.us-isof-south-1.csp.hci.ic.gov",
         NULL},
        {"us-isof-south-1", NULL, false, true,
         "https://sms-voice.us-isof-south-1.api.aws.hci.ic.gov", NULL},
        {"eusc-de-east-1", NULL, false, false, "https://sms-voice.eusc-de-east-1.amazonaws.eu",
         NULL},
        {"eusc-de-east-1", NULL, false, true,
         "https://sms-voice.eusc-de-east-1.api.amazonwebservices.eu", NULL},
    };
    ASSERT_VECTORS(VECTORS);
}

TEST(a_custom_endpoint_takes_the_place_of_the_rules) {
    static const struct vector VECTORS[] = {
        {"us-east-1", "https://example.com", false, false, "https://example.com", NULL},
        {NULL, "https://example.com", false, false, "https://example.com", NULL},
        {"us-east-1", "https://example.com", true, false, NULL, FIPS_AND_CUSTOM},
        {"us-east-1", "https://example.com", false, true, NULL, DUAL_AND_CUSTOM},
        {"us-east-1", "https://example.com", true, true, NULL, FIPS_AND_CUSTOM},
        {NULL, "http://127.0.0.1:8080/base", false, false, "http://127.0.0.1:8080/base", NULL},
        {NULL, "http://[::1]:8080", false, false, "http://[::1]:8080", NULL},
    };
    ASSERT_VECTORS(VECTORS);
}

/* */
TEST(what_is_no_plain_url_is_refused) {
    static const char *const URLS[] = {"example.com",
                                       "ftp://example.com",
                                       "https://",
                                       "https:///path",
                                       "https://:8080",
                                       "https://user@example.com",
                                       "https://example.com/?a=b",
                                       "https://example.com/#a",
                                       "https://example.com/a b",
                                       "https://example.com/%41",
                                       "https://example.com\r\nX: y",
                                       "file:///etc/passwd"};
    for (size_t i = 0; i < sizeof URLS / sizeof URLS[0]; i++)
        assert_vector(&(struct vector){NULL, URLS[i], false, false, NULL, NO_URL});

    char url[ANVIL_ENDPOINT_BYTES];
    const struct anvil_endpoint_parameters parameters = {
        .prefix = ANVIL_STR("sms-voice"), .endpoint = ANVIL_STR("https://example.com\0.evil")};
    assert_string_equal(anvil_endpoint_resolve(&parameters, url, sizeof url), NO_URL);
}

/* */
TEST(a_region_is_needed_and_is_a_label) {
    static const struct vector VECTORS[] = {
        {NULL, NULL, false, false, NULL, NO_REGION},
        {"", NULL, true, true, NULL, NO_REGION},
        {"us-east-1.example.com", NULL, false, false, NULL, NO_LABEL},
        {"us-east-1/", NULL, false, false, NULL, NO_LABEL},
        {"-us-east-1", NULL, false, false, NULL, NO_LABEL},
        {"us-east-", NULL, false, false, NULL, NO_LABEL},
        {"us_east_1", NULL, false, false, NULL, NO_LABEL},
        {"a23456789-123456789-123456789-123456789-123456789-123456789-1234", NULL, false, false,
         NULL, NO_LABEL},
        {"a23456789-123456789-123456789-123456789-123456789-123456789-123", NULL, false, false,
         "https://sms-voice.a23456789-123456789-123456789-123456789-123456789-123456789-123."
         "amazonaws.com",
         NULL},
    };
    ASSERT_VECTORS(VECTORS);
}

TEST(the_prefix_is_a_label_too) {
    char url[ANVIL_ENDPOINT_BYTES];
    struct anvil_endpoint_parameters parameters = {.prefix = ANVIL_STR("evil.example/"),
                                                   .region = ANVIL_STR("us-east-1")};
    assert_string_equal(
        anvil_endpoint_resolve(&parameters, url, sizeof url),
        "Invalid Configuration: the service's endpoint prefix is no label of a host name");
}

TEST(a_region_belongs_to_the_partition_that_lists_it_or_has_its_form_or_to_aws) {
    static const char *const PARTITION_OF[][2] = {
        {"us-east-1", "aws"},
        {"mx-central-1", "aws"},
        {"il-central-1", "aws"},
        {"sa-new_place-12", "aws"},
        {"aws-global", "aws"},
        {"cn-northwest-1", "aws-cn"},
        {"aws-cn-global", "aws-cn"},
        {"us-gov-west-1", "aws-us-gov"},
        {"aws-us-gov-global", "aws-us-gov"},
        {"eusc-de-east-1", "aws-eusc"},
        {"us-iso-west-1", "aws-iso"},
        {"aws-iso-global", "aws-iso"},
        {"us-isob-west-1", "aws-iso-b"},
        {"aws-iso-b-global", "aws-iso-b"},
        {"eu-isoe-west-1", "aws-iso-e"},
        {"aws-iso-e-global", "aws-iso-e"},
        {"us-isof-east-1", "aws-iso-f"},
        {"aws-iso-f-global", "aws-iso-f"},
        /* of nobody's form */
        {"mars-north-1", "aws"},
        {"cn-north", "aws"},
        {"cn-north-", "aws"},
        {"cn-north-x", "aws"},
        {"cn--1", "aws"},
        {"cnorth-1", "aws"},
        {"eusc-fr-west-1", "aws"},
        {"cn-north-1-a", "aws"},
        {"c", "aws"},
    };
    for (size_t i = 0; i < sizeof PARTITION_OF / sizeof PARTITION_OF[0]; i++)
        assert_string_equal(anvil_partition_of(text_of(PARTITION_OF[i][0]))->name,
                            PARTITION_OF[i][1]);
}

/* All partitions support both today; the rules say what happens when one does not. */
TEST(a_partition_that_lacks_something_says_so) {
    static const char BOTH[] =
        "FIPS and DualStack are enabled, but this partition does not support one or both";
    struct anvil_partition partition = {"x",   "x", NULL, "example.com", "dual.example.com",
                                        false, true};
    struct anvil_endpoint_parameters parameters = {.prefix = ANVIL_STR("sms-voice"),
                                                   .region = ANVIL_STR("x-y-1")};
    char url[ANVIL_ENDPOINT_BYTES] = "";

    parameters.use_fips = true;
    assert_string_equal(anvil_endpoint_in_partition(&partition, &parameters, url, sizeof url),
                        "FIPS is enabled but this partition does not support FIPS");
    parameters.use_dual_stack = true;
    assert_string_equal(anvil_endpoint_in_partition(&partition, &parameters, url, sizeof url),
                        BOTH);
    partition.has_fips = true;
    partition.has_dual_stack = false;
    assert_string_equal(anvil_endpoint_in_partition(&partition, &parameters, url, sizeof url),
                        BOTH);
    parameters.use_fips = false;
    assert_string_equal(anvil_endpoint_in_partition(&partition, &parameters, url, sizeof url),
                        "DualStack is enabled but this partition does not support DualStack");
    assert_string_equal(url, "");
    parameters.use_dual_stack = false;
    assert_null(anvil_endpoint_in_partition(&partition, &parameters, url, sizeof url));
    assert_string_equal(url, "https://sms-voice.x-y-1.example.com");
}

TEST(a_short_buffer_gets_no_part_of_a_url) {
    static const char WHOLE[] = "https://sms-voice.us-east-1.amazonaws.com";
    struct anvil_endpoint_parameters parameters = {.prefix = ANVIL_STR("sms-voice"),
                                                   .region = ANVIL_STR("us-east-1")};
    char url[sizeof WHOLE];

    assert_null(anvil_endpoint_resolve(&parameters, url, sizeof WHOLE));
    assert_string_equal(url, WHOLE);
    assert_non_null(anvil_endpoint_resolve(&parameters, url, sizeof WHOLE - 1));
    assert_string_equal(url, "");
    parameters.endpoint = anvil_str_of(WHOLE, strlen(WHOLE));
    assert_null(anvil_endpoint_resolve(&parameters, url, sizeof WHOLE));
    assert_non_null(anvil_endpoint_resolve(&parameters, url, sizeof WHOLE - 1));
    assert_string_equal(url, "");
    assert_non_null(anvil_endpoint_resolve(&parameters, url, 0));
}
