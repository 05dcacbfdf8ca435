/* SPDX-License-Identifier: Apache-2.0 */
/* One function for each trait that the compiler understands: the value in JSON to `traits`. */
#ifndef SPEC_READ_TRAIT_H
#define SPEC_READ_TRAIT_H

#include "model.h"

typedef bool spec_trait_reader(struct spec *spec, const char *where, const struct json *value,
                               struct spec_traits *traits);

/* constraints */
spec_trait_reader spec_read_length;
spec_trait_reader spec_read_range;
spec_trait_reader spec_read_pattern;
spec_trait_reader spec_read_enum;
spec_trait_reader spec_read_enum_value;

/* what a value looks like */
spec_trait_reader spec_read_timestamp_format;
spec_trait_reader spec_read_default;

/* errors and operations */
spec_trait_reader spec_read_error;
spec_trait_reader spec_read_http_error;
spec_trait_reader spec_read_retryable;
spec_trait_reader spec_read_retry_class;

/* services */
spec_trait_reader spec_read_aws_service;
spec_trait_reader spec_read_sigv4;
spec_trait_reader spec_read_aws_json_1_0;
spec_trait_reader spec_read_aws_json_1_1;

/* identities */
spec_trait_reader spec_read_resources;
spec_trait_reader spec_read_accepts;

/* Finds the class that anvil.retry#class calls `word`. */
bool spec_find_error_class(const char *word, uint8_t *error_class);

#endif
