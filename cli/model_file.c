/* SPDX-License-Identifier: Apache-2.0 */
/* The model compiler's own loader and layout, run on the spot. */
#include "compiler/layout.h"

#include "allocation.h"
#include "input.h"
#include "model_file.h"

#include <stdio.h>
#include <stdlib.h>

/* The descriptors point into the context, the context into the text. */
struct loaded {
    struct cli_input input;
    struct spec spec;
    struct spec_program program;
};

static void forget(struct loaded *loaded) {
    spec_end(&loaded->spec);
    cli_input_close(&loaded->input);
    free(loaded);
}

static void complain(const struct loaded *loaded) {
    const struct spec_fault *fault = &loaded->spec.fault;

    fprintf(stderr, "%s: %s%s%s\n", loaded->input.name, fault->shape,
            fault->shape[0] != '\0' ? ": " : "", fault->reason);
}

enum cli_exit cli_model_load(struct cli_model *model, const char *file, const char *service) {
    struct loaded *loaded = cli_allocate(sizeof *loaded);
    struct spec_options options = {0};
    struct anvil_str text;

    options.service = service;
    spec_begin(&loaded->spec);
    if (!cli_input_open(&loaded->input, file) || !cli_input_whole(&loaded->input, &text)) {
        forget(loaded);
        return CLI_EXIT_MALFORMED;
    }
    if (!spec_compile(&loaded->spec, text.ptr, text.len, &options, &loaded->program)) {
        complain(loaded);
        forget(loaded);
        return CLI_EXIT_MALFORMED;
    }
    model->operations = loaded->program.table;
    model->memory = loaded;
    return CLI_EXIT_OK;
}

void cli_model_free(struct cli_model *model) {
    if (model->memory != NULL)
        forget(model->memory);
    model->memory = NULL;
    model->operations = NULL;
}
