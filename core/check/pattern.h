/* SPDX-License-Identifier: Apache-2.0 */
/* Compiled patterns: whether a text matches. Linear time, no memory, no backtracking. */
#ifndef ANVIL_CHECK_PATTERN_H
#define ANVIL_CHECK_PATTERN_H

#include "anvil/port.h"
#include "anvil/shape.h"
#include "anvil/str.h"

/* Tells whether the whole pattern trait holds for `text`, anchors and all. `text` is UTF-8, which
 * the caller has checked; other bytes match nothing. Absent text is read as the empty one. */
ANVIL_LOCAL bool anvil_pattern_matches(const struct anvil_pattern *pattern, struct anvil_str text);

#endif
