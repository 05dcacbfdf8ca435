/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The arena one byte short: everything that takes memory, with less than it needs.
 *
 * Functions: anvil_decode(), anvil_error_decode(), anvil_encode_spans(), anvil_call_prepare().
 * Oracles: arena_fit.
 *
 * Input: the index of the message (input/message_shapes.h); a byte whose low two bits choose the
 * function, whose next one chooses the checks and whose fourth one whether a message is read as a
 * client reads it; the body, or what input/typed_value.h makes of the rest.
 */
#include "anvil/protocol.h"
#include "arena_oracle.h"
#include "decoding.h"
#include "fuzz_input.h"
#include "message_shapes.h"
#include "oracle.h"
#include "typed_value.h"

#include <stdlib.h>

const struct fuzz_target fuzz_target = {"arena_short", FUZZ_ASKS(arena_fit)};

struct attempt {
    const struct anvil_shape *shape;
    const struct anvil_operation *operation;
    struct anvil_str body;
    const void *value;
    unsigned checks;
};

static enum anvil_status run_decode(void *context, struct anvil_arena *arena, size_t *need) {
    const struct attempt *attempt = context;
    struct anvil_report report;
    void *out = fuzz_memory(attempt->shape->size);
    enum anvil_status status =
        anvil_decode(attempt->shape, attempt->body, attempt->checks, arena, out, &report);
    *need = report.need;
    free(out);
    return status;
}

/* A failure keeps what fits, so that the arena is not as it was: it is put back here. */
static enum anvil_status run_error_decode(void *context, struct anvil_arena *arena, size_t *need) {
    const struct attempt *attempt = context;
    struct anvil_report report;
    struct anvil_error error;
    struct anvil_http_response response = {400, NULL, 0, attempt->body};
    enum anvil_status status =
        anvil_error_decode(attempt->operation, &response, arena, &error, &report);
    *need = status == ANVIL_E_ARENA ? report.need : 0;
    if (status == ANVIL_E_ARENA)
        anvil_arena_reset(arena);
    return status;
}

static enum anvil_status run_encode_spans(void *context, struct anvil_arena *arena, size_t *need) {
    const struct attempt *attempt = context;
    struct anvil_report report;
    size_t count = 0;
    size_t bytes = 0;
    enum anvil_status status = anvil_encode_spans(attempt->shape, attempt->value, attempt->checks,
                                                  NULL, 0, &count, &bytes, arena, &report);
    *need = status == ANVIL_E_ARENA ? report.need : 0;
    return status;
}

static enum anvil_status fill_zeros(void *context, void *bytes, size_t count) {
    (void)context;
    unsigned char *out = bytes;
    for (size_t i = 0; i < count; i++)
        out[i] = 0;
    return ANVIL_OK;
}

static enum anvil_status run_prepare(void *context, struct anvil_arena *arena, size_t *need) {
    const struct attempt *attempt = context;
    const struct anvil_entropy entropy = {fill_zeros, NULL};
    struct anvil_report report;
    struct anvil_exchange call = {.operation = attempt->operation,
                                  .entropy = &entropy,
                                  .arena = arena,
                                  .checks = attempt->checks};
    enum anvil_status status = anvil_call_prepare(&call, attempt->value, &report);
    *need = status == ANVIL_E_ARENA ? report.need : 0;
    return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    size_t index = fuzz_byte(&input);
    uint8_t choice = fuzz_byte(&input);
    struct attempt attempt = {message_request_shape(index),
                              message_operation(index),
                              {NULL, 0},
                              NULL,
                              (choice & 4) != 0 ? ANVIL_STRICT : ANVIL_OFF};
    struct arena_attempt run = {(choice & 1) != 0 ? run_error_decode : run_decode, &attempt};
    if ((choice & 2) == 0) {
        struct fuzz_block block = fuzz_block_of(fuzz_rest(&input), choice >> 4);
        attempt.body = block.text;
        if ((choice & 9) == 8)
            attempt.checks |= ANVIL_LENIENT;
        (void)expect_arena_fit(&run);
        fuzz_block_free(&block);
        return 0;
    }
    struct typed_value made;
    if ((choice & 1) != 0)
        attempt.shape = attempt.operation->input;
    typed_value_begin(&made, attempt.shape, &input);
    attempt.value = made.value;
    run.run = (choice & 1) != 0 ? run_prepare : run_encode_spans;
    (void)expect_arena_fit(&run);
    typed_value_free(&made);
    return 0;
}
