/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Any text as a model, as a program does that loads one at run time.
 *
 * Functions: spec_compile() and all that it stands on; anvil_decode() and anvil_encode() with the
 * tables that come out.
 * Oracles: tables_are_sound, fixpoint, exact_fit.
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

const struct fuzz_target fuzz_target = {
    "model_load", FUZZ_ASKS(tables_are_sound) | FUZZ_ASKS(fixpoint) | FUZZ_ASKS(exact_fit)};

/* The empty message is read and written with the new tables; what is required is missed. */
static void expect_usable(const struct anvil_shape *shape) {
    struct message_question question = {shape, {"{}", 2}, ANVIL_OFF};
    struct decoding decoding;
    decoding_begin(&decoding, shape, question.body, question.checks);
    FUZZ_EXPECT(tables_are_sound, decoding.status == ANVIL_OK);
    expect_fixpoint(&question, &decoding);
    decoding_free(&decoding);
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
