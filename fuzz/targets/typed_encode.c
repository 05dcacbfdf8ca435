/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Typed values to bytes: structs that never were JSON, into every buffer that is too short.
 *
 * Functions: anvil_encode(), anvil_encode_spans(), anvil_check().
 * Oracles: exact_fit, fixpoint, kernels_agree, jansson_agrees, check_is_separable.
 *
 * Input: the index of the message (input/message_shapes.h); a byte: bit 0 takes the response
 * instead of the request, bit 1 the neutral form, bit 2 the checks; what input/typed_value.h makes
 * of the rest.
 */
#include "decoding.h"
#include "encoding.h"
#include "json_oracle.h"
#include "message_shapes.h"
#include "oracle.h"
#include "sample/same_value.h"
#include "typed_value.h"

const struct fuzz_target fuzz_target = {
    "typed_encode", FUZZ_ASKS(exact_fit) | FUZZ_ASKS(fixpoint) | FUZZ_ASKS(kernels_agree) |
                        FUZZ_ASKS(jansson_agrees) | FUZZ_ASKS(check_is_separable)};

/* What was written is read, and written the same again. What was written need not be the struct:
 * moments are written with milliseconds and defaults are read where nothing was. */
static void expect_readable(const struct anvil_shape *shape, const struct encoding *first,
                            unsigned form) {
    struct decoding decoding;
    struct decoding again;
    struct encoding second;
    if (first->status != ANVIL_OK)
        return;
    expect_jansson_takes(first->text);
    unsigned reading = form | (unsigned)ANVIL_LENIENT; /* unknown variants are kept */
    decoding_begin(&decoding, shape, first->text, reading);
    FUZZ_EXPECT(fixpoint, decoding.status == ANVIL_OK);
    encoding_begin(&second, shape, decoding.value, form);
    decoding_begin(&again, shape, second.text, reading);
    FUZZ_EXPECT(fixpoint, second.status == ANVIL_OK && again.status == ANVIL_OK &&
                              is_same_value(shape, decoding.value, again.value));
    /* Without defaults to fill in, nothing was added. */
    FUZZ_EXPECT(fixpoint, (form & ANVIL_NEUTRAL) == 0 || anvil_str_equal(first->text, second.text));
    decoding_free(&again);
    encoding_free(&second);
    decoding_free(&decoding);
}

/* Encoding with checks is checking, and then encoding: what a check finds, the other finds too. A
 * check knows nothing of what only a writer stumbles over. [I-10] */
static void expect_checked(const struct encoding *encoding, const struct anvil_shape *shape,
                           const void *value, unsigned checks) {
    struct anvil_report report;
    unsigned bits = checks & ~(unsigned)ANVIL_NEUTRAL;
    enum anvil_status status = anvil_check(shape, value, bits, &report);
    FUZZ_EXPECT(check_is_separable, anvil_check(shape, value, bits, NULL) == status);
    if (anvil_status_group(status) == ANVIL_GROUP_CONSTRAINT)
        FUZZ_EXPECT(check_is_separable, encoding->status != ANVIL_OK);
    if (encoding->status == ANVIL_OK)
        FUZZ_EXPECT(check_is_separable, status == ANVIL_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    size_t index = fuzz_byte(&input);
    uint8_t choice = fuzz_byte(&input);
    const struct anvil_shape *shape =
        (choice & 1) != 0 ? message_response_shape(index) : message_request_shape(index);
    unsigned form = (choice & 2) != 0 ? ANVIL_NEUTRAL : ANVIL_OFF;
    unsigned checks = form | ((choice & 4) != 0 ? (unsigned)ANVIL_STRICT : 0);
    struct typed_value made;
    struct encoding encoding;

    typed_value_begin(&made, shape, &input);
    encoding_begin(&encoding, shape, made.value, checks);
    expect_checked(&encoding, shape, made.value, checks);
    expect_short_buffers_fail(&encoding, shape, made.value, checks);
    expect_pieces_join(&encoding, shape, made.value, checks);
    expect_kernels_write_the_same(&encoding, shape, made.value, checks);
    expect_readable(shape, &encoding, form);
    encoding_free(&encoding);
    typed_value_free(&made);
    return 0;
}
