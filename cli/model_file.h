/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A model named on the command line, made into descriptors when the command runs. It knows the
 * model compiler's load and layout, and hands out nothing but the engine's descriptors.
 */
#ifndef CLI_MODEL_FILE_H
#define CLI_MODEL_FILE_H

#include "anvil/protocol.h"
#include "exit_code.h"

/* A loaded model. Begin with zeros. */
struct cli_model {
    const struct anvil_operation_table *operations;
    void *memory; /* of the loader */
};

/*
 * Reads the Smithy JSON AST in `file` ("-" is standard input) and compiles its service: the one
 * called `service`, a name or a shape ID, or the only one when that is NULL. Anything but
 * CLI_EXIT_OK comes after a message on standard error: "FILE: SHAPE: REASON" for a model that is
 * refused.
 */
enum cli_exit cli_model_load(struct cli_model *model, const char *file, const char *service);

/* Frees it; nothing of the service may be used any more. */
void cli_model_free(struct cli_model *model);

#endif
