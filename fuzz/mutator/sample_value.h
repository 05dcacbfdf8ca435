/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * JSON values for a member of the model: good ones at and around the bounds of its constraints, and
 * ones that break one. Knows the tables; knows nothing of the text that the value will stand in.
 */
#ifndef FUZZ_MUTATOR_SAMPLE_VALUE_H
#define FUZZ_MUTATOR_SAMPLE_VALUE_H

#include "anvil/shape.h"
#include "mutator/draft.h"

/** A value for `member`. Lives until the next call of either function. */
struct snippet sample_value(const struct anvil_member *member, struct dice *dice);

/** A whole message of a structure shape, every other time with one fault. Lives as the above. */
struct snippet sample_message(const struct anvil_shape *shape, struct dice *dice);

#endif
