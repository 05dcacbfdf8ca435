/* SPDX-License-Identifier: Apache-2.0 */
/* What the ARNs of one service look like, told by its table of resource types. */
#ifndef ANVIL_IDENTITY_ARN_H
#define ANVIL_IDENTITY_ARN_H

#include "anvil/identity.h"

/* What every ARN begins with. */
#define ANVIL_ARN_SCHEME "arn:"

/* Which resource of `table` the parts name, `id` and `country` apart for names; NULL when they
 * break the grammar. `country` is looked at for names only, `resource` never. */
ANVIL_LOCAL const struct anvil_resource *anvil_arn_judge(const struct anvil_resource_table *table,
                                                         const struct anvil_arn *parts);

/* Reads an ARN of this service. NULL when `text` is none; *out then must not be used. */
ANVIL_LOCAL const struct anvil_resource *anvil_arn_read(const struct anvil_resource_table *table,
                                                        struct anvil_str text,
                                                        struct anvil_arn *out);

#endif
