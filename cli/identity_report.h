/* SPDX-License-Identifier: Apache-2.0 */
/* A classified identity as people and programs read it. */
#ifndef CLI_IDENTITY_REPORT_H
#define CLI_IDENTITY_REPORT_H

#include "anvil/identity.h"
#include "json_out.h"

#include <stdint.h>
#include <stdio.h>

/* A table of what was found. */
void cli_identity_text(FILE *file, const char *member, const struct anvil_identity *identity);

/* One line for one of many: `number`, verdict, kind and flags. */
void cli_identity_line(FILE *file, uint64_t number, const struct anvil_identity *identity);

/* One JSON object on a line of its own: member, verdict, kind, flags, arn. */
void cli_identity_json(struct json_out *json, const char *member,
                       const struct anvil_identity *identity);

#endif
