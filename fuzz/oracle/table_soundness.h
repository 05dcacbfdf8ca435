/* SPDX-License-Identifier: Apache-2.0 */
/* Whether compiled tables keep the rules of the descriptors (anvil/shape.h), so that the engine can
 * believe them. Each answers yes or no; tables_are_sound is asked by the caller. */
#ifndef FUZZ_TABLE_SOUNDNESS_H
#define FUZZ_TABLE_SOUNDNESS_H

#include "anvil/shape.h"

/* Exactly one of run and automaton; every state that it can reach is in the table. */
bool is_sound_pattern(const struct anvil_pattern *pattern);

/* Offsets inside the struct and aligned, keys as they are written, limits in order. */
bool is_sound_shape(const struct anvil_shape *shape);

#endif
