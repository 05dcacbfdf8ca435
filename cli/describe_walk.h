/* SPDX-License-Identifier: Apache-2.0 */
/* Shapes inside shapes: which of them are followed. */
#ifndef CLI_DESCRIBE_WALK_H
#define CLI_DESCRIBE_WALK_H

#include "anvil/shape.h"

#include <stdbool.h>
#include <stddef.h>

/* How deep structures inside structures are followed. */
#define CLI_DESCRIBE_DEPTH 8

/* The structures and unions that are open, the message first. Begin with zeros. */
struct cli_open_shapes {
    const struct anvil_shape *shapes[CLI_DESCRIBE_DEPTH];
    size_t count;
};

/* Opens a structure or union; false when it is open already or too deep, and its members are not to
 * be followed. Close what was opened by taking one off `count`. */
bool cli_open_shape(struct cli_open_shapes *open, const struct anvil_shape *shape);

/* Whether values of this kind have members with names. */
static inline bool cli_has_members(unsigned kind) {
    return kind == ANVIL_KIND_STRUCTURE || kind == ANVIL_KIND_UNION;
}

#endif
