/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decode, encode, decode, encode: the second text is the first, whichever way it is written.
 *
 * Functions: anvil_decode(), anvil_encode(), anvil_encode_spans().
 * Oracles: fixpoint, exact_fit, kernels_agree, check_is_separable.
 *
 * Input: the index of the message (input/message_shapes.h); a byte: bit 0 takes the response
 * instead of the request, bit 1 the neutral form; the body.
 */
#include "encoding.h"
#include "fuzz_input.h"
#include "message_oracles.h"
#include "message_shapes.h"
#include "oracle.h"

const struct fuzz_target fuzz_target = {"round_trip", FUZZ_ASKS(fixpoint) | FUZZ_ASKS(exact_fit) |
                                                          FUZZ_ASKS(kernels_agree) |
                                                          FUZZ_ASKS(check_is_separable)};

/* Encoding with the checks is checking, and then encoding. [I-10] */
static void expect_checked_encoding(const struct message_question *question, const void *value) {
    struct encoding encoding;
    struct anvil_report report;
    unsigned form = question->checks & (unsigned)ANVIL_NEUTRAL;
    unsigned strict = (unsigned)ANVIL_STRICT | (unsigned)ANVIL_CHECK_IDENTITY;
    enum anvil_status verdict = anvil_check(question->shape, value, strict, &report);
    encoding_begin(&encoding, question->shape, value, strict | form);
    FUZZ_EXPECT(check_is_separable, encoding.status == verdict || encoding.status == ANVIL_E_UNION);
    expect_kernels_write_the_same(&encoding, question->shape, value, strict | form);
    if (encoding.status == ANVIL_OK) {
        expect_pieces_join(&encoding, question->shape, value,
                           strict | form | (unsigned)ANVIL_CHECKED);
        expect_pieces_join(&encoding, question->shape, value, form | (unsigned)ANVIL_CHECKED);
    }
    encoding_free(&encoding);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    size_t index = fuzz_byte(&input);
    uint8_t choice = fuzz_byte(&input);
    struct fuzz_block block = fuzz_block_of(fuzz_rest(&input), choice >> 4);
    struct message_question question = {(choice & 1) != 0 ? message_response_shape(index)
                                                          : message_request_shape(index),
                                        block.text, (choice & 2) != 0 ? ANVIL_NEUTRAL : ANVIL_OFF};
    struct decoding decoding;

    decoding_begin(&decoding, question.shape, question.body, question.checks);
    expect_fixpoint(&question, &decoding);
    if (decoding_has_value(&decoding))
        expect_checked_encoding(&question, decoding.value);
    decoding_free(&decoding);
    fuzz_block_free(&block);
    return 0;
}
