/* SPDX-License-Identifier: Apache-2.0 */
/* IDs and names outside an ARN. `text` is never absent here. */
#ifndef ANVIL_IDENTITY_BARE_ID_H
#define ANVIL_IDENTITY_BARE_ID_H

#include "anvil/identity.h"

/* The longest name, in bytes. */
enum { ANVIL_NAME_BYTES_MAX = 11 };

/* Whether `id` is the prefix of `resource` and exactly 32 lower-case hex digits. */
ANVIL_LOCAL bool anvil_id_is_canonical(const struct anvil_resource *resource, struct anvil_str id);

/* The kind whose canonical ID `text` is; NULL when there is none. There is never more than one. */
ANVIL_LOCAL const struct anvil_resource *
anvil_id_find_canonical(const struct anvil_resource_table *table, struct anvil_str text);

/* The kind whose prefix `text` begins with, a tail of any length behind it; the longest such
 * prefix. NULL when there is none. */
ANVIL_LOCAL const struct anvil_resource *
anvil_id_find_prefixed(const struct anvil_resource_table *table, struct anvil_str text);

/* Whether `text` can be a bare name. */
ANVIL_LOCAL bool anvil_id_is_name(struct anvil_str text);

#endif
