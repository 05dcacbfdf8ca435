/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the documentation of the service asks of requests and the model does not state: warnings,
 * never errors, because only the account can know.
 */
#ifndef CLI_LINT_H
#define CLI_LINT_H

#include "anvil/protocol.h"

#include <stddef.h>

/* One warning. */
struct cli_lint {
    const char *name;    /* such as "shared-arn" */
    const char *message; /* what it means, in one sentence */
    char *path;          /* a JSON pointer */
    size_t offset;       /* of the value, or of the object that lacks it, in bytes */
};

/* The warnings of one request. Begin with zeros. */
struct cli_lints {
    struct cli_lint *items;
    size_t count;
};

/* Finds the warnings of a request of `operation`, whose struct is `value` and whose text is `text`;
 * the text is empty for an empty message. What `lints` held is freed. */
void cli_lint_request(struct cli_lints *lints, const struct anvil_operation *operation,
                      const void *value, struct anvil_str text);

void cli_lints_free(struct cli_lints *lints);

#endif
