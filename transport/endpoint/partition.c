/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The table of partitions, and to which of them a region belongs. The forms of regions are those of
 * the regular expressions in the SDKs' partitions.json, (us|eu)-\w+-\d+ and the like; all regions
 * listed there have the form of their partition, but for the one without a place.
 */
#include "partition.h"

#include <string.h>

static const struct anvil_partition PARTITIONS[] = {
    {"aws", "us eu ap sa ca me af il mx", "aws-global", "amazonaws.com", "api.aws", true, true},
    {"aws-cn", "cn", "aws-cn-global", "amazonaws.com.cn", "api.amazonwebservices.com.cn", true,
     true},
    {"aws-us-gov", "us-gov", "aws-us-gov-global", "amazonaws.com", "api.aws", true, true},
    {"aws-eusc", "eusc-de", NULL, "amazonaws.eu", "api.amazonwebservices.eu", true, true},
    {"aws-iso", "us-iso", "aws-iso-global", "c2s.ic.gov", "api.aws.ic.gov", true, true},
    {"aws-iso-b", "us-isob", "aws-iso-b-global", "sc2s.sgov.gov", "api.aws.scloud", true, true},
    {"aws-iso-e", "eu-isoe", "aws-iso-e-global", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", true,
     true},
    {"aws-iso-f", "us-isof", "aws-iso-f-global", "csp.hci.ic.gov", "api.aws.hci.ic.gov", true,
     true},
};
#define PARTITION_COUNT (sizeof PARTITIONS / sizeof PARTITIONS[0])

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* \w of a regular expression over ASCII. */
static bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* Whether `text` is what follows an area: -\w+-\d+ */
static bool is_place_and_number(struct anvil_str text) {
    size_t at = 0;

    if (at == text.len || text.ptr[at++] != '-')
        return false;
    size_t place = at;
    while (at < text.len && is_word(text.ptr[at]))
        at++;
    if (at == place || at == text.len || text.ptr[at++] != '-')
        return false;
    size_t number = at;
    while (at < text.len && is_digit(text.ptr[at]))
        at++;
    return at > number && at == text.len;
}

static bool is_of_area(struct anvil_str region, const char *area, size_t bytes) {
    return region.len > bytes && memcmp(region.ptr, area, bytes) == 0 &&
           is_place_and_number(anvil_str_of(region.ptr + bytes, region.len - bytes));
}

static bool has_form_of(struct anvil_str region, const struct anvil_partition *partition) {
    const char *area = partition->areas;

    while (*area != '\0') {
        size_t bytes = strcspn(area, " ");
        if (is_of_area(region, area, bytes))
            return true;
        area += bytes;
        area += strspn(area, " ");
    }
    return false;
}

const struct anvil_partition *anvil_partition_of(struct anvil_str region) {
    for (size_t i = 0; i < PARTITION_COUNT; i++) {
        const char *listed = PARTITIONS[i].global_region;
        if (listed != NULL && anvil_str_equal(region, anvil_str_of(listed, strlen(listed))))
            return &PARTITIONS[i];
    }
    for (size_t i = 0; i < PARTITION_COUNT; i++)
        if (has_form_of(region, &PARTITIONS[i]))
            return &PARTITIONS[i];
    return &PARTITIONS[0];
}
