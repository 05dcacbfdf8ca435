/* SPDX-License-Identifier: Apache-2.0 */
/* IDs and names outside an ARN. `text` is never absent here. */
#ifndef ANVIL_IDENTITY_BARE_ID_H
#define ANVIL_IDENTITY_BARE_ID_H

#include "anvil/identity.h"

/* The longest name, in bytes. */
enum { ANVIL_NAME_BYTES_MAX = 11 };

/* Which of `count` resource types has `text` as its canonical ID: its prefix and exactly 32
 * lower-case hex digits. NULL when there is none; there is never more than one. */
ANVIL_LOCAL const struct anvil_resource *
anvil_id_find_canonical(const struct anvil_resource *resources, size_t count,
                        struct anvil_str text);

/* The kind whose prefix `text` begins with, a tail of any length behind it; the longest such
 * prefix. NULL when there is none. */
ANVIL_LOCAL const struct anvil_resource *
anvil_id_find_prefixed(const struct anvil_resource_table *table, struct anvil_str text);

/* Whether `text`, one or more bytes, can be a bare name if all of them are [A-Za-z0-9_-]. */
ANVIL_LOCAL bool anvil_id_is_name(struct anvil_str text);

#endif
