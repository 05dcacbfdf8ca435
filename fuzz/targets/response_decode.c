/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A response as a client reads it: unknown members skipped, unknown enum values kept, null dropped.
 *
 * Functions: anvil_response_decode(), anvil_decode() with ANVIL_LENIENT, anvil_check().
 * Oracles: report_adds_up, views_inside, kernels_agree, check_is_separable, bytes_beyond, fixpoint,
 * exact_fit.
 *
 * Input: the index of the message (input/message_shapes.h); a byte whose low two bits choose what
 * else is asked and whose next one the checks; the body.
 */
#include "anvil/protocol.h"
#include "fuzz_input.h"
#include "message_oracles.h"
#include "message_shapes.h"
#include "oracle.h"

#include <stdlib.h>

const struct fuzz_target fuzz_target = {
    "response_decode", FUZZ_ASKS(report_adds_up) | FUZZ_ASKS(views_inside) |
                           FUZZ_ASKS(kernels_agree) | FUZZ_ASKS(check_is_separable) |
                           FUZZ_ASKS(bytes_beyond) | FUZZ_ASKS(fixpoint) | FUZZ_ASKS(exact_fit)};

/* The client's verb says what the one that it stands on says. */
static void expect_verb_agrees(const struct message_question *question,
                               const struct decoding *decoding, size_t index) {
    const struct anvil_operation *operation = message_operation(index);
    if (operation->output != question->shape || decoding->status == ANVIL_E_ARENA)
        return;
    struct anvil_report report;
    void *value = fuzz_memory(question->shape->size);
    void *memory = fuzz_memory(decoding->arena.capacity);
    struct anvil_arena arena = anvil_arena_of(memory, decoding->arena.capacity);
    enum anvil_status status =
        anvil_response_decode(operation, question->body, question->checks, &arena, value, &report);
    FUZZ_EXPECT(report_adds_up,
                question->body.len == 0 ? status != ANVIL_E_END : status == decoding->status);
    free(memory);
    free(value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static void (*const OTHERS[4])(const struct message_question *, const struct decoding *) = {
        expect_fixpoint, expect_kernels_agree, expect_check_is_separable, expect_bytes_beyond};
    struct fuzz_input input = fuzz_input_of(data, size);
    size_t index = fuzz_byte(&input);
    uint8_t choice = fuzz_byte(&input);
    unsigned checks = (choice & 4) != 0 ? (unsigned)ANVIL_STRICT | ANVIL_LENIENT : ANVIL_LENIENT;
    struct fuzz_block block = fuzz_block_of(fuzz_rest(&input), choice >> 4);
    struct message_question question = {message_response_shape(index), block.text, checks};
    struct decoding decoding;

    decoding_begin(&decoding, question.shape, question.body, checks);
    expect_report_adds_up(&question, &decoding);
    expect_views_inside(&question, &decoding);
    expect_verb_agrees(&question, &decoding, index);
    OTHERS[choice & 3](&question, &decoding);
    decoding_free(&decoding);
    fuzz_block_free(&block);
    return 0;
}
