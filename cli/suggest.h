/* SPDX-License-Identifier: Apache-2.0 */
/* "Did you mean": the name that is nearest to what somebody typed. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include <stddef.h>

/* Begin with {what was typed, NULL, 0} and offer every name. */
struct cli_suggestion {
    const char *typed;
    const char *name; /* the nearest name so far, or NULL when none is near enough */
    size_t distance;  /* its edit distance */
};

/* Offers a name. Names longer than 63 bytes are never suggested. */
void cli_suggest(struct cli_suggestion *suggestion, const char *name);

#endif
