/* SPDX-License-Identifier: Apache-2.0 */
/* Tries a shape with made messages: valid ones go round, faulty ones are refused for their fault.
 */
#ifndef PROPERTY_MESSAGE_TRIAL_H
#define PROPERTY_MESSAGE_TRIAL_H

#include "anvil/report.h"
#include "anvil/shape.h"

/* What was tried so far, and the memory for it. Begin with zeros but for the first member. */
struct message_trial {
    size_t turns_max;                       /* in how many turns a message is tried at the most:
                                               recursive unions have more than one can wait for */
    size_t valid;                           /* messages that went round */
    size_t refused[ANVIL_CONSTRAINT_COUNT]; /* messages that were refused, by constraint */
    bool is_cut;                            /* some message had more turns than that */
    void *memory;
    size_t memory_bytes;
};

/* Every turn and size of valid messages: decode, encode, decode are the same bytes and values, also
 * by way of the neutral form, and the strict profile finds nothing. */
void try_valid_messages(struct message_trial *trial, const struct anvil_shape *shape);

/* Every fault that the shape can have, one at a time, nested ones too: refused with exactly the
 * violations that the faulty value causes, at its path and offset. */
void try_faulty_messages(struct message_trial *trial, const struct anvil_shape *shape);

/* Ends with the memory freed and the shapes forgotten: call it before their tables go away. */
void message_trial_end(struct message_trial *trial);

#endif
