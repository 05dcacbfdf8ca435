/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Messages whose report is known before they are read, because they were made with it.
 *
 * Functions: anvil_decode() with ANVIL_STRICT and ANVIL_CHECK_UNKNOWN_MEMBER, anvil_check().
 * Oracles: report_expected, report_adds_up, kernels_agree.
 *
 * Input: the index of the message (input/message_shapes.h); a byte whose lowest bit takes the
 * response instead of the request; what input/known_message.h makes of the rest.
 */
#include "known_message.h"
#include "message_oracles.h"
#include "message_shapes.h"
#include "oracle.h"

const struct fuzz_target fuzz_target = {"known_verdict", FUZZ_ASKS(report_expected) |
                                                             FUZZ_ASKS(report_adds_up) |
                                                             FUZZ_ASKS(kernels_agree)};

static bool is_as_known(const struct anvil_report *report, const struct anvil_violation *found,
                        const struct known_violation *known) {
    return found->constraint == known->constraint && found->offset == known->offset &&
           found->limit == known->limit && found->actual == known->actual &&
           anvil_str_equal(anvil_violation_path(report, found),
                           anvil_str_of(known->path, known->path_bytes));
}

/* first what the bytes show, in their order, then the rest in model order */
static void expect_known(const struct known_message *message, const struct anvil_report *report) {
    size_t of_bytes = message->of_bytes.count;
    size_t all = of_bytes + message->of_struct.count;
    FUZZ_EXPECT(report_expected, report->count == all && report->more == 0 &&
                                     (report->status == ANVIL_OK) == (all == 0));
    for (size_t i = 0; i < report->count; i++)
        FUZZ_EXPECT(report_expected,
                    is_as_known(report, &report->violations[i],
                                i < of_bytes ? &message->of_bytes.items[i]
                                             : &message->of_struct.items[i - of_bytes]));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fuzz_input input = fuzz_input_of(data, size);
    size_t index = fuzz_byte(&input);
    const struct anvil_shape *shape =
        (fuzz_byte(&input) & 1) != 0 ? message_response_shape(index) : message_request_shape(index);
    struct known_message message;
    struct decoding decoding;

    known_message_begin(&message, shape, &input);
    struct fuzz_block block = fuzz_block_of(anvil_str_of(message.bytes, message.len), 0);
    struct message_question question = {
        shape, block.text, (unsigned)ANVIL_STRICT | (unsigned)ANVIL_CHECK_UNKNOWN_MEMBER};
    decoding_begin(&decoding, shape, block.text, question.checks);
    expect_report_adds_up(&question, &decoding);
    expect_known(&message, &decoding.report);
    expect_kernels_agree(&question, &decoding);
    decoding_free(&decoding);
    fuzz_block_free(&block);
    known_message_free(&message);
    return 0;
}
