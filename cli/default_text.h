/* SPDX-License-Identifier: Apache-2.0 */
/* The default of a member as JSON text. */
#ifndef CLI_DEFAULT_TEXT_H
#define CLI_DEFAULT_TEXT_H

#include "anvil/shape.h"

/* The JSON of the member's default in the neutral form, terminated, in memory that the caller
 * frees; NULL without a default. */
char *cli_default_text(const struct anvil_member *member);

#endif
