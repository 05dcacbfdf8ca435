/* SPDX-License-Identifier: Apache-2.0 */
/* A request made of Member=value arguments. */
#ifndef CLI_REQUEST_VALUES_H
#define CLI_REQUEST_VALUES_H

#include "anvil/protocol.h"
#include "arguments.h"

/*
 * Makes the C struct of the operation's request from `words`, a list of "Member=value" that ends
 * with NULL; the text stays in the words. Members that are not named are absent, "Member=" is the
 * empty text. The caller frees the struct. NULL after a message about wrong usage.
 */
void *cli_request_of_words(const struct cli_verb *verb, const struct anvil_operation *operation,
                           const char *const *words);

#endif
