/* SPDX-License-Identifier: Apache-2.0 */
/* Whether to try again, for errors that no model describes. */
#ifndef ANVIL_PROTOCOL_RETRY_H
#define ANVIL_PROTOCOL_RETRY_H

#include "anvil/protocol.h"

/* The class of an error: its model's word, else that of its well-known name, else that of the
 * status code. A model only says what can be tried again; of all others it says nothing. `type` may
 * be NULL, `name` absent. */
ANVIL_LOCAL enum anvil_retry anvil_retry_of(const struct anvil_error_type *type,
                                            struct anvil_str name, int http_status);

#endif
