/* SPDX-License-Identifier: Apache-2.0 */
/* Readers of the traits of a service, and of Anvil's own about identities; see traits.c. */
#ifndef SPEC_SERVICE_TRAITS_H
#define SPEC_SERVICE_TRAITS_H

#include "traits.h"

/* aws.api#service: the service word of ARNs. */
bool spec_read_aws_service(struct spec *spec, const char *where, const json_t *value,
                           struct spec_traits *traits);

/* aws.auth#sigv4: the signing name. */
bool spec_read_sigv4(struct spec *spec, const char *where, const json_t *value,
                     struct spec_traits *traits);

/* The protocols. */
bool spec_read_aws_json_1_0(struct spec *spec, const char *where, const json_t *value,
                            struct spec_traits *traits);
bool spec_read_aws_json_1_1(struct spec *spec, const char *where, const json_t *value,
                            struct spec_traits *traits);

/* anvil.identity#resources: the resource types of a service. */
bool spec_read_resources(struct spec *spec, const char *where, const json_t *value,
                         struct spec_traits *traits);

/* anvil.identity#accepts: the resource types that a string names. */
bool spec_read_accepts(struct spec *spec, const char *where, const json_t *value,
                       struct spec_traits *traits);

/* anvil.identity#country: the string completes a bare name. */
bool spec_read_country(struct spec *spec, const char *where, const json_t *value,
                       struct spec_traits *traits);

#endif
