/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A request as a server reads it: decoded and checked on the way.
 *
 * Functions: anvil_decode(), anvil_check().
 * Oracles: report_adds_up, views_inside, kernels_agree, check_is_separable, form_is_free,
 * bytes_beyond, reference_agrees (no key of a map twice).
 *
 * Input: the index of the message (input/message_shapes.h); a byte whose low three bits choose the
 * checks, whose next three choose what else is asked, and the others the alignment; the body.
 */
#include "fuzz_input.h"
#include "map_oracle.h"
#include "message_oracles.h"
#include "message_shapes.h"
#include "oracle.h"

const struct fuzz_target fuzz_target = {
    "request_check", FUZZ_ASKS(report_adds_up) | FUZZ_ASKS(views_inside) |
                         FUZZ_ASKS(kernels_agree) | FUZZ_ASKS(check_is_separable) |
                         FUZZ_ASKS(form_is_free) | FUZZ_ASKS(bytes_beyond) |
                         FUZZ_ASKS(reference_agrees)};

static const unsigned CHECKS[8] = {ANVIL_STRICT,
                                   (unsigned)ANVIL_STRICT | ANVIL_CHECK_UNKNOWN_MEMBER |
                                       ANVIL_CHECK_IDENTITY,
                                   ANVIL_SDK,
                                   ANVIL_OFF,
                                   (unsigned)ANVIL_STRICT | ANVIL_LENIENT,
                                   (unsigned)ANVIL_STRICT | ANVIL_NEUTRAL,
                                   (unsigned)ANVIL_STRICT & ~(unsigned)ANVIL_CHECK_DUPLICATE,
                                   (unsigned)ANVIL_CHECK_PATTERN | ANVIL_CHECK_UNIQUE};

static void expect_sound_value(const struct message_question *question,
                               const struct decoding *decoding) {
    expect_views_inside(question, decoding);
    if (decoding_has_value(decoding))
        expect_keys_differ(question->shape, decoding->value);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static void (*const OTHERS[8])(const struct message_question *, const struct decoding *) = {
        expect_kernels_agree, expect_check_is_separable, expect_form_is_free, expect_bytes_beyond,
        expect_sound_value,   expect_check_is_separable, expect_form_is_free, expect_kernels_agree};
    struct fuzz_input input = fuzz_input_of(data, size);
    const struct anvil_shape *shape = message_request_shape(fuzz_byte(&input));
    uint8_t choice = fuzz_byte(&input);
    struct fuzz_block block = fuzz_block_of(fuzz_rest(&input), (size_t)(choice >> 6) * 5);
    struct message_question question = {shape, block.text, CHECKS[choice & 7]};
    struct decoding decoding;

    decoding_begin(&decoding, shape, block.text, question.checks);
    expect_report_adds_up(&question, &decoding);
    OTHERS[choice >> 3 & 7](&question, &decoding);
    decoding_free(&decoding);
    fuzz_block_free(&block);
    return 0;
}
