/* SPDX-License-Identifier: Apache-2.0 */
/* The service that the command serves, and its operations by name. The one place that names it. */
#ifndef CLI_SERVICE_H
#define CLI_SERVICE_H

#include "anvil/protocol.h"
#include "verb.h"

/* Serves another service than the one that the command was built with. The table must outlive every
 * later call. */
void cli_serve(const struct anvil_operation_table *table);

/* The operations that are served. */
const struct anvil_operation_table *cli_operations(void);

/* Their service. */
const struct anvil_service *cli_service(void);

/* The operation of that name; NULL after a message that suggests the nearest one. `verb` is who
 * asks, `name` may be NULL when there was no argument. */
const struct anvil_operation *cli_operation(const struct cli_verb *verb, const char *name);

/* The error of that name among those of the operation and of its service; NULL after a message that
 * suggests the nearest one. */
const struct anvil_error_type *cli_error_type(const struct cli_verb *verb,
                                              const struct anvil_operation *operation,
                                              const char *name);

#endif
