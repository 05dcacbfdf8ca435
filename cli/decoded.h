/* SPDX-License-Identifier: Apache-2.0 */
/* The C struct of a JSON text, in memory of the command. */
#ifndef CLI_DECODED_H
#define CLI_DECODED_H

#include "anvil/codec.h"

/* Doubles the memory of an arena that came from here, or makes its first. What it held is lost. */
void cli_arena_grow(struct anvil_arena *arena);

/*
 * anvil_decode() with memory that grows: `arena` begins with zeros or as an earlier call left it,
 * and is emptied. The caller frees `arena->base`.
 */
ANVIL_MUST_CHECK enum anvil_status cli_decode(const struct anvil_shape *shape,
                                              struct anvil_str body, unsigned checks,
                                              struct anvil_arena *arena, void *value,
                                              struct anvil_report *report);

#endif
