/* SPDX-License-Identifier: Apache-2.0 */
/* The list of verbs. */
#include "verb.h"

#include <stddef.h>
#include <string.h>

const struct cli_verb *const cli_verbs[] = {
    &cli_verb_operations, &cli_verb_describe, &cli_verb_check,
    &cli_verb_decode,     &cli_verb_encode,   &cli_verb_call,
    &cli_verb_identify,   &cli_verb_serve,    NULL,
};

const struct cli_verb *cli_verb_find(const char *name) {
    for (const struct cli_verb *const *verb = cli_verbs; *verb != NULL; verb++)
        if (strcmp((*verb)->name, name) == 0)
            return *verb;
    return NULL;
}
