/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every message of the example models, loaded at run time: every kind, every trait. The same trial
 * as that of the service's own messages in tests/unit/property.
 */
#include "layout.h"
#include "property/message_trial.h"
#include "property/pattern_text.h"
#include "test.h"

#include <stdio.h>
#include <stdlib.h>

/* The largest union has 66 variants. */
#define TURNS 66

static char *read_model(const char *path, size_t *len) {
    FILE *file = fopen(path, "rb");
    char *text = malloc(1 << 20);

    assert_non_null(file);
    assert_non_null(text);
    *len = fread(text, 1, 1 << 20, file);
    assert_int_equal(ferror(file), 0);
    fclose(file);
    return text;
}

/* Compiles a model and tries all its messages. */
static void try_model(const char *path, struct message_trial *trial,
                      void (*try)(struct message_trial *, const struct anvil_shape *)) {
    const struct spec_options options = {0};
    struct spec_program program;
    struct spec spec;
    size_t len;
    char *text = read_model(path, &len);

    spec_begin(&spec);
    if (!spec_compile(&spec, text, len, &options, &program))
        fail_msg("%s: %s: %s", path, spec.fault.shape, spec.fault.reason);
    for (size_t i = 0; i < program.table->count; i++) {
        try(trial, program.table->operations[i]->input);
        try(trial, program.table->operations[i]->output);
    }
    for (size_t i = 0; i < program.service->error_count; i++)
        try(trial, program.service->errors[i]->shape);
    pattern_forget();
    spec_end(&spec);
    free(text);
}

static void try_models(struct message_trial *trial,
                       void (*try)(struct message_trial *, const struct anvil_shape *)) {
    try_model("spec/model/examples/kitchen-sink.json", trial, try);
    try_model("spec/model/examples/orchard.json", trial, try);
    try_model("spec/model/examples/big-bounds.json", trial, try);
}

TEST(every_valid_message_of_an_example_goes_round) {
    struct message_trial trial = {.turns_max = TURNS};

    try_models(&trial, try_valid_messages);
    assert_true(trial.valid > 500);
    message_trial_end(&trial);
}

TEST(every_fault_in_an_example_is_told_and_nothing_else) {
    struct message_trial trial = {.turns_max = TURNS};

    try_models(&trial, try_faulty_messages);
    for (size_t i = 0; i < ANVIL_CONSTRAINT_COUNT; i++)
        if (i != ANVIL_CONSTRAINT_UNKNOWN_MEMBER && i != ANVIL_CONSTRAINT_IDENTITY)
            assert_true(trial.refused[i] > 0);
    message_trial_end(&trial);
}
