/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Every message of the service: each request, response and error, made from its descriptor alone.
 * Valid ones go round byte for byte; each constraint of each member, broken once, is told
 * and nothing else.
 */
#include "property/message_trial.h"
#include "smsv2/smsv2.h"
#include "test.h"

static void each_shape(struct message_trial *trial,
                       void (*try)(struct message_trial *, const struct anvil_shape *)) {
    for (size_t i = 0; i < smsv2_operations.count; i++) {
        try(trial, smsv2_operations.operations[i]->input);
        try(trial, smsv2_operations.operations[i]->output);
    }
    for (size_t i = 0; i < smsv2_service.error_count; i++)
        try(trial, smsv2_service.errors[i]->shape);
}

TEST(every_valid_message_goes_round) {
    struct message_trial trial = {.turns_max = 512};

    assert_int_equal(smsv2_operations.count, 109);
    each_shape(&trial, try_valid_messages);
    /* Four sizes in two turns at the least. */
    assert_true(trial.valid >= ((size_t)2 * 109 + 7) * 8);
    assert_false(trial.is_cut);
    message_trial_end(&trial);
}

TEST(every_fault_is_told_and_nothing_else) {
    static const enum anvil_constraint IN_THE_MODEL[] = {
        ANVIL_CONSTRAINT_REQUIRED, ANVIL_CONSTRAINT_MIN,     ANVIL_CONSTRAINT_MAX,
        ANVIL_CONSTRAINT_RANGE,    ANVIL_CONSTRAINT_PATTERN, ANVIL_CONSTRAINT_ENUM,
        ANVIL_CONSTRAINT_DUPLICATE};
    struct message_trial trial = {.turns_max = 512};

    each_shape(&trial, try_faulty_messages);
    for (size_t i = 0; i < sizeof IN_THE_MODEL / sizeof *IN_THE_MODEL; i++)
        assert_true(trial.refused[IN_THE_MODEL[i]] > 0);
    assert_false(trial.is_cut);
    message_trial_end(&trial);
}
