/* SPDX-License-Identifier: Apache-2.0 */
/* The partitions of AWS: groups of regions with domains of their own. Internal to the endpoint. */
#ifndef TRANSPORT_ENDPOINT_PARTITION_H
#define TRANSPORT_ENDPOINT_PARTITION_H

#include "endpoint.h"

/* One partition. Constant data. */
struct anvil_partition {
    const char *name;          /* such as "aws-cn" */
    const char *areas;         /* what its regions begin with, parted by blanks, such as "cn" */
    const char *global_region; /* its region without a place, such as "aws-cn-global", or NULL */
    const char *dns_suffix;    /* of its hosts */
    const char *dual_stack_suffix; /* of its hosts that speak IPv6 too */
    bool has_fips;
    bool has_dual_stack;
};

/* The partition of a region: the one that lists it, else the one whose form it has, else aws. */
const struct anvil_partition *anvil_partition_of(struct anvil_str region);

/* The URL of a region in `partition`; results as anvil_endpoint_resolve(). */
const char *anvil_endpoint_in_partition(const struct anvil_partition *partition,
                                        const struct anvil_endpoint_parameters *parameters,
                                        char *url, size_t capacity);

#endif
