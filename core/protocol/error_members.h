/* SPDX-License-Identifier: Apache-2.0 */
/* The members that an error body has whatever its shape is. */
#ifndef ANVIL_PROTOCOL_ERROR_MEMBERS_H
#define ANVIL_PROTOCOL_ERROR_MEMBERS_H

#include "anvil/arena.h"
#include "anvil/status.h"
#include "anvil/str.h"

/* Text of the top level of an error body; absent when it is not there or no string. */
struct anvil_error_members {
    struct anvil_str type;          /* "__type" */
    struct anvil_str code;          /* "code" */
    struct anvil_str message;       /* "message" */
    struct anvil_str message_upper; /* "Message" */
};

/* Reads them; of duplicates the last counts. What is not a JSON object has none of them, and that
 * is no error: proxies answer in HTML. Text without escapes points into `body`, other text into the
 * arena, which may be NULL. Returns #ANVIL_OK, or #ANVIL_E_ARENA with what is needed in *need.
 * [R-124] */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status
anvil_error_members_read(struct anvil_str body, struct anvil_arena *arena,
                         struct anvil_error_members *out, size_t *need);

#endif
