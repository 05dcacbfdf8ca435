/* SPDX-License-Identifier: Apache-2.0 */
/* The JSON text of a C struct, in memory of the command. */
#ifndef CLI_ENCODED_H
#define CLI_ENCODED_H

#include "anvil/codec.h"

/*
 * Encodes `value` by `shape`. On ANVIL_OK `text` is set and the caller frees `text.ptr`; else it is
 * absent and `report` says why.
 */
ANVIL_MUST_CHECK enum anvil_status cli_encode(const struct anvil_shape *shape, const void *value,
                                              unsigned checks, char **text, size_t *bytes,
                                              struct anvil_report *report);

#endif
