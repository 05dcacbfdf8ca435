/* SPDX-License-Identifier: Apache-2.0 */
/* What has to hold of every map in a decoded struct. */
#ifndef FUZZ_MAP_ORACLE_H
#define FUZZ_MAP_ORACLE_H

#include "anvil/shape.h"

/* reference_agrees: no map holds a key twice, found by comparing all pairs. */
void expect_keys_differ(const struct anvil_shape *shape, const void *value);

#endif
