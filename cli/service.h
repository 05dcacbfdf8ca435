/* SPDX-License-Identifier: Apache-2.0 */
/* The service that the command serves, and its operations by name. The one place that names it. */
#ifndef CLI_SERVICE_H
#define CLI_SERVICE_H

#include "anvil/protocol.h"
#include "verb.h"

/* The service. */
const struct anvil_service *cli_service(void);

/* The operation of that name; NULL after a message that suggests the nearest one. `verb` is who
 * asks, `name` may be NULL when there was no argument. */
const struct anvil_operation *cli_operation(const struct cli_verb *verb, const char *name);

#endif
