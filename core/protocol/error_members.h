/* SPDX-License-Identifier: Apache-2.0 */
/* The members that an error body has whatever its shape is. */
#ifndef ANVIL_PROTOCOL_ERROR_MEMBERS_H
#define ANVIL_PROTOCOL_ERROR_MEMBERS_H

#include "anvil/arena.h"
#include "anvil/status.h"
#include "anvil/str.h"
#include "scan/string.h"

/* Strings of the top level of an error body, still escaped; `begin` is NULL where there is none. */
struct anvil_error_members {
    struct anvil_raw_string type;    /* "__type", else "code" */
    struct anvil_raw_string message; /* "message", else "Message" */
};

/* Finds them; of duplicates the last counts, and what is no string is not there. What is not a JSON
 * object has none of them, and that is no error: proxies answer in HTML. A body that breaks off or
 * goes wrong has those in front of that place. */
ANVIL_LOCAL struct anvil_error_members anvil_error_members_of(struct anvil_str body);

/* The text of one of them, absent when it was not found: a view into the body, or unescaped into
 * the arena, which may be NULL. Returns #ANVIL_OK, or #ANVIL_E_ARENA with what is needed in *need
 * and absent text. */
ANVIL_LOCAL ANVIL_MUST_CHECK enum anvil_status anvil_error_text(const struct anvil_raw_string *raw,
                                                                struct anvil_arena *arena,
                                                                struct anvil_str *out,
                                                                size_t *need);

#endif
