/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * The marks of model coverage: one for each (place, constraint, verdict) that the model makes
 * possible. Counts them, remembers which were hit in this process, and shows each hit to the
 * fuzzing engine. Knows nothing of how a hit is found out.
 */
#ifndef FUZZ_COVERAGE_MODEL_MARKS_H
#define FUZZ_COVERAGE_MODEL_MARKS_H

#include "coverage/model_places.h"

#include <stdbool.h>
#include <stdio.h>

/** What can be asked of a value: the constraints of anvil/report.h, and two more. */
enum model_question {
    MODEL_UNKNOWN_MEMBER = 7, /**< of a structure's first place: a member that it does not have */
    MODEL_FORM = 10,          /**< a JSON value of the member's type, and one that is not */
    MODEL_QUESTION_COUNT = 11 /**< enum anvil_constraint and the above */
};

/** The answers. Each lands in a bucket of its own of libFuzzer's eight-bit counters. */
enum model_verdict {
    MODEL_HOLDS = 1,      /**< the constraint holds */
    MODEL_AT_BOUND = 2,   /**< it holds, and with one unit more or less it would not */
    MODEL_BROKEN = 3,     /**< it is violated */
    MODEL_JUST_BROKEN = 4 /**< it is violated by one unit */
};

/** A set of `enum model_verdict` as bits 1 << verdict: those that a question can have there. */
unsigned model_verdicts(const struct model_place *place, unsigned question);

/** Notes that a question got an answer. What the model makes impossible is ignored. Cost: a look-up
 * and a store. */
void model_mark(const struct model_place *place, unsigned question, enum model_verdict verdict);

/** The number of marks that there are, and of those hit since the start of the process. */
size_t model_marks_possible(void);
size_t model_marks_hit(void);

/** Writes a line `Shape Member constraint verdict` for each mark hit; with `all`, for each possible
 * mark. An item, key or value has the member name `-`, or `key` and `value` in maps. */
void model_marks_print(FILE *out, bool all);

#endif
