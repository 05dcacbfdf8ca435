/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What has to hold of decoding one message, whatever it is. Each asks its oracle of oracle_list.h
 * and ends the process when it does not hold. `decoding` is always what the verb made of `body`
 * with `checks`.
 */
#ifndef FUZZ_MESSAGE_ORACLES_H
#define FUZZ_MESSAGE_ORACLES_H

#include "decoding.h"

/* What a message target was asked to decode. */
struct message_question {
    const struct anvil_shape *shape;
    struct anvil_str body;
    unsigned checks;
};

/* report_adds_up: the outcome is of a known sort and consistent. */
void expect_report_adds_up(const struct message_question *question,
                           const struct decoding *decoding);

/* views_inside: the struct's pointers lead into the body, the arena or the tables. */
void expect_views_inside(const struct message_question *question, const struct decoding *decoding);

/* kernels_agree: every kernel reads and checks to the same result. */
void expect_kernels_agree(const struct message_question *question, const struct decoding *decoding);

/* check_is_separable: decoding without checks and checking afterwards finds the same. */
void expect_check_is_separable(const struct message_question *question,
                               const struct decoding *decoding);

/* form_is_free: with white space, and with members in reverse order where none is there twice, the
 * verdict is the same. */
void expect_form_is_free(const struct message_question *question, const struct decoding *decoding);

/* bytes_beyond: the same with other bytes behind the body. */
void expect_bytes_beyond(const struct message_question *question, const struct decoding *decoding);

/* fixpoint: what decodes can be encoded, into a buffer and into pieces alike, decodes to the same
 * struct and is encoded to the same bytes again. */
void expect_fixpoint(const struct message_question *question, const struct decoding *decoding);

#endif
