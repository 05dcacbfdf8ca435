/* SPDX-License-Identifier: Apache-2.0 */
/* What the ARNs of one service look like, told by its table of resource types. */
#ifndef ANVIL_IDENTITY_ARN_H
#define ANVIL_IDENTITY_ARN_H

#include "anvil/identity.h"

/* What every ARN begins with. */
#define ANVIL_ARN_SCHEME "arn:"

enum { ANVIL_ACCOUNT_BYTES = 12 };

/* How many bytes at the beginning of `text`, which may be absent, are a partition; 0: none. */
ANVIL_LOCAL size_t anvil_arn_leading_partition(struct anvil_str text);

/* The type whose word in ARNs is `word`, which is not absent; NULL when there is none. */
ANVIL_LOCAL const struct anvil_resource *
anvil_arn_find_type(const struct anvil_resource_table *table, struct anvil_str word);

/* Whether the parts `id` and, for names, `country` are such as a `resource` has. */
ANVIL_LOCAL bool anvil_arn_is_id_good(const struct anvil_resource *resource,
                                      const struct anvil_arn *arn);

/* Takes from `rest` what stands before the first `separator`, and the separator; false, and nothing
 * is taken, when there is none. */
ANVIL_LOCAL bool anvil_arn_take_part(struct anvil_str *rest, char separator,
                                     struct anvil_str *part);

/* Reads an ARN of this service, of which `rest` is what follows the scheme, and tells whether its
 * ID is canonical. NULL when it is none; *out then must not be used. */
ANVIL_LOCAL const struct anvil_resource *anvil_arn_read(const struct anvil_resource_table *table,
                                                        struct anvil_str rest,
                                                        struct anvil_arn *out, bool *is_canonical);

#endif
