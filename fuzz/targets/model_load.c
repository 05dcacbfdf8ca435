/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any text as a model, as a program does that loads one at run time.
 *
 * Functions: spec_compile() and all that it stands on; anvil_decode() and anvil_encode() with the
 * tables that come out.
 * Oracles: tables_are_sound, fixpoint, exact_fit, check_is_separable.
 *
 * Input: a byte: bit 0 leaves out what is not supported; bit 1 cuts an overlay off, of as many
 * bytes as the next two bytes say; the model.
 */
#include "encoding.h"
#include "fuzz_input.h"
#include "layout.h"
#include "message_oracles.h"
#include "oracle.h"
#include "table_soundness.h"

#include <stdlib.h>
#include <string.h>

const struct fuzz_target fuzz_target = {"model_load",
                                        FUZZ_ASKS(tables_are_sound) | FUZZ_ASKS(fixpoint) |
                                            FUZZ_ASKS(exact_fit) | FUZZ_ASKS(check_is_separable)};

/* Messages are read, checked and written with the new tables. The seeds call their member "a". */
static void expect_usable(const struct anvil_shape *shape) {
    static const struct anvil_str BODIES[] = {
        ANVIL_STR("{}"),
        ANVIL_STR("{\"a\":7}"),
        ANVIL_STR("{\"a\":\"pool-1\"}"),
        ANVIL_STR("{\"a\":[\"x\",\"x\"]}"),
        ANVIL_STR("{\"a\":{\"a\":{}}}"),
    };
    for (size_t i = 0; i < sizeof BODIES / sizeof *BODIES; i++) {
        struct message_question question = {
            shape, BODIES[i], (unsigned)ANVIL_STRICT | (unsigned)ANVIL_CHECK_IDENTITY};
        struct decoding decoding;
        decoding_begin(&decoding, shape, question.body, question.checks);
        if (i == 0)
            FUZZ_EXPECT(tables_are_sound, decoding_has_value(&decoding));
        expect_check_is_separable(&question, &decoding);
        question.checks = ANVIL_OFF;
        expect_fixpoint(&question, &decoding);
        decoding_free(&decoding);
    }
}

/* Errors are written, whatever name space the service has. */
static void expect_errors(const struct anvil_service *service) {
    for (size_t i = 0; i < service->error_count; i++) {
        const struct anvil_shape *shape = service->errors[i]->shape;
        size_t bytes = 0;
        void *value = fuzz_memory(shape->size);
        memset(value, 0, shape->size);
        FUZZ_EXPECT(tables_are_sound,
                    anvil_error_encode(service, service->errors[i], value, ANVIL_OFF, NULL, 0,
                                       &bytes, NULL) == ANVIL_E_BUFFER);
        free(value);
    }
}

static void expect_sound(const struct spec_program *program) {
    const struct spec_object *shapes = program->shapes.items;
    for (size_t i = 0; i < program->shapes.count; i++)
        FUZZ_EXPECT(tables_are_sound, is_sound_shape(shapes[i].descriptor));
    for (size_t i = 0; i < program->table->count; i++) {
        const struct anvil_operation *operation = program->table->operations[i];
        FUZZ_EXPECT(tables_are_sound,
                    anvil_operation_by_name(program->table, operation->name) == operation &&
                        anvil_operation_by_target(program->table, operation->target) == operation &&
                        operation->service == program->service);
        expect_usable(operation->input);
        expect_usable(operation->output);
    }
    expect_errors(program->service);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    uint8_t choice = fuzz_byte(&input);
    struct anvil_str overlay = {"", 0};
    if ((choice & 2) != 0)
        overlay = fuzz_take(&input, fuzz_u16(&input));
    struct fuzz_block patch = fuzz_block_of(overlay, 0);
    struct fuzz_block text = fuzz_block_of(fuzz_rest(&input), 0);
    struct spec_file file = {patch.text.ptr, patch.text.len};
    struct spec_options options = {.overlays = &file,
                                   .overlay_count = (choice & 2) != 0,
                                   .skips_unsupported = (choice & 1) != 0};
    struct spec spec;
    struct spec_program program = {0};

    spec_begin(&spec);
    if (spec_compile(&spec, text.text.ptr, text.text.len, &options, &program))
        expect_sound(&program);
    else
        FUZZ_EXPECT(tables_are_sound, spec.fault.reason[0] != '\0');
    spec_end(&spec);
    fuzz_block_free(&text);
    fuzz_block_free(&patch);
    return 0;
}
