/* SPDX-License-Identifier: Apache-2.0 */
/* A message made of Member=value arguments or of the neutral form in a file. */
#ifndef CLI_REQUEST_VALUES_H
#define CLI_REQUEST_VALUES_H

#include "anvil/codec.h"
#include "arguments.h"
#include "input.h"

/* Memory behind members that are no plain text. */
struct cli_block {
    void *memory;
    size_t bytes;
};

/* A message's struct and all that it points to. Begin with zeros. */
struct cli_values {
    void *value; /* the C struct */
    struct cli_block *blocks;
    size_t block_count;
    struct cli_input file; /* where the struct came from, open as long as it is needed */
    struct anvil_str text; /* what the file holds; absent without one */
    struct anvil_str part; /* the part of it that became the struct */
    bool has_file;
};

/*
 * Makes the C struct of `shape` from `words`, a list of "Member=value" that ends with NULL. Text
 * stays in the words; "Member=" is the empty text. Members of other kinds are read as the neutral
 * form has them: timestamps in epoch seconds, blobs in base64, lists, maps, structures, unions and
 * documents as JSON. False after a message about wrong usage.
 */
bool cli_values_of_words(struct cli_values *values, const struct cli_verb *verb,
                         const struct anvil_shape *shape, const char *const *words);

/*
 * Opens and reads `file` whole, "-" being standard input. False after a message.
 */
bool cli_values_open(struct cli_values *values, const char *file);

/*
 * Makes the C struct of `shape` from `text`, a part of the file's, in the neutral form: lenient,
 * no constraint is checked. On anything but ANVIL_OK `report` says why.
 */
ANVIL_MUST_CHECK enum anvil_status cli_values_of_text(struct cli_values *values,
                                                      const struct anvil_shape *shape,
                                                      struct anvil_str text,
                                                      struct anvil_report *report);

void cli_values_free(struct cli_values *values);

#endif
