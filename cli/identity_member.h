/* SPDX-License-Identifier: Apache-2.0 */
/* The members of requests that hold an ID or an ARN, found by walking the descriptors. */
#ifndef CLI_IDENTITY_MEMBER_H
#define CLI_IDENTITY_MEMBER_H

#include "anvil/identity.h"
#include "anvil/protocol.h"
#include "verb.h"

#include <stdbool.h>

/*
 * What the request member `name`, or each item of it, takes. With `operation` only that request is
 * looked at; without one every request, and the first in the order of names decides: with
 * `tells_choice` a note on standard error says so when another wants something else. NULL after a
 * message when no request has such a member.
 */
const struct anvil_identity_rule *cli_identity_rule(const struct cli_verb *verb,
                                                    const struct anvil_operation *operation,
                                                    const char *name, bool tells_choice);

#endif
