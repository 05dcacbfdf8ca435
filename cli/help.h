/* SPDX-License-Identifier: Apache-2.0 */
/* The help of the command and of each verb, made from their tables. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "verb.h"

#include <stdio.h>

/* What the command is and which verbs it has. */
void cli_help(FILE *file);

/* What one verb does, its options and its exit codes. */
void cli_help_verb(FILE *file, const struct cli_verb *verb);

#endif
