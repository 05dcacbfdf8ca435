/* SPDX-License-Identifier: Apache-2.0 */
/* "Did you mean": the name that is nearest to what somebody typed. */
#ifndef CLI_SUGGEST_H
#define CLI_SUGGEST_H

#include "anvil/str.h"

/* The longest name that is ever suggested, in bytes. */
#define CLI_SUGGESTION_BYTES 63

/* Begin with cli_suggestion_for() and offer every name. */
struct cli_suggestion {
    struct anvil_str typed;              /* what was typed */
    size_t distance;                     /* the edit distance of `name` */
    char name[CLI_SUGGESTION_BYTES + 1]; /* the nearest name so far; empty when none is near */
};

struct cli_suggestion cli_suggestion_for(struct anvil_str typed);

/* Offers a name. Names longer than CLI_SUGGESTION_BYTES are never suggested. */
void cli_suggest(struct cli_suggestion *suggestion, struct anvil_str name);

/* Text that ends with a NUL byte, as a view. */
static inline struct anvil_str cli_view(const char *text) {
    return anvil_str_of(text, strlen(text));
}

#endif
