/* SPDX-License-Identifier: Apache-2.0 */
/* An operation's messages as people and programs read them. Knows descriptors, no messages. */
#ifndef CLI_DESCRIBE_H
#define CLI_DESCRIBE_H

#include "anvil/protocol.h"

#include <stdio.h>

/* Tables of members, one for each message. */
void cli_describe_text(FILE *file, const struct anvil_operation *operation);

/* The same as one JSON object on a line. */
void cli_describe_json(FILE *file, const struct anvil_operation *operation);

#endif
